"""The long groups of the search index in parts, of which a browser fetches those that hold what is looked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from dashboard.catalogue.folding import fold
from dashboard.catalogue.search import Entry
from dashboard.contract.search import SearchEntry, WordEntries

MOST = 1000
"""Entries of the long groups up to which they are published with all others: some 300 kB as JSON, 50 kB compressed."""

LONG = ("organisations", "projects")
"""The groups that grow with the table; units, pairs, places and sectors are limited by the map."""

SHARDS, BLOCK = 64, 100
"""Number of files with words, and of entries in a file."""


def split(entries: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Entries that every browser fetches, and those of the long groups if there are too many of them."""
    long = [entry for entry in entries if entry.group in LONG]
    return ([entry for entry in entries if entry.group not in LONG], long) if len(long) > MOST else ([*entries], [])


def shard(word: str) -> int:
    """Number of the file of a folded word, by its first two characters, as in `frontend/src/search/parts.js`."""
    first, second = (ord(letter) for letter in f"{word} "[:2])
    return (31 * first + second) % SHARDS


def word_files(entries: Iterable[Entry], stems: Mapping[str, str]) -> list[dict[str, WordEntries]]:
    """For each word of some entries, in its file, the numbers of the entries that have it."""
    begun: dict[str, list[int]] = {}
    others: dict[str, list[int]] = {}
    folded: dict[str, list[str]] = {}
    for number, entry in enumerate(entries):
        names = [folded.setdefault(text, fold(text).split()) for text in (*entry.names.values(), *entry.aliases)]
        first = {words[0] for words in names if words}
        around = (folded.setdefault(text, fold(text).split()) for text in entry.where.values())
        for word in first:
            begun.setdefault(word, []).append(number)
        for word in {word for words in (*names, *around) for word in words} - first:
            others.setdefault(word, []).append(number)
    files: list[dict[str, WordEntries]] = [{} for _ in range(SHARDS)]
    for word in sorted({*begun, *others}):
        files[shard(word)][word] = (stems.get(word, ""), _gaps(begun.get(word, [])), _gaps(others.get(word, [])))
    return files


def entry_files(entries: Sequence[SearchEntry]) -> list[list[SearchEntry]]:
    """Entries in files of BLOCK."""
    return [list(entries[start : start + BLOCK]) for start in range(0, len(entries), BLOCK)]


def _gaps(numbers: list[int]) -> list[int]:
    """The first of some ascending numbers, and then by how much each is larger, which takes fewer digits."""
    return [*numbers[:1], *(after - before for before, after in pairwise(numbers))]
