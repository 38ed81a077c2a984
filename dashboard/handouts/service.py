"""Hand-outs over HTTP: made in processes of their own, two at a time, so that no click waits for one."""

from __future__ import annotations

import io
import pickle
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlencode

import anyio
from anyio import CapacityLimiter, Lock
from starlette.requests import Request as Asked
from starlette.responses import JSONResponse, Response

from dashboard.attachments import TYPES, attachment, refusal
from dashboard.catalogue.kept import kept
from dashboard.catalogue.model import Catalogue
from dashboard.handouts.content import Request
from dashboard.handouts.forms import FORMS, can_be_made, file_name
from dashboard.handouts.worker import Workers
from dashboard.loading import Snapshot, live
from dashboard.state import LONGEST_ADDRESS, understood

AT_ONCE = 2
KEPT = 24
"""Hand-outs of a table that are kept, the last ones asked for; at most about 50 MB."""

PAGE = "page"
"""Parameter that names the page, which is no part of the state."""

_making = CapacityLimiter(AT_ONCE)
_workers = Workers()


def request_of(query: Mapping[str, Sequence[str]], snapshot: Snapshot, address: str) -> Request | None:
    """The hand-out that an address asks for: of its selection, else of its only sector; None for an unknown word."""
    state = understood(query, next(iter(snapshot.translators)), snapshot.catalogue)
    if not state:
        return None
    chosen = state.filter.sectors
    sector = next(iter(chosen)) if len(chosen) == 1 and not state.selected else None
    return Request(snapshot, state, sector, address)


async def handout(asked: Asked) -> Response:
    """Make the hand-out that an address asks for, unless the visitor leaves; 404 with a sentence if there is none."""
    snapshot, form, params = live().get(), asked.path_params["form"], asked.query_params
    query = {name: params.getlist(name) for name in params if name != PAGE}
    short = len(asked.url.query) <= LONGEST_ADDRESS
    request = request_of(query, snapshot, address_of(asked)) if short and form in FORMS else None
    if request is None:
        t = snapshot.translators.get(params.get("lang", "")) or next(iter(snapshot.translators.values()))
        return refusal(t.for_files("share.refused"))
    if not can_be_made(form, request.state.language):
        return refusal(snapshot.translators[request.state.language].for_files("share.unprinted"))
    content = await _unless_left(asked, request, form)
    if content is None:
        return Response(status_code=204)  # nobody reads it
    return attachment(file_name(request, form), content)


def address_of(asked: Asked) -> str:
    """Address of the page that a hand-out or code is made of: the same as asked for, on the page that it names."""
    params = asked.query_params
    query = urlencode([(name, value) for name, value in params.multi_items() if name != PAGE])
    page = params.get(PAGE, "")
    return f"{asked.base_url}{page if page.isalpha() else ''}?{query}"


async def qr_code(asked: Asked) -> Response:
    """Draw the QR code of an address of the atlas, as SVG."""
    import segno  # late: only hand-outs need it

    if len(asked.url.query) > LONGEST_ADDRESS:
        return Response(status_code=404)
    drawn = io.BytesIO()
    try:
        segno.make_qr(address_of(asked), error="m").save(drawn, kind="svg", border=2, xmldecl=False, light="#fff")
    except segno.DataOverflowError:  # no code holds so long an address
        return Response(status_code=404)
    return Response(drawn.getvalue(), media_type=TYPES["svg"], headers={"Cache-Control": "no-cache"})


async def queue(_: Asked) -> Response:
    """Tell the number of hand-outs that are being made, and of those that wait for their turn."""
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
    """The hand-outs of a table, the last asked for at the end; locks of those being made; the table, pickled."""

    def __init__(self) -> None:
        self.made: OrderedDict[object, bytes] = OrderedDict()
        self.locks: dict[object, Lock] = {}
        self.snapshot = b""


@kept(on="catalogue")
def _shelf(catalogue: Catalogue) -> _Shelf:  # noqa: ARG001 - it is kept on it
    return _Shelf()


async def _make(request: Request, form: str) -> bytes:
    work = (pickled(request.snapshot), request.state, request.sector, request.address, form)
    async with _making:
        return await _workers.make(work)


def pickled(snapshot: Snapshot) -> bytes:
    """Return a snapshot for another process, without what was derived from it."""
    shelf = _shelf(snapshot.catalogue)
    if not shelf.snapshot:
        translators = {code: replace(t, dates=t.dates and replace(t.dates)) for code, t in snapshot.translators.items()}
        bare = replace(snapshot, catalogue=replace(snapshot.catalogue), translators=translators)
        shelf.snapshot = pickle.dumps(bare)
    return shelf.snapshot
