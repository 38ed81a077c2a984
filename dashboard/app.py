"""The ASGI application, loaded by `streamlit run dashboard/app.py`, `twinned serve` and `uvicorn dashboard.app:app`.

It adds two things to Streamlit: an HTML page that has the title and style of the atlas before its first element is
drawn, and a route that returns the version of config/.
"""

from __future__ import annotations

import sys
from pathlib import Path

# `streamlit run` puts this folder on sys.path, where html/ would shadow the module of the standard library.
if (here := str(Path(__file__).parent)) in sys.path:
    sys.path.remove(here)

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from html import escape

from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from streamlit import file_util
from streamlit.starlette import App

from dashboard.components.mount import built
from dashboard.loading import PROCESS, live
from dashboard.published.prepare import Publisher

SCRIPT = Path(__file__).parent / "main.py"

# The base URL of the server: without it, Streamlit first looks for the server below the URL of the page, which logs two
# errors in the console of every page but the map. No dialogs: Streamlit's are in English, about Streamlit itself, and
# block the page while they are open. No Back and Forward: Streamlit would run the script with its own address, and
# only an earlier listener can stop it. `frontend/src/reload` handles them, as the event "atlas:step".
BEFORE_STREAMLIT = """<script>
window.__streamlit = {BACKEND_BASE_URL: new URL('.', location.href).href, HOST_CONFIG: {blockErrorDialogs: true}};
addEventListener('popstate', event => {
  event.stopImmediatePropagation();
  dispatchEvent(new Event('atlas:step'));
});
</script>"""


def config_version(_: Request) -> Response:
    """Token of this process and version of config/, polled by every open page (`frontend/src/reload`)."""
    return PlainTextResponse(f"{PROCESS} {live().get().version}", headers={"Cache-Control": "no-store"})


async def inject_title_and_style(request: Request, call_next: RequestResponseEndpoint) -> Response:
    """Serve `index_html` for every HTML page: a title and style sent over the websocket would arrive too late."""
    response = await call_next(request)
    if response.headers.get("content-type", "").startswith("text/html") and response.status_code == 200:
        title = next(iter(live().get().catalogue.atlas.title.values()))
        return HTMLResponse(index_html(title), headers={"Cache-Control": "no-cache"})
    return response


@cache
def index_html(title: str) -> str:
    """Streamlit's HTML page with the given title, and with the stylesheet of the atlas after Streamlit's own."""
    link = f'<link rel="stylesheet" href="./app/static/build/{built("page", "css")}">'
    html = (Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")
    html = html.replace("<title>Streamlit</title>", f"<title>{escape(title)}</title>{BEFORE_STREAMLIT}")
    return html.replace("</body>", f"{link}\n</body>")  # Streamlit adds its own to the head, at run time


@asynccontextmanager
async def lifespan(_: App) -> AsyncIterator[None]:
    """Load the table at start-up; publish the files that browsers fetch, then and after each edit."""
    live().on_load(Publisher().publish)
    yield


app = App(
    SCRIPT,
    lifespan=lifespan,
    routes=[Route("/config-version", config_version)],
    middleware=[Middleware(BaseHTTPMiddleware, dispatch=inject_title_and_style)],
)
