"""Cut a TrueType font down to some characters for a page: a server has no fontTools, which could.

Kerning and other features are left out. See https://learn.microsoft.com/typography/opentype/spec/otff.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import accumulate, pairwise

Tables = dict[str, bytes]
"""Content of each table of a font, by its tag."""

TAKEN = {"OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"}

WHOLE_SUM, LONG_OFFSETS, WIDTHS, GLYPHS = 8, 50, 34, 4
"""Places in `head`: of the checksum of a whole file, and of whether `loca` holds longs, or shorts of half the size; in
`hhea`, of the number of widths; in `maxp`, of the number of glyphs."""

NAMELESS = 0x30000
"""Version of `post` without names of glyphs."""

MORE_PARTS, WORDS, SCALE, TWO_SCALES, MATRIX = 0x20, 0x01, 0x08, 0x40, 0x80
"""Flags of a part of a composite glyph: another one follows; how long its arguments are."""


def webfont(font: bytes, characters: Set[str]) -> bytes:
    """Return a TrueType font with some of its characters."""
    tables = _tables(font)
    wanted = {code: glyph for code, glyph in _glyphs_by_code(tables["cmap"]) if chr(code) in characters}
    glyphs = [tables["glyf"][start:end] for start, end in pairwise(_offsets(tables))]
    kept = {old: new for new, old in enumerate(sorted(_with_parts({0, *wanted.values()}, glyphs)))}
    cut = [_renumbered(glyphs[old], kept) for old in kept]
    ends = list(accumulate(map(len, cut), initial=0))
    changed = {
        "glyf": b"".join(cut),
        "loca": struct.pack(f">{len(ends)}I", *ends),
        "head": _with_fields(tables["head"], (">I", WHOLE_SUM, 0), (">h", LONG_OFFSETS, 1)),
        "hhea": _with_fields(tables["hhea"], (">H", WIDTHS, len(kept))),
        "maxp": _with_fields(tables["maxp"], (">H", GLYPHS, len(kept))),
        "hmtx": _widths(tables, kept),
        "cmap": _cmap({code: kept[glyph] for code, glyph in wanted.items()}),
        "post": struct.pack(">I", NAMELESS) + tables["post"][4:32],
    }
    return _file(tables | changed)


def _tables(font: bytes) -> Tables:
    count = struct.unpack_from(">H", font, 4)[0]
    entries = (struct.unpack_from(">4s4xII", font, 12 + 16 * at) for at in range(count))
    named = ((tag.decode().rstrip(), start, length) for tag, start, length in entries)
    return {tag: font[start : start + length] for tag, start, length in named if tag in TAKEN}


def _offsets(tables: Tables) -> list[int]:
    """Beginning of each glyph in `glyf`, and the end of the last one."""
    long, loca = struct.unpack_from(">h", tables["head"], LONG_OFFSETS)[0], tables["loca"]
    return [at[0] if long else 2 * at[0] for at in struct.iter_unpack(">I" if long else ">H", loca)]


def _glyphs_by_code(cmap: bytes) -> Iterator[tuple[int, int]]:
    """Code and glyph of every character, from the subtable of format 4 for Windows."""
    count = struct.unpack_from(">H", cmap, 2)[0]
    subtables = {(a, b): start for a, b, start in (struct.unpack_from(">HHI", cmap, 4 + 8 * at) for at in range(count))}
    start = subtables[3, 1]
    size = struct.unpack_from(">H", cmap, start + 6)[0]
    lasts, firsts, deltas, ranges = (
        struct.unpack_from(f">{size // 2}H", cmap, start + at) for at in (14, 16 + size, 16 + 2 * size, 16 + 3 * size)
    )
    for at, (first, last, delta, offset) in enumerate(zip(firsts, lasts, deltas, ranges, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            place = start + 16 + 3 * size + 2 * at + offset + 2 * (code - first)
            glyph = struct.unpack_from(">H", cmap, place)[0] if offset else code
            if glyph:
                yield code, (glyph + delta) % 0x10000


def _with_parts(wanted: set[int], glyphs: Sequence[bytes]) -> set[int]:
    """Glyphs with those that they are composed of."""
    found: set[int] = set()
    while wanted:
        found |= wanted
        wanted = {part for number in wanted for _, part in _parts(glyphs[number])} - found
    return found


def _renumbered(glyph: bytes, kept: Mapping[int, int]) -> bytes:
    """A glyph with the new numbers of those that it is composed of."""
    return _with_fields(glyph, *((">H", at, kept[part]) for at, part in _parts(glyph)))


def _parts(glyph: bytes) -> Iterator[tuple[int, int]]:
    """Number of each glyph of which one is composed, after the place where it stands."""
    if len(glyph) < 10 or struct.unpack_from(">h", glyph)[0] >= 0:
        return
    at, flags = 10, MORE_PARTS
    while flags & MORE_PARTS:
        flags, part = struct.unpack_from(">HH", glyph, at)
        yield at + 2, part
        at += 8 if flags & WORDS else 6
        at += 8 if flags & MATRIX else 4 if flags & TWO_SCALES else 2 if flags & SCALE else 0


def _widths(tables: Tables, kept: Iterable[int]) -> bytes:
    """Width and left bearing of some glyphs; the last ones of a font may share a width."""
    count, table = struct.unpack_from(">H", tables["hhea"], WIDTHS)[0], tables["hmtx"]
    bearings = (4 * each + 2 if each < count else 4 * count + 2 * (each - count) for each in kept)
    widths = (4 * min(each, count - 1) for each in kept)
    return b"".join(table[width : width + 2] + table[at : at + 2] for width, at in zip(widths, bearings, strict=True))


def _cmap(glyph_of: dict[int, int]) -> bytes:
    """Return a table of one subtable, of format 12, with a group for each character."""
    groups = b"".join(struct.pack(">III", code, code, glyph) for code, glyph in sorted(glyph_of.items()))
    head = struct.pack(">HHHHI", 0, 1, 3, 10, 12)
    return head + struct.pack(">HHIII", 12, 0, 16 + len(groups), 0, len(glyph_of)) + groups


def _with_fields(table: bytes, *fields: tuple[str, int, int]) -> bytes:
    """A table with other values in some fields, each given by its format and place."""
    changed = bytearray(table)
    for form, at, value in fields:
        struct.pack_into(form, changed, at, value)
    return bytes(changed)


def _file(tables: Tables) -> bytes:
    power = len(tables).bit_length() - 1
    head = struct.pack(">IHHHH", 0x10000, len(tables), 16 << power, power, 16 * len(tables) - (16 << power))
    entries, body, start = b"", b"", 12 + 16 * len(tables)
    for tag, table in sorted(tables.items()):
        entries += struct.pack(">4sIII", tag.ljust(4).encode(), _checksum(table), start + len(body), len(table))
        body += _padded(table)
    return head + entries + body


def _padded(table: bytes) -> bytes:
    return table + bytes(-len(table) % 4)


def _checksum(table: bytes) -> int:
    return int(sum(word for (word,) in struct.iter_unpack(">I", _padded(table)))) % 2**32
