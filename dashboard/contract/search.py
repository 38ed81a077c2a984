"""The published index of the search box, and its texts."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict


class SearchEntry(TypedDict):
    """Something to find.

    key      unique in the index
    names    by language
    aliases  other names, in any language
    where    kind and location, by language; may be empty
    select   key of the pair, unit or place to select for it, or of the sector whose page to open
    """

    key: str
    names: dict[str, str]
    aliases: list[str]
    where: dict[str, str]
    select: str


WordEntries = tuple[str, list[int], list[int]]
"""The stem of a word, "" if that is the word; the entries of which a name begins with it; and others that have it."""


class SearchParts(TypedDict):
    """The groups that have too many entries to be fetched at once; these are numbered from 0, group after group.

    sizes    number of entries of each group, in order
    words    URLs of files: for each word, its entries; the first by number, the next by how much larger it is
    entries  URLs of files with `block` entries each
    """

    sizes: dict[str, int]
    block: int
    words: list[str]
    entries: list[str]


class SearchIndex(TypedDict):
    """The published index.

    groups  the entries of each group, both in the order in which they are shown
    stems   the stems of the folded words in it, by word; a word that is not listed is its own stem
    parts   further groups
    """

    groups: dict[str, list[SearchEntry]]
    stems: dict[str, str]
    parts: NotRequired[SearchParts]


class SearchWords(TypedDict):
    """Texts of the search box: titles of the groups, and messages shown instead of results."""

    units: str
    pairs: str
    places: str
    sectors: str
    organisations: str
    projects: str
    nothing: str
    failed: str
