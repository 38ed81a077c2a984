"""Folding against the cases that the browser's tests share."""

import json
from pathlib import Path

import pytest

from dashboard.catalogue.folding import TRADITIONAL, fold, on_other_keyboard, typed_words

CASES = json.loads((Path(__file__).parents[1] / "cases/fold.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_text_as_it_is_compared(case):
    assert fold(case["text"]) == case["folded"]
    assert fold(case["folded"]) == case["folded"]


def test_chinese_characters_that_stand_together_are_one_word():
    assert typed_words("中医 5G基站, Great-Stone") == ["中医", "5g", "基站", "great", "stone"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("vbycr", "минск"),
        ("VBYCR", "минск"),
        ("<htcn", "брест"),
        ("[t,tq", "хебей"),
        ("ьштыл", "minsk"),
        ("中医", "中医"),
    ],
)
def test_a_keyboard_left_in_the_other_script(typed, meant):
    assert on_other_keyboard(typed) == meant


def test_the_browser_has_the_same_characters():
    browser = Path(__file__).parents[2] / "frontend/src/search" / TRADITIONAL.name
    assert browser.read_bytes() == TRADITIONAL.read_bytes()


def test_each_traditional_character_has_one_simplified_form():
    forms = json.loads(TRADITIONAL.read_text(encoding="utf-8"))
    pairs = dict(zip(forms["traditional"], forms["simplified"], strict=True))
    assert len(pairs) == len(forms["traditional"])
    assert {character: pairs[character] for character in "慶龍東廣醫國"} == dict(
        zip("慶龍東廣醫國", "庆龙东广医国", strict=True)
    )
    assert not pairs.keys() & set(pairs.values()), "a simplified form is simplified once more"
