"""The contract with the browser: the committed files are up to date, and JavaScript that breaks it is rejected."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from dashboard.contract.events import Told
from tools import contract

FRONTEND = Path(__file__).parents[2] / "frontend"


def run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the frontend that a test may break, with the same node_modules."""
    copied = tmp_path / "frontend"
    shutil.copytree(FRONTEND, copied, ignore=shutil.ignore_patterns("node_modules", "test"))
    (copied / "node_modules").symlink_to(FRONTEND / "node_modules")
    return copied


def test_the_schemas_are_up_to_date():
    assert contract.stale() == []


def test_the_types_are_made_of_the_schemas(copied):
    types = copied / "src" / "contract.d.ts"
    types.unlink()
    made = run("npm", "run", "--silent", "contract", cwd=copied)
    assert made.returncode == 0, made.stderr
    assert types.read_text("utf-8") == (FRONTEND / "src" / "contract.d.ts").read_text("utf-8")


def test_a_schema_that_differs_and_one_without_a_module_are_named(monkeypatch, tmp_path):
    monkeypatch.setattr(contract, "FOLDER", tmp_path / "contract")
    contract.write()
    assert contract.stale() == []
    (tmp_path / "contract" / "panel.json").write_text("{}")
    (tmp_path / "contract" / "gone.json").write_text("{}")
    assert contract.stale() == [
        "frontend/contract/panel.json is out of date",
        "frontend/contract/gone.json has no module",
    ]
    contract.write()
    assert contract.stale() == []


def test_the_javascript_keeps_the_contract(copied):
    checked = run("npx", "tsc", cwd=copied)
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize(
    ("component", "type_", "field", "user"),
    [
        ("search", "SearchEntry", "select", "src/search/view.js"),
        ("panel", "PanelData", "html", "src/panel/view.js"),
        ("reload", "ReloadData", "seen", "src/reload/state.js"),
        ("events", "Choose", "on", "src/filters/view.js"),
        ("table", "RecordColumns", "claim", "src/model/bonds.js"),
        ("table", "TextIndex", "stems", "src/model/text.js"),
    ],
)
def test_a_field_that_is_renamed_is_missed_where_it_is_used(copied, component, type_, field, user):
    file = copied / "contract" / f"{component}.json"
    schema = json.loads(file.read_text("utf-8"))
    fields = schema["$defs"][type_]
    fields["properties"]["renamed"] = fields["properties"].pop(field)
    fields["required"] = ["renamed" if name == field else name for name in fields["required"]]
    file.write_text(json.dumps(schema), "utf-8")
    assert run("npm", "run", "--silent", "contract", cwd=copied).returncode == 0
    checked = run("npx", "tsc", cwd=copied)
    assert checked.returncode != 0
    assert f"{user}(" in checked.stdout


def test_two_types_of_one_name_are_refused(monkeypatch):
    monkeypatch.setattr(contract, "_definitions", lambda name: {"Row": {"title": name}})
    with pytest.raises(ValueError, match=r"events\.py: another module defines Row"):
        contract.schemas()


@pytest.mark.parametrize(
    "event",
    [
        {"do": "choose", "dimension": "sectors", "option": "medicine", "on": True},
        {"do": "set", "name": "years", "value": [2001, 2005]},
        {"do": "set", "name": "years", "value": None},
        {"do": "reset"},
        {"do": "open", "page": "dossier"},
        {"do": "open", "page": "dossier", "selected": "", "part": "events"},
    ],
)
def test_the_vocabulary_is_that_of_the_protocol(event):
    told = {"tab": "a", "first": 1, "events": [event]}
    assert TypeAdapter(Told).validate_python(told, strict=True) == told


@pytest.mark.parametrize(
    "event", [{}, {"do": "explode"}, {"do": "choose"}, {"do": "set", "name": "key", "value": "x"}, 7]
)
def test_nothing_else_is_an_event(event):
    with pytest.raises(ValidationError):
        TypeAdapter(Told).validate_python({"tab": "a", "first": 1, "events": [event]})
