"""The quality section of the data page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import islice

from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.quality import Tally, as_of, by_kind, by_region, by_source, tally
from dashboard.contract.grid import GridCell, GridColumn, GridRow, GridTable
from dashboard.html.render import quality_html
from dashboard.text.terms import meaning_of, name_of
from dashboard.text.translator import Translator
from dashboard.views.parts.context import Page
from dashboard.views.parts.grid import MOST, show_grid
from dashboard.views.parts.panel import show_html

HEADS = {"kind": "kind", "region": "unit", "source": "sources"}
"""Columns of the data page that have the names of the first columns here."""

PARTS: Mapping[str, Callable[[Catalogue], Mapping[str, Tally]]] = {
    "kind": by_kind,
    "region": by_region,
    "source": by_source,
}


def quality(page: Page) -> None:
    """Draw the figures of the whole table, then by kind, region and source."""
    t, catalogue = page.t, page.catalogue
    whole = tally(catalogue.rows)
    figures = [
        (
            t(f"quality.{name}"),
            t.number(getattr(whole, name)),
            t.percent(getattr(whole, name) / whole.records) if whole.records and name != "records" else "",
            _meaning(name, t),
        )
        for name in Tally._fields
    ]
    newest = as_of(catalogue)
    show_html(
        quality_html([*figures, (t("quality.newest"), t.date(newest) if newest else "–", "", "")], t), key="quality"
    )
    show_grid(page, [_tallies(page, part, count(catalogue)) for part, count in PARTS.items()], key="tallies")


def _meaning(name: str, t: Translator) -> str:
    """Definition of a figure: of records, or of the few among them that it counts."""
    return meaning_of(name, t) or t("quality.says")


def _tallies(page: Page, part: str, tallies: Mapping[str, Tally]) -> GridTable:
    """The figures of each kind, region or source as a table."""
    t, words = page.t, page.words
    named = {"kind": lambda key: name_of(key, "data.tables", t), "region": words.name, "source": words.cite}[part]
    columns: list[GridColumn] = [
        {"key": part, "name": name_of(HEADS[part], "data.columns", t), "says": "", "kind": "text"}
    ]
    rows: list[GridRow] = []
    for name in Tally._fields:
        columns.append({"key": name, "name": t(f"quality.{name}"), "says": _meaning(name, t), "kind": "number"})
    for key, found in islice(tallies.items(), MOST):
        counts: list[GridCell] = [{"text": t.number(count), "sort": count} for count in found]
        rows.append({"cells": [named(key), *counts]})
    hints = [t(f"quality.{part}_hint")] if part != "kind" else []
    if len(tallies) > MOST:
        hints.append(t("quality.first", n=t.number(MOST), all=t.number(len(tallies))))
    return {
        "key": part,
        "name": t(f"quality.{part}"),
        "columns": columns,
        "rows": rows,
        "hint": t("dossier.space").join(hints),
    }
