"""Words beside a number agree with it, whatever the number is: no text is right only for those of today's table."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from dashboard.loading import CONFIG, load_all
from dashboard.text.check import FORMS

TRANSLATORS = load_all(CONFIG).translators

WORDED = re.compile(
    "a|about|as_of|asked|author|b|book|cells|city|closeness|country|date|day|figure|first|how|kinds?|language|last|levels|"
    "licence|names?|pages|pairs?|partners|parts|problems|projects|publisher|records|region|says|sectors?|share|since|"
    "sources|stages|status|text|ties|title|undated|unit|url|value|version|what|year"
)
"""Placeholders that hold words, dates or several numbers; all others are taken for a number."""

SAME = {"en": "of|in|twinned|linked|with|without|undated|under|km|against", "ru": "без|из|здесь|долл|бел|км|против"}
"""Words that stay the same after any number, in each language with plural forms."""

SEVERAL = {"story.agreements", "story.sector_pairs", "story.sector_pairs_alike", "story.events", "timeline.more"}
"""Texts that are said of two or more only, where there are no other plurals; one has a text of its own."""


def texts(value: Any, key: str = "", formed: bool = False) -> Iterator[tuple[str, str, bool]]:
    """Every text with its key, and whether it is one of several forms for a number."""
    if not isinstance(value, dict):
        yield key, str(value), formed
        return
    forms = bool(value) and all(name in FORMS or name.startswith("=") for name in value)
    for name, inner in value.items():
        yield from texts(inner, key if forms else f"{key}.{name}".strip("."), forms)


def unfit(language: str, text: str, *, formed: bool) -> list[str]:
    """The numbers of a text each with the word that follows, where that word has but one form."""
    beside = re.findall(r"\{(\w+)(?::spelt)?\}[ \N{NO-BREAK SPACE}](\w+)", text)
    return [
        f"{{{name}}} {word}"
        for name, word in beside
        if not WORDED.fullmatch(name) and not re.fullmatch(SAME[language], word) and not (formed and name == "n")
    ]


@pytest.mark.parametrize("language", [code for code, t in TRANSLATORS.items() if t.locale.plural_form.tags])
def test_a_word_after_a_number_has_a_form_for_each(language: str) -> None:
    few = TRANSLATORS[language].locale.plural_form.tags == {"one"}
    found = {
        key: wrong
        for key, text, formed in texts(TRANSLATORS[language].words)
        if (wrong := unfit(language, text, formed=formed)) and not (few and key in SEVERAL)
    }
    assert found == {}


def test_the_search_finds_what_agrees_by_chance() -> None:
    assert unfit("ru", "Записи есть у {n} из {possible} возможных пар.", formed=False) == ["{possible} возможных"]
    assert unfit("en", "{n} of {all} sectors", formed=True) == ["{all} sectors"], "the forms are those for n"
    assert unfit("en", "{n} records", formed=False) == ["{n} records"]
    assert unfit("en", "{n} records", formed=True) == unfit("ru", "{n} из {all}.", formed=False) == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", ["1 возможной пары", "2 возможных пар", "5 возможных пар", "21 возможной пары", "238 возможных пар"]),
        ("en", ["1 possible pair", "2 possible pairs", "5 possible pairs", "21 possible pairs", "238 possible pairs"]),
        ("zh", [f"{n}种可能的组合" for n in (1, 2, 5, 21, 238)]),
    ],
)
def test_the_whole_agrees_with_its_own_number(language: str, said: list[str]) -> None:
    assert [TRANSLATORS[language]("insights.of.pairs", n=n) for n in (1, 2, 5, 21, 238)] == said
