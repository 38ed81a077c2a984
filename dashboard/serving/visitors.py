"""Limits of the number of visitors and of how fast each may ask, so that the greedy wait and not the others."""

from __future__ import annotations

import asyncio
from collections import Counter
from functools import partial
from time import monotonic

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.serving.limits import LIMITS, RETRY
from dashboard.sweeping import give_back

FORGOTTEN = 5.0
"""Seconds from the end of the last session to when memory is given back.

Streamlit drops a session that is over only when the next one begins or ends, and keeps 128 at most until then.
"""

_resting: list[asyncio.TimerHandle] = []
"""The timer that runs while nobody is there."""

_open: Counter[str] = Counter()
"""Open sessions by address."""


def is_full(address: str) -> bool:
    """True if no more sessions fit, or no more from this address."""
    return _open.total() >= LIMITS.sessions or _open[address] >= LIMITS.sessions_of_address


class Visitors:
    """Middleware that refuses a session too many, and delays messages of those who send too many."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.turns = asyncio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; count and pace sessions."""
        if scope["type"] != "websocket":
            return await self.app(scope, receive, send)
        address = scope["client"][0] if scope.get("client") else ""
        if is_full(address):
            return await Response(status_code=503, headers={"Retry-After": str(RETRY)})(scope, receive, send)
        pace = Pace(self.turns)

        async def paced() -> Message:
            message = await receive()
            if message["type"] == "websocket.receive":
                await pace.wait()
            return message

        _open[address] += 1
        if _resting:
            _resting.pop().cancel()
        try:
            await self.app(scope, paced, send)
        finally:
            _open[address] -= 1
            if not _open[address]:
                del _open[address]
            if not _open:
                loop = asyncio.get_running_loop()
                rest = partial(loop.run_in_executor, None, give_back)
                _resting.append(loop.call_later(LIMITS.left_seconds + FORGOTTEN, rest))


class Pace:
    """The pace of one visitor: a few messages at once and some a second pass; the rest of all visitors take turns."""

    def __init__(self, turns: asyncio.Lock) -> None:
        self.turns, self.left, self.since = turns, float(LIMITS.burst), monotonic()

    async def wait(self) -> None:
        """Return once the next message may pass."""
        now = monotonic()
        self.left = min(LIMITS.burst, self.left + (now - self.since) * LIMITS.steady)
        self.since = now
        if self.left >= 1:
            self.left -= 1
            return
        async with self.turns:  # in the order in which they came
            await asyncio.sleep(1 / LIMITS.shared)
