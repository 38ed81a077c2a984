"""Hash of all that the published files follow from: the table, the texts, this program and its packages."""

from __future__ import annotations

import hashlib
from dataclasses import fields
from functools import cache
from pathlib import Path

import jinja2

import geodata
from dashboard.catalogue.kept import kept
from dashboard.catalogue.model import Catalogue
from dashboard.text.translator import Translator

PROGRAM = (Path(__file__).parents[1], Path(geodata.__file__).parent)
UNUSED = {"static", "__pycache__"}
"""Folders of the program from which no published file follows."""

PACKAGES = Path(jinja2.__file__).parents[1]


@kept(on="catalogue")
def fingerprint(catalogue: Catalogue, every: tuple[Translator, ...]) -> str:
    """Hash that changes whenever a published file might: with any entry, text, template, line of code or package."""
    table = {field.name: getattr(catalogue, field.name) for field in fields(catalogue)}
    words = {t.language: t.words for t in every}
    return _hash(table, words, program(PROGRAM, PACKAGES))


@cache
def program(folders: tuple[Path, ...], packages: Path) -> str:
    """Hash of all files in some folders, but for those that are UNUSED, and of the versions of the packages."""
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and not UNUSED & set(path.relative_to(folder).parts)
    }
    versions = sorted(path.name for path in packages.glob("*.dist-info"))
    return _hash(sorted(files.items()), versions)


def _hash(*values: object) -> str:
    return hashlib.sha256(repr(values).encode()).hexdigest()[:12]
