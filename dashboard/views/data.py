"""The page of the data: every table as it can be read, downloads with their terms, and how well founded it all is."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Literal

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler
from streamlit.elements.lib.column_types import ColumnConfig

from dashboard.catalogue.queries import Filter, View, select
from dashboard.exports.formats import FORMATS, packed
from dashboard.exports.readable import DATES, LINKS, readable
from dashboard.exports.tables import Table
from dashboard.i18n import Translator
from dashboard.state import EXTENTS, TABLES, change
from dashboard.views.header import switch
from dashboard.views.page import Page
from dashboard.views.quality import quality
from dashboard.views.status import status

WIDE = frozenset(("title", "summary", "sources", "inferred", "note", "about", "aliases"))
HEIGHT, FEW = 430, 10
DATE_WIDTH = 150


def data(page: Page) -> None:
    """Draws the whole page."""
    view = page.view if page.state.extent == EXTENTS[0] else select(page.catalogue, Filter())
    with st.container(key="data", gap="small"):
        status(page)
        _choice(page)
        _table(page, view)
        _downloads(page, view)
        quality(page)


def _choice(page: Page) -> None:
    """Which table, and whether under the current filter."""
    t, state = page.t, page.state
    with st.container(key="tables", horizontal=True, vertical_alignment="center"):
        switch("table", t("data.table"), {name: t(f"data.tables.{name}") for name in TABLES}, state.table)
        st.session_state["w_extent"] = state.extent == EXTENTS[0]
        st.toggle(
            t("data.filtered"),
            key="w_extent",
            on_change=lambda: change(extent=EXTENTS[not st.session_state["w_extent"]]),
        )


def _table(page: Page, view: View) -> None:
    table = readable(view, page.state.table, page.words)
    config = {name: _column(name, page.t) for name in table.columns}
    height: int | Literal["auto"] = HEIGHT if len(table.rows) > FEW else "auto"
    rows = _worded(table, page.t)
    st.dataframe(rows, key="grid", hide_index=True, height=height, column_config=config, placeholder="")
    st.caption(f"{page.t('data.rows', n=len(table.rows))} · {page.t('data.searching')}")


def _column(name: str, t: Translator) -> ColumnConfig:
    label = t(f"data.columns.{name}")
    if name in LINKS:
        return st.column_config.LinkColumn(label, display_text=t("data.open"))
    width: Literal["large"] | int | None = "large" if name in WIDE else DATE_WIDTH if name in DATES else None
    return st.column_config.Column(label, width=width, pinned=name == "name")


def _worded(table: Table, t: Translator) -> Styler:
    """The rows with dates and numbers in words: the values under them stay, so that columns sort as they should."""
    frame = pd.DataFrame(table.rows, columns=table.columns)
    dates = [name for name in table.columns if name in DATES]
    numbers = frame.select_dtypes("number").columns
    return frame.style.format(t.date, dates, na_rep="").format(t.number, numbers, na_rep="")


def _downloads(page: Page, view: View) -> None:
    """A button for each format; the file is made when it is asked for."""
    t, licence = page.t, page.catalogue.atlas.licence
    shown = replace(page.catalogue, pairs=view.pairs)
    with st.container(key="downloads", horizontal=True, vertical_alignment="center"):
        for form in FORMATS:
            st.download_button(
                t(f"data.forms.{form}"),
                partial(packed, shown, form),
                file_name=f"atlas.{'zip' if form == 'csv' else form}",
                key=f"download_{form}",
                icon=":material/download:",
                on_click="ignore",
            )
        st.caption(t("data.download_says", n=len(view.rows)), width="content")
    st.caption(t("data.licence", name=licence.name, url=licence.url, credits=t.text(licence.credits)))
