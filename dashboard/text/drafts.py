"""Find out how much of the atlas is translated into a language, and what is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.catalogue.folder import listing
from dashboard.catalogue.yamlfile import Location, YamlFile, read
from dashboard.text.check import Words
from dashboard.text.translator import UNBORROWED


@dataclass(frozen=True)
class Progress:
    """The texts of a file: how many there are, and those that a language lacks, as "line: field"."""

    file: str
    total: int
    missing: tuple[str, ...]


def progress(config: Path, language: str, languages: Sequence[str]) -> list[Progress]:
    """Progress of a language in each file with texts, the interface first."""
    others = [code for code in languages if code != language]
    files = (
        read(config / name, name) for name in listing(config).names if name.split("/")[0] not in ("i18n", "templates")
    )
    return [_interface(config, language, others), *filter(None, (_table(file, language, languages) for file in files))]


def progress_text(found: Sequence[Progress], language: str) -> str:
    """The progress of a language as lines: all, each file, and under it what is missing."""
    total, missing = sum(each.total for each in found), sum(len(each.missing) for each in found)
    lines = [f"{language}: {total - missing} of {total} texts"]
    for each in found:
        lines.append(f"{each.file}: {each.total - len(each.missing)} of {each.total}")
        lines += [f"  {line}" for line in each.missing]
    return "\n".join(lines)


def _interface(config: Path, language: str, others: Sequence[str]) -> Progress:
    """Texts that another language has; settings, and words of one language alone, are not counted."""
    own, *each = (Words(code, read(config / f"i18n/{code}.yaml", f"i18n/{code}.yaml")) for code in (language, *others))
    known = dict.fromkeys(location for words in each for location in words.texts if location[0] not in UNBORROWED)
    missing = tuple(".".join(map(str, location)) for location in known if location not in own.texts)
    return Progress(own.file.name, len(known), missing)


def _table(file: YamlFile, language: str, languages: Sequence[str]) -> Progress | None:
    texts = list(_texts(file.content, (), languages))
    missing = (location for location, text in texts if not text.get(language))
    named = tuple(f"{file.line(location)}: {file.field(location)}" for location in missing)
    return Progress(file.name, len(texts), named) if texts else None


def _texts(value: Any, at: Location, languages: Sequence[str]) -> Iterator[tuple[Location, Mapping[str, Any]]]:
    """Every text of a file: what is given by language, the first of the atlas among them."""
    if isinstance(value, dict) and languages[0] in value and value.keys() <= set(languages):
        if at != ("languages",):
            yield at, value
        return
    for step, inner in (
        value.items() if isinstance(value, dict) else enumerate(value if isinstance(value, list) else ())
    ):
        yield from _texts(inner, (*at, step), languages)
