"""One visitor's session between runs: the state, and the number of the last event applied."""

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
"""Limit of events in one message, well above the clicks that queue up while the connection is lost."""


@dataclass
class Visit:
    """One visitor's session. Everything that a reloaded page must restore is in `state`, and so in the address.

    Python reads the address only when the session begins: the one sent with later runs may lag behind the last event.
    Only the browser writes it (`frontend/src/shared/address.js`), which reports Back and Forward.

    tab     page load that sent the last events
    seen    number of the last event of that page load that was applied
    page    name of the open page, "" before the first run. Only events change it: a run of another page comes from a
            browser that did not know of the last event
    part    part or record of a page that the last event requested, "" if none
    pages   Streamlit's pages by name, so that a fragment can switch to one
    """

    state: State
    tab: str = ""
    seen: int = 0
    page: str = ""
    part: str = ""
    pages: Mapping[str, StreamlitPage] = field(default_factory=dict)

    def receive(self, message: object, catalogue: Catalogue) -> None:
        """Apply the events of a message that are new; ignore anything that is not a message."""
        match message:
            case {"tab": str(tab), "first": int(first), "events": list(events)} if len(events) <= MOST_EVENTS:
                if tab != self.tab:
                    self.tab, self.seen = tab, 0
                for number, event in enumerate(events, start=first):
                    if number > self.seen:
                        self.seen = number
                        self.apply(event, catalogue)

    def apply(self, event: object, catalogue: Catalogue) -> None:
        """Apply one event; ignore anything that is not an event."""
        match event:
            case Mapping():
                self.state, self.part = after(self.state, event, catalogue), ""
                match event:
                    case {"do": "open", "page": str(page), **more}:
                        self.page, self.part = page, str(more.get("part", ""))
                    case {"do": "address", "path": str(path)}:
                        self.page = path or MAP_PAGE

    def reconcile(self, catalogue: Catalogue) -> State:
        """Return the state for this run, without anything that an edit has removed from the table."""
        self.state = from_query(to_query(self.state), self.state.language, catalogue)
        return self.state


def current_visit(catalogue: Catalogue) -> Visit:
    """The visit of this session; a new one takes its state from the address."""
    if KEY not in st.session_state:
        query = {name: st.query_params.get_all(name) for name in st.query_params}
        st.session_state[KEY] = Visit(from_query(query, _visitors_language(catalogue), catalogue))
    visit: Visit = st.session_state[KEY]
    return visit


def _visitors_language(catalogue: Catalogue) -> str:
    """The browser's language if the atlas has it, else the first language of the atlas."""
    languages = list(catalogue.atlas.languages)
    asked = (st.context.locale or "").split("-")[0].lower()
    return asked if asked in languages else languages[0]
