"""The ASGI application: what `streamlit run dashboard/app.py`, `twinned serve` and `uvicorn dashboard.app:app` load.

Two things are added to Streamlit: a page that has the atlas's title and style before its first element is drawn, and
an address that tells the version of config/.
"""

from __future__ import annotations

import sys
from pathlib import Path

# `streamlit run` puts this folder on the path of modules, where our html/ would hide Python's own from everyone.
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

# Where the server is. Left to guess, Streamlit asks for it below the address of the page first, and every page but the
# map would begin with two errors in the console.
# It shows no dialogs: they speak English, of Streamlit, and nothing can be clicked while they are open.
# Of Back and Forward it hears nothing: it would run the script by an address of its own mind, and only a listener that
# is there before its own can keep it from that. `frontend/src/reload` hears of them as "atlas:step".
BEFORE_STREAMLIT = """<script>
window.__streamlit = {BACKEND_BASE_URL: new URL('.', location.href).href, HOST_CONFIG: {blockErrorDialogs: true}};
addEventListener('popstate', event => {
  event.stopImmediatePropagation();
  dispatchEvent(new Event('atlas:step'));
});
</script>"""


def config_version(_: Request) -> Response:
    """Token of this process and version of config/; an open page asks again and again (`frontend/src/reload`)."""
    return PlainTextResponse(f"{PROCESS} {live().get().version}", headers={"Cache-Control": "no-store"})


async def inject_title_and_style(request: Request, call_next: RequestResponseEndpoint) -> Response:
    """Serve our index.html: what Streamlit sends over the websocket comes after its first element."""
    response = await call_next(request)
    if response.headers.get("content-type", "").startswith("text/html") and response.status_code == 200:
        title = next(iter(live().get().catalogue.atlas.title.values()))
        return HTMLResponse(index_html(title), headers={"Cache-Control": "no-cache"})
    return response


@cache
def index_html(title: str) -> str:
    """The one HTML page that Streamlit serves, with the title given, and our style after its own."""
    link = f'<link rel="stylesheet" href="./app/static/build/{built("page", "css")}">'
    html = (Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")
    html = html.replace("<title>Streamlit</title>", f"<title>{escape(title)}</title>{BEFORE_STREAMLIT}")
    return html.replace("</body>", f"{link}\n</body>")  # Streamlit puts its own into the head, later


@asynccontextmanager
async def lifespan(_: App) -> AsyncIterator[None]:
    """Load the table when the server starts; publish what browsers fetch then and after each edit."""
    live().on_load(Publisher().publish)
    yield


app = App(
    SCRIPT,
    lifespan=lifespan,
    routes=[Route("/config-version", config_version)],
    middleware=[Middleware(BaseHTTPMiddleware, dispatch=inject_title_and_style)],
)
