"""The line above the map: how much is shown, and one reset; above it, what is wrong with config/."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.catalogue.problems import Problem
from dashboard.catalogue.quality import as_of
from dashboard.text.translator import Translator
from dashboard.views.parts.context import Page


def broken(problems: Sequence[Problem], t: Translator) -> None:
    """Say that config/ is broken now, and how; what is on the page is its last good state."""
    if problems:
        with st.expander(t("status.broken", problems=t("count.problems", n=len(problems))), icon=":material/error:"):
            st.code("\n".join(map(str, problems)), language=None, wrap_lines=True)


def showing(page: Page, *, mark: str = "") -> str:
    """How much of the table the filters leave; `mark` is put around the numbers that are left."""
    return page.t(
        "status.showing",
        pairs=f"{mark}{page.t.number(len(page.view.regional()))}{mark}",
        all_pairs=len(page.whole.regional()),
        projects=f"{mark}{page.t.number(page.view.count('projects'))}{mark}",
        all_projects=page.whole.count("projects"),
    )


def status(page: Page) -> None:
    """Draw how much of the table the filters leave."""
    t, view, catalogue = page.t, page.view, page.catalogue
    with st.container(key="status", horizontal=True, vertical_alignment="center"):
        st.markdown(showing(page, mark="**"), width="content")
        st.button(
            t("status.reset"),
            key="reset",
            type="tertiary",
            disabled=not page.state.filter.active,
            on_click=lambda: page.apply({"do": "reset"}),
        )
        if newest := as_of(catalogue):
            st.space("stretch")
            st.caption(t("status.as_of", date=t.date(newest)), width="content")
    if not view.rows:
        st.info(t("status.empty"))
