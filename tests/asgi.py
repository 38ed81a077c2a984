"""Ask an ASGI application for something, without a server."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import unquote

from starlette.datastructures import Headers
from starlette.types import ASGIApp

T = TypeVar("T")


@dataclass
class Answer:
    """What an application answered."""

    status: int
    headers: Headers
    content: bytes


def ask(
    app: ASGIApp, address: str, method: str = "GET", *, host: str = "atlas.example.org", scheme: str = "http"
) -> Answer:
    """The answer to a request for an address such as "/data?lang=en"."""
    path, _, query = address.partition("?")
    scope = {
        "type": "http",
        "method": method,
        "path": unquote(path),
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": [(b"host", host.encode())],
        "scheme": scheme,
        "server": (host, 80),
        "root_path": "",
    }
    sent: list[Any] = []
    requests = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive() -> dict[str, Any]:
        if not requests:
            await asyncio.Event().wait()  # the visitor stays
        return requests.pop()

    async def send(message: Any) -> None:
        sent.append(message)

    run_beside(app(scope, receive, send))
    content = b"".join(message.get("body", b"") for message in sent[1:])
    return Answer(sent[0]["status"], Headers(raw=sent[0]["headers"]), content)


def run_beside(work: Coroutine[Any, Any, T]) -> T:
    """The result of a coroutine, run in another thread: the browser of other tests has a loop in this one."""
    with ThreadPoolExecutor(1) as beside:
        return beside.submit(asyncio.run, work).result()
