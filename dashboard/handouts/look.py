"""The look of hand-outs: the colours of the pages on a light ground."""

from __future__ import annotations

COLOURS = {
    "ink": "#1d2730",
    "quiet": "#56616c",
    "paper": "#fbfaf7",
    "soft": "#f1efe9",
    "line": "#dedbd2",
    "link": "#24577e",
}
"""Colours by their names in frontend/src/page/tokens.css. Red is left to twins."""
