"""Hash of all that the published files follow from: the table, the texts, this program and its packages."""

from __future__ import annotations

import hashlib
from dataclasses import fields

from dashboard.catalogue.kept import as_before, kept
from dashboard.catalogue.model import Catalogue
from dashboard.program import PACKAGES, PROGRAM, program
from dashboard.text.translator import Translator


@kept(on="catalogue")
def fingerprint(catalogue: Catalogue, every: tuple[Translator, ...]) -> str:
    """Hash that changes whenever a published file might: with any entry, text, template, line of code or package."""
    entries = {field.name: getattr(catalogue, field.name) for field in fields(catalogue) if field.name != "pairs"}
    table = {name: as_before(f"hash of {name}", _hash, entry) for name, entry in {**entries, **catalogue.pairs}.items()}
    words = {t.language: t.words for t in every}
    return _hash(table, words, program(PROGRAM, PACKAGES))


def _hash(*values: object) -> str:
    return hashlib.sha256(repr(values).encode()).hexdigest()[:12]
