"""What the search box is sent, and the published index that it fetches."""

from __future__ import annotations

from typing_extensions import TypedDict


class SearchEntry(TypedDict):
    """Something to find.

    key      unique in the index
    names    by language
    aliases  other names, of whatever language
    where    by language, what and where it is; may be empty
    select   the key of the pair, unit or place that is selected for it
    """

    key: str
    names: dict[str, str]
    aliases: list[str]
    where: dict[str, str]
    select: str


class SearchIndex(TypedDict):
    """The published index.

    groups  the entries of each group, both in the order in which they are shown
    stems   the stems of the folded words in it, by word; a word that is not listed is its own stem
    """

    groups: dict[str, list[SearchEntry]]
    stems: dict[str, str]


class SearchWords(TypedDict):
    """What the box says in the visitor's language: the titles of the groups, and what it says instead of finds."""

    units: str
    pairs: str
    places: str
    organisations: str
    projects: str
    nothing: str
    failed: str


class SearchData(TypedDict):
    """The message of the search component. Told is Set of `selected`.

    source  the URL of the published index, or the index itself where Python could write no file
    """

    source: str | SearchIndex
    language: str
    label: str
    placeholder: str
    ui: SearchWords
