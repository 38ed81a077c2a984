"""The published table: its columns, its texts in one language, and the index of its words.

Numbers refer to positions in other lists, from 0; -1 stands for none.
"""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict


class DateColumns(TypedDict):
    """The distinct dates of the records, in order.

    first, last  days that the date can mean at most, as numbers such as 20170321; 0 if that end is open
    """

    first: list[int]
    last: list[int]


class PairColumns(TypedDict):
    """The pairs; `regional` is true if both sides are units, so that the pair is a line on the map."""

    key: list[str]
    sides: list[tuple[str, str]]
    regional: list[bool]


class PlaceColumns(TypedDict):
    """The places, each with its unit."""

    key: list[str]
    unit: list[int]


class RecordColumns(TypedDict):
    """The records, pair by pair.

    sectors                   in the order of the record
    stage, kind, level        options of the dimensions `stages`, `kinds` and `levels`
    claim                     what the record alone says of how close the two units are: a claim of `Columns`
    begun, ends               dates whose first and last day are those of the record
    places                    for a link the places of its two ends, else empty
    added, changed            last day on which it was, as a number such as 20261126; 0 for none on record
    named                     places that it names, or where an organisation that it names has its seat
    """

    pair: list[int]
    type: list[int]
    sectors: list[list[int]]
    stage: list[int]
    kind: list[int]
    level: list[int]
    claim: list[int]
    begun: list[int]
    ends: list[int]
    places: list[list[int]]
    named: list[list[int]]
    added: list[int]
    changed: list[int]


class ColourColumns(TypedDict):
    """A colour for each option of a dimension, as #rrggbb, on a light and on a dark ground."""

    light: list[str]
    dark: list[str]


class Columns(TypedDict):
    """The table without its texts.

    years      first and last year in which a dated record begins
    choices    words that a field of the address can take, by field; the first is the default
    stories    ids of the guided stories
    parts      part of the panels that has that of each pair, unit and place, in this order
    types      types of record; those in `ties` tie two sides, those in `dated` stand on the timeline
    options    keys of the options of each dimension, in order, and of the filter `undated`
    colours    of the dimensions that colour lines
    dashed     for each closeness, true if its lines are dashed
    lines      for each closeness, how strong its lines are
    done       stage of the projects that are under way or completed
    claims     closeness that each claim makes, the strongest first: a claim for each closeness, made by agreements
               and contacts; then those of a meeting, a link and a project
    """

    languages: list[str]
    countries: list[str]
    units: list[str]
    places: PlaceColumns
    pairs: PairColumns
    records: RecordColumns
    dates: DateColumns
    years: tuple[int, int]
    choices: dict[str, list[str]]
    stories: list[str]
    parts: list[int]
    types: list[str]
    ties: list[str]
    dated: list[str]
    options: dict[str, list[str]]
    colours: dict[str, ColourColumns]
    dashed: list[bool]
    lines: list[Literal["bold", "medium", "thin", "asked"]]
    done: int
    claims: list[int]


class Texts(TypedDict):
    """The texts of the table in one language, in the order of `Columns`.

    options  of the dimensions
    ids      of the records, each unique within its pair: they stand in links, and so are needed only with the titles
    titles   of the records
    dates    in words; `since` as they follow "since", "" if the start is open; `undated` for no date
    """

    countries: list[str]
    units: list[str]
    places: list[str]
    pairs: list[str]
    options: dict[str, list[str]]
    ids: list[str]
    titles: list[str]
    dates: list[str]
    since: list[str]
    undated: str


class TextIndex(TypedDict):
    """The words of the records' texts in all languages.

    A text is that of record n // languages in language n % languages. The texts that hold something are given by the
    differences of their numbers, in ascending order.

    stems    by stem: its folded words, separated by spaces, and the texts that hold one of them
    chinese  by folded line with Chinese characters: the texts that hold it
    """

    languages: int
    stems: dict[str, tuple[str, list[int]]]
    chinese: dict[str, list[int]]
