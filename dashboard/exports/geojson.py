"""The catalogue as GeoJSON (RFC 7946): units with their counts, pairs and links along great circles, places.

Where only the unit of an end is known, the link runs to the seat of that unit and lists the end in `inferred`. Where
only the country of an end is known, the link has no geometry.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.catalogue import schema
from dashboard.catalogue.dates import written
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.pair import RECORD_TYPES
from dashboard.exports.about import about
from geodata import arcs, layers

Feature = dict[str, Any]
DECIMALS = 5  # of a degree: about a metre


def geojson_files(catalogue: Catalogue) -> dict[str, bytes]:
    """One feature collection (EPSG:4326). The property `kind` of a feature is unit, pair, link or place."""
    shapes = {unit.code: unit.geometry for unit in layers.units().itertuples() if unit.code in catalogue.units}
    features = [*_units(catalogue, shapes), *_pairs(catalogue, shapes), *_links(catalogue), *_places(catalogue)]
    unlocated = sum(feature["geometry"] is None for feature in features)
    cited = catalogue.cited(row.record for row in catalogue.rows)
    sources = {key: schema.as_written(source) for key, source in cited.items()}
    facts = about(catalogue) | {"unlocated": unlocated, "sources": sources}
    collection = {"type": "FeatureCollection", "about": facts, "features": features}
    return {"atlas.geojson": json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode()}


def _units(catalogue: Catalogue, shapes: Mapping[str, BaseGeometry]) -> Iterator[Feature]:
    for code, shape in shapes.items():
        pairs = [pair for pair in catalogue.pairs.values() if code in pair.sides]
        counts = {name: sum(catalogue.counts[pair.key][name] for pair in pairs) for name in RECORD_TYPES}
        yield _feature("unit", code, shapely.orient_polygons(shape), catalogue.names(code), pairs=len(pairs), **counts)


def _pairs(catalogue: Catalogue, shapes: Mapping[str, BaseGeometry]) -> Iterator[Feature]:
    for key, pair in catalogue.pairs.items():
        if pair.regional:
            ends = (arcs.label_point(shapes[side]) for side in pair.sides)
            line = shapely.LineString(arcs.great_circle(*ends))
            names = catalogue.joined(*map(catalogue.names, pair.sides))
            counts = {name: catalogue.counts[key][name] for name in RECORD_TYPES}
            sides = dict(zip(("side_a", "side_b"), pair.sides, strict=True))
            yield _feature("pair", key, line, names, **sides, closeness=pair.closeness, **counts)


def _links(catalogue: Catalogue) -> Iterator[Feature]:
    for pair in catalogue.pairs.values():
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


def _places(catalogue: Catalogue) -> Iterator[Feature]:
    named = Counter(party for row in catalogue.rows for party in row.parties)
    for key, place in catalogue.places.items():
        point = shapely.Point(place.lon, place.lat)
        facts = {"unit": place.unit, "place": place.kind, "geonames": place.geonames}
        yield _feature("place", key, point, place.names, **facts, records=named[key])


def _feature(kind: str, key: str, shape: BaseGeometry | None, names: Mapping[str, str], **facts: object) -> Feature:
    named = {f"name_{language}": name for language, name in names.items()}
    geometry = None
    if shape:
        rounded = shapely.transform(shape, lambda lonlat: lonlat.round(DECIMALS))
        geometry = json.loads(shapely.to_geojson(rounded))
    return {"type": "Feature", "id": key, "properties": {"kind": kind, **named, **facts}, "geometry": geometry}
