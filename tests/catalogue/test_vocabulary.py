"""The interpretation of typed words against the cases that the browser's tests share, and the stemmers."""

import json
from pathlib import Path

import pytest

from dashboard.catalogue.folding import fold
from dashboard.catalogue.vocabulary import Vocabulary, stemmer

CASES = json.loads((Path(__file__).parents[1] / "cases/vocabulary.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def vocabulary():
    return Vocabulary(map(fold, CASES["texts"]), lambda word: CASES["stems"].get(word, word))


@pytest.mark.parametrize("case", CASES["queries"], ids=lambda case: case["typed"])
def test_a_typed_text_is_read(vocabulary, case):
    assert [sorted(stems) for stems in vocabulary.read(case["typed"])] == case["read"], case["why"]


@pytest.mark.parametrize(
    "forms",
    [
        "train trains training",
        "китайская китайской китайские",
        "медицина медицины медициной",
        "партнер партнера партнерами",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms):
    assert len(set(map(stemmer(["en", "ru", "zh"]), forms.split()))) == 1


@pytest.mark.parametrize("words", ["plan plant", "tea teaching", "китай китайский", "порт портал", "medicine medical"])
def test_different_words_have_different_stems(words):
    assert len(set(map(stemmer(["en", "ru", "zh"]), words.split()))) == 2


def test_a_language_without_a_stemmer_leaves_words_as_they_are():
    assert stemmer(["zh", "no-such-language"])("trains") == "trains"
