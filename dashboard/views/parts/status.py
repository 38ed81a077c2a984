"""The notice of a broken config/."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.catalogue.problems import Problem
from dashboard.editor import editor_key, is_editor
from dashboard.html.render import problems_html
from dashboard.text.translator import Translator
from dashboard.views.parts.panel import show_html


def broken(problems: Sequence[Problem], t: Translator) -> None:
    """Draw a notice with the problems of config/; the page shows the last good state."""
    show_html(problems_html(problems, t), key="problems")


def is_editors() -> bool:
    """True if this session is the editor's."""
    context = st.context
    headers = {name.lower(): value for name, value in context.headers.items()}
    return is_editor(context.ip_address, headers, context.cookies, editor_key())
