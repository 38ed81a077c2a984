"""The mesh on which lines are routed: points in even rows, the price of a way over each, and the cheapest ways."""

import heapq
import math
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geodata.arcs import Pair
from geodata.arrange import Box
from geodata.layout import Point

Numbers = NDArray[np.float64]
Edges = list[dict[int, float]]  # by point: its neighbours with the price of the way there
STEPS = 80  # of the mesh, along the diagonal of the sheet
OPEN, BUSY, BARE = 1.0, 2.0, 5.0  # price of a way over sea or a unit that lines leave, where lines end, without a line
SHORE = 1.5  # price of the sea within a step of a unit without a line
DOT = 4.0  # so much dearer is the way past a dot, where other lines end
NEAR, CROWDED = (
    1.3,
    0.75,
)  # past a dot: within so many steps, or so much of the distance to the next dot if that is less
COVERED = 30.0  # price of a way under what may cover the sheet
EQUAL = 1e-9  # prices that differ by less are equal
MOVES = ((1, 0), (0, 1), (1, 1), (-1, 1), (2, 1), (1, 2), (-1, 2), (-2, 1))  # and back: 16 neighbours


@dataclass(frozen=True)
class Lattice:
    """Points in even rows over the sheet."""

    xy: Numbers
    across: int
    down: int
    step: float

    def at(self, points: Numbers) -> NDArray[np.int_]:
        """Return the lattice point nearest to each of some points."""
        column, row = np.rint((points - self.xy[0]) / self.step).astype(int).T
        index: NDArray[np.int_] = np.clip(row, 0, self.down - 1) * self.across + np.clip(column, 0, self.across - 1)
        return index

    def length(self, path: list[int]) -> float:
        """Return the length of a way from point to point."""
        return float(np.hypot(*np.diff(self.xy[path], axis=0).T).sum())


def lattice(bounds: Box) -> Lattice:
    """Return points over a sheet, as far from its left edge as from its right one."""
    x0, y0, x1, y1 = bounds
    step = math.hypot(x1 - x0, y1 - y0) / STEPS
    across, down = int((x1 - x0) // step) + 1, int((y1 - y0) // step) + 1
    left, top = (x0 + x1 - (across - 1) * step) / 2, (y0 + y1 - (down - 1) * step) / 2
    grid = np.meshgrid(left + step * np.arange(across), top + step * np.arange(down))
    return Lattice(np.column_stack([values.ravel() for values in grid]), across, down, step)


def prices(
    grid: Lattice,
    units: Mapping[str, BaseGeometry],
    pairs: Sequence[Pair],
    ends: Mapping[str, Point],
    blocked: Iterable[Box],
) -> Numbers:
    """Return the price of a way over each point."""
    points, codes = shapely.points(grid.xy), sorted(units)
    sources, targets = {a for a, _ in pairs}, {b for _, b in pairs}
    rates = np.array([OPEN if code in sources else BUSY if code in targets else BARE for code in codes])
    unit, point = shapely.STRtree(points).query([units[code] for code in codes], predicate="contains")
    price = np.full(len(points), OPEN)
    price[point] = rates[unit]
    shore = shapely.STRtree(points[price == BARE]).query(points, predicate="dwithin", distance=1.1 * grid.step)[0]
    price[shore] = np.maximum(price[shore], SHORE)
    for box in blocked:
        price[shapely.dwithin(shapely.box(*box), points, grid.step)] = COVERED
    for dot, room in zip(*dots(grid, ends), strict=True):
        price[np.hypot(*(grid.xy - dot).T) < room] *= DOT
    return price


def dots(grid: Lattice, ends: Mapping[str, Point]) -> tuple[Numbers, Numbers]:
    """Return the points where lines end, and how far others keep away from each: less where they are crowded."""
    dots = np.array(list(ends.values())).reshape(-1, 2)
    apart = np.hypot(*np.moveaxis(dots[:, None] - dots, 2, 0)) + np.diag(np.full(len(dots), math.inf))
    return dots, np.minimum(NEAR * grid.step, CROWDED * apart.min(axis=1, initial=math.inf))


def edges(grid: Lattice, price: Numbers) -> Edges:
    """Return the edges from each point to its neighbours."""
    row, column = np.divmod(np.arange(len(grid.xy)), grid.across)
    edges: Edges = [{} for _ in row]
    for i, j in MOVES:
        here = np.flatnonzero((column + i >= 0) & (column + i < grid.across) & (row + j < grid.down))
        there = here + j * grid.across + i
        costs = math.hypot(i, j) * grid.step * (price[here] + price[there]) / 2
        for p, q, cost in zip(here.tolist(), there.tolist(), costs.tolist(), strict=True):
            edges[p][q] = edges[q][p] = cost
    return edges


def search(
    edges: Edges, start: int, dots: Set[int], goal: int = -1, left: Sequence[float] = ()
) -> tuple[list[float], list[int]]:
    """Return, by point, the price of the way from a start, and the point before it; no way leads on from a dot.

    With a goal it stops there, and goes first where the price `left` from a point to the goal is low.
    """
    prices, back, done = [math.inf] * len(edges), [-1] * len(edges), bytearray(len(edges))
    prices[start] = 0.0
    queue = [(0.0, start)]
    while queue:
        _, here = heapq.heappop(queue)
        if here == goal:
            break
        if done[here] or (here in dots and here != start):
            continue
        done[here] = 1
        price = prices[here]
        for there, cost in edges[here].items():
            if price + cost < prices[there] - EQUAL:
                prices[there], back[there] = price + cost, here
                heapq.heappush(queue, (price + cost + (left[there] if left else 0.0), there))
    return prices, back


def trace(back: Sequence[int], end: int) -> list[int]:
    """Return the points from the start of a search to an end."""
    path = [end]
    while back[path[-1]] >= 0:
        path.append(back[path[-1]])
    return path[::-1]
