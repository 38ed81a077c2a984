"""Messages of a browser that is not ours: events with wrong types, names and values, also in wrong order."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from dashboard.loading import Snapshot
from dashboard.state import CHOSEN, FIELDS, State, from_query, to_query
from dashboard.visit import Visit
from tests.mutants import HOSTILE

ACTS = ("choose", "set", "open", "address", "reset", "x", "")
KEYS = ("do", "dimension", "option", "on", "name", "value", "page", "part", "selected", "sector", "query", "path")
NAMES = (*FIELDS, *CHOSEN, "language", "years", "years_by", "text", "compare")


def messages(snapshot: Snapshot, seed: int, count: int) -> Iterator[object]:
    """Yield messages, most of them with the right keys and wrong values."""
    draw = Random(seed)  # noqa: S311 - reproducible by its seed
    catalogue = snapshot.catalogue
    known = [*catalogue.keys, *catalogue.sectors, *catalogue.atlas.languages, *NAMES]
    for _ in range(count):
        if not draw.randrange(10):
            yield _anything(known, draw, 4)
            continue
        events = [_event(known, draw) for _ in range(draw.choice((0, 1, 1, 2, 5, 300)))]
        first = draw.choice((1, 1, 1, 1, 1, 2, 0, -5, 10**30, 1.5, "1", None, True))
        yield {"tab": draw.choice(("a", "b", "", 7, None)), "first": first, "events": events}


def use(message: object, snapshot: Snapshot) -> str:
    """Receive a message in a new visit; raises AssertionError unless the state that follows can stand in an address."""
    catalogue = snapshot.catalogue
    visit = Visit(State(language=next(iter(catalogue.atlas.languages))))
    visit.receive(message, catalogue)
    state = visit.reconcile(catalogue)
    assert from_query(to_query(state), state.language, catalogue) == state, "an address gives its own state back"
    return "applied" if visit.seen else "ignored"


def _event(known: list[str], draw: Random) -> Any:
    event = {key: _anything(known, draw, 2) for key in draw.sample(KEYS, draw.randint(0, 5))}
    return event | {"do": draw.choice(ACTS), "name": draw.choice(NAMES), "dimension": draw.choice(CHOSEN)}


def _anything(known: list[str], draw: Random, depth: int) -> Any:
    """A value as JSON may hold it."""
    match draw.randrange(10 if depth else 8):
        case 0 | 1 | 2:
            return draw.choice(known)
        case 3:
            return draw.choice(list(HOSTILE.values()))[:20_000]
        case 4:
            return draw.choice((None, True, False, 0, -1, 2017, 1e308, float("inf"), 10**40))
        case 5:
            return "\ud800" + chr(draw.randrange(0x300, 0x3000)) * draw.choice((1, 5000))
        case 6:
            return [draw.choice((1990, 2017, 2030, "2017", None)) for _ in range(draw.randint(0, 3))]
        case 7:
            return draw.choice(("2016-2020", "lang=ru&sectors=x", "&" * 9000, "?", "selected=%ff"))
        case 8:
            return [_anything(known, draw, depth - 1) for _ in range(draw.randint(0, 4))]
    return {draw.choice(KEYS): _anything(known, draw, depth - 1) for _ in range(draw.randint(0, 4))}
