"""The catalogue as GeoJSON (RFC 7946): units with their counts, pairs and links along great circles, places.

Where only the unit of an end is known, the link runs to the seat of that unit and lists the end in `inferred`. Where
only the country of an end is known, the link has no geometry.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.catalogue import schema
from dashboard.catalogue.borrowed import unborrowed
from dashboard.catalogue.dates import written
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.pair import RECORD_TYPES, Pair
from dashboard.exports.about import about
from dashboard.exports.extract import Extract
from dashboard.exports.readable import named
from geodata import arcs

Feature = dict[str, Any]
DECIMALS = 5  # of a degree: about a metre


def geojson_files(extract: Extract) -> dict[str, bytes]:
    """One feature collection (EPSG:4326). The property `kind` of a feature is unit, pair, link or place."""
    found = features(extract)
    unlocated = sum(feature["geometry"] is None for feature in found)
    sources = {key: schema.as_written(source) for key, source in extract.cited.items()}
    facts = about(extract) | {"unlocated": unlocated, "sources": sources}
    collection = {"type": "FeatureCollection", "about": facts, "features": found}
    return {f"{extract.stem}.geojson": json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode()}


def features(extract: Extract) -> list[Feature]:
    """Units, pairs, links and places as GeoJSON features (EPSG:4326), without a geometry where none is known."""
    shapes = extract.catalogue.layers.shapes()
    return [*_units(extract, shapes), *_pairs(extract, shapes), *_links(extract), *_places(extract)]


def _units(extract: Extract, shapes: Mapping[str, BaseGeometry]) -> Iterator[Feature]:
    counts, names = _counts(extract), extract.catalogue.names
    for code, shape in shapes.items():
        pairs = [key for key, pair in extract.view.pairs.items() if code in pair.sides]
        tallies = {name: sum(counts[key][name] for key in pairs) for name in RECORD_TYPES}
        yield _feature("unit", code, shapely.orient_polygons(shape), names(code), pairs=len(pairs), **tallies)


def _pairs(extract: Extract, shapes: Mapping[str, BaseGeometry]) -> Iterator[Feature]:
    counts, catalogue = _counts(extract), extract.catalogue
    for key, pair in extract.view.pairs.items():
        if pair.regional:
            names = catalogue.joined(*map(catalogue.names, pair.sides))
            facts: dict[str, str | None] = dict(zip(("side_a", "side_b"), pair.sides, strict=True))
            facts |= {"closeness": pair.closeness, "since": written(pair.bond.since)}
            yield _feature(
                "pair", key, line_of(pair, shapes), names, **facts, **{name: counts[key][name] for name in RECORD_TYPES}
            )


def line_of(pair: Pair, shapes: Mapping[str, BaseGeometry]) -> shapely.LineString:
    """Great circle between both units of a pair (EPSG:4326)."""
    return shapely.LineString(arcs.great_circle(*(arcs.label_point(shapes[side]) for side in pair.sides)))


def _counts(extract: Extract) -> Mapping[str, Counter[str]]:
    """Number of records of each type, by key of the pair."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in extract.view.rows:
        counts[row.pair.key][row.record_type] += 1
    return counts


def _links(extract: Extract) -> Iterator[Feature]:
    catalogue = extract.catalogue
    for pair in extract.view.pairs.values():
        for link in pair.links:
            ends = {"a": link.a, "b": link.b}
            at = {f"{end}_place": catalogue.place_of(party) or _seat(catalogue, party) for end, party in ends.items()}
            places = [catalogue.places[place] for place in at.values() if place]
            points = [(place.lon, place.lat) for place in places]
            yield _feature(
                "link",
                f"{pair.key}/{link.id}",
                shapely.LineString(arcs.great_circle(*points)) if len(points) == len(ends) else None,
                link.title,
                **ends,
                **at,
                inferred=[end for end, party in ends.items() if at[f"{end}_place"] and not catalogue.place_of(party)],
                tie=link.kind,
                signed=written(link.signed),
                sources=link.sources,
            )


def _seat(catalogue: Catalogue, party: str) -> str | None:
    """Place key of the seat of a party's unit; None if only its country is known."""
    side = catalogue.side_of(party)
    return catalogue.units[side].seat if side in catalogue.units else None


def _places(extract: Extract) -> Iterator[Feature]:
    for key, records in named(extract.view, "places").items():
        place = extract.catalogue.places[key]
        point = shapely.Point(place.lon, place.lat)
        facts = {"unit": place.unit, "place": place.kind, "geonames": place.geonames}
        yield _feature("place", key, point, place.names, **facts, records=records)


def _feature(kind: str, key: str, shape: BaseGeometry | None, names: Mapping[str, str], **facts: object) -> Feature:
    named = {f"name_{language}": name for language, name in unborrowed(names).items()}
    geometry = None
    if shape:
        rounded = shapely.transform(shape, lambda lonlat: lonlat.round(DECIMALS))
        geometry = json.loads(shapely.to_geojson(rounded))
    return {"type": "Feature", "id": key, "properties": {"kind": kind, **named, **facts}, "geometry": geometry}
