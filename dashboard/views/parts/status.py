"""The line above the map: how much is shown, what is wrong, and one reset."""

from __future__ import annotations

import os
from collections.abc import Sequence

import streamlit as st

from dashboard.catalogue.filtering import Filter
from dashboard.catalogue.problems import Problem
from dashboard.catalogue.quality import as_of
from dashboard.components.mount import registered
from dashboard.loading import Live
from dashboard.state import change
from dashboard.text.translator import Translator
from dashboard.views.parts.context import Page


def broken(problems: Sequence[Problem], t: Translator) -> None:
    """Says that config/ is broken now, and how; what is on the page is its last good state."""
    if problems:
        with st.expander(t("status.broken", problems=t("count.problems", n=len(problems))), icon=":material/error:"):
            st.code("\n".join(map(str, problems)), language=None, wrap_lines=True)


def watch(live: Live) -> None:
    """Runs the page again when config/ has been edited; nothing to watch where it is read-only.

    The browser asks, not a fragment with `run_every`: one that is due while another page is opened empties that page.
    """
    if os.access(live.config, os.W_OK):
        registered("edits")(key="edits", data=live.version, on_edited_change=lambda: None)


def showing(page: Page) -> str:
    """How much of the table the filters leave, as Markdown."""
    return page.t(
        "status.showing",
        pairs=len(page.view.regional()),
        all_pairs=len(page.whole.regional()),
        projects=page.view.count("projects"),
        all_projects=page.whole.count("projects"),
    )


def status(page: Page) -> None:
    """Draws how much of the table the filters leave."""
    t, view, catalogue = page.t, page.view, page.catalogue
    with st.container(key="status", horizontal=True, vertical_alignment="center"):
        st.markdown(showing(page), width="content")
        st.button(
            t("status.reset"),
            key="reset",
            type="tertiary",
            disabled=not page.state.filter.active,
            on_click=lambda: change(filter=Filter()),
        )
        if newest := as_of(catalogue):
            st.space("stretch")
            st.caption(t("status.as_of", date=t.date(newest)), width="content")
    if not view.rows:
        st.info(t("status.empty"))
