"""The stage in the browser shows of the shipped table what Python would: map, filters, and what is filtered."""

import json
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import parse_qs, urlencode

import pytest
from shapely.geometry import shape

from dashboard.catalogue.filtering import DIMENSIONS, Filter, select, vocabularies
from dashboard.charts.palette import GROUNDS, Theme
from dashboard.loading import CONFIG, load_all
from dashboard.map.deck import map_file, map_message
from dashboard.map.layouts import layouts
from dashboard.map.options import MapOptions, Sheet
from dashboard.map.rows import fixed_rows, route_rows
from dashboard.published.columns import columns
from dashboard.published.textindex import text_index
from dashboard.published.words import words
from dashboard.state import CHOSEN, COLOURINGS, LAYOUTS, State, after, from_query, to_query
from dashboard.text.phrases import Phrases
from dashboard.text.translator import Translator
from dashboard.views.parts.context import Page
from geodata.layout import geojson
from geodata.ranked import curves, ranked
from tests.model.cases import drawn_filter

STAGE = Path(__file__).with_name("stage.mjs")
VISITS, SEED = 60, 2017
LOADED = load_all(CONFIG)
CATALOGUE = LOADED.catalogue
WHOLE = select(CATALOGUE, Filter())
SHEETS = {name: tuple(Sheet(layout) for layout in layouts(CATALOGUE, name)) for name in LAYOUTS}


def whole(sheet: Sheet, t: Translator) -> Sheet:
    """A sheet with all its rows, as if none could be published."""
    shapes = {"regions": geojson(sheet.layout)["units"], "routes": route_rows(CATALOGUE, sheet.layout)}
    return replace(sheet, rows={**fixed_rows(CATALOGUE, sheet.layout, t), **shapes})


def drawn_visit(chance: Random) -> dict[str, str]:
    """An address of the first page, aimed at what the table holds."""
    query: dict[str, Any] = {
        "lang": chance.choice([*LOADED.translators]),
        "layout": chance.choice([*LAYOUTS]),
        "colouring": chance.choice(COLOURINGS),
    }
    if chance.random() < 0.6:
        query["selected"] = chance.choice(sorted(CATALOGUE.keys))
    asked = drawn_filter(CATALOGUE, chance) if chance.random() < 0.8 else {}
    query |= {name: chosen for name, chosen in asked.items() if chosen}
    if years := asked.get("years"):
        query["years"] = "-".join(map(str, years))
    return {"address": urlencode(query, doseq=True), "theme": chance.choice([*GROUNDS])}


def sheets_of(name: str, t: Translator) -> tuple[Sheet, ...]:
    """The sheets of a layout; those of the ranked one with all rows, which the browser moves."""
    return tuple(whole(sheet, t) for sheet in SHEETS[name]) if name == "ranked" else SHEETS[name]


@pytest.fixture(scope="module")
def visits() -> list[dict[str, str]]:
    chance = Random(SEED)  # noqa: S311 - the same visits each time
    return [drawn_visit(chance) for _ in range(VISITS)]


@pytest.fixture(scope="module")
def shown(visits) -> list[dict[str, Any]]:
    """What the browser shows of each visit."""
    translators = LOADED.translators
    asked = {
        "columns": columns(CATALOGUE),
        "index": text_index(CATALOGUE),
        "languages": {code: words(CATALOGUE, t) for code, t in translators.items()},
        "maps": {
            name: {code: map_file(sheets_of(name, t), CATALOGUE, t) for code, t in translators.items()}
            for name in LAYOUTS
        },
        "visits": visits,
    }
    run = subprocess.run(["node", STAGE], input=json.dumps(asked), capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0, run.stderr
    found: list[dict[str, Any]] = json.loads(run.stdout)
    return found


def page(visit: dict[str, str]) -> Page:
    state = from_query(parse_qs(visit["address"]), next(iter(LOADED.translators)), CATALOGUE)
    phrases = Phrases(CATALOGUE, LOADED.translators[state.language])
    return Page(select(CATALOGUE, state.filter), state, phrases)


def as_json(value: object) -> Any:
    return json.loads(json.dumps(value))


def test_the_map_is_the_same(visits, shown):
    for visit, browser in zip(visits, shown, strict=True):
        seen = page(visit)
        theme: Theme = "dark" if visit["theme"] == "dark" else "light"
        options = MapOptions(sheets_of(seen.state.layout, seen.t), theme, seen.state.colouring, seen.state.selected)
        found = seen.t("stage.found", n=len(seen.view.rows))
        message = as_json(map_message(seen.view, options, seen.t, ui=seen.t.find("map.ui"), summary=found))
        assert differences(browser["map"], message) == [], visit


def test_ranked_rows_are_laid_as_python_would_lay_the_records_of_the_view(visits, shown):
    found = [(page(visit).view, browser["ranked"]) for visit, browser in zip(visits, shown, strict=True)]
    found = [(view, rows) for view, rows in found if rows]
    assert len(found) > VISITS / 6
    pairs = {pair.sides: pair.key for pair in CATALOGUE.pairs.values() if pair.regional}
    for view, rows in found:
        numbers = Counter(side for row in view.rows for side in row.pair.sides)
        order = sorted(rows["labels"], key=lambda label: (-numbers[label["id"]], label["position"][1]))
        first, second = (
            tuple((label["id"], numbers[label["id"]]) for label in order if label["row"]["side"] == side)
            for side in ("left", "right")
        )
        layout = ranked(tuple(CATALOGUE.atlas.countries), (first, second))
        ways = curves(layout, pairs)
        for label in order:
            row = layout.rows[label["id"]]
            assert (label["row"]["number"], label["position"]) == (row.number, near(row.name))
        for bar in rows["regions"]["features"]:
            assert shape(bar["geometry"]).bounds == near(layout.units[bar["properties"]["code"]].bounds)
        for place in rows["places"]:
            assert place["position"] == near(layout.rows[place["ends"][0]].end)
        for sides, key in pairs.items():
            drawn, way = rows["routes"]["ways"][key], ways.ways[sides]
            for one, other in zip(drawn, way, strict=True):
                assert rows["routes"]["nodes"][one] == near(ways.nodes[other])


def near(numbers: tuple[float, ...]) -> Any:
    """The same numbers, as published rounded to a tenth."""
    return pytest.approx(numbers, abs=0.11)


def differences(one: Any, other: Any, at: str = "") -> list[str]:
    """Places at which two JSON values differ."""
    if isinstance(one, dict) and isinstance(other, dict):
        return [
            found
            for key in one.keys() | other.keys()
            for found in differences(one.get(key), other.get(key), f"{at}.{key}")
        ]
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return [
            found
            for index, pair in enumerate(zip(one, other, strict=True))
            for found in differences(*pair, f"{at}.{index}")
        ]
    return [] if one == other else [f"{at}: {one!r}, not {other!r}"]


def test_the_filters_name_every_option_that_a_record_has_with_the_number_that_it_would_show(visits, shown):
    for visit, browser in zip(visits, shown, strict=True):
        seen, data = page(visit), browser["filters"]
        groups = {group["key"]: group for group in data["groups"]}
        assert list(groups) == ["colouring", *DIMENSIONS, "undated", "years_by"]
        for dimension, vocabulary in vocabularies(CATALOGUE).items():
            assert [(option["id"], option["name"], option["count"]) for option in groups[dimension]["options"]] == [
                (key, seen.t.name(entry), seen.t.number(seen.view.facets[dimension].get(key, 0)))
                for key, entry in vocabulary.items()
                if WHOLE.facets[dimension].get(key)
            ], visit
        on = {(key, option["id"]) for key, group in groups.items() for option in group["options"] if option["chosen"]}
        asked = parse_qs(visit["address"])
        assert on == {(name, value) for name in CHOSEN for value in asked.get(name, ())} | {
            ("colouring", seen.state.colouring),
            ("years_by", seen.state.filter.years_by),
        }
        assert (data["years"]["chosen"], data["text"]["value"]) == (
            as_json(seen.state.filter.years),
            seen.state.filter.text,
        )


def test_each_chip_takes_off_what_it_names_and_all_of_them_everything(visits, shown):
    for visit, browser in zip(visits, shown, strict=True):
        state = page(visit).state
        for chip in browser["chips"]:
            assert chip["text"]
            assert len(conditions(after(state, chip["event"], CATALOGUE))) == len(conditions(state)) - 1, chip
        for chip in browser["chips"]:
            state = after(state, chip["event"], CATALOGUE)
        assert conditions(state) == []


def conditions(state: State) -> list[str]:
    """Every single condition on records in the address of a state."""
    query = to_query(state)
    return [f"{name}={value}" for name in (*CHOSEN, "years", "text") for value in query.get(name, ())]


def test_the_visits_differ(visits):
    states = [page(visit).state for visit in visits]
    assert {state.layout for state in states} == {*LAYOUTS}
    assert {state.colouring for state in states} == {*COLOURINGS}
    assert sum(bool(conditions(state)) for state in states) > VISITS / 2
    assert sum(state.selected is not None for state in states) > VISITS / 3
