"""The data page: readable tables, downloads with their licence, and figures about the quality of the table."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler
from streamlit.elements.lib.column_types import ColumnConfig

from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.filtering import Filter, View, select
from dashboard.exports.formats import FORMATS, packed
from dashboard.exports.readable import DATES, LINKS, dossier_links, readable
from dashboard.exports.tables import Table
from dashboard.html.render import row_link_html
from dashboard.state import FILTERED, TABLES, WHOLE, link
from dashboard.text.terms import meaning_of, name_of
from dashboard.text.translator import Translator
from dashboard.views.parts.context import Page
from dashboard.views.parts.panel import show_html
from dashboard.views.parts.quality import quality
from dashboard.views.parts.status import status
from dashboard.views.parts.switch import switch

TABLE_HEIGHT, LONG_TABLE_ROWS = 430, 10
WIDTHS = (
    dict.fromkeys(DATES, 150)
    | dict.fromkeys(("side_a", "side_b", "kind", "status", "measure", "figure", "closeness", "unit"), 170)
    | dict.fromkeys(("name", "a", "b", "of", "with", "organisations", "participants", "place", "places", "seat"), 240)
    | dict.fromkeys(("amounts", "sectors", "publisher"), 240)
    | dict.fromkeys(("title", "agreement", "signed_there", "summary", "sources"), 400)
    | dict.fromkeys(("inferred", "note", "about", "aliases"), 400)
)
"""Widths of text columns in pixels. Streamlit would fit a column to its first rows and cut off the others."""


ENDINGS = {"csv": "zip", "bibtex": "bib", "csl": "csl.json"}
"""Ends of the names of downloads, where they differ from the name of the format."""


def show_data_page(page: Page) -> None:
    """Draw the whole page."""
    view = page.view if page.state.extent == FILTERED else select(page.catalogue, Filter())
    with st.container(key="data", gap="small"):
        status(page)
        _choice(page)
        _table(page, view)
        _downloads(page, view)
        quality(page)


def _choice(page: Page) -> None:
    """Draw the choice of a table, and of all records or those that pass the filter."""
    t, state = page.t, page.state
    with st.container(key="tables", horizontal=True, vertical_alignment="center"):
        switch(page, "table", t("data.table"), {name: name_of(name, "data.tables", t) for name in TABLES}, state.table)
        st.session_state["w_extent"] = state.extent == FILTERED
        st.toggle(
            t("data.filtered"),
            key="w_extent",
            on_change=lambda: page.set("extent", FILTERED if st.session_state["w_extent"] else WHOLE),
        )


def _table(page: Page, view: View) -> None:
    t, name = page.t, page.state.table
    table, targets = readable(view, name, page.words), dossier_links(view, name)
    if not table.rows:
        if view.rows:  # otherwise the status line already says that nothing passes the filter
            st.info(t("data.empty"))
        return
    linked = any(key for key, _ in targets)
    key = f"grid_{name}"
    st.dataframe(
        _worded(table, t),
        key=key,
        hide_index=True,
        height=TABLE_HEIGHT if len(table.rows) > LONG_TABLE_ROWS else "auto",
        column_config={column: _column(column, t) for column in table.columns},
        placeholder="",
        on_select="rerun" if linked else "ignore",
        selection_mode="single-row",
    )
    if linked:
        chosen = [targets[row] for row in st.session_state[key].selection.rows if row < len(targets)]
        _row_link(page, *next(iter(chosen), ("", "")))
    st.caption(f"{t('data.rows', n=len(table.rows))} · {t('data.searching')}", help=meaning_of(name, t))


def _row_link(page: Page, key: str, record: str) -> None:
    """Draw a link from the selected row to its dossier, or a hint to select a row."""
    href = f"{link('dossier', replace(page.state, selected=key))}#{record}" if key else ""
    show_html(row_link_html(key, href, page.words), key="row_link")


def _column(name: str, t: Translator) -> ColumnConfig:
    label = name_of(name, "data.columns", t)
    if name in LINKS:
        return st.column_config.LinkColumn(label, display_text=t("data.open"))
    return st.column_config.Column(label, width=WIDTHS.get(name), pinned=name == "name", help=meaning_of(name, t))


def _worded(table: Table, t: Translator) -> Styler:
    """Format dates and numbers of the rows. The values themselves do not change, so that columns sort correctly."""
    frame = pd.DataFrame(table.rows, columns=table.columns)
    dates = [name for name in table.columns if name in DATES]
    numbers = frame.select_dtypes("number").columns
    return frame.style.format(lambda text: t.date(Edtf.parse(text)), dates, na_rep="").format(
        t.number, numbers, na_rep=""
    )


def _downloads(page: Page, view: View) -> None:
    """Draw a button for each format; the file is made on download."""
    t, licence = page.t, page.catalogue.atlas.licence
    shown = replace(page.catalogue, pairs=view.pairs)
    with st.container(key="downloads", horizontal=True, vertical_alignment="center"):
        for form in FORMATS:
            st.download_button(
                t(f"data.forms.{form}"),
                partial(packed, shown, form),
                file_name=f"atlas.{ENDINGS.get(form, form)}",
                key=f"download_{form}",
                icon=":material/download:",
                on_click="ignore",
            )
        st.caption(t("data.download_says", n=len(view.rows)), width="content", help=meaning_of("records", t))
    st.caption(t("data.licence", name=licence.name, url=licence.url, credits=t.text(licence.credits)))
