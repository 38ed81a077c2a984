"""Streamlit's own scripts and styles, compressed once: it sends them as they are, three times as large."""

from __future__ import annotations

import gzip
import mimetypes
from functools import cache
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import file_util

COMPRESSED = frozenset({".css", ".js", ".json", ".svg", ".wasm"})
FOREVER = "public, max-age=31536000, immutable"  # the names contain a hash of the content


class StreamlitFiles:
    """Middleware that answers for Streamlit's static files, which no route may do."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.files = CompressedFiles(directory=Path(file_util.get_static_dir()) / "static")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request below /static/, and pass on all others."""
        root = scope.get("root_path", "") + "/static"
        if scope["type"] == "http" and scope["path"].startswith(f"{root}/"):
            await self.files({**scope, "root_path": root}, receive, send)
        else:
            await self.app(scope, receive, send)


class CompressedFiles(StaticFiles):
    """Static files, sent compressed to browsers that take them so."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return the file at a path; the exceptions are those of `StaticFiles`."""
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = FOREVER
        accepted = dict(scope["headers"]).get(b"accept-encoding", b"")
        if response.status_code != 200 or b"gzip" not in accepted or Path(path).suffix not in COMPRESSED:
            return response
        full, _ = self.lookup_path(path)
        headers = {"Cache-Control": FOREVER, "Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        return Response(_compressed(full), media_type=mimetypes.guess_type(path)[0], headers=headers)


@cache
def _compressed(path: str) -> bytes:
    return gzip.compress(Path(path).read_bytes(), 9)
