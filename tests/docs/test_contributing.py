"""CONTRIBUTING.md is true: its example runs, and its commands, files and names exist."""

import re
import shutil
from pathlib import Path

import pytest

from dashboard.catalogue import schema
from dashboard.cli import main
from dashboard.exports.formats import FORMATS
from dashboard.loading import CONFIG

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"<!-- example: (\S+) -->\n```\w*\n(.*?)```", TEXT, re.DOTALL))
CODE = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", TEXT, flags=re.DOTALL))


def test_the_example_runs_as_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = tmp_path / "config"
    shutil.copytree(CONFIG, config)
    with (config / "sources.yaml").open("a", encoding="utf-8") as file:
        file.write("\n" + EXAMPLES["sources.yaml"])
    pair = config / "relations/BY-HR_CN-GS.yaml"
    assert not pair.exists()
    pair.write_text(EXAMPLES["relations/BY-HR_CN-GS.yaml"], encoding="utf-8")
    assert main(["check", "--config", str(config)]) == 1
    assert capsys.readouterr().out == EXAMPLES["output"]
    pair.write_text(pair.read_text(encoding="utf-8").replace("memorandun", "memorandum"), encoding="utf-8")
    assert main(["check", "--config", str(config)]) == 0


def test_commands_are_real() -> None:
    twinned = {line.split()[1] for line in CODE if line.startswith("twinned ")}
    assert {"check", "schema", "serve"} <= twinned
    for command in twinned:
        with pytest.raises(SystemExit) as ended:  # a parser that does not know the command ends with 2
            main([command, "--help"])
        assert ended.value.code == 0, command
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for line in CODE:
        if line.startswith("make "):
            assert f"\n{line.removeprefix('make ')}:" in makefile, line


def test_files_are_real() -> None:
    paths = {line for line in CODE if re.match(r"(config|dashboard|tests)/", line) and "<" not in line}
    new = {"config/relations/BY-HR_CN-GS.yaml"}
    assert len(paths) > 15
    assert [path for path in paths - new if not (ROOT / path).exists()] == []


def test_names_are_real() -> None:
    fields = {name for model in schema.RECORD_KINDS.values() for name in schema.writable(model)}
    assert {"inferred", "note"} <= fields & set(CODE)
    assert {"languages", "floors"} <= schema.Atlas.model_fields.keys() & set(CODE)
    assert FORMATS
    for name, path in re.findall(r"`(\w+)`(?: of|(?: in)) `(dashboard/\S+\.py)`", TEXT):
        assert re.search(rf"^(def |class )?{name}\b", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE), name
