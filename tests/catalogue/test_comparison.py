"""Comparisons in the tiny atlas, counted by hand."""

from dashboard.catalogue.comparison import candidates, comparison_of
from dashboard.catalogue.filtering import Filter, select


def test_units(tiny):
    found = comparison_of(select(tiny, Filter()), ("XA-N", "XA-S"))
    assert found.dossiers[0].counts == {
        "agreements": 2,
        "contacts": 0,
        "links": 3,
        "projects": 3,
        "indicators": 1,
        "events": 1,
    }
    assert found.dossiers[1].counts == {
        "agreements": 0,
        "contacts": 0,
        "links": 0,
        "projects": 0,
        "indicators": 0,
        "events": 1,
    }
    assert found.sectors == {"medicine": (2, 0), "logistics": (5, 0)}
    assert list(found.stages.items()) == [("intent", (1, 0)), ("agreed", (1, 0)), ("operation", (1, 0))]
    assert found.partners == (("XB-W",), ("XB-E",), ())
    assert (found.widest_difference, found.widest_sector_difference, found.figures) == ("links", "logistics", {})


def test_figures_of_a_measure_that_both_have(tiny):
    found = comparison_of(select(tiny, Filter()), ("XA-N", "XB-E"))
    assert {key: [[row.record.id for row in rows] for rows in both] for key, both in found.figures.items()} == {
        "turnover": [["turnover-2022"], ["turnover-2022"]]
    }


def test_pairs_share_places_and_organisations(tiny):
    found = comparison_of(select(tiny, Filter()), ("XA-N_XB-E", "XA-N_XB-W"))
    assert found.partners == (("northport",), ("eastham", "east-works", "north-university"), ("west-park",))


def test_nothing_differs_where_nothing_is_left(tiny):
    found = comparison_of(select(tiny, Filter(text="zeppelin")), ("XA-N_XB-E", "XA-N_XB-W"))
    assert (found.widest_difference, found.widest_sector_difference, found.sectors, found.stages) == (
        None,
        None,
        {},
        {},
    )


def test_the_fullest_are_offered_first(tiny):
    assert candidates(tiny, "unit") == ("XA-N", "XA-S", "XB-E", "XB-W")
    assert candidates(tiny, "pair") == ("XA-N_XB-E", "XA-N_XB-W", "XA-S_XB-W")
