"""Places the rows of tables in a draft: finds the pair, the parties, the sources and the id of each."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from dashboard.catalogue.model import Catalogue
from dashboard.reading.columns import Mapped
from dashboard.reading.draft import Draft, Item, Raw, slug
from dashboard.reading.facts import Reader
from dashboard.reading.names import PARTIES, Found, Names
from dashboard.reading.rows import Cells, Listed, Row

SIDES = ("units", "countries")
HAS_END = {"a", "a_code", "a_lon"}
"""Columns of which a tie has one, unless it is of two regions that are named as sides."""

BY_POSITION = 3
"""Rank of what was found by its coordinates, behind every name."""

ORDER = (
    *("sources", "places", "organisations"),
    *("ties", "agreements", "contacts", "links", "projects", "indicators", "events", "amounts"),
)
"""Tables in the order in which their rows are placed: what others name goes first."""

NO_SOURCE = "no source: fill the column 'url' or 'sources', or name one under 'source' in a mapping"


class Placing:
    """Turns rows into items of a draft. Tables of entries go first, amounts last."""

    def __init__(self, draft: Draft, base: Catalogue, mapping: Mapped) -> None:
        self.draft, self.base = draft, base
        self.languages = tuple(base.atlas.languages)
        self.names, self.dates = Names(base), Reader(self.languages)
        self.pages = {source.url: key for key, source in base.sources.items() if source.url}
        self.source = mapping.source
        self._unit_at = lru_cache(maxsize=2**16)(self._at)
        self.projects: dict[tuple[str, str], Item] = {}

    def place(self, row: Row, table: str) -> None:
        """Place a row, or give it its reason."""
        if row.reason:
            return
        cells = Cells(row, self.names, self.dates, self.languages)
        try:
            if table in self.draft.entries:
                self._entry(cells, table)
            elif table == "amounts":
                self._amount(cells)
            elif table in ("projects", "indicators", "events"):
                self._record(cells, table, self._sides(cells), cells.fields(table))
            else:
                self._tie(cells)
        except Listed as listed:
            row.reason = str(listed)

    def _entry(self, cells: Cells, table: str) -> None:
        raw = cells.fields(table)
        if table == "organisations" and (seat := raw.pop("seat", None)):
            raw["unit" if seat in self.base.units or seat in self.base.atlas.countries else "place"] = seat
        if table == "places":
            self._locate(raw)
        if table == "sources" and "book" in raw:
            whole, book = raw.pop("title", ""), raw["book"]
            raw |= {"title": title} if (title := whole.removesuffix(book).removesuffix(", ")) else {}
        first = next(iter((raw.get("names") or raw.get("about") or {}).values()), "")
        key = cells.cells.get("id") or slug(first) or f"{table.removesuffix('s')}-{cells.row.number}"
        self.draft.add(table, key, Item(raw, cells.row))
        self.names.add(table, key, raw.get("names", {}).values(), raw.get("aliases", ()))
        if "url" in raw:
            self.pages.setdefault(raw["url"], key)

    def _at(self, lon: Any, lat: Any) -> str | None:
        """Unit at a point; None if there is none, or it is no point."""
        return self.base.layers.unit_at(lon, lat) if {type(lon), type(lat)} <= {int, float} else None

    def _locate(self, raw: Raw) -> None:
        """Give a place its unit, or refuse the one that it does not lie in."""
        if not {"lon", "lat"} <= raw.keys():
            return  # this is said when the place is checked
        unit = self._unit_at(raw["lon"], raw["lat"])
        if raw.setdefault("unit", unit or "") != unit:
            raise Listed(f"{raw['lon']}, {raw['lat']} lies in {unit or 'no unit'}, not in {raw['unit'] or 'any'}")

    def _amount(self, cells: Cells) -> None:
        pair, of = "_".join(self._sides(cells)), cells.cells.get("id", "")
        if not (project := self.projects.get((pair, of))):
            raise Listed(f"no project '{of}' of {pair} among the rows")
        if project.row.reason:
            raise Listed(f"its project is listed: row {project.row.number} of {project.row.sheet}")
        project.raw.setdefault("amounts", []).append(cells.fields("amounts"))
        project.riders.append(cells.row)

    def _tie(self, cells: Cells) -> None:
        """Place an agreement or a link, whichever its ends make it."""
        ends = [self._party(cells, name) for name in ("a", "b")] if HAS_END & cells.cells.keys() else None
        sides = {"side_a", "side_a_code"} & cells.cells.keys()
        a, b = self._joined(cells, *ends) if ends else self._sides(cells)
        pair = self._sides(cells) if sides and ends else self._ordered(self.draft.side_of(a), self.draft.side_of(b))
        if self._country(a) != next(iter(self.base.atlas.countries)):
            a, b = b, a
        raw = cells.fields("agreements") if self._regional(a) else cells.fields("links") | {"a": a, "b": b}
        if "title" not in raw:
            names, others = self.draft.names_of(a), self.draft.names_of(b)
            shared = {code: name for code, name in names.items() if code in others}
            raw["title"] = self.base.joined(shared, others)
        self._record(cells, "agreements" if self._regional(a) else "links", pair, raw, f"{a}-{b}")

    def _record(self, cells: Cells, kind: str, sides: tuple[str, str], raw: Raw, like: str = "") -> None:
        pair = "_".join(sides)
        raw["sources"] = self._sources(cells, raw.get("title", {}))
        raw.setdefault("sectors", [])
        first = next(iter(raw.get("title", {}).values()), kind)
        made = raw.pop("id", None) or self.draft.free(pair, like or first)
        item = Item({"id": made, **raw}, cells.row)
        self.draft.record(pair, kind, item)
        if kind == "projects":
            self.projects[pair, item.raw["id"]] = item

    def _sides(self, cells: Cells) -> tuple[str, str]:
        found = [cells.key(name, *SIDES) for name in ("side_a", "side_b")]
        if None in found:
            raise Listed("no sides: fill the columns 'side_a' and 'side_b'")
        return self._ordered(str(found[0]), str(found[1]))

    def _ordered(self, a: str, b: str) -> tuple[str, str]:
        """Two sides in the order of the countries; raises Listed if they are of one country."""
        countries = list(self.base.atlas.countries)
        if sorted(map(self.base.country_of, (a, b))) != sorted(countries):
            raise Listed(f"{a} and {b} are not of the two countries of the atlas")
        return (a, b) if self.base.country_of(a) == countries[0] else (b, a)

    def _country(self, party: str) -> str:
        return self.base.country_of(self.draft.side_of(party))

    def _regional(self, party: str) -> bool:
        return party in self.base.units or party in self.base.atlas.countries

    def _party(self, cells: Cells, name: str) -> list[Found]:
        """All that an end of a tie may be: what it names, else what lies at its coordinates."""
        told = cells.cells.get(f"{name}_code") or cells.cells.get(name, "")
        found = self.names.find(told, PARTIES)
        if found and len({(each.rank, each.group) for each in found}) == len(found):
            return list(found)
        at = (cells.number(f"{name}_lon"), cells.number(f"{name}_lat"))
        unit = self._unit_at(*at)
        if found:
            return [each for each in found if unit and self.draft.side_of(each.key) == unit] or list(found)
        if not unit:
            where = f"; no unit holds {at[0]}, {at[1]}" if None not in at else ""
            raise Listed(f"{name}: {cells.missing(told, ('units', 'places', 'organisations'))}{where}")
        kind = cells.cells.get("place_kind")
        return [self._new_place(cells, told, kind, unit, at) if told and kind else Found(BY_POSITION, "units", unit)]

    def _new_place(self, cells: Cells, told: str, kind: str, unit: str, at: tuple[Any, ...]) -> Found:
        kind = cells.found(kind, "place_kind", ("place_kinds",))
        raw = {"kind": kind, "unit": unit, "names": {cells.row.language: told}, "lon": at[0], "lat": at[1]}
        key = slug(told) or f"{unit.lower()}-{len(self.draft.entries['places']) + 1}"
        if key in self.draft.entries["places"] or key in self.base.places or key in self.base.organisations:
            key = f"{key}-{unit.lower()}"
        self.draft.add("places", key, Item(raw, cells.row, asked=True))
        self.names.add("places", key, (told,))
        return Found(BY_POSITION, "places", key)

    def _joined(self, cells: Cells, first: list[Found], second: list[Found]) -> tuple[str, str]:
        """The two ends that fit together: of both countries, and both regions or neither; the best names first."""
        fitting = sorted(
            (a.rank + b.rank, not self._regional(a.key), a.key, b.key)
            for a in first
            for b in second
            if self._country(a.key) != self._country(b.key) and self._regional(a.key) == self._regional(b.key)
        )
        told = [cells.cells.get(name) or cells.cells.get(f"{name}_code", "") for name in ("a", "b")]
        if not fitting:
            if {self._country(each.key) for each in first} == {self._country(each.key) for each in second}:
                raise Listed(f"'{told[0]}' and '{told[1]}' lie in one country")
            hint = "; if it is a place that is new, say of which kind under 'place_kind'"
            new = hint if BY_POSITION in (first[0].rank, second[0].rank) else ""
            raise Listed(f"one of '{told[0]}' and '{told[1]}' is a region, the other is not{new}")
        best = [each for each in fitting if each[:2] == fitting[0][:2]]
        if len(best) > 1:
            may = sorted({f"{a} and {b}" for _, _, a, b in best})
            raise Listed(f"'{told[0]}' and '{told[1]}' may be {' or '.join(may)}; write the codes")
        return fitting[0][2], fitting[0][3]

    def _sources(self, cells: Cells, about: Mapping[str, str]) -> list[str]:
        """Keys of the sources of a row: those that it names, else the page of its address, else that of the mapping."""
        if {"sources", "sources_code"} & cells.cells.keys():
            return cells.keys("sources", "sources")
        if url := cells.cells.get("url"):
            return [self.pages.get(url) or self._page(cells, url, about)]
        if isinstance(self.source, str):
            return [cells.found(self.source, "source", ("sources",))] if self.source else self._none()
        key = str(self.source.get("id", ""))
        if key not in self.draft.entries["sources"]:
            raw = {name: value for name, value in self.source.items() if name != "id"}
            self.draft.add("sources", key, Item(raw, cells.row, asked=True))
        return [key]

    def _none(self) -> list[str]:
        raise Listed(NO_SOURCE)

    def _page(self, cells: Cells, url: str, about: Mapping[str, str]) -> str:
        """A new source for a page of which only the address is known: its publisher is its host."""
        try:
            host = urlsplit(url).netloc.removeprefix("www.")
        except ValueError:
            raise Listed(f"'{url}' is no address of a page") from None
        like = {} if isinstance(self.source, str) else self.source
        raw = {
            "kind": next(iter(self.base.kinds.source_kinds)),
            "publisher": dict.fromkeys(self.languages, host),
            "language": cells.row.language,
            **{name: value for name, value in like.items() if name != "id"},
            "url": url,
            "about": dict(about),
        }
        key = f"{slug(host) or 'page'}-{hashlib.sha256(url.encode()).hexdigest()[:8]}"
        self.draft.add("sources", key, Item(raw, cells.row, asked=True))
        self.pages[url] = key
        return key
