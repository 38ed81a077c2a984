"""YAML as an editor types it: no surprising types, every value with its line."""

from itertools import pairwise
from string import ascii_lowercase
from time import process_time

import pytest

from dashboard.catalogue.yamlfile import read

TYPED = {
    "NO": "NO",
    "no": "no",
    "yes": "yes",
    "on": "on",
    "True": "True",
    "0123": "0123",
    "0o17": "0o17",
    "0x1F": "0x1F",
    "12:30": "12:30",
    "2017-03-21": "2017-03-21",
    "2017-03-21 10:00:00": "2017-03-21 10:00:00",
    "1_000": "1_000",
    "1e6": "1e6",
    ".5": ".5",
    ".inf": ".inf",
    "=": "=",
    "2017": 2017,
    "-5": -5,
    "0.5": 0.5,
    "true": True,
    "false": False,
    "null": None,
    "~": None,
    "": None,
    "'2017'": "2017",
    "'true'": "true",
    "[NO, 1]": ["NO", 1],
}


@pytest.fixture
def file(tmp_path):
    def make(text):
        (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
        return read(tmp_path / "x.yaml", "x.yaml")

    return make


@pytest.mark.parametrize(("typed", "value"), TYPED.items())
def test_values_are_what_was_typed(file, typed, value):
    found = file(f"key: {typed}\n")
    assert found.problems == ()
    assert found.content == {"key": value}
    assert type(found.content["key"]) is type(value)


def test_keys_are_text(file):
    assert file("NO: 1\n2017: 2\n12:30: 3\n").content == {"NO": 1, "2017": 2, "12:30": 3}


def test_lines_of_values_keys_and_list_items(file):
    found = file("# a comment\na:\n  b: 1\nc:\n  - id: first\n    x: 2\n  - id: second\n    x: 3\n")
    assert [found.line(where) for where in (("a",), ("a", "b"), ("c", 0), ("c", 1), ("c", 1, "x"))] == [2, 3, 5, 7, 8]
    assert found.line(("c", 1, "not there")) == 7
    assert str(found.problem(("c", 1, "x"), "wrong")) == "x.yaml:8: c.second.x: wrong"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\na: 2\n", "x.yaml:2: a: this key occurs twice; the first is on line 1"),
        ("a: &x [1]\n", "x.yaml:1: a: anchors and aliases are not allowed; write the value out"),
        ("a: 1\nb: {c: *x}\n", "x.yaml:2: b.c: anchors and aliases are not allowed; write the value out"),
        ("[a]: 1\n", "x.yaml:1: a key must be plain text, not a list, a mapping or an alias"),
        ("a: 1\n*x : 2\n", "x.yaml:2: a key must be plain text, not a list, a mapping or an alias"),
        ("a: !!set {b: 1}\n", "x.yaml:1: a: the tag tag:yaml.org,2002:set is not allowed; remove it"),
        ("%YAML 1.2\n---\na: 1\n", "x.yaml:1: a line must not begin with '%'"),
        ("a: !!int '5'\n", "x.yaml:1: a: the tag tag:yaml.org,2002:int is not allowed; remove it"),
        ("a: !!timestamp now\n", "x.yaml:1: a: the tag tag:yaml.org,2002:timestamp is not allowed; remove it"),
        ("a: !secret b\n", "x.yaml:1: a: the tag !secret is not allowed; remove it"),
        ("- a\n", "x.yaml:1: expected a mapping of names to values at the top of the file"),
        (
            "a: [1\nb: 2\n",
            "x.yaml:1: this is not YAML: the bracket that opens here is not closed; write ] where it ends",
        ),
        (
            "a: 1\nb: 'two\nc: 3\n",
            "x.yaml:2: this is not YAML: the quote that opens here is not closed; "
            "write the same sign where the text ends",
        ),
        (
            "a: 1\n---\nb: 2\n",
            "x.yaml:2: this is not YAML: expected a single document in the stream, but found another document",
        ),
    ],
)
def test_what_is_not_used_here(file, text, message):
    assert [str(problem) for problem in file(text).problems] == [message]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "a: 1\nb：2\nc: 3\n",
            "x.yaml:2: this is not YAML: found the sign fullwidth colon (U+FF1A); write a colon and a space instead",
        ),
        (
            "a: 1\nb:\u00a02\nc: 3\n",
            "x.yaml:2: this is not YAML: found the sign no-break space (U+00A0); write a plain space instead",
        ),
        (
            "a: 1\nb:\u30002\nc: 3\n",
            "x.yaml:2: this is not YAML: found the sign ideographic space (U+3000); write a plain space instead",
        ),
        ("a:\n  - 1\n  – 2\n", "x.yaml:3: this is not YAML: found the sign en dash (U+2013); write '- ' instead"),
        (
            "a: 1\nb: “x: y”\n",
            "x.yaml:2: this is not YAML: found the sign left double quotation mark (U+201C); write ' or \" instead",
        ),
    ],
)
def test_signs_that_look_like_those_of_yaml_are_named(file, text, message):
    assert [str(problem) for problem in file(text).problems] == [message]


def test_signs_of_typography_are_welcome_in_texts(file):
    found = file("a: “x” – y：z\nb: 一：二\n")
    assert (found.content, found.problems) == ({"a": "“x” – y：z", "b": "一：二"}, ())


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n", "{}\n", "\ufeff"])
def test_an_empty_file_is_an_empty_mapping(file, text):
    found = file(text)
    assert (found.content, found.problems) == ({}, ())


def test_line_ends_and_byte_order_mark_of_other_systems(file):
    found = file("\ufeffa: 1\r\nb: two\r\n")
    assert (found.content, found.problems) == ({"a": 1, "b": "two"}, ())


TOO_DEEP = "lists and mappings are nested more than 20 deep"
TOO_MANY = "this file holds more than 100,000 values; is it a table?"
LAUGHS = "".join(f"{after}: &{after} [*{before}, *{before}]\n" for before, after in pairwise(ascii_lowercase))
HOSTILE = {
    "5,000 lists": ("a:\n  " + "[" * 5000, f"x.yaml:2: {TOO_DEEP}"),
    "100,000 lists": ("a: " + "[" * 100_000, f"x.yaml:1: {TOO_DEEP}"),
    "100,000 mappings": ("a: " + "{a: " * 100_000, f"x.yaml:1: {TOO_DEEP}"),
    "100,000 lists as keys": ("? " * 100_000, "x.yaml:1: a key must be plain text, not a list, a mapping or an alias"),
    "indented mappings": ("".join(" " * depth + "a:\n" for depth in range(1900)), f"x.yaml:21: {TOO_DEEP}"),
    "many values": ("a: [" + "b," * 900_000 + "]", f"x.yaml:1: {TOO_MANY}"),
    "many keys": ("".join(f"k{n}: 1\n" for n in range(150_000)), f"x.yaml:99999: {TOO_MANY}"),
    "many directives": ("%TAG !a! b\n" * 150_000, "x.yaml:1: a line must not begin with '%'"),
    "many bytes": ("a: 1\n" * 500_000, "x.yaml:1: this file has more than 2,000,000 bytes; is it a table?"),
    "a long text": (
        f"a: {'x' * 10_001}",
        "x.yaml:1: a: a text may have at most 10,000 characters, this one has 10,001",
    ),
    "a long key": (
        f"? {'x' * 10_001}\n: 1",
        "x.yaml:1: a text may have at most 10,000 characters, this one has 10,001",
    ),
    "5,000 digits": (
        f"a: {'9' * 5000}",
        "x.yaml:1: a: a number may have at most 15 digits; put it in quotes if it is a text",
    ),
    "an infinite number": (
        f"b: 1\na: 1{'0' * 400}.0",
        "x.yaml:2: a: a number may have at most 15 digits; put it in quotes if it is a text",
    ),
    "NUL": ("a: 1\nb: x\0y\n", "x.yaml:2: the control character U+0000 is not allowed; delete it"),
    "an escaped NUL": ('a: 1\nb: "x\\0y"\n', "x.yaml:2: b: the control character U+0000 is not allowed; delete it"),
    "an escaped bell in a key": ('"\\a": 1\n', "x.yaml:1: the control character U+0007 is not allowed; delete it"),
    "half a surrogate pair": (
        'a: "\\ud800"\n',
        "x.yaml:1: this is not YAML: while parsing a quoted scalar, found invalid Unicode character escape code",
    ),
}


@pytest.mark.parametrize(("text", "message"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_in_one_sentence_and_at_once(file, text, message):
    start = process_time()
    assert [str(problem) for problem in file(text).problems] == [message]
    assert process_time() - start < 2


def test_aliases_that_multiply_are_never_expanded(file):
    found = file("a: &a [x, x]\n" + LAUGHS)
    assert {problem.message for problem in found.problems} == {
        "anchors and aliases are not allowed; write the value out"
    }
    assert found.content["z"] == [None, None]


def test_fifteen_digits_are_kept_exactly(file):
    found = file("a: 999999999999999\nb: -12345678.1234567\nc: '1234567890123456'\n")
    assert found.problems == ()
    assert found.content == {"a": 999_999_999_999_999, "b": -12345678.1234567, "c": "1234567890123456"}


def test_depth_is_counted_in_one_another_and_not_in_all(file):
    assert file("a:\n" + "  - {b: [1]}\n" * 100).problems == ()
