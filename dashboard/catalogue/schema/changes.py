"""changes.yaml: what was added, changed and taken out of the table, by day."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from dashboard.catalogue import fields as f
from dashboard.catalogue.schema.base import Model

Fact = Literal["kind", "status", "dates", "parties", "places", "figures", "sectors", "sources", "related"]
"""Facts of a record that can change; a text that is merely worded anew is no change."""

RecordName = Annotated[
    str, f.matching(r"^[A-Z][A-Z0-9_-]*/[a-z0-9-]+$", "the key of a record, such as BY-BR_CN-HB/clinic")
]
"""Key of a record, which may be gone since: the key of its pair, a slash and its id."""


class Changes(Model):
    """The changes of a day. On the day when the table was `opened`, only the number of its records is told.

    A record that is `removed` is known by its title alone.
    """

    opened: Annotated[int, Field(ge=1)] | None = None
    added: list[RecordName] = []
    changed: dict[RecordName, Annotated[list[Fact], Field(min_length=1)]] = {}
    removed: dict[RecordName, f.Text] = {}
