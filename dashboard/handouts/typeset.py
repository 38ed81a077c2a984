"""Typesetting with typst: offline, with the fonts of the atlas alone, so that the same input gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime, timezone
from typing import Any, Literal

from dashboard.handouts.measure import FONTS


def typeset(
    source: str,
    data: Mapping[str, Any],
    form: Literal["pdf", "png", "svg"],
    *,
    day: date | None = None,
    ppi: float = 144,
    standards: tuple[str, ...] = (),
) -> bytes:
    """Set a document of typst, which finds the data as JSON in `sys.inputs.data`; an SVG or PNG of its only page.

    Raises typst.TypstError, with PDF/UA also for a character that no font has. `day` is that of a PDF's metadata.
    """
    import typst  # late: only hand-outs need it

    compiler = typst.Compiler(
        source.encode(), font_paths=[FONTS], ignore_system_fonts=True, sys_inputs={"data": json.dumps(data)}
    )
    if form == "pdf":
        moment = datetime(day.year, day.month, day.day, tzinfo=timezone.utc) if day else None
        made = compiler.compile(format="pdf", pdf_standards=list(standards), timestamp=moment)
    else:
        made = compiler.compile(format=form, ppi=ppi)
    if isinstance(made, list):
        raise ValueError(f"{len(made)} pages instead of one")
    return made
