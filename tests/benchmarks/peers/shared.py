"""What all peers show: the table of the atlas, as `written.py` wrote it, and what a filter leaves of it."""

import json
import os
from collections import Counter
from functools import lru_cache
from pathlib import Path

TABLE = json.loads(Path(os.environ["PEERS_TABLE"]).read_text(encoding="utf-8"))
SECTORS: dict[str, str] = TABLE["sectors"]
NAMES: dict[str, str] = TABLE["names"]
LINES: dict[str, list[list[float]]] = TABLE["lines"]  # by key of the pair
REGIONS = {
    "type": "FeatureCollection",
    "features": [
        {"type": "Feature", "properties": {"code": code, "name": NAMES[code]}, "geometry": shape}
        for code, shape in TABLE["shapes"].items()
    ],
}
STEPS = {30: "#2f6292", 15: "#6a9bc1", 5: "#a3c4de", 1: "#d3e3f0", 0: "#eceae4"}
RED = "#b3261e"
CENTRE = TABLE["centre"]  # longitude, latitude
HEIGHT = 600  # px of the map


@lru_cache
def view(sectors: frozenset[str]) -> tuple[dict[str, str], list[str]]:
    """The colour of each region by its number of ties, and the pairs that are left."""
    left = [record for record in TABLE["records"] if not sectors or sectors & {*record["sectors"]}]
    ties = Counter(side for record in left if record["tie"] for side in record["sides"])
    pairs = {record["pair"] for record in left}
    fills = {code: next(fill for least, fill in STEPS.items() if ties[code] >= least) for code in NAMES}
    return fills, [key for key in LINES if key in pairs]


def records(code: str, sectors: frozenset[str]) -> str:
    """The list beside the map, in Markdown."""
    found = [
        f"- {record['year']} {record['title']}"
        for record in TABLE["records"]
        if code in record["sides"] and (not sectors or sectors & {*record["sectors"]})
    ]
    return "\n".join([f"### {NAMES[code]}", "", *found])
