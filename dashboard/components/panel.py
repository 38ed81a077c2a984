"""The dossier as a Streamlit component: HTML from our templates in, what is picked in it out."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from markupsafe import Markup

from dashboard.components.mount import registered


def html_panel(html: Markup, *, key: str, on_pick: Callable[[str], None], on_act: Callable[[str], None]) -> None:
    """Shows a rendered dossier: a <section> with data-key and data-kind.

    `on_pick` gets the key that was picked, "" for closing; `on_act` a command's name.
    Both are what a browser sent: whoever is called looks them up and trusts nothing else in them.
    """

    def sent(name: str, then: Callable[[str], None]) -> Callable[[], None]:
        def report() -> None:
            value = st.session_state[key].get(name)
            if isinstance(value, str):
                then(value)

        return report

    # As bytes: Streamlit's own JSON would escape every Cyrillic and Chinese letter.
    data = html.encode()
    registered("dossier")(
        key=key, data=data, on_picked_change=sent("picked", on_pick), on_acted_change=sent("acted", on_act)
    )
