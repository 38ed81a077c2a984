"""The published files that the page is drawn from before Streamlit has started, and without it."""

from __future__ import annotations

from typing import Any, Literal

from typing_extensions import TypedDict

from dashboard.contract.panel import CiteWords
from dashboard.contract.search import SearchWords
from dashboard.contract.table import Texts


class AtlasFiles(TypedDict):
    """URLs of the published files, relative to the page.

    languages  name of each language by code, the first one first
    table      the table as columns
    words      texts, by language
    panels     panels and records as HTML, by language, in parts
    stories    guided stories, by language
    citations  citations of all sources, by language
    maps       the map, by layout and language
    search     index of the search box
    index      index of the text filter
    """

    languages: dict[str, str]
    table: str
    words: dict[str, str]
    panels: dict[str, list[str]]
    citations: dict[str, str]
    stories: dict[str, str]
    maps: dict[str, dict[str, str]]
    search: str
    index: str


class Finding(TypedDict):
    """The map in a headline and a lead."""

    title: str
    lead: str


class CiteTexts(TypedDict):
    """Texts of the menu that copies a citation."""

    ui: CiteWords


class UiTexts(TypedDict):
    """Texts of config/i18n by group; plurals are a mapping of their forms."""

    nav: dict[str, Any]
    header: dict[str, Any]
    share: dict[str, Any]
    status: dict[str, Any]
    filters: dict[str, Any]
    finder: SearchWords
    map: dict[str, Any]
    panel: dict[str, Any]
    timeline: dict[str, Any]
    terms: dict[str, Any]
    count: dict[str, Any]
    stage: dict[str, Any]
    since: dict[str, Any]
    present: dict[str, Any]
    cite: CiteTexts


Direction = Literal["ltr", "rtl"]
"""Direction in which a language is written."""


class Words(TypedDict):
    """Texts in one language. Those that a draft borrows are marked: `dashboard/catalogue/borrowed.py`.

    dash     between the names of a pair
    grouped  true if the thousands of a number are set apart
    printed  true if the atlas has the fonts of the language, which hand-outs need
    """

    language: str
    direction: Direction
    locale: str
    dash: str
    grouped: bool
    printed: bool
    title: str
    finding: Finding
    ui: UiTexts
    table: Texts


class Panels(TypedDict):
    """HTML rendered by Python, with every value escaped.

    records   records by their number in the table
    sources   sources by their number
    subjects  panels of pairs, units and places by key, in which <i data-record="n"></i> stands for record n, and
              <i data-source="n"></i> for source n
    """

    records: dict[str, str]
    sources: dict[str, str]
    subjects: dict[str, str]
