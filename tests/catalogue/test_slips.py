"""Slips of hand-written YAML: the line of each, what is wrong, and how it is written right."""

import pytest

from dashboard.catalogue.yamlfile import parse

UNCLOSED = "the quote that opens here is not closed; write the same sign where the text ends"
INDENTED = "this line is indented like none above it; what belongs together begins in one column"
TAB = "a tab stands before the text; indent with spaces, two for each level"

SLIPS = {
    "a colon": (
        "a:\n  title: Talks: the first\n  b: 1\n",
        "2: a text with a colon in it stands in quotes: title: 'Talks: the first'",
    ),
    "a colon and an apostrophe": (
        "a:\n  - title: Gomel's plan: part one\n",
        "2: a text with a colon in it stands in quotes: title: 'Gomel''s plan: part one'",
    ),
    "a colon between brackets": (
        "a: {en: Talks: the first, ru: Беседа}\n",
        "1: a text with a colon in it stands in quotes: en: 'Talks: the first'",
    ),
    "a colon in a long text": (
        f"a: one: {'x' * 80}\n",
        f"1: a text with a colon in it stands in quotes: a: 'one: {'x' * 55}…'",
    ),
    "no space after a colon": (
        "a:\n  - id: x\n    kind:twinning\n    signed: '2017'\n",
        "3: a space is missing after the colon: kind: twinning",
    ),
    "no colon": ("southport\n  unit: XA-S\n", "1: a colon is missing: southport:"),
    "no colon below others": ("a: 1\nsouthport\n  unit: XA-S\n", "2: a colon is missing: southport:"),
    "a tab in place of spaces": ("a:\n\tb: 1\n", f"2: {TAB}"),
    "a tab below spaces": ("a:\n  - x\n\t- y\n", f"3: {TAB}"),
    "a quote that closes at the next": ("a: 1\nb: 'two\nc: 'three'\nd: 4\n", f"2: {UNCLOSED}"),
    "a quote that closes far below": ("a: 'two\nb: 1\nc: 2\nd: three's\n", f"1: {UNCLOSED}"),
    "a double quote": ('a:\n  - id: x\n    b: "two\n  - id: y\n    b: "three"\n', f"3: {UNCLOSED}"),
    "a quote open to the end": ("a: 1\nb: 'two\nc: 3\n", f"2: {UNCLOSED}"),
    "an apostrophe in quotes": ("a: 'it's so'\n", "1: an apostrophe within '…' is written twice: 'it''s so'"),
    "words after a quotation": (
        'a: "Silk Road" fair\n',
        "1: a text that begins with a quote stands in quotes as a whole: '\"Silk Road\" fair'",
    ),
    "a list beside its key": ("a: - b\n", "1: a list begins on the line below its key: - b"),
    "a sign that has a meaning": ("a: @home\n", "1: a text that begins with '@' stands in quotes: '@home'"),
    "a percent sign": ("a: %5\n", "1: a text that begins with '%' stands in quotes: '%5'"),
    "more than": ("a: > 5 tonnes\n", "1: a text that begins with '>' stands in quotes: '> 5 tonnes'"),
    "a list that is not closed": (
        "a: [x, y\nb: 1\n",
        "1: the bracket that opens here is not closed; write ] where it ends",
    ),
    "a mapping that is not closed": (
        "a: 1\nb: {x: 1\nc: 1\n",
        "2: the bracket that opens here is not closed; write } where it ends",
    ),
    "a line too far in": ("a: 1\n b: 2\n", f"2: {INDENTED}"),
    "a line not far enough in": ("a:\n  b: 1\n c: 2\n", f"3: {INDENTED}"),
    "an item not far enough in": ("a:\n  - b\n - c\n", f"3: {INDENTED}"),
    "a key among the items of a list": (
        "a:\n  - id: x\n    b: 1\n  id: y\n",
        "4: this line stands in the column of a list, whose items begin with '- '",
    ),
    "a byte order mark between files joined": (
        "a: 1\n\ufeffb: 2\n",
        "2: found the sign zero width no-break space (U+FEFF); delete it",
    ),
}


@pytest.mark.parametrize(("text", "message"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_told_with_what_is_right(text, message):
    line, what = message.split(": ", 1)
    assert [str(problem) for problem in parse(text, "x.yaml").problems] == [f"x.yaml:{line}: this is not YAML: {what}"]


def test_a_text_folded_over_lines_is_not_taken_for_an_open_quote():
    text = "a: 'one\n  two: three'\nb: @x\n"
    (problem,) = parse(text, "x.yaml").problems
    assert (problem.line, problem.message.endswith(": '@x'")) == (3, True)


@pytest.mark.parametrize("end", ["\r", "\x85", "\u2028"])
def test_ends_of_lines_that_only_the_parser_counts_break_nothing(end):
    (problem,) = parse(f":b: c- }}#@{end}{{\ufeffx:y", "x.yaml").problems
    assert problem.line == 1
    (problem,) = parse(f"a:{end}  - id: x{end}    kind:twinning{end}    b: 1\n", "x.yaml").problems
    assert str(problem).endswith("3: this is not YAML: a space is missing after the colon: kind: twinning")


def test_what_no_hint_fits_keeps_the_words_of_the_parser():
    (problem,) = parse('a: "\\ud800"\n', "x.yaml").problems
    assert problem.message.startswith("this is not YAML: while parsing a quoted scalar")
