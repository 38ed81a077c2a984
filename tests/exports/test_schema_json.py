"""JSON Schemas for editors: they accept the tiny atlas and reject what the loader rejects."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from dashboard.catalogue.load import load
from dashboard.catalogue.yamlfile import read
from dashboard.exports.schema_json import schema_texts, stale_schemas, write_schemas
from dashboard.loading import CONFIG


@pytest.fixture(scope="module")
def schemas(tiny):
    return {name: json.loads(text) for name, text in schema_texts(tiny).items()}


def faults(schemas, name, content):
    return [error.message for error in Draft7Validator(schemas[f"{name}.json"]).iter_errors(content)]


def schema_of(file: Path):
    return {"units": "units", "relations": "relation", "stories": "story"}.get(file.parent.name, file.stem)


def test_one_schema_for_each_kind_of_file(schemas):
    tables = ("sectors", "units", "places", "organisations", "sources")
    assert set(schemas) == {f"{name}.json" for name in ("atlas", "kinds", *tables, "relation", "story", "changes")}
    for schema in schemas.values():
        Draft7Validator.check_schema(schema)


def test_every_file_of_the_atlas_passes(schemas, config):
    for file in config.rglob("*.yaml"):
        if file.parent.name != "i18n":
            assert faults(schemas, schema_of(file), read(file, file.name).content) == [], file


AGREEMENT = {"sectors": [], "id": "x", "kind": "twinning", "title": {"en": "x", "fr": "x"}, "sources": ["gazette-1"]}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": "marriage"}, "'marriage' is not one of ['twinning', 'memorandum', 'letter_of_intent']"),
        ({"sectors": ["sport"]}, "'sport' is not one of ['medicine', 'logistics']"),
        ({"title": {"en": "x"}}, "'fr' is a required property"),
        ({"title": {"en": "x", "fr": ""}}, "'' should be non-empty"),
        (
            {"title": {"en": "x", "fr": "x", "de": "x"}},
            "Additional properties are not allowed ('de' was unexpected)",
        ),
        ({"signed": 2017}, "2017 is not of type 'string'"),
        ({"sources": []}, "[] should be non-empty"),
        ({"singed": "2017"}, "Additional properties are not allowed ('singed' was unexpected)"),
    ],
)
def test_mistakes_are_found(schemas, change, message):
    assert faults(schemas, "relation", {"agreements": [AGREEMENT | change]}) == [message]


def test_what_changes_daily_is_plain_text(schemas):
    assert faults(schemas, "relation", {"agreements": [AGREEMENT | {"sources": ["new-source"]}]}) == []
    link = AGREEMENT | {"kind": "partnership", "a": "new-place", "b": "new-organisation", "with": ["another"]}
    assert faults(schemas, "relation", {"links": [link]}) == []


def test_links_may_be_of_the_kinds_of_agreements_too(schemas):
    kinds = schemas["relation.json"]["$defs"]["Link"]["properties"]["kind"]["enum"]
    assert kinds == ["twinning", "memorandum", "letter_of_intent", "partnership"]


def test_nothing_of_the_models_own_marks_is_left(tiny):
    assert not any("x-text" in text or "x-groups" in text for text in schema_texts(tiny).values())


def test_stale_files(tiny, tmp_path):
    assert len(stale_schemas(tiny, tmp_path)) == 10
    write_schemas(tiny, tmp_path)
    assert stale_schemas(tiny, tmp_path) == []
    (tmp_path / "relation.json").write_text("{}")
    (tmp_path / "atlas.json").unlink()
    assert stale_schemas(tiny, tmp_path) == ["atlas.json", "relation.json"]


def test_the_committed_schemas_are_in_step():
    assert stale_schemas(load(CONFIG), CONFIG / "schema") == []
