"""Checks that every language has every text of the interface."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.catalogue.problems import Problem, nearest
from dashboard.catalogue.yamlfile import YamlFile


def check_words(files: Mapping[str, YamlFile]) -> list[Problem]:
    """What is missing in one language's words and there in another's, by file and line."""
    problems = [problem for file in files.values() for problem in file.problems]
    keys = {code: _keys(file) for code, file in files.items()}
    every = set().union(*keys.values())
    for code, file in files.items():
        for missing in sorted(every - keys[code]):
            other = next(name for name in files if missing in keys[name])
            hint = nearest(".".join(missing), [".".join(key) for key in keys[code] - keys[other]])
            message = f"no text for '{'.'.join(missing)}', which i18n/{other}.yaml has{hint}"
            problems.append(file.problem(missing[:-1], message))
    return problems


def _keys(file: YamlFile) -> set[tuple[str, ...]]:
    """The keys of all texts; the forms of a plural count as one text."""

    def walk(value: Any, location: tuple[str, ...]) -> set[tuple[str, ...]]:
        if not isinstance(value, dict) or "other" in value:
            return {location}
        return set().union(*(walk(inner, (*location, key)) for key, inner in value.items()))

    return walk(file.content, ())
