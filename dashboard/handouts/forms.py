"""The forms in which a hand-out is made. What makes each is imported when it is first asked for, since it is large."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from importlib import import_module
from typing import cast

from dashboard.catalogue.filtering import select
from dashboard.catalogue.quality import as_of
from dashboard.exports.extract import Extract
from dashboard.handouts.content import Request
from dashboard.text.glyphs import has_fonts
from dashboard.text.phrases import Phrases


def _by(module: str, name: str, *arguments: object, **options: object) -> Callable[[Request], bytes]:
    def make(request: Request) -> bytes:
        found = getattr(import_module(f"dashboard.handouts.{module}"), name)
        return cast(bytes, partial(found, request)(*arguments, **options))

    return make


def _slides(request: Request) -> bytes:
    """Return the deck of the story that is told, or else of the view."""
    key = story_of(request)
    module, name = ("storyslides", "story_slides") if key else ("slides", "slides")
    return _by(module, name, *([key] if key else []))(request)


def story_of(request: Request) -> str | None:
    """Key of the story that a request is about; a story of any region needs one that is selected."""
    key = request.state.story
    needs = key and request.snapshot.catalogue.stories[key].variable
    return key if key and (not needs or request.state.selected) else None


FORMS: Mapping[str, Callable[[Request], bytes]] = {
    "pptx": _slides,
    "pdf": _by("briefing", "briefing"),
    "pdf-full": _by("briefing", "briefing", full=True),
    "html": _by("page", "one_file"),
    **{f"png-{size}": _by("picture", "png", size) for size in ("1920", "3840", "a4", "a3")},
    "svg": _by("picture", "svg"),
    "svg-outlines": _by("picture", "outlines"),
    "html-table": _by("letter", "table"),
}
"""Each by the ending of its file, with a variant after a hyphen."""


def can_be_made(form: str, language: str) -> bool:
    """Tell whether a form can be made in a language: pages use the fonts of the reader, all else those of the atlas."""
    return form.startswith("html") or has_fonts(language)


def file_name(request: Request, form: str) -> str:
    """Name of the file of a hand-out: atlas, subject, filter, date of the table, language and variant."""
    catalogue, state = request.snapshot.catalogue, request.state
    words = Phrases(catalogue, request.snapshot.translators[state.language].for_files)
    dated = as_of(catalogue)
    day = (dated and dated.first) or date.min
    what = "_".join(filter(None, (story_of(request) if form == "pptx" else None, state.selected)))
    stem = Extract(select(catalogue, state.filter), words, what, day).stem
    ending, _, variant = form.partition("-")
    return f"{stem}{f'_{variant}' if variant else ''}.{ending}"
