"""Headers of every answer: the policy of what may run, and those that close what the atlas does not use."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterable

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.serving.limits import LIMITS

ANCESTORS = " ".join(("frame-ancestors", *(LIMITS.embed_origins or ("'none'",))))
OF_FILES = f"default-src 'none'; base-uri 'none'; form-action 'none'; {ANCESTORS}"
"""Policy of whatever is no page."""

YEAR = 31_536_000  # s

HEADERS = {
    "Content-Security-Policy": OF_FILES,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(
        f"{feature}=()"
        for feature in (
            *("accelerometer", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope", "hid"),
            *("magnetometer", "microphone", "midi", "payment", "serial", "usb", "xr-spatial-tracking"),
        )
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""Headers of each answer that has none of the same name."""


def raw(more: dict[str, str]) -> list[tuple[bytes, bytes]]:
    """All HEADERS and more, as they are sent."""
    return [(name.lower().encode(), value.encode()) for name, value in (HEADERS | more).items()]


def page_policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """Policy of a page, in which these inline scripts and styles are allowed by their hashes, and no others."""
    return "; ".join(
        (
            OF_FILES,
            f"script-src 'self'{_hashes(scripts)}",
            f"style-src-elem 'self'{_hashes(styles)}",
            "style-src-attr 'none'",
            "img-src 'self'",
            "font-src 'self' data:",
            "connect-src 'self'",
            "require-trusted-types-for 'script'",
            "trusted-types atlas default",
        )
    )


def _hashes(texts: Iterable[str]) -> str:
    digests = (hashlib.sha256(text.encode()).digest() for text in texts)
    return "".join(f" 'sha256-{b64encode(digest).decode()}'" for digest in digests)


class Headers:
    """Middleware that adds HEADERS; over https, browsers are told to come by https from now on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, with headers on the way back."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if scope["scheme"] in ("https", "wss"):
                    headers["Strict-Transport-Security"] = f"max-age={YEAR}"
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] != "lifespan" else send)
