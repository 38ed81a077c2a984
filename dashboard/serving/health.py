"""Liveness and readiness: what tells whoever runs several copies of the atlas which to restart and which to use."""

from __future__ import annotations

import gc
from threading import Event, Timer

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from dashboard.compressed import forget
from dashboard.loading import LOOK, Snapshot, config_folder, keep, live
from dashboard.published.fingerprint import fingerprint
from dashboard.published.panels import WHOLE
from dashboard.published.prepare import Publisher, publish_late
from dashboard.serving.pages import warm

UNCACHED = {"Cache-Control": "no-store"}

AFTER = 2.0
"""Seconds after an edit in which open pages fetch it, before what nobody has asked for yet is made."""

_publisher = Publisher()
_prepared = Event()
_following: list[Timer] = []
"""The work that waits until the last edit has been fetched: one timer at most."""


def prepare(snapshot: Snapshot) -> None:
    """Publish what browsers fetch of a table; from the first table on, this copy is ready."""
    edited = _prepared.is_set()
    if edited:
        forget()
        gc.unfreeze()  # the table before this edit is to be freed, and the sessions that began with it
    _publisher.publish(snapshot)
    _prepared.set()
    for late in _following:
        late.cancel()  # what follows from the table before, unless that has begun
    follow = Timer(AFTER if edited else 0, _follow, (snapshot,))
    follow.name, follow.daemon = LOOK, True
    _following[:] = [follow]
    follow.start()


def _follow(snapshot: Snapshot) -> None:
    """Make the first pages of a table, keep it for the next start, and make its late files before anybody asks.

    Those of a large table would keep the processor busy for minutes: each is made when a browser asks for it.
    """
    warm(snapshot)
    keep(config_folder(), snapshot)
    if len(snapshot.catalogue.rows) <= WHOLE:
        publish_late(snapshot)


def table_of(snapshot: Snapshot) -> str:
    """Hash of a table, the same in all copies that show the same."""
    return fingerprint(snapshot.catalogue, tuple(snapshot.translators.values()))


async def alive(_: Request) -> JSONResponse:
    """Answer for as long as the event loop does; a copy that does not is to be restarted."""
    return JSONResponse({"status": "alive"}, headers=UNCACHED)


def ready(_: Request) -> JSONResponse:
    """Tell whether visitors may come: once a valid table is prepared, whatever a later edit breaks.

    What is wrong with an edit is for its editor alone; here stands only that the last valid table is on show.
    """
    snapshot, prepared = live().get(), _prepared.is_set()
    state = {
        "status": "ready" if prepared else "preparing",
        "shows": "last valid table" if snapshot.problems else "current table",
        "problems": len(snapshot.problems),
        "table": table_of(snapshot),
    }
    return JSONResponse(state, status_code=200 if prepared else 503, headers=UNCACHED)


ROUTES = [Route("/health/live", alive), Route("/health/ready", ready)]
