"""The page that tells what is new: the changes of the table by day, each record with the way to it on the map."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard.catalogue.changes import newness
from dashboard.catalogue.dates import Edtf
from dashboard.html.changes import Day, Entry, Group, changes_html
from dashboard.state import link
from dashboard.text.changes import Line, counted, lines, titles_of
from dashboard.views.parts.context import Page
from dashboard.views.parts.panel import show_html
from dashboard.visit import current_visit


def show_changes_page(page: Page) -> None:
    """Draw the whole page."""
    catalogue, t, since = page.catalogue, page.t, page.state.since
    titles = titles_of(page.words, catalogue.changes)
    days = []
    for day, changes in sorted(catalogue.changes.items(), reverse=True):
        groups = [
            Group(sentence, [_entry(page, line) for line in lines(changes, name, titles, t)])
            for name, sentence in counted(changes, t)
        ]
        days.append(Day(day, t.date(Edtf.parse(day)), since is not None and day > since, groups))
    choices = [(day, _choice(page, day)) for day in sorted({*catalogue.changes, *filter(None, [since])}, reverse=True)]
    with st.container(key="changes"):
        html = changes_html(days, choices, since, page.words)
        show_html(html, key="changes_list", part=current_visit(catalogue).part)


def _choice(page: Page, day: str) -> str:
    """A day, with the number of records that are newer."""
    newer = [row for row in page.catalogue.rows if newness(page.catalogue, row.key, day)]
    return page.t("changes.after", n=len(newer), date=page.t.date(Edtf.parse(day)))


def _entry(page: Page, line: Line) -> Entry:
    catalogue, pair = page.catalogue, line.key.split("/")[0]
    known = line.key in catalogue.numbers
    href = f"{link('./', replace(page.state, selected=pair))}#{line.key}" if known else ""
    return Entry(line, pair, _pair_name(page, pair), href)


def _pair_name(page: Page, pair: str) -> str:
    """Names of the sides of a pair, which may have left the table; "" if they have."""
    catalogue, sides = page.catalogue, pair.split("_")
    if not all(side in catalogue.units or side in catalogue.atlas.countries for side in sides):
        return ""
    return page.t.text(catalogue.joined(*map(catalogue.short, sides)))
