"""Load config/ into a catalogue, or report every problem in it at once."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from dashboard.catalogue import schema, validate
from dashboard.catalogue.checks import check
from dashboard.catalogue.dates import is_day
from dashboard.catalogue.fields import KEY, RIGHT, Context
from dashboard.catalogue.folder import PAIRS, SPLIT, STORIES, Listing, listing, never_read
from dashboard.catalogue.kept import as_before
from dashboard.catalogue.languages import drafts_in
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.pair import Pair, bond_of
from dashboard.catalogue.problems import BrokenTable, Problem, nearest
from dashboard.catalogue.yamlfile import YamlFile, joined, read_in
from geodata import FOLDER
from geodata.layers import Layers, open_layers

T = TypeVar("T")

ENTRY_FILES: Mapping[str, type[schema.Model]] = {
    "sectors": schema.Sector,
    "places": schema.Place,
    "organisations": schema.Organisation,
    "sources": schema.Source,
}

MODELS: Mapping[str, type[schema.Model]] = {**ENTRY_FILES, **schema.RECORD_KINDS}
"""Models of the entries of each table, and of the records of each list."""

CHANGES = "changes"
"""A file that an atlas may lack."""

TOP_FILES = ("atlas", "kinds", *ENTRY_FILES, CHANGES)


@dataclass(frozen=True)
class Files:
    """The files of config/ as read, before validation."""

    atlas: YamlFile
    kinds: YamlFile
    entries: Mapping[str, YamlFile]
    units: tuple[YamlFile, ...]
    relations: tuple[YamlFile, ...]
    stories: tuple[YamlFile, ...]
    changes: tuple[YamlFile, ...]
    templates: tuple[YamlFile, ...]
    layers: Layers

    @property
    def needed(self) -> tuple[YamlFile, ...]:
        """The files that every check depends on."""
        return (self.atlas, self.kinds, *self.entries.values(), *self.units)

    @property
    def every(self) -> tuple[YamlFile, ...]:
        """All files."""
        return (*self.needed, *self.relations, *self.stories, *self.changes, *self.templates)


def load(config: Path) -> Catalogue:
    """Return the catalogue of a config folder; raises only BrokenTable, with every problem found."""
    catalogue, problems = examine(config)
    if problems or not catalogue:
        raise BrokenTable(problems)
    return catalogue


def examine(config: Path) -> tuple[Catalogue | None, list[Problem]]:
    """Return the readable part of a config folder, None if too much is missing, with every problem found."""
    found = listing(config)
    files = _read(partial(read_in, config), found, open_layers(config / FOLDER))
    context = _context(files)
    stray = [*found.problems, *_stray(found, context)]
    missing = [problem for file in files.needed if not file.content for problem in file.problems]
    if found.problems or missing:
        return None, [*stray, *missing]
    catalogue, problems = _build(files, context)
    if catalogue:
        problems += check(
            catalogue, {file.name: file for file in files.every}, broken={problem.file for problem in problems}
        )
        problems += _templates(files, context)
    problems += stray
    return catalogue, [*problems, *_empty(files, problems)] if problems or not catalogue else []


def context_of(config: Path) -> Context:
    """Names that records of a folder may refer to, as far as its files can be read."""
    return _context(_read(partial(read_in, config), listing(config), open_layers(config / FOLDER)))


def contents(config: Path) -> dict[str, Any]:
    """Content of the files of a valid config folder by name, as `restore` takes it."""
    files = _read(partial(read_in, config), listing(config), open_layers(config / FOLDER))
    entries = [part for file in files.entries.values() for part in file.parts]
    every = (files.atlas, files.kinds, *entries, *files.units, *files.relations, *files.stories, *files.changes)
    return {file.name: file.content for file in every}


def restore(contents: Mapping[str, Any], layers: Layers) -> Catalogue:
    """Return the catalogue of files that were found valid before: they are not checked against each other again."""
    files = _read(lambda name: YamlFile(name, contents[name], {}), Listing(tuple(contents), ()), layers)
    catalogue, problems = _build(files, _context(files))
    _valid.clear()  # these files are not those of a later edit
    if problems or not catalogue:
        raise BrokenTable(problems)
    return catalogue


def _read(one: Callable[[str], YamlFile], found: Listing, layers: Layers) -> Files:
    atlas = one("atlas.yaml")
    return Files(
        atlas,
        one("kinds.yaml"),
        {name: read_table(one, found, name) for name in ENTRY_FILES},
        units=tuple(one(f"units/{code}.yaml") for code in _keys(atlas.content.get("countries"))),
        relations=tuple(map(one, found.within(PAIRS))),
        stories=tuple(map(one, found.within(STORIES))),
        changes=tuple(one(name) for name in found.names if name == f"{CHANGES}.yaml"),
        templates=tuple(map(one, found.within("templates"))),
        layers=layers,
    )


def read_table(one: Callable[[str], YamlFile], found: Listing, name: str) -> YamlFile:
    """Read a table such as the places: places.yaml, the files of places/, or both."""
    parts = found.within(name) if name in SPLIT else []
    whole = [f"{name}.yaml"] if f"{name}.yaml" in found.names or not parts else []
    return joined(f"{name}.yaml", [one(each) for each in (*whole, *parts)])


def _stray(found: Listing, context: Context) -> list[Problem]:
    """Files that are never read. Those of countries and languages are checked if atlas.yaml names any."""
    groups = {"units": context.known["countries"], "i18n": context.languages}
    return never_read(found.names, {"": TOP_FILES} | {folder: stems for folder, stems in groups.items() if stems})


def _empty(files: Files, problems: list[Problem]) -> list[Problem]:
    """Empty files. Without this hint, the editor would only see that other files refer to missing entries.

    A table of which nobody misses an entry may be empty, as it is in a new atlas.
    """
    unmissed = [
        files.entries[f"{noun}s"].name
        for noun in ("place", "organisation", "source")
        if not any(f"unknown {noun}" in problem.message for problem in problems)
    ]
    return [
        Problem(file.name, 1, "", "this file is empty")
        for file in files.every
        if not (file.content or file.problems or file.name in unmissed)
    ]


def _keys(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _ids(content: Mapping[str, Any]) -> list[str]:
    """Ids of the records of a pair's file, before it is validated."""
    records = (record for each in content.values() if isinstance(each, list) for record in each)
    return [record["id"] for record in records if isinstance(record, dict) and isinstance(record.get("id"), str)]


def _context(files: Files) -> Context:
    known = {name: _keys(files.kinds.content.get(name)) for name in schema.Vocabulary.model_fields}
    known |= {name: file.content for name, file in files.entries.items()}
    known["countries"] = _keys(files.atlas.content.get("countries"))
    known["units"] = {code: unit for file in files.units for code, unit in file.content.items()}
    pairs = {Path(file.name).stem: file.content for file in files.relations}
    known["pairs"] = pairs
    known["records"] = {f"{pair}/{id_}": None for pair, content in pairs.items() for id_ in _ids(content)}
    return Context(tuple(_keys(files.atlas.content.get("languages"))), known, drafts_in(files.atlas.content))


def _build(files: Files, context: Context) -> tuple[Catalogue | None, list[Problem]]:
    atlas, problems = validate.model(files.atlas, (), schema.Atlas, files.atlas.content, context)
    problems += files.atlas.problems
    if not context.languages or len(context.known["countries"]) != 2:  # all other checks depend on them
        return None, problems
    first = not _known
    _forget_if_lost(context)
    kinds, found = _once(files.kinds, None, lambda: _kinds(files.kinds, context))
    problems += found
    tables: dict[str, Any] = {}
    kinds_of_entries: dict[str, type[schema.Model]] = {**ENTRY_FILES, "units": schema.Unit}
    for name, kind in kinds_of_entries.items():
        parts = []
        for file in files.units if name == "units" else files.entries[name].parts:
            entries, found = _once(file, None, partial(validate.entries, file, kind, context))
            parts.append(entries)
            problems += found
        tables[name] = as_before(f"table of {name}", _merged, *parts)
        problems += files.entries[name].problems if name in files.entries else ()
    pairs = {}
    for file in files.relations:
        pair, found = _once(file, kinds, partial(_pair, file, context, kinds))
        problems += found
        if pair:
            pairs[pair.key] = pair
    stories = {}
    for file in files.stories:
        story, found = _story(file, context)
        problems += found
        if story:
            stories[Path(file.name).stem] = story
    changes: dict[str, schema.Changes] = {}
    for file in files.changes:
        changes, found = _once(file, None, partial(_changes, file, context))
        problems += found
    if atlas is None or kinds is None:
        return None, problems
    if first:
        gc.freeze()  # what was read stays, all but what an edit replaces: nobody need look through it for cycles
    stories = dict(sorted(stories.items(), key=lambda each: each[1].rank))
    tables |= {"pairs": pairs, "stories": stories, "changes": changes}
    return Catalogue(atlas=atlas, kinds=kinds, layers=files.layers, **tables), problems


def _merged(*parts: Mapping[str, Any]) -> dict[str, Any]:
    return {key: entry for part in parts for key, entry in part.items()}


_valid: dict[str, tuple[YamlFile, object, Any]] = {}
"""Content of each valid file, by its name, with the kinds that it was made with: an edit validates one file of many."""

_known: dict[str, frozenset[str]] = {}
"""Keys to which the valid files could refer."""


def _forget_if_lost(context: Context) -> None:
    """Validate every file anew if a key is gone to which one may refer; a new key makes no valid file invalid."""
    known = {name: frozenset(keys) for name, keys in context.known.items() if name not in ("pairs", "records")}
    known["languages"] = frozenset((*context.languages, *map("-".join, context.drafts.items())))
    if _known.get("languages") != known["languages"] or any(_known[name] - keys for name, keys in known.items()):
        _valid.clear()
    _known.update(known)


def _once(file: YamlFile, kinds: object, make: Callable[[], tuple[T, list[Problem]]]) -> tuple[T, list[Problem]]:
    """Return what a file holds; as before, if that was valid and neither the file nor the kinds have changed."""
    last = _valid.get(file.name)
    if last and last[0] is file and last[1] is kinds:
        return last[2], []
    made, problems = make()
    if not problems:
        _valid[file.name] = file, kinds, made
    return made, problems


def _kinds(file: YamlFile, context: Context) -> tuple[schema.Vocabulary | None, list[Problem]]:
    kinds, problems = validate.model(file, (), schema.Vocabulary, file.content, context)
    return kinds, [*file.problems, *problems]


def _story(file: YamlFile, context: Context) -> tuple[schema.Story | None, list[Problem]]:
    """Validate a file of stories/; its name is the key of the story, which stands in addresses."""
    problems = list(file.problems)
    key = Path(file.name).stem
    if not validate.KEY.fullmatch(key):
        problems.append(Problem(file.name, 1, "", f"the file name '{key}' is not {RIGHT[KEY]}"))
    if not file.content:
        return None, problems
    story, found = validate.model(file, (), schema.Story, file.content, context)
    return story, [*problems, *found]


def _changes(file: YamlFile, context: Context) -> tuple[dict[str, schema.Changes], list[Problem]]:
    """Validate changes.yaml, whose keys are days."""
    changes, problems = validate.entries(file, schema.Changes, context)
    wrong = [day for day in changes if not is_day(day)]
    return changes, problems + [file.problem((day,), f"'{day}' is not a day, such as '2026-11-22'") for day in wrong]


def _templates(files: Files, context: Context) -> list[Problem]:
    """Problems of the templates that editors copy; their records are not part of the atlas, but may name each other."""
    problems = []
    held = {f"{Path(file.name).stem}s": file.content for file in files.templates}
    known = {name: {**entries, **held[name]} if name in held else entries for name, entries in context.known.items()}
    pair = "_".join(next(iter(file.content), "") for file in files.units)  # the example of a new atlas
    records = {f"{pair}/{id_}": None for content in held.values() for id_ in _ids(content)}
    known |= {"pairs": {**known["pairs"], pair: None}, "records": {**known["records"], **records}}
    context = replace(context, known=known)
    for file in files.templates:
        name = Path(file.name).stem
        if name == "story":
            problems += _story(file, context)[1]
            continue
        kind = ENTRY_FILES.get(f"{name}s")
        problems += (validate.entries(file, kind, context) if kind else validate.relation(file, context))[1]
    return problems


def _pair(file: YamlFile, context: Context, kinds: schema.Vocabulary | None) -> tuple[Pair | None, list[Problem]]:
    relation, problems = validate.relation(file, context)
    key = Path(file.name).stem
    wrong = misnamed(key, context)
    if wrong:
        return None, [*problems, Problem(file.name, 1, "", wrong)]
    a, b = key.split("_")
    lists: dict[str, Any] = {name: tuple(getattr(relation, name)) for name in schema.RECORD_KINDS}
    pair = Pair(key, a, b, **lists)
    if kinds:
        pair = replace(pair, bond=bond_of(pair, kinds))
    return pair, problems


def misnamed(key: str, context: Context) -> str | None:
    """Message about a file name that is not the key of a pair; None if it is one."""
    countries = list(context.known["countries"])
    sides = key.split("_")
    if len(sides) != 2:
        return f"the file name '{key}' is not two sides joined by '_', such as {'_'.join(countries)}"
    known = [*countries, *context.known["units"]]
    for side in sides:
        if side not in known:
            return f"the file name contains the unknown unit '{side}'{nearest(side, known)}"
    order = [side.split("-")[0] for side in sides]
    if order == countries[::-1]:
        return f"the pair is in the wrong order; the file should be named '{sides[1]}_{sides[0]}.yaml'"
    if order != countries:
        return f"a pair joins {countries[0]} with {countries[1]}; '{key}' does not"
    return None
