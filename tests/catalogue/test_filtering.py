"""Filters of the tiny atlas, with counts made by hand from its thirteen records."""

import pytest

from dashboard.catalogue.filtering import Filter, select

ALL = {
    "memorandum-2016", "twinning-2017", "northport-eastham", "university-works", "clinic", "depot", "ferry",
    "turnover-2022", "visit-2016", "northport-park", "fair-2024", "memorandum-2023", "works-lines",
}  # fmt: skip
FIRST_PAIR = ALL - {"northport-park", "fair-2024", "memorandum-2023", "works-lines"}

IN_FORCE = {"years_by": "in_force"}
FILTERS = {
    "nothing": ({}, ALL),
    "a sector": ({"sectors": {"medicine"}}, {"twinning-2017", "clinic", "memorandum-2023"}),
    "either sector": (
        {"sectors": {"medicine", "logistics"}},
        {"twinning-2017", "clinic", "memorandum-2023", "university-works", "depot", "ferry", "northport-park"},
    ),
    "twinned": ({"closeness": {"twinned"}}, FIRST_PAIR),
    "contacts or institutions": ({"closeness": {"contacts", "institutions"}}, {"northport-park", "fair-2024"}),
    "a stage": ({"stages": {"intent"}}, {"ferry"}),
    "two stages": ({"stages": {"intent", "operation"}}, {"ferry", "clinic"}),
    "a kind, of agreements and links": ({"kinds": {"twinning"}}, {"twinning-2017", "northport-eastham"}),
    "two levels": ({"levels": {"city", "zone"}}, {"northport-eastham", "northport-park"}),
    "institutions": ({"levels": {"institution"}}, {"university-works", "depot", "works-lines"}),
    "sector and stage": ({"sectors": {"logistics"}, "stages": {"agreed"}}, {"depot"}),
    "sector and level that exclude each other": ({"sectors": {"medicine"}, "levels": {"zone"}}, set()),
    "before anything": ({"years": (2010, 2015), **IN_FORCE}, {"memorandum-2023"}),
    "2016": ({"years": (2016, 2016), **IN_FORCE}, {"memorandum-2016", "visit-2016", "memorandum-2023"}),
    "2018, in which one ends": (
        {"years": (2018, 2018), **IN_FORCE},
        {"memorandum-2016", "twinning-2017", "memorandum-2023"},
    ),
    "2022": (
        {"years": (2022, 2022), **IN_FORCE},
        {"twinning-2017", "northport-eastham", "clinic", "depot", "turnover-2022", "memorandum-2023", "works-lines"},
    ),
    "2024, open ties last": (
        {"years": (2024, 2024), **IN_FORCE},
        {"twinning-2017", "northport-eastham", "clinic", "fair-2024", "works-lines"},
    ),
    "every year, but not the undated": (
        {"years": (1900, 2100), **IN_FORCE},
        ALL - {"university-works", "ferry"},
    ),
    "begun in 2016": ({"years": (2016, 2016)}, {"memorandum-2016", "visit-2016"}),
    "begun in 2018": ({"years": (2018, 2018)}, set()),
    "begun from 2021 to 2022": ({"years": (2021, 2022)}, {"clinic", "depot", "turnover-2022", "works-lines"}),
    "a title in another language": ({"text": "clinique"}, {"clinic"}),
    "words of title and summary, any case": ({"text": "LITS  clinic"}, {"clinic"}),
    "the alias of a unit": ({"text": "nordprovinz"}, FIRST_PAIR | {"northport-park"}),
    "the alias of a place, in another script": (
        {"text": "северПОРТ"},
        {"northport-eastham", "depot", "northport-park"},
    ),
    "the alias of an organisation": ({"text": "eawo"}, {"university-works", "depot", "works-lines"}),
    "the name of a country": ({"text": "blande"}, {"turnover-2022", "works-lines"}),
    "an id": ({"text": "visit-2016"}, {"visit-2016"}),
    "no such word": ({"text": "zeppelin"}, set()),
}


def wanted(**asked):
    return Filter(**{name: frozenset(value) if isinstance(value, set) else value for name, value in asked.items()})


@pytest.mark.parametrize(("asked", "left"), FILTERS.values(), ids=FILTERS)
def test_records_left(tiny, asked, left):
    view = select(tiny, wanted(**asked))
    assert {row.record.id for row in view.rows} == left
    assert {record.id for pair in view.pairs.values() for _, record in pair.records()} == left
    assert view.filter.active == bool(asked)


def test_pairs_keep_only_the_records_left(tiny):
    view = select(tiny, wanted(sectors={"medicine"}))
    assert list(view.pairs) == ["XA-N_XB-E", "XA_XB-E"]
    pair = view.pairs["XA-N_XB-E"]
    assert [record.id for _, record in pair.records()] == ["twinning-2017", "clinic"]
    assert pair.closeness == "twinned"
    assert (view.count("projects"), view.count("agreements"), view.count("links")) == (1, 2, 0)
    assert [pair.key for pair in view.regional()] == ["XA-N_XB-E"]


def test_counts_beside_the_options(tiny):
    assert select(tiny, Filter()).facets == {
        "sectors": {"medicine": 3, "logistics": 5},
        "closeness": {"twinned": 1, "contacts": 1, "institutions": 1},
        "stages": {"intent": 1, "agreed": 1, "operation": 1},
        "kinds": {"memorandum": 3, "twinning": 2, "partnership": 2},
        "levels": {"region": 8, "city": 1, "zone": 1, "institution": 3},
    }


def test_counts_are_what_choosing_the_option_would_show(tiny):
    view = select(tiny, wanted(sectors={"medicine"}))
    assert view.facets == {
        "sectors": {"medicine": 3, "logistics": 5},
        "closeness": {"twinned": 1},
        "stages": {"operation": 1},
        "kinds": {"memorandum": 1, "twinning": 1},
        "levels": {"region": 3},
    }


def test_counts_where_nothing_is_left(tiny):
    view = select(tiny, wanted(sectors={"medicine"}, levels={"zone"}))
    assert view.rows == ()
    assert view.facets["sectors"] == {"logistics": 1}
    assert view.facets["levels"] == {"region": 3}
    assert view.facets["kinds"] == {}


def test_counts_heed_years_and_text(tiny):
    assert select(tiny, wanted(years=(2024, 2024), **IN_FORCE)).facets["sectors"] == {
        "medicine": 2,
        "logistics": 1,
    }
    assert select(tiny, wanted(text="eawo")).facets["closeness"] == {"twinned": 1}
