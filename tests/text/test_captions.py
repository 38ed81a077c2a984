"""Captions of the charts, against sentences and counts made by hand from the tiny atlas."""

import pytest

from dashboard.catalogue import metrics
from dashboard.catalogue.comparison import comparison_of
from dashboard.catalogue.filtering import Filter, View, select
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.outcomes import harvest_of
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
        "Of 4 possible pairs, 3 have something on record.",
        "By strength of link: 1 twinned, 1 in contact and 1 linked below the regional level only. "
        "Most records: Northland – Eastland (9 records).",
    )


def test_other_charts_name_the_leader(whole: View, words: Phrases) -> None:
    assert captions.sectors_caption(whole, "XA", words) == (
        "Logistics is named most often, in 5 ties.",
        "Widest range: Northland, with 2 of 2 sectors.",
    )
    headline, more = captions.stages_caption(whole, "XA", words)
    assert headline.startswith("Of 3 projects, 1 is an idea or under discussion (33%), 1 is agreed (33%) and 1 is ")
    assert more == "Most projects: Northland (3)."
    assert captions.sector_stages_caption(whole, words) == (
        "Logistics is the sector with the most projects (2).",
        "Of these, 1 is an idea or under discussion (50%) and 1 is agreed (50%).",
    )
    assert captions.years_caption(whole, words) == (
        "The busiest year was 2016, with 1 agreement and 1 event.",
        "Not shown: 2 records without a date.",
    )


def test_outcomes_are_told_by_agreements_and_by_what_has_no_document(
    tiny: Catalogue, whole: View, words: Phrases
) -> None:
    assert captions.outcomes_caption(harvest_of(whole), words) == (
        "Projects are on record under 1 of 3 agreements.",
        "Projects under way or completed: 1; for 0 of them, no document is on record.",
    )
    logistics = select(tiny, Filter(sectors=frozenset({"logistics"})))
    assert captions.outcomes_caption(harvest_of(logistics), words) == (
        "Projects are on record under 0 of 1 agreement.",
        "",
    )


@pytest.mark.parametrize(
    ("language", "n", "expected"),
    [
        ("ru", 1, "Проекты отмечены по 1 из 1 соглашения."),
        ("ru", 21, "Проекты отмечены по 1 из 21 соглашения."),
        ("ru", 22, "Проекты отмечены по 1 из 22 соглашений."),
        ("ru", 37, "Проекты отмечены по 1 из 37 соглашений."),
        ("zh", 37, "37份协议中，1份有据此开展的项目。"),
    ],
)
def test_agreements_are_told_in_the_case_of_their_number(language: str, n: int, expected: str) -> None:
    assert load_all(CONFIG).translators[language]("insights.outcomes.says", n=n, fruitful=1) == expected


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (1, "Реализуется или завершён 1 проект; без документа-основания — 1."),
        (3, "Реализуются или завершены 3 проекта; без документа-основания — 1."),
        (11, "Реализуются или завершены 11 проектов; без документа-основания — 1."),
        (21, "Реализуется или завершён 21 проект; без документа-основания — 1."),
    ],
)
def test_russian_verbs_agree_with_the_number_of_projects(n: int, expected: str) -> None:
    said = load_all(CONFIG).translators["ru"]("insights.outcomes.more", n=n, loose=1)
    assert said.replace("\N{NO-BREAK SPACE}", " ") == expected


def test_an_empty_chart_has_no_caption(tiny: Catalogue, words: Phrases) -> None:
    view = select(tiny, Filter(text="zeppelin"))
    assert captions.matrix_caption(view, words) is None
    assert captions.sectors_caption(view, "XA", words) is None
    assert captions.stages_caption(view, "XA", words) is None
    assert captions.sector_stages_caption(view, words) is None
    assert captions.years_caption(view, words) is None
    assert captions.outcomes_caption(harvest_of(view), words) is None


def test_units_outside_the_matrix_are_named_if_there_are_any(tiny: Catalogue, whole: View, words: Phrases) -> None:
    assert captions.units_without_pairs(whole, words) is None
    zones = select(tiny, Filter(levels=frozenset({"zone"})))
    assert captions.units_without_pairs(zones, words).endswith("recorded: Southland and Eastland.")


def test_white_spots_are_counted_by_country_and_region(tiny: Catalogue, whole: View, words: Phrases) -> None:
    found = metrics.find_gaps(whole, "XA")
    assert captions.sectors_without_projects(found, words) is None
    partnerships = metrics.find_gaps(select(tiny, Filter(kinds=frozenset({"partnership"}))), "XA")
    assert captions.sectors_without_projects(partnerships, words) == words.t(
        "insights.gaps.idle_says", name="Northland", n=2, all="2 sectors"
    )
    zones = metrics.find_gaps(select(tiny, Filter(levels=frozenset({"zone"}))), "XA")
    assert captions.units_without_ties("XA", zones, words) == "Of 2 regions, 1 has no tie here."
    assert captions.units_without_ties("XB", found, words) == words.t("insights.gaps.untied_none")
    assert captions.gaps_caption(found, words) == ("Of 4 regions, 1 has no tie here.", "")


def test_a_thing_does_not_differ_from_itself(whole: View, words: Phrases) -> None:
    assert captions.difference_caption(comparison_of(whole, ("XA-N", "XA-N")), words) == (
        "Under the current filter, both have the same number of records of every kind.",
        "",
    )
