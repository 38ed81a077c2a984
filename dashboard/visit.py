"""What one visitor's session holds between runs: the state, and which events were heard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboard.catalogue.model import Catalogue
from dashboard.html.render import MAP_PAGE
from dashboard.state import State, after, from_query, to_query

KEY = "visit"
MOST_EVENTS = 200
"""Events that one message may carry; a visitor who clicks while the line is cut has fewer."""


@dataclass
class Visit:
    """One visitor's session. Everything that a reloaded page must show again is in `state`, and so in the address.

    Python reads the address once, when the session begins: what comes with later runs may lag behind the last event.
    The browser alone writes it (`frontend/src/reload`), from the state that it is told, and tells of Back and Forward.

    tab    the page load whose events were heard last, and `seen` the number of the last of them
    page   the name of the page that is open, "" before the first run; events alone change it: a run of another page
           was asked for by a browser that had not heard of the last event
    part   the part or record of a page that the last event asked for, "" if none
    flat   the browser has no WebGL
    pages  Streamlit's pages by name, for a fragment that is to open one
    """

    state: State
    tab: str = ""
    seen: int = 0
    page: str = ""
    part: str = ""
    flat: bool = False
    pages: Mapping[str, StreamlitPage] = field(default_factory=dict)

    def hear(self, told: object, catalogue: Catalogue) -> None:
        """Apply the events of a message that were not heard before; ignore what is not a message."""
        match told:
            case {"tab": str(tab), "first": int(first), "events": list(events)} if len(events) <= MOST_EVENTS:
                if tab != self.tab:
                    self.tab, self.seen = tab, 0
                for number, event in enumerate(events, start=first):
                    if number > self.seen:
                        self.seen = number
                        self.tell(event, catalogue)

    def tell(self, event: object, catalogue: Catalogue) -> None:
        """Apply one event."""
        match event:
            case {"do": "flat"}:
                self.flat = True
            case Mapping():
                self.state, self.part = after(self.state, event, catalogue), ""
                match event:
                    case {"do": "open", "page": str(page), **more}:
                        self.page, self.part = page, str(more.get("part", ""))
                    case {"do": "address", "path": str(path)}:
                        self.page = path or MAP_PAGE

    def settle(self, catalogue: Catalogue) -> State:
        """State of this run. The table may have been edited: what it no longer has is let go."""
        self.state = from_query(to_query(self.state), self.state.language, catalogue)
        return self.state


def current_visit(catalogue: Catalogue) -> Visit:
    """The visit of this session, begun from the address if there is none."""
    if KEY not in st.session_state:
        query = {name: st.query_params.get_all(name) for name in st.query_params}
        st.session_state[KEY] = Visit(from_query(query, _visitors_language(catalogue), catalogue))
    visit: Visit = st.session_state[KEY]
    return visit


def _visitors_language(catalogue: Catalogue) -> str:
    """The first language of the atlas that the browser asks for, else the first of the atlas."""
    languages = list(catalogue.atlas.languages)
    asked = (st.context.locale or "").split("-")[0].lower()
    return asked if asked in languages else languages[0]
