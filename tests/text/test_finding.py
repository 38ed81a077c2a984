"""The headline and the lead of the first page, written by hand from what the sources report."""

import re

import pytest

from dashboard.catalogue.filtering import Filter, select
from dashboard.loading import CONFIG, load_all
from dashboard.text.finding import finding
from dashboard.text.phrases import Phrases

LOADED = load_all(CONFIG)
# Brest Region has four twins, Minsk Region and Vitebsk Region one each; ten other pairs signed something.
WHOLE = {
    "en": (
        "Three Belarusian regions have six Chinese twins",
        "Agreements link 10 more pairs. On record: 162 projects, 23 of them under way or completed.",
    ),
    "ru": (
        "У трёх регионов Беларуси — шесть побратимов в Китае",
        "Ещё 10 пар регионов связаны соглашениями. Всего 162 проекта; реализуются или завершены — 23.",
    ),
    "zh": (
        "白俄罗斯三个州与中国六个省市结好",
        "另有10对省州签有协议。共收录项目162个，其中23个正在推进或已完成。",
    ),
}


def said(language: str, **wanted: frozenset[str]) -> tuple[str, str]:
    view = select(LOADED.catalogue, Filter(**wanted))
    return finding(view, Phrases(view.catalogue, LOADED.translators[language]))


@pytest.mark.parametrize("language", WHOLE)
def test_the_shipped_table_in_every_language(language):
    assert said(language) == WHOLE[language]


def test_the_numbers_are_those_of_the_files():
    """Counted in config/relations as text, without the program."""
    files = {path.stem: path.read_text(encoding="utf-8") for path in (CONFIG / "relations").glob("*.yaml")}
    lines = [line for text in files.values() for line in text.splitlines()]
    projects = [line for line in lines if line.lstrip(" -").startswith("status:")]
    done = [line for line in projects if line.split(":")[1].strip() in ("under_way", "operating", "completed")]
    twins = [stem for stem, text in files.items() if stem.count("-") == 2 and agrees_to_twin(text)]
    assert (len(projects), len(done)) == (162, 23)
    assert len(twins) == 6
    assert len({stem.split("_")[0] for stem in twins}) == 3


def agrees_to_twin(text: str) -> bool:
    """True if a file lists a twinning among its agreements, rather than one of cities among its links."""
    agreements = re.search(r"^agreements:\n((?:[ #-].*\n|\n)*)", text, re.MULTILINE)
    return bool(agreements and "kind: twinning\n" in agreements[1])


def test_without_a_twinning_the_headline_is_the_title():
    title, lead = said("en", closeness=frozenset({"agreement"}))
    assert title == LOADED.catalogue.atlas.title["en"]
    assert lead.startswith("Agreements link 10 pairs. ")


def test_without_an_agreement_none_is_mentioned():
    assert said("en", closeness=frozenset({"contacts"}))[1].startswith("On record: ")
