"""What a filled-in form would do to the tiny atlas, and what is wrong with it."""

import json
from dataclasses import replace

import pytest

from dashboard.desk import form, record, save
from dashboard.desk.check import problems_with
from dashboard.desk.proposal import Target, content_of, propose, slug, unused
from dashboard.loading import load_all

PAIR = "XA-N_XB-E"
MEMORANDUM = {
    "kind": ["memorandum"],
    "title.en": ["Second memorandum of 2020"],
    "title.fr": ["Second mémorandum"],
    "signed": ["2020"],
    "sources": ["gazette-1"],
}


@pytest.fixture
def snapshot(config):
    return load_all(config)


def changes(found):
    return [line for line in found.edits[0].diff if line[0] in "+-"]


def test_a_new_record_gets_an_id_of_its_title(config, snapshot):
    found = propose(config, snapshot, Target("agreements", PAIR), MEMORANDUM)
    assert found.good
    assert found.target == Target("agreements", PAIR, "second-memorandum-of-2020")
    assert [line[1:].strip() for line in found.edits[0].diff if line[0] == "+"] == [
        "",
        "- id: second-memorandum-of-2020",
        "kind: memorandum",
        "title:",
        "en: Second memorandum of 2020",
        "fr: Second mémorandum",
        "signed: '2020'",
        "sectors: []",
        "sources: [gazette-1]",
    ]


def test_problems_stand_beside_their_fields_in_the_words_of_the_check(config, snapshot):
    wrong = MEMORANDUM | {"kind": ["memorandun"], "title.fr": [""], "signed": ["May"], "sources": []}
    found = propose(config, snapshot, Target("agreements", PAIR), wrong)
    assert found.fields["kind"] == ["unknown kind of agreement 'memorandun'; did you mean 'memorandum'?"]
    assert found.fields["title"] == ["no text in language 'fr'"]
    assert found.fields["sources"] == ["at least one entry is needed"]
    assert found.fields["signed"][0].startswith("'May' is not an EDTF date")
    assert not found.others


def test_sides_are_needed_and_make_a_new_file(config, snapshot):
    assert propose(config, snapshot, Target("agreements"), MEMORANDUM).fields.keys() == {"side"}
    chosen = MEMORANDUM | {"side.a": ["XA-S"], "side.b": ["XB-E"]}
    found = propose(config, snapshot, Target("agreements"), chosen)
    assert found.edits[0].name == "relations/XA-S_XB-E.yaml"
    assert found.edits[0].before is None
    assert str(found.edits[0].after).startswith(
        "# Southland – Eastland.\n\nagreements:\n  - id: second-memorandum-of-2020\n"
    )
    assert "relations/../../x" not in str(propose(config, snapshot, Target("agreements", "../../x"), MEMORANDUM))


def test_a_source_is_made_on_the_way(config, snapshot):
    pasted = {
        "sources": [],
        "new.url": ["https://example.org/9"],
        "new.title": ["On a memorandum"],
        "new.language": ["en"],
    }
    found = propose(config, snapshot, Target("agreements", PAIR), MEMORANDUM | pasted | {"new.date": ["2024-05-21"]})
    assert found.good
    source, record = found.edits
    assert source.name == "sources.yaml"
    assert "\ngazette-20240521:\n  kind: article\n  title: On a memorandum\n  publisher:\n    en: Gazette\n" in str(
        source.after
    )
    assert "sources: [gazette-20240521]" in str(record.after)
    pasted |= {"new.url": ["example.org"], "new.publisher": ["Example"]}
    wrong = propose(config, snapshot, Target("agreements", PAIR), MEMORANDUM | pasted)
    assert wrong.fields.keys() == {"new.url"}


def test_an_address_that_is_half_typed_is_a_problem_of_its_field(config, snapshot):
    pasted = {"new.url": ["https://[x"], "new.title": ["On a memorandum"], "new.language": ["en"]}
    found = propose(config, snapshot, Target("agreements", PAIR), MEMORANDUM | pasted)
    assert found.fields["new.url"] == ["'https://[x' is not the address of a page"]


def test_new_entries_take_no_key_that_a_file_has_though_the_table_on_show_lacks_it(config, snapshot):
    with (config / "sources.yaml").open("a") as file:
        file.write("\nnews-2024: {kind: article}\n")
    source = {"kind": ["article"], "publisher.en": ["News"], "publisher.fr": ["News"], "date": ["2024"]}
    assert propose(config, snapshot, Target("sources"), source).target.id == "news-2024-2"
    pasted = {"new.title": ["T"], "new.publisher": ["News"], "new.date": ["2024"]}
    found = propose(config, snapshot, Target("agreements", PAIR), MEMORANDUM | pasted)
    assert "\nnews-2024-2:\n" in str(found.edits[0].after)
    place = {"names.en": ["North University"], "kind": ["city"], "unit": ["XA-N"]}
    assert propose(config, snapshot, Target("places"), place).target.id == "north-university-2"


def test_two_spaces_in_a_text_are_no_change_by_somebody_else(config, edit):
    edit(f"relations/{PAIR}.yaml", "{en: Memorandum, fr: Mémorandum}", "{en: A  memorandum, fr: Mémorandum}")
    snapshot, target = load_all(config), Target("agreements", PAIR, "memorandum-2016")
    before = record.found(content_of(config, f"relations/{PAIR}.yaml"), target.path)
    assert before["title"]["en"] == "A  memorandum"
    data = form.filled(form.fields_of("agreements"), before) | {"before": [json.dumps(before)]}
    assert not propose(config, snapshot, target, data).met


def test_a_record_that_was_broken_stays_apart_from_one_whose_id_begins_alike(config, snapshot):
    path = config / f"relations/{PAIR}.yaml"
    second = "  - {id: memorandum-2016-b, kind: none, title: {en: B, fr: B}, sectors: [], sources: [gazette-1]}\n"
    path.write_text(path.read_text().replace("agreements:\n", f"agreements:\n{second}"))
    target = Target("agreements", PAIR, "memorandum-2016")
    before = record.found(content_of(config, f"relations/{PAIR}.yaml"), target.path)
    data = form.filled(form.fields_of("agreements"), before) | {"before": [json.dumps(before)], "signed": ["2016-12"]}
    known = replace(snapshot, problems=problems_with(config, {}))
    assert propose(config, known, target, data).good


def test_a_record_that_was_changed_meanwhile_is_known(config, snapshot, edit):
    target, fields = Target("agreements", PAIR, "memorandum-2016"), form.fields_of("agreements")
    before = {
        "id": "memorandum-2016",
        "kind": "memorandum",
        "signed": "2016-11",
        "valid": "2016-11/2018",
        "title": {"en": "Memorandum", "fr": "Mémorandum"},
        "sectors": [],
        "sources": ["gazette-1"],
    }
    data = form.filled(fields, before) | {"before": [json.dumps(before)], "signed": ["2016-12"]}
    found = propose(config, snapshot, target, data)
    assert not found.met
    assert [line for line in found.edits[0].diff if line[0] in "+-"] == [
        "-    signed: '2016-11'",
        "+    signed: '2016-12'",
    ]
    edit(f"relations/{PAIR}.yaml", "signed: '2016-11'", "signed: '2016-10'")
    late = propose(config, snapshot, target, data)
    assert late.met
    assert save.digest(late.edits) != save.digest(found.edits)
    assert [line for line in late.edits[0].diff if line[0] in "+-"] == [
        "-    signed: '2016-10'",
        "+    signed: '2016-12'",
    ]


def test_what_is_wrong_elsewhere_does_not_stop_a_good_edit(config, snapshot, edit):
    edit("relations/XA-S_XB-W.yaml", "sources: [gazette-2]", "sources: [gazette-2, none]")
    problems = propose(config, snapshot, Target("agreements", PAIR), MEMORANDUM).others
    assert len(problems) == 1  # it is new to this snapshot
    known = replace(snapshot, problems=problems_with(config, {}))
    assert propose(config, known, Target("agreements", PAIR), MEMORANDUM).good


@pytest.mark.parametrize(
    ("typed", "value"),
    [("31 000 000", 31000000), ("45,5", 45.5), ("27.5615", 27.5615), ("many", "many"), ("", ""), ("1,500", "1,500")],
)
def test_numbers_are_read_as_people_write_them(typed, value):
    made = form.read(form.fields_of("indicators"), {"value": [typed]}, ["en"])
    assert made.get("value", "") == value


def test_ids():
    assert slug("Memorandum of Grodno Region & Gansu (2024)") == "memorandum-of-grodno-region-gansu-2024"
    assert slug("Университет") == ""
    assert slug("x" * 30 + " " + "y" * 30) == "x" * 30
    assert unused("a", ["a", "a-2"]) == "a-3"
