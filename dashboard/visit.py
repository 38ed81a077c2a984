"""What one visitor's session holds between runs: the state, the address that shows it, and the events heard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboard.catalogue.model import Catalogue
from dashboard.state import Query, State, after, from_query, to_query

KEY = "visit"
MOST_EVENTS = 200
"""Events that one message may carry; a visitor who clicks while the line is cut has fewer."""


@dataclass
class Visit:
    """One visitor's session. Everything that a reloaded page must show again is in `state`, and so in the address.

    shown    the address as last written
    tab      the page load whose events were heard last, and `seen` the number of the last of them
    wanted   the page that an event asked for
    part     the part or record of a page that the last event asked for, "" if none
    flat     the browser has no WebGL
    changed  an event changed the state since the address was last written
    pages    Streamlit's pages by name, for a fragment that is to open one
    """

    state: State
    shown: Query = field(default_factory=dict)
    tab: str = ""
    seen: int = 0
    wanted: str | None = None
    part: str = ""
    flat: bool = False
    changed: bool = False
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
                self.state, self.changed, self.part = after(self.state, event, catalogue), True, ""
                match event:
                    case {"do": "open", "page": str(page), **more}:
                        self.wanted, self.part = page, str(more.get("part", ""))

    def sync(self, query: Query, catalogue: Catalogue) -> Query:
        """Take the state from the address if that was changed from outside; return the address to write.

        An event wins over the address that comes with it, which may not know of the last event yet. An empty
        address is that of a page opened without one: the state goes along.
        """
        if query and query != self.shown and not self.changed:
            self.state = from_query(query, self.state.language, catalogue)
        else:  # the table may have been edited: what it no longer has is let go
            self.state = from_query(to_query(self.state), self.state.language, catalogue)
        self.shown, self.changed = to_query(self.state), False
        return self.shown


def current_visit(catalogue: Catalogue) -> Visit:
    """The visit of this session, begun if there is none."""
    if KEY not in st.session_state:
        st.session_state[KEY] = Visit(State(_visitors_language(catalogue)))
    visit: Visit = st.session_state[KEY]
    return visit


def write_address(visit: Visit, catalogue: Catalogue) -> State:
    """The state of this run, which the address shows from now on."""
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    before, changed = visit.shown, visit.changed
    wanted = visit.sync(query, catalogue)
    # Streamlit's own idea of the address lags behind during a run of clicks.
    if wanted != query or (changed and wanted != before):
        st.query_params.from_dict(dict(wanted))
    return visit.state


def _visitors_language(catalogue: Catalogue) -> str:
    """The first language of the atlas that the browser asks for, else the first of the atlas."""
    languages = list(catalogue.atlas.languages)
    asked = (st.context.locale or "").split("-")[0].lower()
    return asked if asked in languages else languages[0]
