"""The addresses, methods and names that the atlas answers to; all else is refused before Streamlit."""

from __future__ import annotations

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette._utils import get_route_path
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.loading import live
from dashboard.serving.limits import LIMITS
from dashboard.serving.pages import answer_page, language_for, refused_page
from dashboard.serving.visitors import is_full

METHODS = ("GET", "HEAD", "OPTIONS")
STREAM = "/_stcore/stream"
HOST_CONFIG = "/_stcore/host-config"
OPEN = re.compile(
    r"/(_stcore/health|config-version|atlas-files|health/(live|ready)|handouts|code|favicon\.png|(download|handout)/[^/]+|(static|app/static)/.+)"
)
"""Paths answered further inside; every other one is that of a page."""

NO_HOST = {
    "allowedOrigins": [],
    "useExternalAuthToken": False,
    "enableCustomParentMessages": False,
    "enforceDownloadInNewTab": False,
    "blockErrorDialogs": True,
    "disableFullscreenMode": True,
}
"""The answer to Streamlit, which asks for a page around the atlas that may steer it: there is none."""


class Doors:
    """Middleware that lets through what the atlas has, and answers for its pages."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it."""
        if scope["type"] == "http":
            request = Request(scope, receive)
            path = get_route_path(scope)
            refusal = refused(request)
            if not refusal and OPEN.fullmatch(path):
                return await self.app(scope, receive, send)
            answer = refusal or await _answered(request, path)
            return await answer(scope, receive, send)
        if scope["type"] == "websocket" and not is_ours(Headers(scope=scope), get_route_path(scope)):
            return await send({"type": "websocket.close", "code": 1008})
        await self.app(scope, receive, send)


async def _answered(request: Request, path: str) -> Response:
    if path == HOST_CONFIG:
        return JSONResponse(NO_HOST, headers={"Cache-Control": "no-store"})
    if is_full(request.client.host if request.client else ""):
        return refused_page(request, 503, "full")
    return await answer_page(request, path)


def refused(request: Request) -> Response | None:
    """The refusal of a request that asks under a foreign name, by another method or too much; None for others."""
    snapshot = live().get()
    t = snapshot.translators[language_for(request, snapshot)]
    if not is_allowed(host := request.headers.get("host")):
        return PlainTextResponse(t("refused.host", name=str(host)[:80]), status_code=421)
    if request.method not in METHODS:
        return PlainTextResponse(t("refused.method"), status_code=405, headers={"Allow": ", ".join(METHODS)})
    if len(request.scope.get("raw_path", b"")) + len(request.scope["query_string"]) > LIMITS.address_bytes:
        return refused_page(request, 414, "long")
    return None


def is_ours(headers: Headers, path: str) -> bool:
    """True for the one websocket that there is, opened by a page of the very same server, or by no page."""
    host, origin = headers.get("host"), headers.get("origin")
    return path == STREAM and is_allowed(host) and (origin is None or origin.partition("://")[2] == host)


def is_allowed(host: str | None) -> bool:
    """True for a name that no stranger can lead to this server: an address, a name without a dot, one that is allowed.

    A page of a stranger can have its own name point here (DNS rebinding), but then browsers send that name. A request
    without one is from no browser.
    """
    if host is None or "*" in LIMITS.allowed_hosts:
        return True
    try:
        name = (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return False
    if name in LIMITS.allowed_hosts or (name and "." not in name and ":" not in name) or name.endswith(".localhost"):
        return True
    try:
        return bool(ip_address(name))
    except ValueError:
        return any(pattern.startswith("*.") and name.endswith(pattern[1:]) for pattern in LIMITS.allowed_hosts)
