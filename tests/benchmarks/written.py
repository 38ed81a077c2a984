"""The table of the atlas as one JSON file, which the peers read without any code of the atlas."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import shapely

from dashboard.catalogue.metrics import TIES
from dashboard.catalogue.model import Catalogue
from geodata.arcs import label_point

CLEAR = 1.5  # degrees around the lines in which no peer is clicked


def table(catalogue: Catalogue, language: str) -> dict[str, Any]:
    """What the peers show, and where and what is clicked in them.

    popular  the sectors that most records name, the most frequent first
    spots    a point of each of the largest two regions, clear of all lines
    """
    units = catalogue.layers.shapes()
    lines = {
        pair.key: [label_point(units[side]) for side in pair.sides]
        for pair in catalogue.pairs.values()
        if pair.regional
    }
    clear = shapely.union_all([shapely.LineString(ends) for ends in lines.values()]).buffer(CLEAR)
    box = shapely.box(*shapely.total_bounds(list(units.values())))
    largest = sorted(units, key=lambda code: -units[code].area)[:2]
    popular = Counter(sector for row in catalogue.rows for sector in row.record.sectors)
    return {
        "sectors": {key: sector.names[language] for key, sector in catalogue.sectors.items()},
        "names": {code: unit.names[language] for code, unit in catalogue.units.items()},
        "shapes": {code: shapely.geometry.mapping(shape) for code, shape in units.items()},
        "lines": lines,
        "records": [
            {
                "pair": row.pair.key,
                "sides": row.pair.sides,
                "tie": row.record_type in TIES,
                "sectors": row.record.sectors,
                "title": row.record.title[language],
                "year": row.first.year if row.first else "?",
            }
            for row in catalogue.rows
        ],
        "centre": box.centroid.coords[0],
        "popular": [key for key, _ in popular.most_common()],
        "spots": {code: units[code].difference(clear).representative_point().coords[0] for code in largest},
    }


def write(path: Path, catalogue: Catalogue, language: str) -> dict[str, Any]:
    """Write the table to a file, and return it."""
    found = table(catalogue, language)
    path.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    return found
