"""A choice of one of a few options."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.views.parts.context import Page


def switch(page: Page, name: str, label: str, options: Mapping[str, str], value: str) -> None:
    """Draw a choice of exactly one of a few options for the field `name` of the state."""
    key = f"w_{name}"
    st.session_state[key] = value

    def changed() -> None:
        if st.session_state[key] != value:  # in a session that has just begun nothing was chosen
            page.set(name, st.session_state[key])

    st.segmented_control(
        label,
        list(options),
        format_func=options.__getitem__,
        key=key,
        required=True,
        label_visibility="collapsed",
        on_change=changed,
    )
