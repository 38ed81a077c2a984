"""The site: Streamlit behind the limits and closed doors of the atlas, with a few routes of its own."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route, Router
from starlette.types import ASGIApp

from dashboard.compressed import HashedFiles
from dashboard.downloads import download
from dashboard.handouts.service import handout, qr_code, queue
from dashboard.loading import PROCESS, live
from dashboard.published.files import atlas_list
from dashboard.serving import health
from dashboard.serving.below import Below
from dashboard.serving.doors import Doors
from dashboard.serving.failures import Failures
from dashboard.serving.headers import Headers
from dashboard.serving.logs import RequestLog
from dashboard.serving.visitors import Visitors


def config_version(_: Request) -> Response:
    """Token of this process and version of config/, polled by every open page (`frontend/src/reload`)."""
    return PlainTextResponse(f"{PROCESS} {live().get().version}", headers={"Cache-Control": "no-store"})


def files_of_page(_: Request) -> Response:
    """List of the published files, for a page that was made by another copy with another table."""
    snapshot = live().get()
    return JSONResponse(atlas_list(snapshot.catalogue, snapshot.translators), headers={"Cache-Control": "no-store"})


ROUTES = [
    Route("/config-version", config_version),
    Route("/atlas-files", files_of_page),
    Route("/download/{form}", download),
    Route("/handout/{form}", handout),
    Route("/handouts", queue),
    Route("/code", qr_code),
    *health.ROUTES,
]


def site(streamlit: ASGIApp) -> ASGIApp:
    """Load the table and put the site in front of Streamlit; publish what browsers fetch, now and after each edit."""
    app: ASGIApp = Router(ROUTES, redirect_slashes=False, default=streamlit)
    for middleware in (HashedFiles, Visitors, Doors, Failures, Headers, RequestLog, Below):
        app = middleware(app)
    live().on_load(health.prepare)
    return app
