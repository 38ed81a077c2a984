"""Failures on the way to an answer: the log has the traceback, and the visitor a page."""

from __future__ import annotations

import logging

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.serving.pages import missing_page, refused_page

LOG = logging.getLogger(__name__)


class Failures:
    """Middleware that answers with a page where nothing has been answered; 404 for a file that there is not."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        begun = False

        async def begin(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        request = Request(scope)
        try:
            await self.app(scope, receive, begin)
        except HTTPException as failed:
            known = failed.status_code == 404
            answer = missing_page(request, scope["path"]) if known else refused_page(request, 500, "failed")
            await answer(scope, receive, send)
        except Exception:
            LOG.exception("no answer to %r", scope["path"])  # a path may hold the end of a line
            if begun:
                raise
            await refused_page(request, 500, "failed")(scope, receive, send)
