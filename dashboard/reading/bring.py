"""`twinned import`: tables of others become draft records, and every row is placed, or listed with its reason."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from dashboard.catalogue import schema
from dashboard.catalogue.folder import PAIRS, fingerprint
from dashboard.loading import Snapshot, load_all
from dashboard.prepared import write_text
from dashboard.reading.columns import Mapped, match, unused
from dashboard.reading.draft import Draft, Item, Raw
from dashboard.reading.files import Sheet, Unreadable, read_sheets
from dashboard.reading.placing import ORDER, Placing
from dashboard.reading.rows import Row, row_of
from dashboard.reading.settling import settle
from dashboard.reading.yamltext import block, items, with_items
from dashboard.sweeping import unswept

SETTINGS = ("atlas.yaml", "kinds.yaml", "sectors.yaml", "units", "i18n", "geodata")
"""Files and folders that a new folder takes from an atlas as they are."""

MOST_ENTRIES = 800
"""Entries that are added to one file."""

FLOORS = re.compile(r"(?:^#.*\n)*^floors:.*\n(?:[ \t].*\n|\n)*", re.MULTILINE)
DRAFTS = re.compile(r"^drafts:.*\n(?:[ \t].*\n)*", re.MULTILINE)


@dataclass(frozen=True)
class Read:
    """A file as it was read: each table with its rows and the headings of the columns that are not used."""

    path: Path
    tables: Sequence[tuple[Sheet, Sequence[Row], Sequence[str]]]
    derived: Sequence[str]

    @property
    def rows(self) -> list[Row]:
        """The rows of all its tables."""
        return [row for _, rows, _ in self.tables for row in rows]


def bring(paths: Sequence[Path], mapping: Mapped, config: Path, into: Path) -> list[str]:
    """Add the rows of some files to the atlas in a folder, or found it with the settings of `config`.

    Returns what was done as lines; writes a report beside each file. Raises Unreadable, also if the atlas is edited
    meanwhile, and BrokenTable if it is broken; then it stays as it is.
    """
    new = not (into / "atlas.yaml").is_file()
    if new and into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise Unreadable(f"{into} is neither an atlas nor an empty folder")
    snapshot = load_all(config if new else into)
    draft = Draft(snapshot.catalogue, new=new)
    placing = Placing(draft, snapshot.catalogue, mapping)
    with unswept():
        read, language = _placed(paths, mapping, snapshot, placing)
        settle(draft, language)
    lines = []
    for file in read:
        if not file.tables:
            lines.append(f"{file.path}: not read, since it follows from other tables")
            continue
        report = _report(file)
        write_text(file.path.parent / report_name(file.path), "\n".join(report) + "\n")
        lines.append(f"{file.path.parent / report_name(file.path)}: {report[0]}")
    if any(draft.placed()):
        files = dict(_files(draft, config if new else into, paths[0].stem))
        _write(files, config, into, snapshot.version, new=new)
        lines += _summary(draft, into)
    else:
        lines.append(f"{into}: no record is placed, so nothing is written")
    return lines


def report_name(path: Path) -> str:
    """Name of the report beside a file."""
    return f"{path.name}.report.txt"


def _placed(paths: Iterable[Path], mapping: Mapped, snapshot: Snapshot, placing: Placing) -> tuple[list[Read], str]:
    """Read the files and place their rows; return them, and the language of the first texts that name none."""
    read, waiting, language = [], [], ""
    for path in paths:
        tables, derived = [], []
        for sheet in read_sheets(path):
            matched = match(sheet, mapping, snapshot.translators, snapshot.catalogue.atlas.languages)
            if not matched:
                derived.append(sheet.name)
                continue
            rows = [row_of(sheet.name, number, raw, matched, mapping.values) for number, raw in sheet.rows]
            tables.append((sheet, rows, unused(sheet, matched)))
            waiting.append((matched.table, rows))
            language = language or matched.language
        read.append(Read(path, tables, derived))
    for table, rows in sorted(waiting, key=lambda each: ORDER.index(each[0])):
        for row in rows:
            placing.place(row, table)
    return read, language


def _report(file: Read) -> list[str]:
    """A report as lines: how many rows came in, were placed and are listed; then each listed one with its reason."""
    rows = file.rows
    listed = sum(bool(row.reason) for row in rows)
    lines = [f"{_counted(len(rows), 'rows')} in = {len(rows) - listed} placed + {listed} listed"]
    if file.derived:
        lines.append(f"Not read, since they follow from other tables: {', '.join(file.derived)}.")
    for sheet, found, columns in file.tables:
        lines += ["", f"{sheet.name}: {sheet.told}"]
        if columns:
            lines.append(f"Columns that are not used: {', '.join(columns)}.")
        lines += [f"row {row.number}: {row.reason}" for row in found if row.reason]
    return lines


def _counted(count: int, name: str) -> str:
    return f"{count} {name.removesuffix('s') if count == 1 else name}"


def _summary(draft: Draft, into: Path) -> Iterator[str]:
    """Lines about the records and entries that were written, and the languages that they lack."""
    counts = Counter(kind for _, kind, _ in draft.placed())
    for group, found in draft.known().items():
        counts[group] += sum(isinstance(item, Item) for item in found.values())
    told = ", ".join(_counted(count, name) for name, count in counts.items() if count)
    yield f"{into}: {told} added"
    for language, lender in draft.drafts.items():
        yield (
            f"{language}: now a draft, since some texts are in '{lender}' alone; "
            f"`twinned --config {into} check --language {language}` lists them"
        )


def _files(draft: Draft, atlas: Path, stem: str) -> Iterator[tuple[str, str]]:
    """Yield the name and text of every file that changes."""

    def held(name: str) -> str:
        return (atlas / name).read_text("utf-8") if (atlas / name).is_file() else ""

    text = held("atlas.yaml")
    if draft.new:
        text = FLOORS.sub("", text)
    if draft.drafts:
        drafts = block({**draft.base.atlas.drafts, **draft.drafts}, "  ")
        text = with_items(DRAFTS.sub("", text), "drafts", drafts)
    yield "atlas.yaml", text
    for group, found in draft.known().items():
        entries = {
            key: item.raw if isinstance(item, Item) else schema.as_written(item)
            for key, item in found.items()
            if draft.new or isinstance(item, Item)
        }
        before = "" if draft.new else held(f"{group}.yaml")
        if len(entries) <= MOST_ENTRIES:
            blocks = "\n".join(block({key: raw}) for key, raw in entries.items())
            yield f"{group}.yaml", "\n".join(filter(None, (before, blocks))) or f"# The {group}, by key.\n"
        else:
            keys, names = list(entries), (f"{group}/{stem}-{number}.yaml" for number in count(1))
            free = (name for name in names if not (atlas / name).exists())
            for start in range(0, len(keys), MOST_ENTRIES):
                yield next(free), block({key: entries[key] for key in keys[start : start + MOST_ENTRIES]})
    pairs: dict[str, dict[str, list[Raw]]] = {}
    for pair, kind, item in draft.placed():
        pairs.setdefault(pair, {}).setdefault(kind, []).append(item.raw)
    for pair, kinds in pairs.items():
        text = "" if draft.new else held(f"{PAIRS}/{pair}.yaml")
        title = next(iter(draft.base.joined(*map(draft.base.short, pair.split("_"))).values()))
        text = text or f"# {title}.\n"
        for kind, raws in kinds.items():
            text = with_items(text, kind, items(raws))
        yield f"{PAIRS}/{pair}.yaml", text


def _write(files: Mapping[str, str], config: Path, into: Path, version: str, *, new: bool) -> None:
    """Write files in a copy of the folder, and put them in their place once the copy has been found valid."""
    into.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{into.name}-", dir=into.parent) as folder:
        copy = Path(folder) / "atlas"
        if new:
            copy.mkdir()
            for name in SETTINGS:
                found = config / name
                (shutil.copytree if found.is_dir() else shutil.copy)(found, copy / name)
        else:
            shutil.copytree(into, copy, ignore=shutil.ignore_patterns(".*"))  # such as .git and locks of editors
        for name, text in files.items():
            write_text(copy / name, text)
        load_all(copy)
        if new:
            copy.replace(into)
        elif fingerprint(into) != version:
            raise Unreadable(f"{into} was edited meanwhile, so it stays as it is; run this again")
        else:
            for name, text in files.items():
                if not (into / name).is_file() or (into / name).read_text("utf-8") != text:
                    write_text(into / name, text)
