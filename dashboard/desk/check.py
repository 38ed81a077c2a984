"""Check a table in which a few files have another text, before anything is written."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.catalogue.problems import BrokenTable, Problem
from dashboard.desk import record
from dashboard.loading import load_all

MISSING = re.compile(r"the field '([^']+)' is missing")


def problems_with(config: Path, texts: Mapping[str, str | None]) -> tuple[Problem, ...]:
    """Problems of the table once these files have these texts, or are gone, in the words of `twinned check`.

    The candidate is a folder of links to all other files, which are not read again: what was made of a file is kept by
    its name and content, so that a check takes as long as that of an edit on a running server.
    """
    with TemporaryDirectory(prefix="twinned-desk-") as made:
        candidate = Path(made)
        folders = {Path(name).parts[0] for name in texts if "/" in name}
        for path in config.iterdir():
            if path.name in folders:
                (candidate / path.name).mkdir()
                for inner in path.iterdir():
                    (candidate / path.name / inner.name).symlink_to(inner.resolve())
            else:
                (candidate / path.name).symlink_to(path.resolve())
        for name, text in texts.items():
            (candidate / name).unlink(missing_ok=True)
            if text is not None:
                (candidate / name).parent.mkdir(exist_ok=True)
                (candidate / name).write_bytes(text.encode())
        try:
            load_all(candidate)
        except BrokenTable as broken:
            return broken.problems
    return ()


def new_ones(found: Iterable[Problem], before: Iterable[Problem]) -> list[Problem]:
    """Problems that were not there before, wherever their lines are now."""
    known = {(each.file, each.field, each.message) for each in before}
    return [each for each in found if (each.file, each.field, each.message) not in known]


def by_field(
    problems: Iterable[Problem], file: str, path: record.Path, names: Collection[str]
) -> tuple[dict[str, list[str]], list[Problem]]:
    """Problems of each field of a record that has one of these names, and all others."""
    own = ".".join(path)
    fields: dict[str, list[str]] = {}
    others = []
    for problem in problems:
        lacking = MISSING.match(problem.message)
        if problem.file != file:
            name = ""
        elif problem.field == own and lacking:
            name = lacking[1]
        else:
            name = problem.field.removeprefix(f"{own}.").split(".")[0] if problem.field.startswith(f"{own}.") else ""
        if name in names:
            fields.setdefault(name, []).append(problem.message)
        else:
            others.append(problem)
    return fields, others
