"""The site: Streamlit behind the limits and closed doors of the atlas, with a few routes of its own."""

from __future__ import annotations

from starlette._utils import get_route_path
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.compressed import HashedFiles
from dashboard.downloads import download
from dashboard.editor import has_desk
from dashboard.handouts.service import handout, qr_code, queue
from dashboard.loading import PROCESS, live
from dashboard.published.files import atlas_list
from dashboard.serving import health
from dashboard.serving.below import Below
from dashboard.serving.desk import Desk
from dashboard.serving.doors import Doors, is_allowed
from dashboard.serving.failures import Failures
from dashboard.serving.headers import Headers, raw
from dashboard.serving.logs import RequestLog
from dashboard.serving.visitors import Visitors


def files_of_page(_: Request) -> Response:
    """List of the published files, for a page that was made by another copy with another table."""
    snapshot = live().get()
    return JSONResponse(atlas_list(snapshot.catalogue, snapshot.translators), headers={"Cache-Control": "no-store"})


ROUTES = [
    Route("/atlas-files", files_of_page),
    Route("/download/{form}", download),
    Route("/handout/{form}", handout),
    Route("/handouts", queue),
    Route("/code", qr_code),
    *health.ROUTES,
]


class Version:
    """Outermost middleware: tells the version of config/, which every open page asks for (`frontend/src/reload`).

    A thousand of them ask hundreds of times a second, so that nothing else is done for them.
    """

    headers = raw({"Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store"})

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the token of this process and the version; pass on what is not asked like that."""
        asked = scope["type"] == "http" and scope["method"] in ("GET", "HEAD") and get_route_path(scope)
        if asked == "/config-version":
            host = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"host"), None)
            if is_allowed(host):
                body = f"{PROCESS} {(await live().settled()).version}".encode()
                headers = [*self.headers, (b"content-length", str(len(body)).encode())]
                await send({"type": "http.response.start", "status": 200, "headers": headers})
                return await send({"type": "http.response.body", "body": body})
        await self.app(scope, receive, send)


def site(streamlit: ASGIApp) -> ASGIApp:
    """Load the table and put the site in front of Streamlit; publish what browsers fetch, now and after each edit."""
    app: ASGIApp = Router(ROUTES, redirect_slashes=False, default=streamlit)
    desk = (Desk,) if has_desk() else ()
    for middleware in (HashedFiles, Visitors, Doors, *desk, Failures, Headers, RequestLog, Version, Below):
        app = middleware(app)
    live().on_load(health.prepare)
    return app
