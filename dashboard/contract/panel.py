"""Message to the panel: HTML rendered by Python, with every value escaped."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict


class Citation(TypedDict):
    """A source in the forms in which it can be copied."""

    text: str
    bibtex: str
    csl: str


Citations = list[Citation]
"""The published citations, by the number of the source minus one."""


class CiteWords(TypedDict):
    """Texts of the menu that copies a citation."""

    copy: str
    text: str
    bibtex: str
    csl: str
    copied: str
    failed: str


class PanelData(TypedDict):
    """Message to the panel component.

    html  one <section> with `lang`, `data-key` (its subject) and `data-kind` (its form); elements with data-select,
          data-act, data-open, data-set or data-page send events when clicked, see src/panel/state.js
    part  id of a part or record to scroll to when the panel is mounted, or when `part` changes

    citations  URL of the published citations, or the citations themselves if their file could not be written; with
               `cite`, its words, every source in the HTML gets a menu that copies it
    """

    html: str
    part: NotRequired[str]
    citations: NotRequired[str | Citations]
    cite: NotRequired[CiteWords]
