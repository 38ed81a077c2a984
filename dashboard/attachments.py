"""Answers to visitors who ask for a file: the file to save, or a sentence that there is none."""

from __future__ import annotations

from starlette.responses import PlainTextResponse, Response

TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
    "geojson": "application/geo+json",
    "gpkg": "application/geopackage+sqlite3",
    "json": "application/json",
    "bib": "application/x-bibtex",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "png": "image/png",
    "svg": "image/svg+xml",
}
"""Media types by the ending of the file."""


def attachment(name: str, content: bytes) -> Response:
    """A file to save under a name, whose ending tells what it is."""
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-cache",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(content, media_type=TYPES[name.rpartition(".")[2]], headers=headers)


def refusal(sentence: str) -> Response:
    """A sentence in place of a file that there is not."""
    return PlainTextResponse(sentence, status_code=404, headers={"Cache-Control": "no-store"})
