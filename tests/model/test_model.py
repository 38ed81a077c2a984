"""The browser's model answers as Python does, on the shipped table and on the tiny one."""

import json
import subprocess
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import parse_qs, urlencode

import pytest

from dashboard.catalogue.filtering import Filter, View, bonds_at_end_of, select, vocabularies, years_of
from dashboard.catalogue.load import load
from dashboard.catalogue.metrics import DATED, TIES, year_range
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.pair import RECORD_TYPES, Bond
from dashboard.loading import CONFIG
from dashboard.map.rows import main_sector
from dashboard.published.columns import columns, dates_in
from dashboard.published.textindex import text_index
from dashboard.state import CHOSEN, after, from_query, to_query
from tests.model.cases import drawn_filter, drawn_visit

ANSWER = Path(__file__).with_name("answer.mjs")
FILTERS, VISITS = 300, 200
SEED = 2017


def answers(catalogue: Catalogue, **questions: list[Any]) -> dict[str, Any]:
    """Answers of the browser's model on a table, for each kind of question."""
    asked = {"columns": columns(catalogue), "index": text_index(catalogue), "filters": [], "years": [], "visits": []}
    run = subprocess.run(
        ["node", ANSWER], input=json.dumps(asked | questions), capture_output=True, text=True, encoding="utf-8"
    )
    assert run.returncode == 0, run.stderr
    found: dict[str, Any] = json.loads(run.stdout)
    return found


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load(CONFIG)


@pytest.fixture(params=["shipped", "tiny"])
def table(request) -> Catalogue:
    found: Catalogue = request.getfixturevalue(request.param)
    return found


def as_filter(asked: dict[str, Any]) -> Filter:
    return Filter(
        **{name: frozenset(asked[name]) for name in CHOSEN},
        years=asked["years"] and tuple(asked["years"]),
        years_by=asked["years_by"],
        text=asked["text"],
    )


def as_browser(bond: Bond, catalogue: Catalogue) -> dict[str, Any]:
    """A bond with dates by position."""
    dates = dates_in(catalogue)
    found = {"since": bond.since, "agreement": bond.first_agreement, "contact": bond.first_contact}
    return {"closeness": bond.closeness} | {name: dates.index(when) if when else -1 for name, when in found.items()}


def timeline(view: View) -> Counter[tuple[int, str]]:
    """Number of records by (year, type of record) that began, or were in force, in a year of the table."""
    first, last = year_range(view.catalogue)
    counts: Counter[tuple[int, str]] = Counter()
    for row in view.rows:
        if row.record_type in DATED and (counted := years_of(row, view.filter.years_by)):
            years = range(max(first, counted[0]), min(last, counted[1]) + 1)
            counts.update((year, row.record_type) for year in years)
    return counts


def expected(view: View) -> dict[str, Any]:
    """The answer to a filter, by Python."""
    catalogue, number = view.catalogue, {row.key: at for at, row in enumerate(view.catalogue.rows)}
    counts: dict[str, Counter[str]] = {key: Counter() for key in view.pairs}
    for row in view.rows:
        counts[row.pair.key][row.record_type] += 1
    ties = Counter(side for row in view.rows if row.record_type in TIES for side in row.pair.sides)
    partners = Counter(side for pair in view.regional() for side in pair.sides)
    ends = [end for pair in view.pairs.values() for link in pair.links for end in (link.a, link.b)]
    first, last = year_range(catalogue)
    years = timeline(select(catalogue, replace(view.filter, years=None)))
    return {
        "rows": [number[row.key] for row in view.rows],
        "undated": [number[row.key] for row in view.undated],
        "newest": [number[row.key] for row in sorted(view.rows, key=lambda row: row.first or date.min, reverse=True)],
        "stages": {
            stage: [number[row.key] for row in view.rows if row.stage == stage] for stage in catalogue.kinds.stages
        },
        "pairs": [[key, {name: counts[key][name] for name in RECORD_TYPES}] for key in view.pairs],
        "bonds": {key: as_browser(bond, catalogue) for key, bond in view.bonds.items()},
        "facets": {
            name: {key: view.facets[name].get(key, 0) for key in options}
            for name, options in vocabularies(catalogue).items()
        },
        "units": {
            side: {"ties": ties[side], "partners": partners[side]}
            for side in (*catalogue.atlas.countries, *catalogue.units)
        },
        "links": dict(Counter(place for end in ends if (place := catalogue.place_of(end)))),
        "sectors": {
            key: sector for key, pair in view.pairs.items() if (sector := main_sector(pair, catalogue.sectors))
        },
        "years": [[years[year, kind] for kind in DATED] for year in range(first, last + 1)],
    }


def test_filters_leave_the_same(table):
    chance = Random(SEED)  # noqa: S311 - the same questions each time
    asked = [drawn_filter(table, chance) for _ in range(FILTERS)]
    views = [select(table, as_filter(each)) for each in asked]
    for question, view, answer in zip(asked, views, answers(table, filters=asked)["filters"], strict=True):
        assert answer == expected(view), question
    assert sum(bool(view.rows) for view in views) >= 0.8 * FILTERS


def test_closeness_is_the_same_in_every_year(table):
    first, last = year_range(table)
    years = [[year, dated] for year in (None, *range(first - 1, last + 2)) for dated in (False, True)]
    for (year, dated), answer in zip(years, answers(table, years=years)["years"], strict=True):
        bonds = bonds_at_end_of(table, year, dated=dated)
        assert answer == {key: as_browser(bond, table) for key, bond in bonds.items()}, (year, dated)


def test_addresses_are_the_same_after_every_event(table):
    chance = Random(SEED)  # noqa: S311 - the same questions each time
    visits = [drawn_visit(table, chance) for _ in range(VISITS)]
    for visit, answer in zip(visits, answers(table, visits=visits)["visits"], strict=True):
        state = from_query(parse_qs(visit["address"]), visit["language"], table)
        states = [state]
        for event in visit["events"]:
            state = after(state, event, table)
            states.append(state)
        assert answer == [urlencode(to_query(each), doseq=True) for each in states], visit


def test_the_shipped_table_tells_what_the_sources_say(shipped):
    """Minsk Region and Chongqing agreed to cooperate before 2002 and became twins in 2017; a twinning has no date."""
    years = [[2002, False], [2016, False], [2017, False], [2017, True]]
    bonds_2002, bonds_2016, bonds_2017, dated = answers(shipped, years=years)["years"]
    assert bonds_2002["BY-MI_CN-CQ"]["closeness"] == "agreement"
    assert bonds_2016["BY-MI_CN-CQ"]["closeness"] == "agreement"
    assert bonds_2017["BY-MI_CN-CQ"]["closeness"] == "twinned"
    assert dates_in(shipped)[bonds_2017["BY-MI_CN-CQ"]["since"]].text.startswith("2017")
    assert bonds_2002["BY-BR_CN-HB"]["closeness"] == bonds_2017["BY-BR_CN-HB"]["closeness"] == "twinned"
    assert bonds_2017["BY-BR_CN-HB"]["since"] == -1
    assert dated["BY-BR_CN-HB"]["closeness"] != "twinned"
