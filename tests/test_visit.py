"""A visit applies each event once, even if it arrives twice, and the address reflects it."""

import pytest

from dashboard.catalogue.filtering import Filter
from dashboard.catalogue.model import Catalogue
from dashboard.state import State
from dashboard.visit import Visit

NORTH = {"do": "set", "name": "selected", "value": "XA-N"}
SOUTH = {"do": "set", "name": "selected", "value": "XA-S"}


def told(first: int, *events: object, tab: str = "one") -> dict[str, object]:
    return {"tab": tab, "first": first, "events": list(events)}


def test_events_are_applied_in_order_and_counted(tiny: Catalogue) -> None:
    visit = Visit(State("en"))
    visit.receive(told(1, NORTH, SOUTH), tiny)
    assert (visit.state.selected, visit.tab, visit.seen) == ("XA-S", "one", 2)


def test_what_is_sent_again_is_heard_once(tiny: Catalogue) -> None:
    visit = Visit(State("en"))
    visit.receive(told(1, NORTH), tiny)
    visit.receive(told(2, SOUTH), tiny)
    visit.receive(told(1, NORTH), tiny)
    assert (visit.state.selected, visit.seen) == ("XA-S", 2)
    visit.receive(told(1, NORTH, SOUTH, NORTH), tiny)
    assert (visit.state.selected, visit.seen) == ("XA-N", 3)


def test_a_new_session_takes_up_the_numbers_where_they_are(tiny: Catalogue) -> None:
    visit = Visit(State("en"))
    visit.receive(told(57, NORTH), tiny)
    assert (visit.state.selected, visit.seen) == ("XA-N", 57)


def test_another_load_of_the_page_counts_anew(tiny: Catalogue) -> None:
    visit = Visit(State("en"))
    visit.receive(told(1, NORTH, SOUTH), tiny)
    visit.receive(told(1, NORTH, tab="two"), tiny)
    assert (visit.state.selected, visit.tab, visit.seen) == ("XA-N", "two", 1)


@pytest.mark.parametrize(
    "message",
    [None, 3, "told", [], {}, {"tab": 1, "first": 1, "events": [NORTH]}, told(1, *[NORTH] * 1000), told(1, "x", None)],
)
def test_what_is_no_message_is_ignored(tiny: Catalogue, message: object) -> None:
    visit = Visit(State("en"))
    visit.receive(message, tiny)
    assert visit.state == State("en")


def test_an_event_may_ask_for_a_page(tiny: Catalogue) -> None:
    visit = Visit(State("en"))
    visit.receive(told(1, {"do": "open", "page": "dossier", "selected": "XA-N", "part": "events"}), tiny)
    assert (visit.page, visit.state.selected, visit.part) == ("dossier", "XA-N", "events")
    visit.receive(told(2, SOUTH), tiny)
    assert visit.part == ""


def test_back_and_forward_bring_the_state_of_their_address(tiny: Catalogue) -> None:
    visit = Visit(State("en", selected="XA-S"))
    visit.receive(told(1, {"do": "address", "path": "data", "query": "lang=fr&selected=XA-N&years=2005-2010"}), tiny)
    assert visit.page == "data"
    assert visit.state == State("fr", selected="XA-N", filter=Filter(years=(2005, 2010)))


def test_what_an_edit_took_out_of_the_table_is_let_go(tiny: Catalogue) -> None:
    visit = Visit(State("en", selected="XA-Gone", layout="geographic"))
    assert visit.reconcile(tiny) == State("en", layout="geographic")
