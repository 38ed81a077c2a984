"""The door of the editor's desk, below /desk/, which only `twinned serve --edit` has, and only for this machine."""

from __future__ import annotations

from starlette._utils import get_route_path
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Router
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.editor import is_editor
from dashboard.serving.deskpages import ROUTES

MOST_BYTES = 1_000_000
"""Bytes of a filled-in form."""


class Desk:
    """Middleware that answers what is below /desk/, for this machine and its own pages alone."""

    def __init__(self, app: ASGIApp) -> None:
        self.app, self.router = app, Router(ROUTES, redirect_slashes=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, refuse or pass on."""
        if scope["type"] != "http" or not get_route_path(scope).startswith("/desk/"):
            return await self.app(scope, receive, send)
        await (refusal(Request(scope)) or self.router)(scope, receive, send)


def refusal(request: Request) -> Response | None:
    """The refusal of a request from elsewhere: another machine, a foreign name for this one, the page of a stranger."""
    headers = request.headers
    here = is_editor(request.client.host if request.client else "", dict(headers), {}, "")
    if not here:
        return PlainTextResponse("The desk answers to this machine alone, under the name localhost.", status_code=403)
    if request.method == "POST" and headers.get("origin") != f"{request.url.scheme}://{headers['host']}":
        return PlainTextResponse("The desk takes forms from its own pages alone.", status_code=403)
    if int(headers.get("content-length") or 0) > MOST_BYTES:
        return PlainTextResponse("This is more than a form holds.", status_code=413)
    return None
