"""Arrange two countries on one sheet: as large as they fit, apart from each other and clear of what covers the map."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

Box = tuple[float, float, float, float]  # x0, y0, x1, y1
Affine = tuple[float, float, float]  # scale, dx, dy
Numbers = NDArray[np.floating]
COARSE = 0.003  # of a country's diagonal: how far its outline may be simplified for the search
LARGEST = 1.8  # one country may be so many times the size of the other
RATIOS = np.geomspace(1 / LARGEST, LARGEST, 9)
OFFSETS = np.linspace(-0.7, 0.7, 29)  # of the second country's centre, in widths (heights) of the two side by side
FINER = (0.015, 0.004)  # steps of the later rounds, about the best of the round before
FILL = 0.1  # what a larger box round both counts for, besides the sizes of the countries
SIZE = 1 + 2 * FILL  # so much the score falls with the logarithm of the scale
SHRINKING = np.geomspace(1, 0.25, 36)  # sizes to try until no land lies under a blocked box
SLACK = (0.5, 1.0, 0.75, 0.0, 0.25)  # where in the width and height that they leave free
EQUAL = 1e-9  # scores that differ by less are equal
TURNS = (-20.0, 110.0)  # degrees: the second country lies to the right of the first (0), or below it (90)


@dataclass(frozen=True)
class Aspect:
    """A class of windows: the proportions of the map's free part, and the boxes in it that other things cover."""

    ratio: float  # width / height
    blocked: tuple[Box, ...]  # as fractions of width and height


ASPECTS = {
    "wide": Aspect(1.50, ((0, 0, 0.40, 0.075), (0, 0.66, 0.40, 1))),  # toolbar; title and key sentence
    "standard": Aspect(1.12, ((0, 0, 0.55, 0.07), (0, 0.90, 0.75, 1))),
    "tall": Aspect(0.80, ((0, 0.93, 1, 1),)),
}


@dataclass(frozen=True)
class Normal:
    """A country scaled so that its bounding box has the area 1, and moved so that its centre is 0, 0."""

    outline: BaseGeometry  # coarse
    width: float
    height: float
    own: Affine  # how it was scaled and moved


@dataclass(frozen=True)
class Trial:
    """The first country at 0, 0 and the second beside it; box and scale are of the two together."""

    score: float
    ratio: float  # size of the second to that of the first
    offset: tuple[float, float]  # in widths and heights of the two side by side
    centre: tuple[float, float]  # of the second, which is the same
    box: Box
    scale: float  # at which the two fill the free box


@dataclass(frozen=True)
class Task:
    """Two countries, and the terms on which they are to be arranged."""

    a: Normal
    b: Normal
    free: Box
    blocked: Numbers  # one row for each box
    weight: float
    gap: float


def arrange(
    first: BaseGeometry, second: BaseGeometry, free: Box, blocked: Sequence[Box], weight: float, gap: float
) -> tuple[Affine, Affine]:
    """Return how to scale and move two countries, each from a plane of its own, so that they best fill the free box.

    Best is the greatest size of the first to the power of `weight` times that of the second to the power of the rest.
    No land of one comes within `gap` of the other, and none lies under a blocked box.
    """
    task = Task(_normal(first), _normal(second), free, np.array(blocked).reshape(-1, 4), weight, gap)
    trial, fit = _best(task, _trials(task, RATIOS, OFFSETS, OFFSETS))
    for step in FINER:
        ratios = np.clip(trial.ratio * (1 + 2 * step * np.arange(-2, 3)), 1 / LARGEST, LARGEST)
        across, down = (offset + step * np.arange(-3, 4) for offset in trial.offset)
        trial, fit = _best(task, _trials(task, ratios, across, down))
    return _after(task.a.own, fit), _after(task.b.own, _after((trial.ratio, *trial.centre), fit))


def _best(task: Task, trials: Iterable[Trial]) -> tuple[Trial, Affine]:
    """Return the best of the trials, which come in falling order of what they would score at full size."""
    best, least = None, -math.inf
    for trial in trials:
        if trial.score <= least + EQUAL:
            break  # so do all later ones
        if fit := _fit(task, trial, least):
            best, least = (trial, fit), trial.score + SIZE * math.log(fit[0] / trial.scale)
    if best is None:
        raise ValueError("the blocked boxes leave no room for the countries")
    return best


def _normal(shape: BaseGeometry) -> Normal:
    x0, y0, x1, y1 = shape.bounds
    scale = 1 / math.sqrt((x1 - x0) * (y1 - y0))
    own = scale, -scale * (x0 + x1) / 2, -scale * (y0 + y1) / 2
    outline = _moved(shapely.simplify(shape, COARSE * math.hypot(x1 - x0, y1 - y0)), own)
    shapely.prepare(outline)
    return Normal(outline, scale * (x1 - x0), scale * (y1 - y0), own)


def _trials(task: Task, ratios: Numbers, across: Numbers, down: Numbers) -> Iterator[Trial]:
    """Every offset with every ratio, the best first."""
    a, b, free = task.a, task.b, task.free
    ratio, u, v = (grid.ravel() for grid in np.meshgrid(ratios, across, down))
    turn = np.degrees(np.arctan2(v, u))
    ratio, u, v = (values[(turn >= TURNS[0]) & (turn <= TURNS[1])] for values in (ratio, u, v))
    x, y = u * (a.width + ratio * b.width), v * (a.height + ratio * b.height)
    left, right = np.minimum(-a.width / 2, x - ratio * b.width / 2), np.maximum(a.width / 2, x + ratio * b.width / 2)
    top, low = np.minimum(-a.height / 2, y - ratio * b.height / 2), np.maximum(a.height / 2, y + ratio * b.height / 2)
    scale = np.minimum((free[2] - free[0]) / (right - left), (free[3] - free[1]) / (low - top))
    filled = np.log(scale**2 * (right - left) * (low - top))
    score = np.log(scale) + (1 - task.weight) * np.log(ratio) + FILL * filled
    order = np.argsort(-score, kind="stable")
    columns = (values[order].tolist() for values in (score, ratio, u, v, x, y, left, top, right, low, scale))
    for s, r, uu, vv, xx, yy, *box, k in zip(*columns, strict=True):
        yield Trial(s, r, (uu, vv), (xx, yy), (box[0], box[1], box[2], box[3]), k)


def _fit(task: Task, trial: Trial, least: float) -> Affine | None:
    """Return the greatest scale, with a move, at which a trial keeps apart and clear and scores more than `least`."""
    a, b, free = task.a, task.b, task.free
    second = _moved(b.outline, (trial.ratio, *trial.centre))
    astray = COARSE * (math.hypot(a.width, a.height) + trial.ratio * math.hypot(b.width, b.height))
    if shapely.dwithin(a.outline, second, task.gap / trial.scale + astray):
        return None
    scales = trial.scale * SHRINKING[trial.score + SIZE * np.log(SHRINKING) > least + EQUAL]
    scales = scales[scales * (shapely.distance(a.outline, second) - astray) > task.gap]
    scale, across, down = (grid.ravel() for grid in np.meshgrid(scales, SLACK, SLACK, indexing="ij"))
    x0, y0, x1, y1 = trial.box
    dx = free[0] - scale * x0 + across * (free[2] - free[0] - scale * (x1 - x0))
    dy = free[1] - scale * y0 + down * (free[3] - free[1] - scale * (y1 - y0))
    # It is cheaper to move the boxes than the countries.
    left, top, right, low = (task.blocked.T[:, :, None] - np.array([dx, dy, dx, dy])[:, None]) / scale
    boxes = shapely.box(left - astray, top - astray, right + astray, low + astray)
    clear = ~(shapely.intersects(a.outline, boxes) | shapely.intersects(second, boxes)).any(axis=0)
    if not clear.any():
        return None
    best = int(clear.argmax())
    return float(scale[best]), float(dx[best]), float(dy[best])


def _moved(shape: BaseGeometry, affine: Affine) -> BaseGeometry:
    scale, dx, dy = affine
    return shapely.transform(shape, lambda points: scale * points + (dx, dy))


def _after(first: Affine, then: Affine) -> Affine:
    """Return the affine that does one after the other."""
    return then[0] * first[0], then[0] * first[1] + then[1], then[0] * first[2] + then[2]
