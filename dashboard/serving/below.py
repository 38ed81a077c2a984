"""The path below which the atlas is served, such as /atlas: taken off each request, so that nothing inside knows it."""

from __future__ import annotations

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.serving.limits import LIMITS


class Below:
    """Middleware that takes the path off; one without it passes too, of a proxy that has done so, or for health.

    Every address in a page is relative to it, so that browsers stay below the path.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app, self.path = app, LIMITS.path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; lead one for the path without a slash at its end to the first page."""
        asked = scope.get("path", "")
        if self.path and asked == self.path and scope["type"] == "http":
            query = scope["query_string"].decode("latin-1")
            below = f"./{self.path.rpartition('/')[2]}/{'?' if query else ''}{query}"
            return await RedirectResponse(below)(scope, receive, send)
        if self.path and asked.startswith(f"{self.path}/"):
            raw = scope.get("raw_path") or asked.encode()
            scope = {**scope, "path": asked.removeprefix(self.path), "raw_path": raw.removeprefix(self.path.encode())}
        await self.app(scope, receive, send)
