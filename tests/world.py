"""Draw the countries of the world, pair by pair, and tell what each lost: `make world`, or `python -m tests.world`.

Every country is drawn once, beside another one at random; `--pairs` adds pairs. It ends with 1 if a map is not right.
"""

import argparse
import math
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import shapely

from geodata.arcs import label_point
from geodata.arrange import ASPECTS
from geodata.build import layers_of
from geodata.fetch import source_bytes
from geodata.layers import Layers
from geodata.layout import Layout, facing, geographic
from geodata.routes import routes
from geodata.units import Found, Row, find_units, read_rows, rule_of, shipped_rules

LEAST = 0.25  # share of the shorter side of the sheet that each country takes at least
WAYS = 6  # lines between units drawn at random


def countries(rows: Sequence[Row]) -> dict[str, list[str]]:
    """Return the codes of Natural Earth of each country that has a code of ISO 3166-1."""
    found: dict[str, set[str]] = {}
    for row in rows:
        if len(row.facts["iso_a2"]) == 2 and row.facts["iso_a2"].isalpha():
            found.setdefault(row.facts["iso_a2"], set()).add(row.admin0)
    return {country: sorted(codes) for country, codes in sorted(found.items())}


def faults(found: dict[str, Found], rows: Sequence[Row], chance: Random) -> Iterator[str]:
    """Yield a sentence for each thing that is wrong with the map of two countries."""
    texts = layers_of(found, rows, {"countries": {country: {} for country in found}})
    layers = Layers(str(id(texts)), {name: text.encode() for name, text in texts.items()})
    for country, units in layers.units().items():
        if units.keys() != found[country].shapes.keys():
            yield f"{country} has lost {', '.join(sorted(found[country].shapes.keys() - units.keys()))}"
    for layout in (*(facing(layers, aspect=aspect) for aspect in ASPECTS), geographic(layers)):
        yield from (f"{layout.name}: {fault}" for fault in wrong(layout, chance))


def wrong(layout: Layout, chance: Random) -> Iterator[str]:
    """Yield a sentence for each thing that is wrong with a sheet."""
    x0, y0, x1, y1 = layout.bounds
    frame = shapely.box(x0 - 0.01, y0 - 0.01, x1 + 0.01, y1 + 0.01)
    if not np.isfinite(shapely.get_coordinates(list(layout.units.values()))).all():
        yield "a coordinate is not finite"
    for code, shape in layout.units.items():
        if not frame.covers(shape):
            yield f"{code} leaves the sheet"
        if shape.area and not shape.buffer(0.01).contains(shapely.Point(label_point(shape))):
            yield f"{code} has its label outside"
    if layout.name == "facing":
        for country, shape in layout.countries.items():
            left, top, right, bottom = shape.bounds
            share = max(right - left, bottom - top) / min(x1 - x0, y1 - y0)
            if share < LEAST:
                yield f"{country} takes {share:.0%} of the shorter side"
        if not all(math.isfinite(bar.length) and 0 < bar.length <= 160 for bar in layout.scale_bars):
            yield "a scale bar has no length"
    first, second = ([code for code, of in layout.country_of.items() if of == country] for country in layout.countries)
    pairs = {(chance.choice(first), chance.choice(second)) for _ in range(WAYS)}
    ways = routes(layout, pairs)
    for pair, way in ways.ways.items():
        for code, node in zip(pair, (way[0], way[-1]), strict=True):
            if layout.units[code].distance(shapely.Point(ways.nodes[node])) > 0.1:
                yield f"a line to {code} ends outside of it"


def main() -> int:
    """Draw the pairs that are asked for, and print a line for each country and each fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", type=Path, help="downloaded copy of Natural Earth's package")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pairs", type=int, default=60, help="pairs besides those in which each country is drawn once")
    parser.add_argument("--countries", type=int, help="draw only so many countries, at random")
    asked = parser.parse_args()
    rows = read_rows(source_bytes(asked.source))
    chance, every, rules = Random(asked.seed), countries(rows), shipped_rules()  # noqa: S311 - no secret
    units: dict[str, Found] = {}
    print("| Country | Rows | Units | Lost, merged, doubled or guessed |\n|---|--:|--:|---|")
    for country, admin0 in every.items():
        rule: dict[str, Any] = rules.get(country, {})
        units[country] = found = find_units(rows, country, rule.get("admin0", admin0), rule_of(rule))
        lost = "; ".join(f"{what} {', '.join(codes)}" for what, codes in _by_kind(found).items())
        print(f"| {country} | {sum(map(len, found.rows.values()))} | {len(found.shapes)} | {lost or '–'} |")
    order = [country for country in every if units[country].shapes]
    chance.shuffle(order)
    drawn = order[: asked.countries]
    pairs = [*zip(drawn[::2], [*drawn[1::2], *order[:1]][: len(drawn[::2])], strict=True)]
    pairs += [(a, b) for a, b in (chance.sample(order, 2) for _ in range(asked.pairs))]
    bad = 0
    start = time.monotonic()
    for number, (a, b) in enumerate(pairs, 1):
        print(f"{number} of {len(pairs)}: {a}-{b}", file=sys.stderr, flush=True)
        try:
            found_faults = sorted(set(faults({a: units[a], b: units[b]}, rows, chance)))
        except (ValueError, shapely.errors.ShapelyError) as error:
            found_faults = [f"{type(error).__name__}: {error}"]
        bad += bool(found_faults)
        for fault in found_faults:
            print(f"{a}-{b}: {fault}", flush=True)
    print(f"{len(pairs)} pairs in {time.monotonic() - start:.0f} s, {bad} of them with faults")
    return 1 if bad else 0


def _by_kind(found: Found) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for loss in found.losses:
        kinds.setdefault(loss.what, []).append(loss.code)
    return kinds


if __name__ == "__main__":
    sys.exit(main())
