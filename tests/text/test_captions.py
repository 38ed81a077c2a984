"""Captions of the charts, against sentences and counts made by hand from the tiny atlas."""

import pytest

from dashboard.catalogue import metrics
from dashboard.catalogue.comparison import comparison_of
from dashboard.catalogue.filtering import Filter, View, select
from dashboard.catalogue.model import Catalogue
from dashboard.loading import CONFIG, load_all
from dashboard.text import captions
from dashboard.text.phrases import Phrases


@pytest.fixture
def words(tiny: Catalogue) -> Phrases:
    """Texts of the shipped interface, since the tiny atlas has too few for a page."""
    return Phrases(tiny, load_all(CONFIG).translators["en"])


@pytest.fixture
def whole(tiny: Catalogue) -> View:
    return select(tiny, Filter())


def test_the_matrix_is_told_by_its_pairs(whole: View, words: Phrases) -> None:
    assert captions.matrix_caption(whole, words) == (
        "Of 4 possible pairs, 3 have something on record (1 twinned, 1 in contact and "
        "1 linked below the regional level only). Most records: Northland – Eastland (9 records)."
    )


def test_other_charts_name_the_leader(whole: View, words: Phrases) -> None:
    sectors = captions.sectors_caption(whole, "XA", words)
    assert "Widest range: Northland, with 2 of 2 sectors." in sectors
    stages = captions.stages_caption(whole, "XA", words)
    assert stages.startswith("Of 3 projects, 1 is an idea or under discussion (33%), 1 is agreed (33%) and 1 is ")
    assert stages.endswith("Most projects: Northland (3).")
    assert captions.sector_stages_caption(whole, words).startswith("Most projects: Logistics (2), of which ")
    assert captions.years_caption(whole, words).startswith("The busiest year was 2016, with 1 agreement and 1 event.")


def test_an_empty_chart_has_no_caption(tiny: Catalogue, words: Phrases) -> None:
    view = select(tiny, Filter(text="zeppelin"))
    assert captions.matrix_caption(view, words) is None
    assert captions.sectors_caption(view, "XA", words) is None
    assert captions.stages_caption(view, "XA", words) is None
    assert captions.sector_stages_caption(view, words) is None
    assert captions.years_caption(view, words) is None


def test_units_outside_the_matrix_are_named_if_there_are_any(tiny: Catalogue, whole: View, words: Phrases) -> None:
    assert captions.units_without_pairs(whole, words) is None
    zones = select(tiny, Filter(levels=frozenset({"zone"})))
    assert captions.units_without_pairs(zones, words).endswith("recorded: Southland and Eastland.")


def test_white_spots_are_counted_by_country_and_region(tiny: Catalogue, whole: View, words: Phrases) -> None:
    found = metrics.find_gaps(whole, "XA")
    assert captions.sectors_without_projects(found, words) is None
    partnerships = metrics.find_gaps(select(tiny, Filter(kinds=frozenset({"partnership"}))), "XA")
    assert captions.sectors_without_projects(partnerships, words) == words.t(
        "insights.gaps.idle_says", name="Northland", n=2, all=2
    )
    zones = metrics.find_gaps(select(tiny, Filter(levels=frozenset({"zone"}))), "XA")
    assert captions.units_without_ties("XA", zones, words) == words.t("insights.gaps.untied_says", n=1, all=2)
    assert captions.units_without_ties("XB", found, words) == words.t("insights.gaps.untied_none")


def test_a_thing_does_not_differ_from_itself(whole: View, words: Phrases) -> None:
    assert captions.difference_caption(comparison_of(whole, ("XA-N", "XA-N")), words) == words.t("compare.same")
