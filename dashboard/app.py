"""The ASGI application, loaded by `streamlit run dashboard/app.py`, `twinned serve` and `uvicorn dashboard.app:app`.

It adds to Streamlit the pages and limits of `dashboard/serving/`, a route that returns the version of config/, and some
that make files to download.
"""

from __future__ import annotations

import sys
from pathlib import Path

# `streamlit run` puts this folder on sys.path, where html/ would shadow the module of the standard library.
if (here := str(Path(__file__).parent)) in sys.path:
    sys.path.remove(here)

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from streamlit import config
from streamlit.starlette import App

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
from dashboard.serving.limits import LIMITS
from dashboard.serving.logs import RequestLog
from dashboard.serving.visitors import Visitors
from dashboard.views.parts.failure import handle_failure

SCRIPT = Path(__file__).parent / "main.py"


def config_version(_: Request) -> Response:
    """Token of this process and version of config/, polled by every open page (`frontend/src/reload`)."""
    return PlainTextResponse(f"{PROCESS} {live().get().version}", headers={"Cache-Control": "no-store"})


def files_of_page(_: Request) -> Response:
    """List of the published files, for a page that was made by another copy with another table."""
    snapshot = live().get()
    return JSONResponse(atlas_list(snapshot.catalogue, snapshot.translators), headers={"Cache-Control": "no-store"})


@asynccontextmanager
async def lifespan(_: App) -> AsyncIterator[None]:
    """Load the table at start-up; publish the files that browsers fetch, then and after each edit."""
    live().on_load(health.prepare)
    yield


app = App(
    SCRIPT,
    lifespan=lifespan,
    routes=[
        Route("/config-version", config_version),
        Route("/atlas-files", files_of_page),
        Route("/download/{form}", download),
        Route("/handout/{form}", handout),
        Route("/handouts", queue),
        Route("/code", qr_code),
        *health.ROUTES,
    ],
    middleware=[Middleware(each) for each in (Below, RequestLog, Headers, Failures, Doors, Visitors, HashedFiles)],
    on_script_error=handle_failure,
)
config.set_option("server.disconnectedSessionTTL", LIMITS.left_seconds)  # once `App` has said which config.toml counts
