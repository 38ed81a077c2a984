"""The figures behind the insights, counted by hand from the thirteen records of the tiny atlas."""

import pytest

from dashboard.catalogue import metrics
from dashboard.catalogue.filtering import Filter, select
from dashboard.catalogue.load import load

ONLY_AGREED = """
agreements:
  - id: memorandum-2018
    kind: memorandum
    signed: '2018'
    title: {en: Memorandum, fr: Mémorandum}
    sectors: []
    sources: [gazette-1]
"""


@pytest.fixture
def whole(tiny):
    return select(tiny, Filter())


@pytest.fixture
def medicine(tiny):
    return select(tiny, Filter(sectors=frozenset({"medicine"})))


def test_matrix_has_the_fullest_units_first(whole):
    found = metrics.count_matrix(whole)
    assert found.cells == {"XA-N_XB-E": 9, "XA-N_XB-W": 1, "XA-S_XB-W": 1}
    assert (found.rows, found.columns) == (("XA-N", "XA-S"), ("XB-E", "XB-W"))
    assert (found.outside, found.without_pairs) == ((), ((), ()))


def test_units_are_ranked_by_all_records_that_their_pairs_have(tiny):
    """XA-N has 9 with XB-E and 1 with XB-W; XB-E has one more, with XA as a whole."""
    assert metrics.rank_units(tiny) == ((("XA-N", 10), ("XA-S", 1)), (("XB-E", 10), ("XB-W", 2)))


def test_matrix_leaves_out_units_of_which_the_filter_leaves_no_pair(medicine):
    found = metrics.count_matrix(medicine)
    assert (found.cells, found.rows, found.columns) == ({"XA-N_XB-E": 2}, ("XA-N",), ("XB-E",))
    assert found.without_pairs == (("XA-S",), ("XB-W",))


def test_matrix_remembers_pairs_that_the_filter_leaves_out(tiny):
    found = metrics.count_matrix(select(tiny, Filter(years=(2024, 2024), years_by="in_force")))
    assert found.cells == {"XA-N_XB-E": 3, "XA-S_XB-W": 1}
    assert found.outside == ("XA-N_XB-W",)


def test_sectors_count_the_ties_that_name_them_on_either_side(whole):
    assert metrics.count_sectors(whole, "XA") == {
        ("XA-N", "medicine"): 2,
        ("XA-N", "logistics"): 5,
        ("XA", "medicine"): 1,
    }
    assert metrics.count_sectors(whole, "XB") == {
        ("XB-E", "medicine"): 3,
        ("XB-E", "logistics"): 4,
        ("XB-W", "logistics"): 1,
    }


def test_stages_count_projects_alone(whole, medicine):
    assert metrics.count_stages(whole, "XA") == {("XA-N", "operation"): 1, ("XA-N", "agreed"): 1, ("XA-N", "intent"): 1}
    assert metrics.count_stages(medicine, "XB") == {("XB-E", "operation"): 1}
    assert metrics.count_sector_stages(whole) == {
        ("medicine", "operation"): 1,
        ("logistics", "agreed"): 1,
        ("logistics", "intent"): 1,
    }


def test_years_count_what_was_signed_or_held(whole):
    assert metrics.count_years(whole) == {
        (2016, "agreements"): 1,
        (2017, "agreements"): 1,
        (2019, "links"): 1,
        (2020, "links"): 1,
        (2022, "links"): 1,
        (2016, "events"): 1,
        (2024, "events"): 1,
    }
    assert metrics.count_undated(whole) == 2  # the training of engineers, and the record valid until 2023


def test_white_spots(whole, medicine):
    found = metrics.find_gaps(whole, "XA")
    assert found.without_ties == {"XA": ("XA-S",), "XB": ()}  # a fair is an event and no tie
    assert found.without_projects == {}
    assert (found.on_paper, found.sectors) == ((), 2)
    found = metrics.find_gaps(medicine, "XB")
    assert found.without_ties == {"XA": ("XA-S",), "XB": ("XB-W",)}
    # The only sector of the filter has a project in the only unit that is left.
    assert (found.without_projects, found.sectors) == ({}, 1)


@pytest.mark.parametrize("kinds", [set(), {"memorandum"}])
def test_nothing_but_an_agreement_is_asked_of_the_whole_table(config, kinds):
    (config / "relations/XA-S_XB-E.yaml").write_text(ONLY_AGREED, encoding="utf-8")
    view = select(load(config), Filter(kinds=frozenset(kinds)))
    assert metrics.find_gaps(view, "XA").on_paper[0].key == "XA-S_XB-E"


def test_totals_have_the_greatest_first():
    counts = metrics.Counts({("a", "x"): 1, ("b", "x"): 2, ("b", "y"): 3})
    assert list(metrics.totals(counts).items()) == [("b", 5), ("a", 1)]
