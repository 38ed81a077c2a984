"""The log of the server as JSON, one line an event: time, level and request id, and nothing of a visitor.

No address of a visitor, no query, which holds what was searched for, and no cookie. Of an error it has the type and the
lines of code; its message, which may quote any of those, stands in the plain log only.
"""

from __future__ import annotations

import json
import logging
import re
import secrets
import sys
import threading
import traceback
from collections.abc import Mapping
from contextvars import ContextVar
from datetime import UTC, datetime
from time import perf_counter

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADER = "X-Request-ID"
"""A proxy names a request by it; the answer repeats it."""

UNTOLD = ("/static/", "/app/static/", "/health/", "/config-version", "/_stcore/health", "/_stcore/host-config")
"""Beginnings of paths that every open page, or a proxy, asks for all the time."""

LONGEST_PATH = 100

LOG = logging.getLogger(__name__)
_request: ContextVar[str] = ContextVar("request", default="")


class RequestLog:
    """Middleware that gives each request an id and tells of it when it is answered."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and log it."""
        if scope["type"] == "lifespan":
            return await self.app(scope, receive, send)
        named, began, status = request_id(Headers(scope=scope).get(HEADER, "")), perf_counter(), 0
        _request.set(named)

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] in ("http.response.start", "websocket.accept"):
                status = message.get("status", 101)
                MutableHeaders(scope=message)[HEADER] = named
            await send(message)

        headers = [*scope["headers"], (HEADER.lower().encode(), named.encode())]  # for runs: see `request_of_run`
        try:
            await self.app({**scope, "headers": headers}, receive, answer)
        finally:
            path = scope["path"].removeprefix(scope.get("root_path", ""))
            if LOG.isEnabledFor(logging.INFO) and not path.startswith(UNTOLD):
                took = round(1000 * (perf_counter() - began))
                told = {"method": scope.get("method", "WS"), "path": path[:LONGEST_PATH], "status": status, "ms": took}
                LOG.info("answered", extra={"told": told})


def request_id(given: str) -> str:
    """Id given by a proxy if it is a plain word, else a new one."""
    return given if re.fullmatch(r"[\w-]{8,64}", given, re.ASCII) else secrets.token_hex(8)


def request_of_run() -> str:
    """Id of the connection that a run of the script belongs to; "" outside a run."""
    from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx

    if get_script_run_ctx(suppress_warning=True) is None:
        return ""
    import streamlit as st

    return st.context.headers.get(HEADER, "")


class JsonLines(logging.Formatter):
    """Formats an event as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of an event; with an error, its type and the lines of code that led to it."""
        told: Mapping[str, object] = getattr(record, "told", {})
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "request": _request.get() or request_of_run() or None,
            "event": record.getMessage().strip(),
            **told,
        }
        if record.exc_info and record.exc_info[1]:
            line["error"] = type(record.exc_info[1]).__name__
            frames = traceback.extract_tb(record.exc_info[2])
            line["at"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        return json.dumps(line, ensure_ascii=False, default=str)


def log_as_json() -> None:
    """Send every event of every library to standard output as JSON; call it when they have set up their own logs."""
    from streamlit import logger as streamlits

    output = logging.StreamHandler(sys.stdout)
    output.setFormatter(JsonLines())
    logging.basicConfig(level=logging.INFO, handlers=[output], force=True)
    logging.captureWarnings(capture=True)
    for name in logging.root.manager.loggerDict:
        through_root(logging.getLogger(name))
    streamlits.setup_formatter = through_root  # which would give each later logger a plain output of its own
    threading.excepthook = lambda failed: LOG.error(
        "a thread failed", exc_info=(failed.exc_type, failed.exc_value or failed.exc_type(), failed.exc_traceback)
    )


def through_root(logger: logging.Logger) -> None:
    """Let a logger have no output but that of the root."""
    logger.handlers.clear()
    logger.propagate = True
