"""The data page: readable tables, downloads with their licence, and figures about the quality of the table."""

from __future__ import annotations

import streamlit as st

from dashboard.catalogue.filtering import Filter, View, select
from dashboard.downloads import file_address
from dashboard.exports.extract import conditions
from dashboard.exports.formats import FORMATS, TABULAR
from dashboard.exports.readable import row_count
from dashboard.html.render import Choice, data_choice_html, data_files_html
from dashboard.state import EXTENTS, FILTERED, TABLES
from dashboard.text.terms import name_of
from dashboard.views.parts.context import Page
from dashboard.views.parts.grid import MOST, grid_table, show_grid
from dashboard.views.parts.panel import show_html
from dashboard.views.parts.quality import quality

LONG = 10
"""Rows of a table that always fills its frame, so that its place can be kept until it is drawn."""


def show_data_page(page: Page) -> None:
    """Draw the whole page."""
    view = page.view if page.state.extent == FILTERED else select(page.catalogue, Filter())
    with st.container(key="data", gap="small"):
        _choice(page, view)
        table = grid_table(view, page.state.table, page.words, page.state.since)
        with st.container(key="long_table" if len(table["rows"]) > LONG else "short_table"):
            if table["rows"]:
                show_grid(page, [table], key="grid")
        _files(page, view)
        quality(page)


def _choice(page: Page, view: View) -> None:
    """Draw the choice of a table, and of all records or those that pass the filter."""
    t, state = page.t, page.state
    tables: list[Choice] = [(name, name_of(name, "data.tables", t), t.number(row_count(view, name))) for name in TABLES]
    extents: list[Choice] = [(name, t(f"data.extents.{name}"), "") for name in EXTENTS] if state.filter.active else []
    count = row_count(view, state.table)
    note = "" if count or not view.rows else t("data.empty")
    if count > MOST:
        note = t("data.first", n=t.number(MOST), all=t.number(count))
    said = conditions(view.filter, page.words)
    html = data_choice_html(tables, state.table, extents, state.extent, t, conditions=said, note=note)
    show_html(html, key="choice")


def _files(page: Page, view: View) -> None:
    """Draw a link for each format; the file is made on download."""
    t, state = page.t, page.state
    groups = {
        t("data.this"): [(file_address(form, state, of=state.table), t(f"data.forms.{form}")) for form in TABULAR],
        t("data.all"): [(file_address(form, state), t(f"data.forms.{form}")) for form in FORMATS],
    }
    show_html(data_files_html(groups, len(view.rows), page.catalogue.atlas.licence, t), key="files")
