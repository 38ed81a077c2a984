"""HTTP for those who ask promptly: a connection on which the head of a request does not arrive in time is closed."""

from __future__ import annotations

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from dashboard.serving.limits import LIMITS


class PromptProtocol(H11Protocol):
    """The protocol of uvicorn, with a deadline for each head; the first one runs from the start of the connection."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first head."""
        super().connection_made(transport)
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

    def _expect(self) -> None:
        if not self.deadline and self.conn.their_state is h11.IDLE:
            self.deadline = self.loop.call_later(LIMITS.head_seconds, self.transport.close)

    def _stop(self) -> None:
        if self.deadline:
            self.deadline.cancel()
            self.deadline = None
