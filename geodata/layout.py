"""Layouts of the map on a flat sheet, x to the right, y down, 1000 wide; here `facing` and `geographic`, of land."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely.affinity import affine_transform
from shapely.geometry.base import BaseGeometry

from geodata import scale_bars
from geodata.arrange import ASPECTS, Box, arrange
from geodata.layers import Layers
from geodata.scale_bars import ScaleBar

if TYPE_CHECKING:
    from pyproj import Transformer

Point = tuple[float, float]
WIDTH = 1000.0
APRON = 600.0  # width of the land drawn beyond the sheet, for windows of other proportions
HEIGHTS = 480.0, 666.0  # of a geographic sheet: as low as that of wide countries may be, and as a wide window is
BAR = 80.0, 160.0  # greatest length of a scale bar of one country, and of all
EDGE = 1e-6  # degrees kept clear of the meridian where a map of the world is cut
KEPT = 24  # sheets that a process keeps: those of some atlases, in every class of windows
MARGIN = 8.0  # around the countries that face each other


@dataclass(frozen=True)
class Plane:
    """An equal-area projection, centred on lon, lat, and the affine that moves it onto the sheet.

    It is Lambert's azimuthal one, or Equal Earth for what does not fit into half of the globe.
    """

    lon: float
    lat: float
    scale: float = 1.0  # sheet units per metre at the centre
    dx: float = 0.0
    dy: float = 0.0
    world: bool = False  # Equal Earth

    def place(self, lon: float, lat: float) -> Point:
        """Return the point of the sheet at lon, lat in degrees."""
        east, north = _projection(self.lon, self.lat, self.world).transform(lon, lat)
        return self.dx + self.scale * east, self.dy - self.scale * north

    def shape(self, geometry: BaseGeometry) -> BaseGeometry:
        """Return a geometry in lon, lat transformed to the sheet."""
        transform = _projection(self.lon, self.lat, self.world).transform
        if self.world:
            geometry = _cut(geometry, self.lon)
        flat = shapely.transform(geometry, lambda points: np.column_stack(transform(*points.T)))
        return affine_transform(flat, [self.scale, 0, 0, -self.scale, self.dx, self.dy])

    def fitted(self, geometry: BaseGeometry, box: Box) -> "Plane":
        """Return this projection scaled and moved so that a geometry in lon, lat fills the box, centred in it."""
        x0, y0, x1, y1 = replace(self, scale=1.0, dx=0.0, dy=0.0).shape(geometry).bounds
        scale = min((box[2] - box[0]) / (x1 - x0), (box[3] - box[1]) / (y1 - y0))
        dx = (box[0] + box[2]) / 2 - scale * (x0 + x1) / 2
        dy = (box[1] + box[3]) / 2 - scale * (y0 + y1) / 2
        return replace(self, scale=scale, dx=dx, dy=dy)


@dataclass(frozen=True)
class Row:
    """A unit as a row of a table: a bar from `name`, beside which its name stands, to `end`, where its lines end."""

    name: Point
    end: Point
    height: float
    number: int  # what the bar measures


@dataclass(frozen=True, eq=False)
class Layout:
    """The sheet: every unit, border, place and bar of the map in the same planar coordinates (y down)."""

    name: str
    bounds: Box
    planes: dict[str, Plane]  # by country; one and the same for all in a geographic layout
    units: dict[str, BaseGeometry]  # by code
    country_of: dict[str, str]  # the country of each unit
    countries: dict[str, BaseGeometry]  # the outline of each country
    borders: BaseGeometry  # every border once, shared or outer
    land: BaseGeometry | None  # all other land, if it is shown
    scale_bars: tuple[ScaleBar, ...]
    blocked: tuple[Box, ...] = ()  # what other things may cover
    rows: dict[str, Row] = field(default_factory=dict)  # by code, if the units are rows of a table

    def place(self, lon: float, lat: float, country: str) -> Point:
        """Return x, y of a place given by lon, lat in degrees, as drawn with its country."""
        return self.planes[country].place(lon, lat)


@lru_cache(maxsize=KEPT)
def facing(
    layers: Layers,
    detail: str = "overview",
    *,
    aspect: str = "wide",
    share: float | None = None,
    gap: float = 0.035,
) -> Layout:
    """Lay two countries so that they best fill a window of an aspect class, each in its true shape.

    `share` is what the size of the first country counts for, unless it follows from the number of units; the countries
    keep `gap` apart, as a share of the diagonal.
    """
    whole = _outlines(layers)
    sheet = width, height = WIDTH, round(WIDTH / ASPECTS[aspect].ratio, 2)
    bounds = (0.0, 0.0, *sheet)
    blocked = tuple((x0 * width, y0 * height, x1 * width, y1 * height) for x0, y0, x1, y1 in ASPECTS[aspect].blocked)
    flat = {country: centred(shape) for country, shape in whole.items()}
    first, second = (flat[country].shape(shape) for country, shape in whole.items())
    free = (MARGIN, MARGIN, width - MARGIN, height - MARGIN)
    weight = _weight(layers) if share is None else share
    affines = zip(whole, arrange(first, second, free, blocked, weight, gap * math.hypot(*sheet)), strict=True)
    planes = {country: replace(flat[country], scale=scale, dx=dx, dy=dy) for country, (scale, dx, dy) in affines}
    lands = {country: planes[country].shape(shape) for country, shape in whole.items()}
    scales = {country: plane.scale for country, plane in planes.items()}
    bars = scale_bars.beside(lands, scales, bounds, blocked, BAR[0])
    return _layout("facing", layers, detail, planes, bounds, bars, blocked)


@lru_cache(maxsize=KEPT)
def geographic(
    layers: Layers,
    detail: str = "overview",
    *,
    lon: float | None = None,
    lat: float | None = None,
    height: float | None = None,
    margin: float = 36.0,
) -> Layout:
    """Lay all countries in their true places, amid the rest of the land, projected about lon, lat or their middle."""
    whole = _outlines(layers)
    lands = shapely.union_all(list(whole.values()))
    middle = centred(lands)
    centre = Plane(middle.lon if lon is None else lon, middle.lat if lat is None else lat)
    if not layers.lies_around(centre.lon, centre.lat):
        centre = Plane(middle.lon, 0.0, world=True)
    x0, y0, x1, y1 = centre.shape(lands).bounds
    # Names stand beside, and the choice of layouts lies above.
    beside, above, below = 3 * margin, 2 * margin, 2 / 3 * margin
    wanted = (WIDTH - 2 * beside) * (y1 - y0) / (x1 - x0) + above + below
    height = min(max(wanted, HEIGHTS[0]), HEIGHTS[1]) if height is None else height
    plane = centre.fitted(lands, (beside, above, WIDTH - beside, height - below))
    km, length = scale_bars.longest(plane.scale, BAR[1])
    bar = ScaleBar(None, margin / 2, height - scale_bars.HEIGHT, length, km)
    return _layout("geographic", layers, detail, dict.fromkeys(whole, plane), (0.0, 0.0, WIDTH, height), (bar,))


LAYOUTS: dict[str, Callable[..., Layout]] = {"facing": facing, "geographic": geographic}


def sheets(layers: Layers, name: str, **settings: Any) -> tuple[Layout, ...]:
    """Return every arrangement of a layout: one for each class of windows or the only one, the usual one first."""
    if name == "facing":
        return tuple(facing(layers, aspect=aspect, **settings) for aspect in ASPECTS)
    return (LAYOUTS[name](layers, **settings),)


def _layout(
    name: str,
    layers: Layers,
    detail: str,
    planes: dict[str, Plane],
    bounds: Box,
    bars: tuple[ScaleBar, ...],
    blocked: tuple[Box, ...] = (),
) -> Layout:
    by_country = {
        country: {code: _drawn(planes[country], shape) for code, shape in shapes.items()}
        for country, shapes in layers.units(detail).items()
    }
    units = {code: shape for shapes in by_country.values() for code, shape in shapes.items()}
    land = None
    if len(set(planes.values())) == 1:
        around = next(iter(planes.values())).shape(layers.land(detail))
        x0, y0, x1, y1 = bounds
        window = shapely.box(x0 - APRON, y0 - APRON, x1 + APRON, y1 + APRON)
        rounded = _rounded(shapely.make_valid(around).intersection(window))
        land = shapely.make_valid(rounded, method="structure", keep_collapsed=False)  # rounding collapses some islets
    return Layout(
        name=name,
        bounds=bounds,
        planes=planes,
        units=units,
        country_of=layers.countries,
        countries={country: shapely.coverage_union_all([*shapes.values()]) for country, shapes in by_country.items()},
        borders=shapely.line_merge(shapely.union_all([shape.boundary for shape in units.values()])),
        land=land,
        scale_bars=bars,
        blocked=blocked,
    )


def _drawn(plane: Plane, shape: BaseGeometry) -> BaseGeometry:
    """Return a unit on the sheet; one on both sides of the date line is in one piece there."""
    flat = _rounded(plane.shape(shape))
    west, _, east, _ = shape.bounds
    return shapely.union_all(shapely.get_parts(flat)) if (west, east) == (-180, 180) else flat


def _cut(geometry: BaseGeometry, lon: float) -> BaseGeometry:
    """Cut a geometry along the meridian opposite lon, where a map of the world has its two edges."""
    seam = lon % 360 - 180
    sides = [shapely.box(-180, -90, seam - EDGE, 90), shapely.box(seam + EDGE, -90, 180, 90)]
    parts = [part for side in sides for part in shapely.get_parts(shapely.intersection(geometry, side))]
    return shapely.multipolygons([part for part in parts if part.geom_type == "Polygon"])


def _outlines(layers: Layers) -> dict[str, BaseGeometry]:
    """Return the outline of each country in lon, lat, the first country first; one detail, so that all lie alike."""
    return {country: shapely.coverage_union_all([*shapes.values()]) for country, shapes in layers.units().items()}


def _weight(layers: Layers) -> float:
    """Return what the size of the first country counts for: more units need more room, but not in proportion."""
    first, second = (math.sqrt(len(units)) for units in layers.units().values())
    return min(0.7, max(0.3, first / (first + second)))


def centred(geometry: BaseGeometry) -> Plane:
    """Return the projection centred on a geometry in lon, lat: opposite the widest range of longitudes without land."""
    parts = sorted((west, east) for west, _, east, _ in shapely.bounds(shapely.get_parts(geometry)).tolist())
    reach = list(accumulate((east for _, east in parts), max))  # how far east the parts so far reach
    widest, start = max(
        (west - east, east) for east, (west, _) in zip(reach, [*parts[1:], (parts[0][0] + 360, 0)], strict=True)
    )
    _, south, _, north = geometry.bounds
    return Plane((start + widest / 2) % 360 - 180, (south + north) / 2)


def _rounded(geometry: BaseGeometry) -> BaseGeometry:
    """Round every vertex to a hundredth: neighbours round alike, so shared borders stay shared."""
    return shapely.transform(geometry, lambda points: np.round(points, 2))


@cache
def _projection(lon: float, lat: float, world: bool) -> "Transformer":
    from pyproj import Transformer  # late: a server whose files are published projects nothing

    crs = f"+proj=eqearth +lon_0={lon}" if world else f"+proj=laea +lon_0={lon} +lat_0={lat}"
    return Transformer.from_crs("EPSG:4326", crs, always_xy=True)


def geojson(layout: Layout) -> dict[str, dict[str, Any]]:
    """Return units, borders and any land (x, y of the sheet, y down) as a GeoJSON FeatureCollection each.

    Areas are MultiPolygons and lines a MultiLineString, of a single part too: the browser knows no others.
    """
    areas = {code: shapely.multipolygons(shapely.get_parts(shape)) for code, shape in layout.units.items()}
    parts = {
        "units": [_feature(code, shape, code=code, country=layout.country_of[code]) for code, shape in areas.items()],
        "borders": [_feature("borders", shapely.multilinestrings(shapely.get_parts(layout.borders)))],
    }
    if layout.land is not None:
        parts["land"] = [_feature("land", shapely.multipolygons(shapely.get_parts(layout.land)))]
    return {part: {"type": "FeatureCollection", "features": features} for part, features in parts.items()}


def _feature(name: str, shape: BaseGeometry, **properties: str) -> dict[str, Any]:
    return {"type": "Feature", "id": name, "properties": properties, "geometry": shapely.geometry.mapping(shape)}
