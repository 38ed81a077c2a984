"""The tables of an export with a geometry for each row that has a place, for formats that can hold both."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from dashboard.exports.about import about_lines
from dashboard.exports.cells import BETWEEN, CODE, Cells
from dashboard.exports.extract import Extract
from dashboard.exports.geojson import Feature, features
from dashboard.exports.readable import Table
from dashboard.exports.tables import sheets

Shapes = Mapping[tuple[str, str], BaseGeometry]
"""Geometries of the features that have one, by their kind and id."""


@dataclass(frozen=True)
class Located:
    """A table by name, and, if it is a layer, one geometry a row (EPSG:4326, lon, lat; None where none is known)."""

    name: str
    table: Table
    geometries: Sequence[BaseGeometry | None] | None


def located(extract: Extract) -> Iterator[Located]:
    """Every table of an export, the units first and a text about the export last."""
    found = features(extract)
    shapes = {(each["properties"]["kind"], each["id"]): shape(each["geometry"]) for each in found if each["geometry"]}
    about = Table(("text",), tuple((line,) for line in about_lines(extract)))
    for name, table in {"units": _units(found), **sheets(extract), "about": about}.items():
        find = LAYERS.get(name)
        rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows] if find else []
        yield Located(name, table, [find(row, shapes) for row in rows] if find else None)


def _units(found: Sequence[Feature]) -> Table:
    """The units with their names in every language and their counts."""
    units = [{"id": each["id"], **each["properties"]} for each in found if each["properties"]["kind"] == "unit"]
    columns = tuple(column for column in units[0] if column != "kind") if units else ("id",)
    return Table(columns, tuple(tuple(unit[column] for column in columns) for unit in units))


def _unit(row: Cells, shapes: Shapes) -> BaseGeometry:
    return shapely.MultiPolygon(list(shapely.get_parts(shapes["unit", str(row["id"])])))


def _pair(row: Cells, shapes: Shapes) -> BaseGeometry | None:
    return shapes.get(("pair", str(row["id"])))


def _link(row: Cells, shapes: Shapes) -> BaseGeometry | None:
    return shapes.get(("link", f"{row['side_a_code']}_{row['side_b_code']}/{row['id']}"))


def _place(row: Cells, shapes: Shapes) -> BaseGeometry:
    return shapes["place", str(row["id"])]


def _project(row: Cells, shapes: Shapes) -> BaseGeometry | None:
    """The places of a project; None if it names none."""
    codes = str(row[f"places{CODE}"] or "").split(BETWEEN)
    points = [shapes["place", code] for code in codes if code]
    return shapely.MultiPoint(points) if points else None


LAYERS: Mapping[str, Callable[[Cells, Shapes], BaseGeometry | None]] = {
    "units": _unit,
    "pairs": _pair,
    "links": _link,
    "places": _place,
    "projects": _project,
}
"""Tables that are layers, and the geometry of a row of each."""
