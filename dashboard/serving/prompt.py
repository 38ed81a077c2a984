"""HTTP for those who ask promptly: a connection on which the head of a request does not arrive in time is closed.

Of more connections than there may be, each gets one answer, which says that the atlas is full.
"""

from __future__ import annotations

import asyncio
from typing import Any

import h11
from starlette.requests import Request
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from dashboard.serving.headers import HEADERS, Headers
from dashboard.serving.limits import LIMITS

OF_ALL = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]


async def say_full(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer any request with a page that says that there are too many visitors, and close the connection."""
    from dashboard.serving.pages import refused_page  # late: it brings the table, for which health does not wait

    answer = refused_page(Request(scope), 503, "full")
    answer.headers["Connection"] = "close"
    await answer(scope, receive, send)


class PromptProtocol(H11Protocol):
    """The protocol of uvicorn, with a deadline for each head; the first one runs from the start of the connection."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first head."""
        super().connection_made(transport)
        if len(self.connections) > LIMITS.connections:
            self.app = Headers(say_full)
        self._expect()

    def data_received(self, data: bytes) -> None:
        """Go on waiting until a head is complete."""
        self._expect()
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._stop()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._stop()
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:
        """Say what is wrong with a request that is no HTTP, with the headers of every answer."""
        plain = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
        for event in (
            h11.Response(status_code=400, headers=[*plain, *OF_ALL], reason=b"Bad Request"),
            h11.Data(data=msg.encode("ascii")),
            h11.EndOfMessage(),
        ):
            self.transport.write(self.conn.send(event))
        self.transport.close()

    def _expect(self) -> None:
        if not self.deadline and self.conn.their_state is h11.IDLE:
            self.deadline = self.loop.call_later(LIMITS.head_seconds, self.transport.close)

    def _stop(self) -> None:
        if self.deadline:
            self.deadline.cancel()
            self.deadline = None
