"""docs/deployment.md is true: its commands run, unless they say what they need, and it lists every event and limit."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from urllib.request import urlopen

import pytest

from dashboard.serving.limits import Limits
from tests.browser.host import ROOT, Server, free_port

TEXT = (ROOT / "docs/deployment.md").read_text(encoding="utf-8")
COMMANDS = [line.strip() for line in re.findall(r"^    (\S.*)$", TEXT, re.MULTILINE)]
NEEDS = ("Docker", "a package index", "the file")
"""What a test lacks; of these, `make image-test` and `make bundle-test` try some."""

ENVIRONMENT = os.environ | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}

OTHERS = frozenset(("docker", "make", "gunzip"))
"""Programs of which every command needs something."""


LOGGED = r'\bLOG\.(?:info|warning|error|exception)\(\s*"([^"]+)"'


def run_here(command: str) -> bool:
    return "# needs " not in command


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the commands name; they may write there."""
    folder = tmp_path_factory.mktemp("deployment")
    for name in ("config", "deploy"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def server(copy: Path) -> Iterator[Server]:
    """The atlas of the copy, for commands that ask a running one."""
    found = Server(
        lambda port: ["twinned", "serve", "--port", str(port)], copy, "/health/ready", PATH=ENVIRONMENT["PATH"]
    )
    found.start()
    yield found
    found.end()


def test_what_is_not_run_says_what_it_needs() -> None:
    assert len(COMMANDS) > 20
    for command in COMMANDS:
        needed = command.partition("# needs ")[2]
        assert not needed or needed.startswith(NEEDS), command
        assert bool(needed) == (command.split()[0] in OTHERS or "twinned.tar" in command), command


@pytest.mark.parametrize("command", [each for each in COMMANDS if run_here(each) and "twinned serve" not in each])
def test_a_command_runs_as_it_stands(command: str, copy: Path, server: Server) -> None:
    here = command.replace(":8501", f":{server.port}")
    made = subprocess.run(
        ["bash", "-euc", here], cwd=copy, env=ENVIRONMENT, capture_output=True, text=True, timeout=120
    )
    assert made.returncode == 0, made.stdout + made.stderr


@pytest.mark.parametrize("command", [each for each in COMMANDS if run_here(each) and "twinned serve" in each])
def test_a_server_answers_as_it_is_started(command: str, copy: Path) -> None:
    metrics = str(free_port())
    words = [metrics if word == "9100" else word for word in shlex.split(command)]
    settings = dict(word.split("=", 1) for word in words[: words.index("twinned")])
    serve = words[words.index("twinned") :]
    started = Server(lambda port: [*serve, "--port", str(port)], cwd=copy, PATH=ENVIRONMENT["PATH"], **settings)
    started.start()
    try:
        with urlopen(f"{started.address}/health/live") as answer:  # noqa: S310 - our own address
            assert answer.status == 200
        if metrics in words:
            with urlopen(f"http://127.0.0.1:{metrics}/metrics") as answer:
                assert b"twinned_" in answer.read()
    finally:
        started.end()


def events() -> set[str]:
    """Every event that our code logs, with what it fills in as "…"."""
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "dashboard").rglob("*.py"))
    assert len(re.findall(r"\bLOG\.(?!isEnabledFor)", code)) == len(re.findall(LOGGED, code)) + 3, "start or failure"
    return {re.sub(r"%[sdr]", "…", event) for event in re.findall(LOGGED, code)}


def test_the_page_lists_every_event_of_the_log() -> None:
    listed = set(re.findall(r"^\| `([^`]+)` \| (?:info|warning|error) \|", TEXT, re.MULTILINE))
    assert len(events()) > 4
    assert listed == events() | {"The atlas: …"}


def test_the_page_lists_every_limit_with_its_default() -> None:
    listed = dict(re.findall(r"^\| `TWINNED_(\w+)`\*? \| ([\d,]+) \|", TEXT, re.MULTILINE))
    numbers = {each.name.upper(): each.default for each in fields(Limits) if isinstance(each.default, int | float)}
    assert {name: float(number.replace(",", "")) for name, number in listed.items()} == numbers


def test_the_paths_that_it_names_are_there() -> None:
    named = set(re.findall(r"`((?:tests|dashboard|deploy)/[\w./]+)`", TEXT))
    named |= {f"docs/{each}" for each in re.findall(r"\]\(([\w./]+)\)", TEXT)}
    assert len(named) > 5
    assert [each for each in named if not (ROOT / each).exists()] == []
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert [each for each in re.findall(r"`make ([\w-]+)`", TEXT) if f"\n{each}:" not in makefile] == []
