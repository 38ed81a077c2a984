"""Folding against the cases shared with the browser's tests."""

import json
from pathlib import Path

import pytest

from dashboard.catalogue.filtering import Filter, select
from dashboard.catalogue.folding import fold, fold_words
from dashboard.catalogue.load import load
from dashboard.catalogue.model import Catalogue
from dashboard.loading import CONFIG, load_all

CASES = json.loads((Path(__file__).parents[1] / "cases/fold.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load(CONFIG)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_text_as_it_is_compared(case: dict[str, str]) -> None:
    assert fold(case["text"]) == case["folded"]


def test_chinese_characters_that_stand_together_are_one_word() -> None:
    assert fold_words("中医 5G基站, Great-Stone") == [" 中 医", " 5g 基 站", " great", " stone"]


def found(table: Catalogue, text: str) -> list[str]:
    return [row.key for row in select(table, Filter(text=text)).rows]


@pytest.mark.parametrize(
    "spellings",
    [
        ["партнёрами", "партнерами", "ПАРТНЁРАМИ", "партне\u0308рами", "парт\u00adнерами", "парт\u200bнерами"],
        ["четырёх", "четырех"],
        ["traditional medicine", "traditional-medicine", "Traditional  Medicine", "ｔｒａｄｉｔｉｏｎａｌ medicine"],
        ["MINSK", "MİNSK", "minsk"],
    ],
    ids=lambda spellings: spellings[0],
)
def test_every_spelling_finds_the_same_records(shipped: Catalogue, spellings: list[str]) -> None:
    first, *others = (found(shipped, spelling) for spelling in spellings)
    assert first
    assert all(other == first for other in others)


def test_a_word_is_found_where_a_word_begins(tiny: Catalogue) -> None:
    # "Training of engineers" and its French title "Formation d’ingénieurs"; "raining" only occurs inside a word.
    assert found(tiny, "train engineers") == ["XA-N_XB-E/university-works"]
    assert found(tiny, "raining") == []


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "tractor hospital FEZ"), ("ru", "трактор университет СЭЗ"), ("zh", "班列 医院 大学")],
)
def test_the_examples_under_the_filter_find_something(shipped: Catalogue, language: str, words: str) -> None:
    placeholder = load_all(CONFIG).translators[language]("filters.text_placeholder")
    for word in words.split():
        assert word in placeholder
        assert found(shipped, word)


def test_a_text_is_cut_before_it_can_take_long(tiny: Catalogue) -> None:
    everything = len(tiny.rows)
    assert len(found(tiny, " " * 200 + "zeppelin")) == everything
    assert found(tiny, " " * 190 + "zeppelin") == []
