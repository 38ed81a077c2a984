"""The catalogue as GeoJSON (RFC 7946): units with their counts, pairs and ties along great circles, places."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.catalogue.catalogue import LISTS, Catalogue, Pair
from dashboard.exports.about import about
from geodata import join, layers

Feature = dict[str, Any]
DECIMALS = 5  # of a degree: about a metre


def geojson_files(catalogue: Catalogue) -> dict[str, bytes]:
    """One feature collection; `kind` of a feature is unit, pair, link or place."""
    shapes = {unit.code: unit.geometry for unit in layers.units().itertuples() if unit.code in catalogue.units}
    features = [*_units(catalogue, shapes), *_pairs(catalogue, shapes), *_links(catalogue), *_places(catalogue)]
    collection = {"type": "FeatureCollection", "about": about(catalogue), "features": features}
    return {"atlas.geojson": json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode()}


def _units(catalogue: Catalogue, shapes: Mapping[str, BaseGeometry]) -> Iterator[Feature]:
    for code, shape in shapes.items():
        pairs = [pair for pair in catalogue.pairs.values() if code in pair.sides]
        counts = {name: sum(len(getattr(pair, name)) for pair in pairs) for name in LISTS}
        yield _feature("unit", code, shapely.orient_polygons(shape), catalogue.names(code), pairs=len(pairs), **counts)


def _pairs(catalogue: Catalogue, shapes: Mapping[str, BaseGeometry]) -> Iterator[Feature]:
    for key, pair in catalogue.pairs.items():
        if pair.regional:
            ends = (join.label_point(shapes[side]) for side in pair.sides)
            line = shapely.LineString(join.great_circle(*ends))
            names = _between(catalogue, *pair.sides)
            sides = dict(zip(("side_a", "side_b"), pair.sides, strict=True))
            yield _feature("pair", key, line, names, **sides, closeness=pair.closeness, **_counts(pair))


def _links(catalogue: Catalogue) -> Iterator[Feature]:
    """The ties of which both ends are known to a place."""
    for pair in catalogue.pairs.values():
        for link in pair.links:
            a, b = catalogue.place_of(link.a), catalogue.place_of(link.b)
            if a and b:
                ends = ((catalogue.places[end].lon, catalogue.places[end].lat) for end in (a, b))
                line = shapely.LineString(join.great_circle(*ends))
                yield _feature(
                    "link",
                    f"{pair.key}/{link.id}",
                    line,
                    link.title,
                    a=link.a,
                    b=link.b,
                    tie=link.kind,
                    signed=link.signed,
                    sources=link.sources,
                )


def _places(catalogue: Catalogue) -> Iterator[Feature]:
    named = Counter(party for row in catalogue.rows for party in row.parties)
    for key, place in catalogue.places.items():
        point = shapely.Point(place.lon, place.lat)
        facts = {"unit": place.unit, "place": place.kind, "geonames": place.geonames}
        yield _feature("place", key, point, place.names, **facts, records=named[key])


def _counts(pair: Pair) -> dict[str, int]:
    return {name: len(getattr(pair, name)) for name in LISTS}


def _between(catalogue: Catalogue, a: str, b: str) -> dict[str, str]:
    first, second = catalogue.names(a), catalogue.names(b)
    return {language: f"{first[language]} — {second[language]}" for language in first}


def _feature(kind: str, key: str, shape: BaseGeometry, names: Mapping[str, str], **facts: object) -> Feature:
    called = {f"name_{language}": name for language, name in names.items()}
    rounded = shapely.transform(shape, lambda lonlat: lonlat.round(DECIMALS))
    geometry = json.loads(shapely.to_geojson(rounded))
    return {"type": "Feature", "id": key, "properties": {"kind": kind, **called, **facts}, "geometry": geometry}
