"""Files whose names contain a hash of their content: Streamlit's, our scripts and what is published. Compressed once.

Streamlit sends its own files as they are, three times as large, and compresses those of an app anew at each request.
"""

from __future__ import annotations

import gzip
import mimetypes
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import file_util

from dashboard.components.built import BUILD
from dashboard.loading import live
from dashboard.published import store
from dashboard.published.files import late_file

COMPRESSED = frozenset({".css", ".js", ".json", ".svg", ".wasm"})
HEADERS = {"Cache-Control": "public, max-age=31536000, immutable"}
FOLDERS = {
    "/static": [Path(file_util.get_static_dir()) / "static"],
    "/app/static/build": [BUILD],
}


class HashedFiles:
    """Middleware that answers for FOLDERS, which no route may do: Streamlit's own come first."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.folders = {path: CompressedFiles(folders) for path, folders in FOLDERS.items()}
        self.folders[f"/{store.URL}"] = LateFiles(store.FOLDERS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request below one of FOLDERS, and pass on all others."""
        base = scope.get("root_path", "")
        asked = scope["path"] if scope["type"] == "http" else ""
        for path, files in self.folders.items():
            if asked.startswith(f"{base}{path}/"):
                return await files({**scope, "root_path": f"{base}{path}"}, receive, send)
        await self.app(scope, receive, send)


class CompressedFiles(StaticFiles):
    """Files of some folders, which need not exist, sent compressed to browsers that take them so."""

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__()
        self.all_directories = list(folders)
        self.full: dict[str, str] = {}  # paths of the files that were sent compressed, by what was asked for

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return the file at a path; the exceptions are those of `StaticFiles`."""
        packs = Path(path).suffix in COMPRESSED and b"gzip" in dict(scope["headers"]).get(b"accept-encoding", b"")
        if packs and path in self.full:  # its content never changes, so that the disk need not be asked again
            return await _packed(self.full[path])
        response = await super().get_response(path, scope)
        response.headers.update(HEADERS)
        if response.status_code != 200 or not packs:
            return response
        self.full[path], _ = self.lookup_path(path)
        return await _packed(self.full[path])


class LateFiles(CompressedFiles):
    """Published files, of which some are made when they are asked for."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return the file at a path, from memory if no folder takes it."""
        made = None if path in self.full or store.found(path) else await run_in_threadpool(_made, path)
        if made and not store.found(path):
            return Response(made, media_type="application/json", headers=HEADERS)
        return await super().get_response(path, scope)


def _made(name: str) -> bytes | None:
    snapshot = live().get()
    return late_file(snapshot.catalogue, snapshot.translators, name)


async def _packed(path: str) -> Response:
    headers = HEADERS | {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
    content = await run_in_threadpool(_compressed, path)
    return Response(content, media_type=mimetypes.guess_type(path)[0], headers=headers)


@lru_cache(maxsize=1024)
def _compressed(path: str) -> bytes:
    return gzip.compress(Path(path).read_bytes(), 9)
