"""The gate of a start: health is answered at once, and every other request waits until the site is there.

What a start loads before is Streamlit and little more; the table, its texts and all that draws pages come afterwards,
in a thread of their own. So nothing heavy may be imported here.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import threading
from concurrent.futures import Future

from starlette._utils import get_route_path
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard import prepared
from dashboard.catalogue.folder import config_folder
from dashboard.serving.headers import Headers
from dashboard.sweeping import unswept

LOG = logging.getLogger(__name__)

PAUSE = 0.1
"""Seconds after which the site is made at the latest. Whoever asks for health first is answered first."""

UNCACHED = {"Cache-Control": "no-store"}
EARLY = {
    "/_stcore/health": Headers(PlainTextResponse("ok", headers=UNCACHED)),
    "/health/live": Headers(JSONResponse({"status": "alive"}, headers=UNCACHED)),
    "/health/ready": Headers(JSONResponse({"status": "preparing"}, 503, headers=UNCACHED)),
}
"""Answers until the site is there."""


def check_unknown() -> None:
    """Load a table now unless it has been found valid before; raises BrokenTable."""
    if not prepared.find(config_folder()):
        from dashboard.loading import live  # late, as all here

        live()


class Gate:
    """Middleware that passes everything to the site, which it makes in the background."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._begun = threading.Lock()
        self._site: Future[ASGIApp] = Future()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass a request on."""
        if scope["type"] == "lifespan":
            asyncio.get_running_loop().call_later(PAUSE, self._begin)
            return await self.app(scope, receive, send)
        if not self._site.done():
            early = EARLY.get(get_route_path(scope)) if scope["type"] == "http" else None
            if early:
                await early(scope, receive, send)
                return self._begin()
            self._begin()
            await asyncio.shield(asyncio.wrap_future(self._site))
        await self._site.result()(scope, receive, send)

    def _begin(self) -> None:
        if self._begun.acquire(blocking=False):
            threading.Thread(target=self._make, name="make the site", daemon=True).start()

    def _make(self) -> None:
        with unswept():
            try:
                from dashboard.serving.site import site

                self._site.set_result(site(self.app))
            except Exception as failed:  # whatever it is: health, too, then answers with it: this copy is replaced
                LOG.exception("The site could not be made")
                self._site.set_exception(failed)
            gc.freeze()  # nearly all of this stays: it is not worth looking through, until an edit (`health.prepare`)
