"""Hand-outs over HTTP: made in processes of their own, two at a time, so that no click waits for one."""

from __future__ import annotations

import os
import pickle
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial

import anyio
from anyio import BrokenWorkerProcess, CapacityLimiter, Lock, to_process
from starlette.requests import Request as Asked
from starlette.responses import JSONResponse, PlainTextResponse, Response

from dashboard.catalogue.kept import kept
from dashboard.catalogue.model import Catalogue
from dashboard.handouts.content import Request
from dashboard.handouts.forms import FORMS, TYPES, ending, file_name
from dashboard.loading import Snapshot, live
from dashboard.state import LONGEST_ADDRESS, State, from_query, to_query

AT_ONCE = 2
KEPT = 24
"""Hand-outs of a table that are kept, the last ones asked for; about 10 MB."""

NICENESS = 10  # of the processes: what visitors click comes first

_making = CapacityLimiter(AT_ONCE)


def request_of(query: Mapping[str, Sequence[str]], snapshot: Snapshot, address: str) -> Request | None:
    """The hand-out that an address asks for: of its selection, else of its only sector; None for an unknown word."""
    state = from_query(query, next(iter(snapshot.translators)), snapshot.catalogue)
    known = {name: sorted(values) for name, values in to_query(state).items()}
    if known != {**{name: sorted(values) for name, values in query.items()}, "lang": known["lang"]}:
        return None
    chosen = state.filter.sectors
    sector = next(iter(chosen)) if len(chosen) == 1 and not state.selected else None
    return Request(snapshot, state, sector, address)


async def handout(asked: Asked) -> Response:
    """Make the hand-out that an address asks for, unless the visitor leaves; 404 with a sentence if there is none."""
    snapshot, form, params = live().get(), asked.path_params["form"], asked.query_params
    query = {name: params.getlist(name) for name in params}
    short = len(asked.url.query) <= LONGEST_ADDRESS
    address = f"{str(asked.base_url).rstrip('/')}/?{asked.url.query}"
    request = request_of(query, snapshot, address) if short and form in FORMS else None
    if request is None:
        t = snapshot.translators.get(params.get("lang", "")) or next(iter(snapshot.translators.values()))
        return PlainTextResponse(t("share.refused"), status_code=404, headers={"Cache-Control": "no-store"})
    content = await _unless_left(asked, request, form)
    if content is None:
        return Response(status_code=204)  # nobody reads it
    headers = {
        "Content-Disposition": f'attachment; filename="{file_name(request, form)}"',
        "Cache-Control": "no-cache",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(content, media_type=TYPES[ending(form)], headers=headers)


async def queue(_: Asked) -> Response:
    """How many hand-outs are being made, and how many wait for their turn."""
    state = _making.statistics()
    waiting = {"making": state.borrowed_tokens, "waiting": state.tasks_waiting}
    return JSONResponse(waiting, headers={"Cache-Control": "no-store"})


async def _unless_left(asked: Asked, request: Request, form: str) -> bytes | None:
    """Make a hand-out; None if the visitor has closed the connection, which ends the process that makes it."""
    made: bytes | None = None
    async with anyio.create_task_group() as tasks:

        async def watch() -> None:
            while (await asked.receive())["type"] != "http.disconnect":
                pass
            tasks.cancel_scope.cancel()

        tasks.start_soon(watch)
        made = await made_once(request, form)
        tasks.cancel_scope.cancel()
    return made


async def made_once(request: Request, form: str) -> bytes:
    """Return a hand-out, made anew only if nobody has asked for it lately; others who ask meanwhile wait for it."""
    shelf, key = _shelf(request.snapshot.catalogue), (form, request.state, request.address)
    async with shelf.locks.setdefault(key, Lock()):
        try:
            if key not in shelf.made:
                shelf.made[key] = await _make(request, form)
            shelf.made.move_to_end(key)
        finally:
            shelf.locks.pop(key, None)
        while len(shelf.made) > KEPT:
            shelf.made.popitem(last=False)
        return shelf.made[key]


class _Shelf:
    """The hand-outs of a table, the last asked for at the end, the locks of those being made, and the table's pickle."""

    def __init__(self) -> None:
        self.made: OrderedDict[object, bytes] = OrderedDict()
        self.locks: dict[object, Lock] = {}
        self.snapshot = b""


@kept(on="catalogue")
def _shelf(catalogue: Catalogue) -> _Shelf:  # noqa: ARG001 - it is kept on it
    return _Shelf()


async def _make(request: Request, form: str) -> bytes:
    snapshot, rest = request.snapshot, (request.state, request.sector, request.address)
    work = partial(_in_process, _pickled(snapshot), *rest, form)
    try:
        return await to_process.run_sync(work, cancellable=True, limiter=_making)
    except BrokenWorkerProcess:  # ended from outside, perhaps while it was idle
        return await to_process.run_sync(work, cancellable=True, limiter=_making)


def _pickled(snapshot: Snapshot) -> bytes:
    """Return a snapshot for another process, without what was derived from it."""
    shelf = _shelf(snapshot.catalogue)
    shelf.snapshot = shelf.snapshot or pickle.dumps(replace(snapshot, catalogue=replace(snapshot.catalogue)))
    return shelf.snapshot


def _in_process(data: bytes, state: State, sector: str | None, address: str, form: str) -> bytes:
    """Make a hand-out here, in a process that does nothing else."""
    return FORMS[form](Request(_snapshot(data), state, sector, address))


@lru_cache(1)
def _snapshot(data: bytes) -> Snapshot:
    os.nice(NICENESS - os.nice(0))
    snapshot: Snapshot = pickle.loads(data)  # noqa: S301 - written by the server itself
    return snapshot
