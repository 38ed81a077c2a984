"""The tables as Parquet files for analysis, those with places as GeoParquet 1.1."""

from __future__ import annotations

import io
import json

import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from dashboard.exports.extract import Extract
from dashboard.exports.located import Located, located
from dashboard.exports.tables import explained, type_of

TYPES = {"integer": pa.int64(), "number": pa.float64(), "string": pa.string()}
GEOMETRY = "geometry"


def parquet_files(extract: Extract) -> dict[str, bytes]:
    """A file for each table; geometries in EPSG:4326, lon and lat in this order, as WKB."""
    return {f"{each.name}.parquet": _file(each, extract) for each in located(extract)}


def _file(each: Located, extract: Extract) -> bytes:
    columns = list(zip(*each.table.rows, strict=True)) or [()] * len(each.table.columns)
    arrays = [pa.array(cells, TYPES[type_of(name)]) for name, cells in zip(each.table.columns, columns, strict=True)]
    fields = [_field(name, extract) for name in each.table.columns]
    if each.geometries is not None:
        arrays.append(pa.array([shape and shapely.to_wkb(shape) for shape in each.geometries], pa.binary()))
        fields.append(pa.field(GEOMETRY, pa.binary()))
    metadata = {} if each.geometries is None else {"geo": json.dumps(_geo(each))}
    content = io.BytesIO()
    pq.write_table(pa.table(arrays, pa.schema(fields, metadata)), content, compression="zstd")
    return content.getvalue()


def _field(column: str, extract: Extract) -> pa.Field:
    """A column with what it holds."""
    return pa.field(column, TYPES[type_of(column)], metadata={"description": explained(column, extract.words.t)})


def _geo(each: Located) -> dict[str, object]:
    """Description of the geometries for GeoParquet; without a reference system, they are longitudes and latitudes."""
    kinds = sorted({shape.geom_type for shape in each.geometries or () if shape})
    column = {"encoding": "WKB", "geometry_types": kinds, "orientation": "counterclockwise"}
    return {"version": "1.1.0", "primary_column": GEOMETRY, "columns": {GEOMETRY: column}}
