"""Ways of the lines between units: together where they can be, and round the land that they do not concern."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geodata import mesh
from geodata.arcs import Pair, label_point
from geodata.arrange import Box
from geodata.layout import Layout, Point
from geodata.mesh import EQUAL, Lattice, Numbers

SHARED = 0.65  # part of its price at which a way can be used again
STEM = 3  # steps that all lines of a unit go together
LONGEST = 1.35  # times the distance of its ends: a longer way is sought anew, at milder prices
ROUNDS, SMOOTH = 60, 5  # of drawing the ways taut, and of rounding their corners


@dataclass(frozen=True)
class Routes:
    """Points of the sheet, and by pair the indices of those on its way, from the first unit to the second."""

    nodes: tuple[Point, ...]
    ways: dict[Pair, tuple[int, ...]]


def routes(layout: Layout, pairs: Iterable[Pair]) -> Routes:
    """Return the ways of pairs of units from label point to label point; those that run together share nodes."""
    return _kept(layout, tuple(sorted(set(pairs))))


@lru_cache(maxsize=8)  # of every class of windows, for the newest table and the one before
def _kept(layout: Layout, pairs: tuple[Pair, ...]) -> Routes:
    ends = {code: label_point(layout.units[code]) for code in sorted({code for pair in pairs for code in pair})}
    blocked = [*layout.blocked, *(bar.room for bar in layout.scale_bars)]
    if sum(ends[b][0] - ends[a][0] for a, b in pairs) >= 0:
        return _routes(layout.units, pairs, ends, layout.bounds, blocked)
    # What lies to the left is routed in a mirror, so that a mirrored sheet has mirrored ways.
    units = {code: shapely.transform(shape, lambda points: points * (-1, 1)) for code, shape in layout.units.items()}
    ends = {code: (-x, y) for code, (x, y) in ends.items()}
    found = _routes(units, pairs, ends, _mirrored(layout.bounds), [_mirrored(box) for box in blocked])
    return Routes(tuple((-x, y) for x, y in found.nodes), found.ways)


def _mirrored(box: Box) -> Box:
    x0, y0, x1, y1 = box
    return -x1, y0, -x0, y1


def _routes(
    units: Mapping[str, BaseGeometry],
    pairs: Sequence[Pair],
    ends: Mapping[str, Point],
    bounds: Box,
    blocked: Iterable[Box],
) -> Routes:
    grid = mesh.lattice(bounds)
    price = mesh.prices(grid, units, pairs, ends, blocked)
    at = {code: int(grid.at(np.array(end))) for code, end in ends.items()}
    paths = _paths(grid, price, pairs, at)
    taut = _taut(grid, price, paths, ends)
    inner = sorted({node for path in paths.values() for node in path[1:-1]})
    names: list[str | int] = [*ends, *inner]
    index = {name: i for i, name in enumerate(names)}
    places = [*ends.values(), *(taut[node].tolist() for node in inner)]
    return Routes(
        tuple((round(x, 1), round(y, 1)) for x, y in places),
        {(a, b): (index[a], *(index[node] for node in path[1:-1]), index[b]) for (a, b), path in paths.items()},
    )


def _paths(grid: Lattice, price: Numbers, pairs: Iterable[Pair], at: Mapping[str, int]) -> dict[Pair, list[int]]:
    """Return the lattice points on each way; units with many lines go first, and of theirs the farthest.

    The first use of an edge lowers its price, so that later lines join.
    """
    others = defaultdict(list)
    for a, b in pairs:
        others[a].append(b)
    dots, paths, used = set(at.values()), {}, set()
    full, mild = mesh.edges(grid, price), mesh.edges(grid, np.sqrt(price))
    for a in sorted(others, key=lambda code: (-len(others[code]), code)):
        reach, back = mesh.search(full, at[a], dots)
        direct = {b: mesh.trace(back, at[b]) for b in others[a]}
        stem = _stem(grid, list(direct.values()))
        taken = dots | set(stem)
        left = [SHARED * price for price in mesh.search(full, stem[-1], taken)[0]]
        for b in sorted(others[a], key=lambda code: (-reach[at[code]], code)):
            path = direct[b]
            if len(path) > len(stem) and left[at[b]] < math.inf:
                _, back = mesh.search(full, at[b], taken, stem[-1], left)
                path = [*stem[:-1], *mesh.trace(back, stem[-1])[::-1]]
                if grid.length(path) > LONGEST * grid.length([path[0], path[-1]]):
                    _, back = mesh.search(mild, at[b], taken, stem[-1])
                    path = [*stem[:-1], *mesh.trace(back, stem[-1])[::-1]]
            for p, q in pairwise(path):
                if (p, q) not in used:
                    used |= {(p, q), (q, p)}
                    for edges in (full, mild):
                        edges[p][q] *= SHARED
                        edges[q][p] *= SHARED
            paths[a, b] = path
    return paths


def _stem(grid: Lattice, paths: list[list[int]]) -> list[int]:
    """Return the first points of the path that at their end is nearest to where the others are then."""
    long = [path[: STEM + 1] for path in paths if len(path) > STEM + 1] or [paths[0][:1]]
    ends = grid.xy[[stem[-1] for stem in long]]
    total = [float(np.hypot(*(ends - end).T).sum()) for end in ends]
    return long[int(np.argmin(np.round(total, 6)))]


def _taut(
    grid: Lattice, price: Numbers, paths: Mapping[Pair, list[int]], ends: Mapping[str, Point]
) -> dict[int, Numbers]:
    """Draw the ways taut: each point moves between its neighbours, unless that is dearer, and off others' dots."""
    weight = Counter(edge for path in paths.values() for p, q in pairwise(path) for edge in ((p, q), (q, p)))
    nodes = np.array(sorted({p for p, _ in weight}), dtype=int)
    here, there = (np.searchsorted(nodes, [edge[k] for edge in weight]) for k in (0, 1))
    pull = np.sqrt(list(weight.values()))
    total = np.bincount(here, pull, len(nodes))
    fixed = np.isin(nodes, [end for path in paths.values() for end in (path[0], path[-1])])
    strange = _strange(nodes, paths, list(ends)) & ~fixed[:, None]
    dots, room = mesh.dots(grid, ends)
    xy, most = grid.xy[nodes], price[nodes]
    for turn in range(ROUNDS + SMOOTH):
        mean = np.column_stack([np.bincount(here, pull * xy[there, k], len(nodes)) / total for k in (0, 1)])
        moved = (xy + mean) / 2
        free = ~fixed & ((price[grid.at(moved)] <= most) | (turn >= ROUNDS))
        xy[free] = moved[free]
        away = xy[:, None] - dots
        distance = np.maximum(np.hypot(*np.moveaxis(away, 2, 0)), EQUAL)
        push = strange * np.maximum(0, room - distance) / distance
        xy += (away * push[:, :, None]).sum(axis=1)
    return dict(zip(nodes.tolist(), xy, strict=True))


def _strange(nodes: NDArray[np.int_], paths: Mapping[Pair, list[int]], codes: list[str]) -> NDArray[np.bool_]:
    """Return, by point and unit, whether no line through the point ends in the unit."""
    strange = np.ones((len(nodes), len(codes)), dtype=bool)
    for pair, path in paths.items():
        for code in pair:
            strange[np.searchsorted(nodes, path) if len(path) > 1 else [], codes.index(code)] = False
    return strange
