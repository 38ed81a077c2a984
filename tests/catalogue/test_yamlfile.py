"""YAML as an editor types it: no surprising types, every value with its line."""

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
        ("a: 1\na: 2\n", "x.yaml:2: a: this key stands twice; the first is on line 1"),
        ("a: &x [1]\nb: *x\n", "x.yaml:1: b: anchors and aliases are not used here; write the value out"),
        ("a: !!int '5'\n", "x.yaml:1: a: the tag tag:yaml.org,2002:int is not used here"),
        ("a: !!timestamp now\n", "x.yaml:1: a: the tag tag:yaml.org,2002:timestamp is not used here"),
        ("a: !secret b\n", "x.yaml:1: a: the tag !secret is not used here"),
        ("- a\n", "x.yaml:1: expected a mapping of names to values at the top of the file"),
        (
            "a: [1\nb: 2\n",
            "x.yaml:2: this is not YAML: while parsing a flow sequence, did not find expected ',' or ']'",
        ),
        (
            "a: 1\n---\nb: 2\n",
            "x.yaml:2: this is not YAML: expected a single document in the stream, but found another document",
        ),
    ],
)
def test_what_is_not_used_here(file, text, message):
    assert [str(problem) for problem in file(text).problems] == [message]


def test_an_empty_file_is_an_empty_mapping(file):
    assert (file("# nothing yet\n").content, file("").problems) == ({}, ())
