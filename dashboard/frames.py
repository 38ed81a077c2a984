"""The atlas for analysts: pairs, records and units as (Geo)DataFrames. Needs `pip install twinned[analysis]`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import pandas as pd

from dashboard.catalogue.filtering import Filter, select
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.pair import RECORD_TYPES
from dashboard.exports.geojson import line_of
from dashboard.loading import load_all

CRS = "EPSG:4326"


@dataclass(frozen=True)
class Frames:
    """An atlas as tables, with names in one language. Geometries are in EPSG:4326, lon and lat in this order.

    units    by code: name, country, geometry (MultiPolygon or Polygon)
    pairs    by key: name, a, b (codes of both sides), closeness, since (first day), a count of each type of record,
             geometry (great circle; None if a side is a whole country)
    records  by pair and id: type, title, first and last (days; NaT if open or unknown), sectors and sources (lists of
             keys), status, value, currency, unit (of figures)
    """

    units: gpd.GeoDataFrame
    pairs: gpd.GeoDataFrame
    records: pd.DataFrame


def open_frames(config: str | Path = "config", language: str = "") -> Frames:
    """Open the atlas of a folder, in its first language unless told; raises BrokenTable and KeyError for a language."""
    snapshot = load_all(Path(config))
    catalogue, t = snapshot.catalogue, snapshot.translators[language or next(iter(snapshot.translators))]
    return Frames(_units(catalogue, t.language), _pairs(catalogue, t.language), _records(catalogue, t.language))


def _units(catalogue: Catalogue, language: str) -> gpd.GeoDataFrame:
    shapes, countries = catalogue.layers.shapes(), catalogue.layers.countries
    codes = list(shapes)
    facts = {"name": [catalogue.names(code)[language] for code in codes], "country": [countries[c] for c in codes]}
    return gpd.GeoDataFrame(facts, index=pd.Index(codes, name="code"), geometry=[shapes[c] for c in codes], crs=CRS)


def _pairs(catalogue: Catalogue, language: str) -> gpd.GeoDataFrame:
    shapes, found = catalogue.layers.shapes(), catalogue.pairs
    rows = [
        {
            "name": catalogue.title(key)[language],
            "a": pair.a,
            "b": pair.b,
            "closeness": pair.closeness,
            "since": pair.bond.since.first if pair.bond.since else None,
        }
        for key, pair in found.items()
    ]
    lines = [line_of(pair, shapes) if pair.regional else None for pair in found.values()]
    frame = gpd.GeoDataFrame(rows, index=pd.Index(found, name="pair"), geometry=lines, crs=CRS)
    types = [(row.pair.key, row.record_type) for row in catalogue.rows]
    counts = pd.Series(types).value_counts()
    for name in RECORD_TYPES:
        frame[name] = [int(counts.get((key, name), 0)) for key in found]
    return frame


def _records(catalogue: Catalogue, language: str) -> pd.DataFrame:
    rows = [
        {
            "pair": row.pair.key,
            "id": row.record.id,
            "type": row.record_type,
            "title": row.record.title[language],
            "first": row.first,
            "last": row.last,
            "sectors": list(row.record.sectors),
            "sources": list(row.record.sources),
            **{name: getattr(row.record, name, None) for name in ("status", "value", "currency", "unit")},
        }
        for row in select(catalogue, Filter()).rows
    ]
    frame = pd.DataFrame(rows).set_index(["pair", "id"])
    for name in ("first", "last"):
        frame[name] = pd.to_datetime(frame[name])
    return frame
