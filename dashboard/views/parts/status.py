"""The status line, with the number of records shown and a reset button, and the notice of a broken config/."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.catalogue.problems import Problem
from dashboard.catalogue.quality import as_of
from dashboard.editor import editor_key, is_editor
from dashboard.html.render import problems_html
from dashboard.text.translator import Translator
from dashboard.views.parts.context import Page
from dashboard.views.parts.panel import show_html


def broken(problems: Sequence[Problem], t: Translator) -> None:
    """Draw a notice with the problems of config/; the page shows the last good state."""
    show_html(problems_html(problems, t), key="problems")


def is_editors() -> bool:
    """True if this session is the editor's."""
    context = st.context
    headers = {name.lower(): value for name, value in context.headers.items()}
    return is_editor(context.ip_address, headers, context.cookies, editor_key())


def showing(page: Page, *, mark: str = "") -> str:
    """Sentence with the numbers of pairs and projects that pass the filter; `mark` is put around them."""
    return page.t(
        "status.showing",
        pairs=f"{mark}{page.t.number(len(page.view.regional()))}{mark}",
        all_pairs=len(page.whole.regional()),
        projects=f"{mark}{page.t.number(page.view.count('projects'))}{mark}",
        all_projects=page.whole.count("projects"),
    )


def status(page: Page) -> None:
    """Draw the status line."""
    t, view, catalogue = page.t, page.view, page.catalogue
    with st.container(key="status", horizontal=True, vertical_alignment="center"):
        counted = "\n\n".join(t(f"terms.{name}.says") for name in ("pairs", "projects"))
        st.markdown(showing(page, mark="**"), width="content", help=counted)
        st.button(
            t("status.reset"),
            key="reset",
            type="tertiary",
            disabled=not page.state.filter.active,
            on_click=lambda: page.apply({"do": "reset"}),
        )
        if view.undated:
            st.caption(t("terms.years.undated", n=len(view.undated)), width="content", help=t("terms.undated.says"))
        if newest := as_of(catalogue):
            st.space("stretch")
            st.caption(t("status.as_of", date=t.date(newest)), width="content")
    if not view.rows:
        st.info(t("status.empty"))
