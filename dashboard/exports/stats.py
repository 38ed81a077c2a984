"""The quality figures as a table in plain text, for the command line."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.quality import Tally, as_of, by_kind, by_region, by_source, tally


def stats_text(catalogue: Catalogue) -> str:
    """Tables of the figures by kind, by region and by source, one below the other."""
    groups = {"kind": by_kind(catalogue), "region": by_region(catalogue), "source": by_source(catalogue)}
    width = max(len(key) for tallies in groups.values() for key in (*tallies, *groups))
    parts = [f"as of {as_of(catalogue) or '?'}"]
    parts += [_section(name, tallies, width) for name, tallies in groups.items()]
    parts.append(_line("all", tally(catalogue.rows), width))
    return "\n\n".join(parts)


def _section(name: str, tallies: Mapping[str, Tally], width: int) -> str:
    return "\n".join((_line(name, Tally._fields, width), *(_line(key, found, width) for key, found in tallies.items())))


def _line(key: str, cells: tuple[object, ...], width: int) -> str:
    return key.ljust(width) + "".join(f"{cell!s:>10}" for cell in cells)
