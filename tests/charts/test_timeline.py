"""The timeline as plain data: counted by hand on the tiny atlas, with its size and its description."""

import json
from datetime import date

import pytest

from dashboard.catalogue.dossier import dossier_of
from dashboard.catalogue.filtering import YEARS_BY, Filter, at_any_time, select
from dashboard.catalogue.metrics import DATED, year_range
from dashboard.charts import timeline as module
from dashboard.charts.timeline import numbers, timeline, titles
from dashboard.loading import CONFIG, load_all
from dashboard.text.translator import Translator

LINKS = "Local, institutional"


@pytest.fixture(scope="module")
def t() -> Translator:
    """Texts of the shipped interface, since the tiny atlas has too few for a page."""
    return load_all(CONFIG).translators["en"]


def of(tiny, t, key, **wanted):
    view = select(tiny, Filter(**wanted))
    return timeline(view, dossier_of(view, key), t, "light")


def ids(tiny, marks):
    names = {number: record for (_, record), number in numbers(tiny).items()}
    return [names[mark if isinstance(mark, int) else mark["record"]] for mark in marks]


def test_bars_count_what_began_in_each_year(tiny, t):
    drawn = timeline(select(tiny, Filter()), None, t, "light")
    assert drawn["first"] == 2016
    assert drawn["counts"] == [
        [1, 0, 0, 0, 1],  # 2016: a memorandum, and the visit during which it was signed
        [1, 0, 0, 0, 0],  # 2017: the twinning
        [0, 0, 0, 0, 0],
        [0, 0, 1, 0, 0],  # 2019: two cities
        [0, 0, 1, 0, 0],  # 2020: city and park
        [0, 0, 0, 1, 0],  # 2021: the clinic
        [0, 0, 1, 1, 0],  # 2022: the freight school and the depot
        [0, 0, 0, 0, 0],
        [0, 0, 0, 0, 1],  # 2024: the fair
    ]
    assert [kind["name"] for kind in drawn["kinds"]] == [
        "Agreements",
        "Contacts",
        LINKS,
        "Projects",
        "Events",
    ]
    assert drawn["measure"] == "begun then"
    assert drawn["most"] == "2"
    assert drawn["rows"] == []
    assert drawn["says"] == (
        "Begun between 2016 and 2024: 2 agreements, 3 local and institutional ties, 2 projects, "
        "and 2 events. Most in 2016: 2."
    )
    assert year_range(tiny) == (2016, 2024)


def test_bars_count_what_was_in_force_if_the_filter_does(tiny, t):
    drawn = timeline(select(tiny, Filter(years_by="in_force")), None, t, "light")
    assert drawn["counts"] == [
        [2, 0, 0, 0, 1],  # 2016: the memorandum of the country, whose beginning is unknown, counts until 2023
        [3, 0, 0, 0, 0],  # 2017: both memoranda and the twinning
        [3, 0, 0, 0, 0],
        [2, 0, 1, 0, 0],  # 2019: the memorandum of 2016 is over
        [2, 0, 2, 0, 0],
        [2, 0, 2, 1, 0],
        [2, 0, 2, 2, 0],  # 2022: city and park are over, the freight school and the depot begin
        [2, 0, 2, 2, 0],
        [1, 0, 2, 1, 1],  # 2024: twinning, cities, freight school, clinic, fair
    ]
    assert drawn["measure"] == "in force then"
    assert sorted(ids(tiny, drawn["undated"])) == ["ferry", "university-works"]


@pytest.mark.parametrize("by", YEARS_BY)
def test_bars_and_the_filter_of_years_count_the_same(tiny, t, by):
    drawn = timeline(select(tiny, Filter(years_by=by)), None, t, "light")
    for year, counts in enumerate(drawn["counts"], start=2016):
        view = select(tiny, Filter(years=(year, year), years_by=by))
        assert counts == [view.count(name) for name in DATED], year


def test_chosen_years_leave_the_bars_as_they_are_and_other_filters_do_not(tiny, t):
    whole = timeline(select(tiny, Filter()), None, t, "light")
    chosen = select(tiny, Filter(years=(2019, 2020)))
    assert timeline(at_any_time(chosen), None, t, "light") == whole
    logistics = timeline(select(tiny, Filter(sectors=frozenset({"logistics"}))), None, t, "light")
    assert [sum(each) for each in logistics["counts"]] == [0, 1, 0, 0, 1, 0, 1, 0, 0]


def test_rows_of_a_pair_last_from_start_to_end(tiny, t):
    rows = of(tiny, t, "XA-N_XB-E")["rows"]
    assert [(row["name"], ids(tiny, row["marks"])) for row in rows] == [
        ("Twinning", ["twinning-2017"]),
        ("Memorandum", ["memorandum-2016"]),
        (LINKS, ["northport-eastham"]),
        ("Projects", ["clinic", "depot"]),
        ("Events", ["visit-2016"]),
    ]
    (twinning,), (memorandum,), (cities,), (clinic, depot), (visit,) = (row["marks"] for row in rows)
    assert (twinning["start"], twinning["end"]) == (pytest.approx(2017 + 59 / 366, abs=0.01), None)
    assert memorandum["start"] == pytest.approx(2016 + 305 / 366, abs=0.01)
    assert memorandum["end"] == pytest.approx(2018.99, abs=0.01)
    assert (cities["start"], cities["end"]) == (2019, None)
    assert (clinic["start"], clinic["end"]) == (pytest.approx(2021 + 151 / 366, abs=0.01), None)
    assert (depot["start"], depot["end"]) == (2022, pytest.approx(2023.99, abs=0.01))
    assert visit["start"] == visit["end"] == pytest.approx(2016 + 324 / 366, abs=0.01)


def test_rows_of_a_unit_and_of_a_place_hold_what_touches_them(tiny, t):
    assert [(row["name"], len(row["marks"])) for row in of(tiny, t, "XB-W")["rows"]] == [
        (LINKS, 1),
        ("Events", 1),
    ]
    (ties,) = of(tiny, t, "west-park")["rows"]
    assert ids(tiny, ties["marks"]) == ["northport-park"]


def test_the_undated_are_listed_not_lost(tiny, t):
    drawn = timeline(select(tiny, Filter()), None, t, "light")
    assert sorted(ids(tiny, drawn["undated"])) == ["ferry", "memorandum-2023", "university-works"]
    assert drawn["undated_says"] == "3 undated"
    assert drawn["undated_more"] == ""
    assert ids(tiny, of(tiny, t, "XA-N_XB-E")["undated"]) == ["university-works", "ferry"]
    assert of(tiny, t, "XA-S_XB-W")["undated_says"] == ""
    dated = sum(map(sum, drawn["counts"]))
    assert dated + len(drawn["undated"]) == len(titles(tiny, t)) == 12


def test_more_undated_than_a_list_holds_are_counted(tiny, t, monkeypatch):
    monkeypatch.setattr(module, "MOST_UNDATED", 1)
    drawn = timeline(select(tiny, Filter()), None, t, "light")
    assert len(drawn["undated"]) == 1
    assert drawn["undated_more"] == "… and 2 more"


def test_kinds_beyond_the_room_share_a_row(tiny, t, monkeypatch):
    monkeypatch.setattr(module, "MOST_ROWS", 4)
    rows = of(tiny, t, "XA-N_XB-E")["rows"]
    assert [(row["name"], len(row["marks"])) for row in rows] == [
        ("Other agreements", 2),
        (LINKS, 1),
        ("Projects", 2),
        ("Events", 1),
    ]
    assert sorted(rows[0]["kinds"]) == ["Memorandum", "Twinning"], "the reader learns which kinds share it"
    assert rows[-1]["kinds"] == []


def test_a_row_of_one_kind_does_not_repeat_it(tiny, t):
    rows = of(tiny, t, "XA-N_XB-E")["rows"]
    assert {row["name"]: row["kinds"] for row in rows if row["name"] in ("Memorandum", "Twinning")} == {
        "Memorandum": [],
        "Twinning": [],
    }


def test_titles_stand_under_their_numbers(tiny, t):
    all_titles = titles(tiny, t)
    at = numbers(tiny)
    assert all_titles[at["XA-N_XB-E", "memorandum-2016"]] == {
        "title": "Memorandum",
        "kind": "Memorandum",
        "date": "November 2016 – 2018",
        "pair": "XA-N_XB-E",
        "pair_title": "Northland – Eastland",
    }
    fair = all_titles[at["XA-S_XB-W", "fair-2024"]]
    assert (fair["title"], fair["kind"], fair["date"]) == ("A fair", "Event", "June–July 2024")


def test_an_empty_view_draws_nothing_and_breaks_nothing(tiny, t):
    drawn = timeline(select(tiny, Filter(text="zeppelin")), None, t, "dark")
    assert not any(map(sum, drawn["counts"]))
    assert drawn["says"] == "No dated records match these filters."
    assert drawn["undated"] == []


@pytest.mark.parametrize("language", load_all(CONFIG).catalogue.atlas.languages)
def test_the_shipped_table_travels_light(language):
    loaded = load_all(CONFIG)
    t = loaded.translators[language]
    view = select(loaded.catalogue, Filter())
    assert len(json.dumps(timeline(view, None, t, "light"), ensure_ascii=False).encode()) < 2500
    for unit in loaded.catalogue.units:
        drawn = timeline(view, dossier_of(view, unit), t, "light")
        assert len(drawn["rows"]) <= module.MOST_ROWS
        assert len(json.dumps(drawn, ensure_ascii=False, separators=(",", ":")).encode()) < 8000
        assert all(mark["start"] < date.max.year for row in drawn["rows"] for mark in row["marks"])
