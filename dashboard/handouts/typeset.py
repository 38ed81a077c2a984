"""Typesetting with typst: offline, with the fonts of the atlas alone, so that the same input gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from dashboard.catalogue.borrowed import borrowed, pieces
from dashboard.handouts.measure import FONTS

if TYPE_CHECKING:
    import typst


def typeset(
    source: str,
    data: Mapping[str, Any],
    form: Literal["pdf", "png", "svg"],
    *,
    day: date | None = None,
    ppi: float = 144,
) -> bytes:
    """Set a document of typst, which finds the data as JSON in `sys.inputs.data`; an SVG or PNG of its only page.

    A PDF is accessible (PDF/UA-1) and can be kept (PDF/A-2a), with `day` in its metadata. Raises typst.TypstError, in a
    PDF also for a character that no font has.
    """
    import typst  # late: only hand-outs need it

    inputs = {"data": json.dumps(_flat(data))}
    compiler = typst.Compiler(source.encode(), font_paths=fonts(), sys_inputs=inputs)
    if form == "pdf":
        moment = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None
        made = compiler.compile(format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=moment)
    else:
        made = compiler.compile(format=form, ppi=ppi)
    if not isinstance(made, bytes):
        raise TypeError("a document of more than one page can only be a PDF")
    return made


def _flat(value: Any) -> Any:
    """Data whose texts hold no mark within another, as a document can show them."""
    match value:
        case str():
            return "".join(borrowed(text, language) if language else text for text, language in pieces(value))
        case Mapping():
            return {key: _flat(each) for key, each in value.items()}
        case list() | tuple():
            return [_flat(each) for each in value]
    return value


@cache
def fonts() -> typst.Fonts:
    """Return the fonts of the atlas, and no others, as typst takes them."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
