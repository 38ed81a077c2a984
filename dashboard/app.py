"""Runs Streamlit in this process, with the app, until it is told to stop.

Two things are ours beside the app: a page that has our title and style before its first element is drawn, and an
address that says whether config/ was edited.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
import time
from functools import cache
from html import escape
from pathlib import Path

from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from streamlit import file_util
from streamlit.starlette import App

from dashboard.components.mount import versioned
from dashboard.loading import live

SCRIPT = Path(__file__).parent / "main.py"
STOPS = (signal.SIGTERM, signal.SIGINT)
GRACE = 0.5  # seconds that open connections get to end once the atlas is told to stop; those of visitors never do
WILDCARDS = ("0.0.0.0", "::")  # noqa: S104 - compared with, not bound


def run(address: str, port: int) -> None:
    """Serves the app until SIGTERM or SIGINT; asks no other host for anything."""
    sys.argv = [str(SCRIPT)]  # so that Streamlit finds dashboard/.streamlit/config.toml from any folder
    leave_in_time()
    for sign in STOPS:  # raised again by the server once all is closed: to take the interpreter down only takes time
        signal.signal(sign, lambda *_: os._exit(0))
    app = App(
        SCRIPT,
        routes=[Route("/edits", edits)],
        middleware=[Middleware(BaseHTTPMiddleware, dispatch=with_our_head)],
    )
    app.run(
        config={
            "server.address": address,
            "server.port": port,
            "browser.serverAddress": "localhost" if address in WILDCARDS else address,
        }
    )


def edits(_: Request) -> Response:
    """The version of config/ as it stands now; an open page asks again and again (`views/status.py`)."""
    return PlainTextResponse(live().version, headers={"Cache-Control": "no-store"})


async def with_our_head(request: Request, call_next: RequestResponseEndpoint) -> Response:
    """Puts our title and style into the page; what Streamlit sends over the websocket comes after its first element."""
    response = await call_next(request)
    if response.headers.get("content-type", "").startswith("text/html") and response.status_code == 200:
        return HTMLResponse(page(), headers={"Cache-Control": "no-cache"})
    return response


@cache
def page() -> str:
    """The one HTML page that Streamlit serves, with our title, and our style after its own."""
    title = next(iter(live().get().catalogue.atlas.title.values()))
    link = f'<link rel="stylesheet" href="./app/static/{versioned("page.css")}">'
    html = (Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")
    html = html.replace("<title>Streamlit</title>", f"<title>{escape(title)}</title>")
    return html.replace("</body>", f"{link}\n</body>")  # Streamlit puts its own into the head, later


def leave_in_time() -> None:
    """Ends the process soon after a signal to stop; Streamlit alone would wait until the last visitor has left."""
    told, wake = socket.socketpair()
    wake.setblocking(False)
    signal.set_wakeup_fd(wake.detach())

    def wait() -> None:
        while told.recv(1)[0] not in STOPS:
            pass
        time.sleep(GRACE)
        os._exit(0)

    threading.Thread(target=wait, daemon=True).start()
