"""The insights page: ties by pair, sector, project stage and year, what came of agreements, and the gaps."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from functools import partial

import streamlit as st

from dashboard.catalogue.quality import as_of
from dashboard.charts.grid import Lines
from dashboard.exports.extract import conditions
from dashboard.exports.readable import Table
from dashboard.exports.tables import csv_text
from dashboard.html.figures import insights_html
from dashboard.html.render import begin_html
from dashboard.state import link
from dashboard.views.parts.context import Page
from dashboard.views.parts.panel import show_html
from dashboard.visit import current_visit


def show_insights_page(page: Page) -> None:
    """Draw the whole page; a chart without data under the filter is replaced by a sentence that says so."""
    view, state = page.view, page.state

    def dossier(key: str) -> str:
        return link("dossier", replace(state, selected=key))

    with st.container(key="insights", gap="small"):
        if view.rows:
            html = insights_html(
                view,
                state.side or next(iter(page.catalogue.atlas.countries)),
                page.words,
                here=link("insights", state),
                dossier=dossier,
                download=partial(csv_address, terms=terms_line(page)),
            )
            show_html(html, key="charts", part=current_visit(page.catalogue).part)
        elif not page.catalogue.rows:
            show_html(begin_html(page.t), key="begin")


def terms_line(page: Page) -> str:
    """Title, date and filter of a chart and its licence, in one line."""
    atlas, t = page.catalogue.atlas, page.t
    filtered = conditions(page.state.filter, page.words)
    dated = t("onefile.as_of", date=t.date(as_of(page.catalogue)))
    return " · ".join([t.text(atlas.title), dated, *filtered, f"{atlas.licence.name}: {atlas.licence.url}"])


def csv_address(lines: Lines, terms: str) -> str:
    """A plain table as CSV, with its terms below it, in an address that holds the whole file."""
    text = csv_text(Table(tuple(map(str, lines[0])), (*lines[1:], (), (terms,))))
    return f"data:text/csv;charset=utf-8;base64,{b64encode(text.encode('utf-8-sig')).decode()}"
