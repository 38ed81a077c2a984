"""Loads config/ into a catalogue, or says everything that is wrong with it at once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dashboard.catalogue import schema, validate
from dashboard.catalogue.checks import check
from dashboard.catalogue.fields import Context
from dashboard.catalogue.model import Catalogue, Pair, closeness
from dashboard.catalogue.problems import BrokenTable, Problem, nearest
from dashboard.catalogue.yamlfile import YamlFile, read

ENTRY_FILES: Mapping[str, type[schema.Model]] = {
    "sectors": schema.Sector,
    "places": schema.Place,
    "organisations": schema.Organisation,
    "sources": schema.Source,
}


@dataclass(frozen=True)
class Files:
    """config/ as read, before anything is made of it."""

    atlas: YamlFile
    kinds: YamlFile
    entries: Mapping[str, YamlFile]
    units: tuple[YamlFile, ...]
    relations: tuple[YamlFile, ...]


def load(config: Path) -> Catalogue:
    """The catalogue of a config folder; raises BrokenTable with every problem found."""
    files, missing = _read(config)
    if missing:
        raise BrokenTable(missing)
    context = _context(files)
    catalogue, problems = _build(files, context)
    every = (files.atlas, *files.entries.values(), *files.relations)
    problems += check(catalogue, {file.name: file for file in every}, broken={problem.file for problem in problems})
    problems += _templates(config, context)
    if problems:
        raise BrokenTable(problems)
    return catalogue


def fingerprint(config: Path) -> str:
    """A short hash of names, sizes and times of all files in config/; changes with every edit."""
    digest = hashlib.sha256()
    for path in sorted(config.rglob("*.yaml")):
        stat = path.stat()
        digest.update(f"{path.relative_to(config)} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:16]


def _read(config: Path) -> tuple[Files, list[Problem]]:
    def one(name: str) -> YamlFile:
        path = config / name
        if path.is_file():
            return read(path, name)
        return YamlFile(name, {}, {}, (Problem(name, 1, "", "this file is missing"),))

    atlas = one("atlas.yaml")
    countries = atlas.content.get("countries")
    units = tuple(one(f"units/{code}.yaml") for code in (countries if isinstance(countries, dict) else {}))
    relations = tuple(read(path, f"relations/{path.name}") for path in sorted((config / "relations").glob("*.yaml")))
    files = Files(atlas, one("kinds.yaml"), {name: one(f"{name}.yaml") for name in ENTRY_FILES}, units, relations)
    every = [files.atlas, files.kinds, *files.entries.values(), *units]
    return files, [problem for file in every if not file.content for problem in file.problems]


def _context(files: Files) -> Context:
    def keys(value: Any) -> dict[str, Any]:
        return value if isinstance(value, dict) else {}

    known = {name: keys(files.kinds.content.get(name)) for name in schema.Vocabulary.model_fields}
    known |= {name: file.content for name, file in files.entries.items()}
    known["countries"] = keys(files.atlas.content.get("countries"))
    known["units"] = {code: unit for file in files.units for code, unit in file.content.items()}
    return Context(tuple(keys(files.atlas.content.get("languages"))), known)


def _build(files: Files, context: Context) -> tuple[Catalogue, list[Problem]]:
    atlas, problems = validate.model(files.atlas, (), schema.Atlas, files.atlas.content, context)
    problems += files.atlas.problems
    if atlas is None:  # the languages and countries are what all else is judged by
        raise BrokenTable(problems)
    kinds, found = validate.model(files.kinds, (), schema.Vocabulary, files.kinds.content, context)
    problems += [*files.kinds.problems, *found]
    tables: dict[str, Any] = {}
    for name, kind in ENTRY_FILES.items():
        tables[name], found = validate.entries(files.entries[name], kind, context)
        problems += found
    tables["units"] = {}
    for file in files.units:
        units, found = validate.entries(file, schema.Unit, context)
        tables["units"] |= units
        problems += found
    pairs = {}
    for file in files.relations:
        pair, found = _pair(file, context, kinds)
        problems += found
        if pair:
            pairs[pair.key] = pair
    if kinds is None:
        raise BrokenTable(problems)
    return Catalogue(atlas=atlas, kinds=kinds, pairs=pairs, **tables), problems


def _templates(config: Path, context: Context) -> list[Problem]:
    """What is wrong with the records that editors copy from; they are no part of the atlas."""
    problems = []
    for path in sorted((config / "templates").glob("*.yaml")):
        file = read(path, f"templates/{path.name}")
        kind = ENTRY_FILES.get(f"{path.stem}s")
        problems += (validate.entries(file, kind, context) if kind else validate.relation(file, context))[1]
    return problems


def _pair(file: YamlFile, context: Context, kinds: schema.Vocabulary | None) -> tuple[Pair | None, list[Problem]]:
    relation, problems = validate.relation(file, context)
    key = Path(file.name).stem
    wrong = _misnamed(key, context)
    if wrong:
        return None, [*problems, Problem(file.name, 1, "", wrong)]
    a, b = key.split("_")
    pair = Pair(key, a, b, None, **{name: tuple(getattr(relation, name)) for name in schema.RECORD_KINDS})
    units = context.known["units"]
    if kinds and a in units and b in units:
        pair = replace(pair, closeness=closeness(pair, kinds))
    return pair, problems


def _misnamed(key: str, context: Context) -> str | None:
    """What is wrong with a file name as the key of a pair, as a sentence."""
    countries = list(context.known["countries"])
    sides = key.split("_")
    if len(sides) != 2:
        return f"the file name '{key}' is not two sides joined by '_', such as {'_'.join(countries)}"
    known = [*countries, *context.known["units"]]
    for side in sides:
        if side not in known:
            return f"the file name has the unknown unit '{side}'{nearest(side, known)}"
    order = [side.split("-")[0] for side in sides]
    if order == countries[::-1]:
        return f"the pair is in the wrong order; the file should be named '{sides[1]}_{sides[0]}.yaml'"
    if order != countries:
        return f"a pair joins {countries[0]} with {countries[1]}; '{key}' does not"
    return None
