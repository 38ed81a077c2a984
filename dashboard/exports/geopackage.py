"""An export as a GeoPackage for QGIS: units, pairs, links, places and projects as layers, the other tables beside."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

import shapely
from fudgeo import Field, MemoryGeoPackage
from fudgeo.enumeration import FieldType, GPKGFlavors, ShapeType

from dashboard.exports.extract import Extract
from dashboard.exports.located import Located, located
from dashboard.exports.tables import explained, heading, type_of

WGS84 = 4326
BEFORE_GEOMETRY = b"GP\x00\x01" + WGS84.to_bytes(4, "little")
"""Bytes that a GeoPackage puts before each geometry: its version, the order of bytes and the reference system."""

TYPES = {"integer": FieldType.integer, "number": FieldType.double, "string": FieldType.text}
GEOMETRIES = {
    "units": ShapeType.multi_polygon,
    "pairs": ShapeType.linestring,
    "links": ShapeType.linestring,
    "places": ShapeType.point,
    "projects": ShapeType.multi_point,
}


def geopackage_files(extract: Extract) -> dict[str, bytes]:
    """The GeoPackage (EPSG:4326). The same extract gives the same bytes."""
    package = MemoryGeoPackage.create(flavor=GPKGFlavors.epsg)
    for each in located(extract):
        _add(package, each, extract)
    made = datetime.combine(extract.day, time.min).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    package.connection.execute("UPDATE gpkg_contents SET last_change = ?", (made,))
    package.connection.commit()
    return {f"{extract.stem}.gpkg": package.connection.serialize()}


def _add(package: MemoryGeoPackage, each: Located, extract: Extract) -> None:
    """Add a table, as a layer if its rows have places."""
    fields, rows = [_field(column, extract) for column in each.table.columns], each.table.rows
    if each.geometries is None:
        added: Any = package.create_table(each.name, fields=fields)
    else:
        kind = GEOMETRIES[each.name]
        added = package.create_feature_class(each.name, package.spatial_references[WGS84], kind, fields=fields)
        if known := [shape for shape in each.geometries if shape]:
            added.extent = tuple(map(float, shapely.total_bounds(known)))
        fields = [Field(added.geometry_column_name, kind), *fields]
        written = (shape and BEFORE_GEOMETRY + shapely.to_wkb(shape) for shape in each.geometries)
        rows = tuple((shape, *row) for shape, row in zip(written, rows, strict=True))
    names, values = ", ".join(field.escaped_name for field in fields), ", ".join("?" * len(fields))
    package.connection.executemany(f"INSERT INTO {added.escaped_name} ({names}) VALUES ({values})", rows)  # noqa: S608


def _field(column: str, extract: Extract) -> Field:
    """A column, with its heading and what it holds as QGIS shows them."""
    t, languages = extract.words.t, extract.catalogue.atlas.languages
    named, meaning = heading(column, t, languages), explained(column, t)
    return Field(column, TYPES[type_of(column)], alias=named, comment=meaning or None)
