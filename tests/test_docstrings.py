"""Docstrings say what a thing is or does, and comments and docstrings are in British spelling.

Missing docstrings are found by ruff (rules D100 to D107).
"""

from __future__ import annotations

import ast
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted(path for folder in ("dashboard", "geodata", "tools") for path in (ROOT / folder).rglob("*.py"))
NAMES = [path.relative_to(ROOT).as_posix() for path in FILES]

QUESTION = re.compile(r"(what|whether|how|which|who|whom|whose|where|when|why)\b", re.IGNORECASE)
"""First words that make a docstring a riddle: "What stands before and after" rather than "Neighbours of"."""

AMERICAN = re.compile(
    r"\b(colou?rized|(color|favor|behavior|neighbor|center|catalog|meter|gray|license)(s|ed|ing|less)?"
    r"|(un)?label(ed|ing)|cancel(ed|ing)"
    r"|(organi|normali|capitali|summari|seriali|initiali|recogni)z(e[sd]?|ing|ations?))\b"
)
CODE = re.compile(r"`[^`]*`|\bhttps?://\S+|# (noqa|type):.*")
"""Parts of a comment whose spelling is that of identifiers."""


def docstrings(path: Path) -> Iterator[tuple[int, str]]:
    """Line and text of every docstring, including those of constants and fields."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Expr(value=ast.Constant(value=str(text))):
                yield node.lineno, text


def comments(path: Path) -> Iterator[tuple[int, str]]:
    """Line and text of every comment."""
    with path.open("rb") as file:
        for token in tokenize.tokenize(file.readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.string


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_no_docstring_begins_with_a_question_word(path):
    assert [f"{line}: {text}" for line, text in docstrings(path) if QUESTION.match(text.strip())] == []


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_spelling_is_british(path):
    texts = [*docstrings(path), *comments(path)]
    assert [f"{line}: {text}" for line, text in texts if AMERICAN.search(CODE.sub("", text))] == []


@pytest.mark.parametrize("text", ["What is drawn.", "Whether a pair is regional", "how many there are"])
def test_question_words_are_found(text):
    assert QUESTION.match(text)


@pytest.mark.parametrize("text", ["Whole table.", "Wherever it is read", "Return what is drawn"])
def test_other_words_may_come_first(text):
    assert not QUESTION.match(text)


@pytest.mark.parametrize("text", ["the color of arcs", "two neighbors", "centered", "a license", "normalized", "gray"])
def test_american_spelling_is_found(text):
    assert AMERICAN.search(text)


@pytest.mark.parametrize("text", ["the colour", "licensed", "SIL Open Font License", "size", "seized", "perimeters"])
def test_british_spelling_and_proper_names_are_accepted(text):
    assert not AMERICAN.search(text)
