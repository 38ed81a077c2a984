"""A record is written into its file, and nothing else of the file changes; the files are written by hand here."""

from difflib import ndiff

import pytest

from dashboard.catalogue.folder import CONFIG
from dashboard.catalogue.schema import RECORD_KINDS
from dashboard.catalogue.yamlfile import read_in
from dashboard.desk import form
from dashboard.desk.record import Lossy, spliced

FILE = """\
# North and east.

agreements:   # two of them
  - id: first
    kind: twinning          # kinds.yaml
    title: {en: One, fr: Un} # short
    signed: '2017'
    sectors: []
    sources: [gazette-1]

  # The second one is doubtful.
  - id: second
    title:
      en: Two
      fr: Deux   # or trois
    kind: memorandum
    sources:
      - gazette-1

events:
  - id: fair
    title: {en: Fair, fr: Foire}
# The end.
"""
FIRST = {
    "id": "first",
    "kind": "twinning",
    "title": {"en": "One", "fr": "Un"},
    "signed": "2017",
    "sectors": [],
    "sources": ["gazette-1"],
}
SECOND = {
    "id": "second",
    "title": {"en": "Two", "fr": "Deux"},
    "kind": "memorandum",
    "sources": ["gazette-1"],
}
NEW = {"id": "new", "title": {"en": "New: a thing", "fr": "Neuf"}, "signed": "2024-05", "sources": ["a", "b"]}


def changes(path, record, text=FILE):
    """Lines that go and come."""
    lines = ndiff(text.split("\n"), spliced(text, path, record).split("\n"))
    return [line for line in lines if line[0] in "+-"]


def test_a_value_is_replaced_and_the_comment_behind_it_stays():
    assert changes(("agreements", "first"), FIRST | {"kind": "roadmap"}) == [
        "-     kind: twinning          # kinds.yaml",
        "+     kind: roadmap          # kinds.yaml",
    ]
    assert changes(("agreements", "first"), FIRST | {"sectors": ["trade", "sport"]}) == [
        "-     sectors: []",
        "+     sectors: [trade, sport]",
    ]


def test_a_text_is_replaced_in_one_language():
    assert changes(("agreements", "second"), SECOND | {"title": {"en": "Two", "fr": "Les deux"}}) == [
        "-       fr: Deux   # or trois",
        "+       fr: Les deux   # or trois",
    ]
    assert changes(("agreements", "first"), FIRST | {"title": {"en": "One", "fr": "A: b"}}) == [
        "-     title: {en: One, fr: Un} # short",
        "+     title: {en: One, fr: 'A: b'} # short",
    ]


def test_a_new_field_comes_after_the_one_before_it_and_a_dropped_one_goes():
    made = {"id": "first", "kind": "twinning", "title": {"en": "One", "fr": "Un"}, "valid": "2017/..", "sectors": []}
    assert changes(("agreements", "first"), made | {"sources": ["gazette-1"]}) == [
        "-     signed: '2017'",
        "+     valid: '2017/..'",
    ]


def test_records_and_lists_are_added_in_their_places():
    record = [
        "+   - id: new",
        "+     title:",
        "+       en: 'New: a thing'",
        "+       fr: Neuf",
        "+     signed: '2024-05'",
        "+     sources: [a, b]",
    ]
    text = spliced(FILE, ("agreements", "new"), NEW)
    assert changes(("agreements", "new"), NEW) == [*record, "+ "]  # an empty line more, wherever it is counted
    assert text.index("      - gazette-1\n\n  - id: new") < text.index("\n\nevents:")
    text = spliced(FILE, ("projects", "new"), NEW)
    assert text.index("- gazette-1\n\nprojects:\n  - id: new\n") < text.index("sources: [a, b]\n\nevents:\n")
    assert spliced("# A pair.\n", ("events", "new"), NEW).startswith("# A pair.\n\nevents:\n  - id: new\n")
    assert spliced("events: []\n", ("events", "new"), NEW).startswith("events:\n  - id: new\n")


def test_an_entry_is_added_at_the_end_in_the_line_ends_of_the_file():
    text = "\ufeffa: {kind: article}\r\n"
    assert (
        spliced(text, ("b",), {"kind": "book", "date": "2024"}) == f"{text}\r\nb:\r\n  kind: book\r\n  date: '2024'\r\n"
    )
    assert spliced(text, ("a",), {"kind": "book"}) == "\ufeffa:\r\n  kind: book\r\n"


def test_a_file_that_is_no_yaml_is_left_alone():
    with pytest.raises(Lossy):
        spliced("a: [", ("b",), {"kind": "book"})


def shipped():
    """Every record of the shipped table: its file, list, path and content."""
    for path in sorted((CONFIG / "relations").glob("*.yaml")):
        content = read_in(CONFIG, f"relations/{path.name}").content
        for name in RECORD_KINDS:
            yield from ((f"relations/{path.name}", name, (name, each["id"]), each) for each in content.get(name, ()))
    for name in ("sources", "places", "organisations"):
        yield from (
            (f"{name}.yaml", name, (key,), each) for key, each in read_in(CONFIG, f"{name}.yaml").content.items()
        )


def test_every_shipped_record_comes_out_of_its_form_as_it_went_in():
    seen = 0
    for file, name, path, record in shipped():
        fields = form.fields_of(name)
        made = form.read(fields, form.filled(fields, record), ["en", "ru", "zh"])
        assert (made | {"id": record["id"]} if "id" in record else made) == record, (file, path)
        seen += 1
    assert seen > 700


def test_what_is_broken_by_hand_is_left_empty_in_the_form():
    broken = {
        "title": "A",
        "aliases": ["B"],
        "sources": "gazette-1",
        "signed": ["2017"],
        "kind": "roadmap",
        "note": None,
    }
    assert form.filled(form.fields_of("agreements"), broken) == {"kind": ["roadmap"]}


def test_an_edit_of_a_shipped_record_that_is_taken_back_leaves_no_trace():
    files = {file: (CONFIG / file).read_text("utf-8") for file, *_ in shipped()}
    for file, _, path, record in [each for each in shipped() if "note" not in each[3]][::29]:
        text = files[file]
        edited = spliced(text, path, record | {"note": {"en": "A: b", "ru": "«В» — # г", "zh": "注"}})
        assert edited != text
        assert spliced(edited, path, record) == text, (file, path)
