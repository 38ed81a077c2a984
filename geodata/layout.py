"""Layouts of the map on one flat sheet, `facing` and `geographic`: x to the right, y down, 1000 wide."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import numpy as np
import shapely
from pyproj import Transformer
from shapely.affinity import affine_transform
from shapely.geometry.base import BaseGeometry

from geodata import layers

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # x0, y0, x1, y1
WIDTH = 1000.0
APRON = 600.0  # width of the land drawn beyond the sheet, for windows of other proportions
BAR_SHARE = 0.16  # greatest length of a scale bar, as a share of the width it belongs to
BAR_MARGIN = 22.0  # from a country's lower edge to its scale bar
MARGIN = 14.0  # around the countries that face each other


@dataclass(frozen=True)
class Plane:
    """A Lambert azimuthal equal-area projection, centred on lon, lat, and the affine that moves it onto the sheet."""

    lon: float
    lat: float
    scale: float = 1.0  # sheet units per metre at the centre
    dx: float = 0.0
    dy: float = 0.0

    def place(self, lon: float, lat: float) -> Point:
        """Return the point of the sheet at lon, lat in degrees."""
        east, north = _projection(self.lon, self.lat).transform(lon, lat)
        return self.dx + self.scale * east, self.dy - self.scale * north

    def lonlat(self, x: float, y: float) -> Point:
        """Return the lon, lat in degrees of a point of the sheet."""
        east, north = (x - self.dx) / self.scale, (self.dy - y) / self.scale
        lon, lat = _projection(self.lon, self.lat).transform(east, north, direction="INVERSE")
        return lon, lat

    def shape(self, geometry: BaseGeometry) -> BaseGeometry:
        """Return a geometry in lon, lat transformed to the sheet."""
        transform = _projection(self.lon, self.lat).transform
        flat = shapely.transform(geometry, lambda points: np.column_stack(transform(*points.T)))
        return affine_transform(flat, [self.scale, 0, 0, -self.scale, self.dx, self.dy])

    def fitted(self, geometry: BaseGeometry, box: Box) -> "Plane":
        """Return this projection scaled and moved so that a geometry in lon, lat fills the box, centred in it."""
        x0, y0, x1, y1 = Plane(self.lon, self.lat).shape(geometry).bounds
        scale = min((box[2] - box[0]) / (x1 - x0), (box[3] - box[1]) / (y1 - y0))
        dx = (box[0] + box[2]) / 2 - scale * (x0 + x1) / 2
        dy = (box[1] + box[3]) / 2 - scale * (y0 + y1) / 2
        return replace(self, scale=scale, dx=dx, dy=dy)


@dataclass(frozen=True)
class ScaleBar:
    """A bar from (x, y) to (x + length, y) that measures `km` in one country, or everywhere (None)."""

    country: str | None
    x: float
    y: float
    length: float
    km: int


@dataclass(frozen=True, eq=False)
class Layout:
    """The sheet: every unit, border, place and bar of the map in the same planar coordinates (y down)."""

    name: str
    bounds: Box
    planes: dict[str, Plane]  # by country; one and the same for all in a geographic layout
    units: dict[str, BaseGeometry]  # by code
    countries: dict[str, BaseGeometry]  # the outline of each country
    borders: BaseGeometry  # every border once, shared or outer
    land: BaseGeometry | None  # all other land, if it is shown
    scale_bars: tuple[ScaleBar, ...]

    @property
    def is_geographic(self) -> bool:
        """True if all countries lie in one projection, at their true distance."""
        return len(set(self.planes.values())) == 1

    def place(self, lon: float, lat: float, country: str) -> Point:
        """Return x, y of a place given by lon, lat in degrees, as drawn with its country."""
        return self.planes[country].place(lon, lat)


@cache
def facing(detail: str = "overview", *, share: float = 0.46, gap: float = 30.0) -> Layout:
    """Lay two countries side by side, each in its true shape; the first takes `share` of the width less the gap."""
    whole = _outlines()
    width = WIDTH - 2 * MARGIN
    edge = MARGIN + share * (width - gap)
    spans = dict(zip(whole, ((MARGIN, edge), (edge + gap, WIDTH - MARGIN)), strict=True))
    planes = {
        country: _centred(whole[country]).fitted(whole[country], (left, -WIDTH, right, WIDTH))
        for country, (left, right) in spans.items()
    }
    tallest = max(bottom for _, _, _, bottom in (planes[c].shape(whole[c]).bounds for c in whole))  # about y = 0
    planes = {country: replace(plane, dy=plane.dy + MARGIN + tallest) for country, plane in planes.items()}
    bottom = MARGIN + 2 * tallest
    bars = tuple(_bar(country, planes[country], spans[country], bottom + BAR_MARGIN) for country in whole)
    return _layout("facing", detail, planes, (0.0, 0.0, WIDTH, bottom + 2 * BAR_MARGIN), bars)


@cache
def geographic(
    detail: str = "overview", *, lon: float = 75.0, lat: float = 45.0, height: float = 480.0, margin: float = 36.0
) -> Layout:
    """Lay all countries in their true places, projected about lon, lat, amid the rest of the land."""
    whole = _outlines()
    box = (margin, margin, WIDTH - margin, height - margin)
    plane = Plane(lon, lat).fitted(shapely.union_all(list(whole.values())), box)
    bar = _bar(None, plane, (margin / 2, WIDTH), height - BAR_MARGIN)
    return _layout("geographic", detail, dict.fromkeys(whole, plane), (0.0, 0.0, WIDTH, height), (bar,))


LAYOUTS: dict[str, Callable[..., Layout]] = {"facing": facing, "geographic": geographic}


def _layout(name: str, detail: str, planes: dict[str, Plane], bounds: Box, bars: tuple[ScaleBar, ...]) -> Layout:
    layer = layers.units(detail)
    units = {
        code: _rounded(planes[country].shape(shape))
        for code, country, shape in zip(layer.code, layer.country, layer.geometry, strict=True)
    }
    by_country = {country: [units[code] for code in layer.code[layer.country == country]] for country in planes}
    land = None
    if len(set(planes.values())) == 1:
        around = planes[layer.country[0]].shape(layers.land(detail).geometry[0])
        x0, y0, x1, y1 = bounds
        window = shapely.box(x0 - APRON, y0 - APRON, x1 + APRON, y1 + APRON)
        rounded = _rounded(shapely.make_valid(around).intersection(window))
        land = shapely.make_valid(rounded, method="structure", keep_collapsed=False)  # rounding collapses some islets
    return Layout(
        name=name,
        bounds=bounds,
        planes=planes,
        units=units,
        countries={country: shapely.union_all(shapes) for country, shapes in by_country.items()},
        borders=shapely.line_merge(shapely.union_all([shape.boundary for shape in units.values()])),
        land=land,
        scale_bars=bars,
    )


def _outlines() -> dict[str, BaseGeometry]:
    """Return the outline of each country in lon, lat, the first country first; one detail, so that all lie alike."""
    layer = layers.units()
    return {
        country: shapely.coverage_union_all(layer.geometry[layer.country == country].values)
        for country in layer.country.unique()
    }


def _centred(geometry: BaseGeometry) -> Plane:
    west, south, east, north = geometry.bounds
    return Plane((west + east) / 2, (south + north) / 2)


def _bar(country: str | None, plane: Plane, span: tuple[float, float], y: float) -> ScaleBar:
    """Return the longest bar of 1, 2 or 5 times a power of ten kilometres that stays within its share of the span."""
    longest = (span[1] - span[0]) * BAR_SHARE / plane.scale / 1000
    km = max(step * 10**power for step in (1, 2, 5) for power in range(5) if step * 10**power <= longest)
    return ScaleBar(country, span[0], y, km * 1000 * plane.scale, km)


def _rounded(geometry: BaseGeometry) -> BaseGeometry:
    """Round every vertex to a hundredth: neighbours round alike, so shared borders stay shared."""
    return shapely.transform(geometry, lambda points: np.round(points, 2))


@cache
def _projection(lon: float, lat: float) -> Transformer:
    return Transformer.from_crs("EPSG:4326", f"+proj=laea +lon_0={lon} +lat_0={lat}", always_xy=True)


def geojson(layout: Layout) -> dict[str, dict[str, Any]]:
    """Return units, borders and any land (x, y of the sheet, y down) as a GeoJSON FeatureCollection each."""
    layer = layers.units()
    country = dict(zip(layer.code, layer.country, strict=True))
    parts = {
        "units": [_feature(code, shape, code=code, country=country[code]) for code, shape in layout.units.items()],
        "borders": [_feature("borders", layout.borders)],
    }
    if layout.land is not None:
        parts["land"] = [_feature("land", layout.land)]
    return {part: {"type": "FeatureCollection", "features": features} for part, features in parts.items()}


def _feature(name: str, shape: BaseGeometry, **properties: str) -> dict[str, Any]:
    return {"type": "Feature", "id": name, "properties": properties, "geometry": shapely.geometry.mapping(shape)}
