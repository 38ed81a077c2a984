"""The units of a country, by its rule, from Natural Earth's rows; and what was merged, dropped, doubled or guessed."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import shapely
import yaml
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

RULES = Path(__file__).parent / "rules.yaml"
LOOSE = "~"  # at the end of a code that is not ISO's
LOOSE_CODE = "no code of ISO"
REACH = 0.5  # land farther from the main land than this share of its diagonal is far, and left out unless included
NEAR = 0.1  # degrees that are never far
SECOND = 2  # Natural Earth's level of what is below the first


class Row(NamedTuple):
    """A row of Natural Earth: its code, the alpha-3 code of the country that it is drawn with, its facts, its shape."""

    code: str
    admin0: str
    facts: Mapping[str, Any]
    shape: BaseGeometry


@dataclass(frozen=True)
class Rule:
    """The rule by which a country has other units than its rows; rules.yaml explains the fields."""

    by: str = "iso_3166_2"
    codes: Mapping[str, str] = field(default_factory=dict)
    rename: Mapping[str, str] = field(default_factory=dict)
    include: Collection[str] = ()
    exclude: Collection[str] = ()


class Loss(NamedTuple):
    """A difference between rows and units: `what` is merged, dropped, doubled, guessed or far."""

    what: str
    code: str
    why: str


class Found(NamedTuple):
    """The units of a country by code, each with its shape and the rows that it is made of, and what was done."""

    shapes: dict[str, BaseGeometry]
    rows: dict[str, list[Row]]
    losses: list[Loss]


def read_rows(content: bytes) -> list[Row]:
    """Return the rows of Natural Earth's file."""
    features = json.loads(content)["features"]
    shapes = shapely.get_parts(shapely.from_geojson(content))
    return [
        Row(feature["properties"]["iso_3166_2"], feature["properties"]["adm0_a3"], feature["properties"], shape)
        for feature, shape in zip(features, shapes, strict=True)
    ]


def rule_of(units: Mapping[str, Any]) -> Rule:
    """Return the rule that `units` of a country in atlas.yaml states."""
    dissolve = units.get("dissolve") or {}
    rest = {name: units[name] for name in ("rename", "include", "exclude") if units.get(name)}
    return Rule(dissolve.get("by", "iso_3166_2"), dissolve.get("codes", {}), **rest)


def shipped_rules() -> dict[str, dict[str, Any]]:
    """Return the rules of rules.yaml by country."""
    found: dict[str, dict[str, Any]] = yaml.safe_load(RULES.read_text(encoding="utf-8"))
    return found


def find_units(rows: Iterable[Row], country: str, admin0: Collection[str], rule: Rule) -> Found:
    """Return the units of a country (ISO 3166-1 alpha-2) from the rows drawn with it, or listed under it by ISO."""
    own = [row for row in rows if row.admin0 in admin0 or row.code.startswith(f"{country}-")]
    usable = any(row.code.startswith(f"{country}-") and not row.code.endswith(LOOSE) for row in own)
    members: dict[str, list[Row]] = defaultdict(list)
    merged: dict[str, set[str]] = defaultdict(set)
    losses = []
    for row in own:
        code, name = row.code, row.facts.get("name") or row.facts.get("name_en") or row.admin0
        value = str(row.facts.get(rule.by) or "").strip()
        if value in rule.codes:
            code = rule.codes[value]
            merged[code].add(row.code)
        elif row.code.endswith(LOOSE):
            if usable and row.code not in rule.include:
                losses.append(Loss("dropped", row.code, f"{name}: {LOOSE_CODE}"))
                continue
            number = row.code.rpartition("-")[2].rstrip(LOOSE)
            code = f"{country}-{number}"
            losses.append(Loss("guessed", code, f"{name}: ISO has no code; this one stands for {row.code}"))
        elif not row.code.startswith(f"{country}-") and row.code not in rule.include:
            losses.append(Loss("dropped", row.code, f"{name}: drawn with {row.admin0}, listed by ISO under another"))
            continue
        elif row.admin0 not in admin0:
            losses.append(Loss("merged", row.code, f"{name}: drawn with {row.admin0}, listed by ISO under {country}"))
        code = rule.rename.get(code, code)
        if code in rule.exclude:
            losses.append(Loss("dropped", code, f"{name}: by `units.exclude`"))
            continue
        members[code].append(row)
    for code, each in sorted(members.items()):
        if len(each) > 1 and code in merged:
            losses.append(Loss("merged", code, f"of {len(each)} rows, by `units.dissolve`"))
        elif len(each) > 1:
            names = ", ".join(str(row.facts.get("name") or "?") for row in each)
            losses.append(Loss("doubled", code, f"{names}: stand under one code and are one unit"))
    second = [code for code, each in members.items() if all(row.facts.get("gn_level") == SECOND for row in each)]
    if not rule.codes and 2 * len(second) > len(members) > 2:
        losses.append(Loss("guessed", country, f"{len(second)} units are of the second level; see `units.dissolve`"))
    shapes = {code: shapely.union_all([row.shape for row in each]) for code, each in sorted(members.items())}
    shapes, far = _without_far(shapes, rule.include)
    return Found(shapes, {code: members[code] for code in shapes}, [*losses, *far])


def told(country: str, found: Found) -> list[str]:
    """Return what was done to the rows of a country, a line for each kind of loss and its reason."""
    alike: dict[tuple[str, str], list[str]] = defaultdict(list)
    for loss in found.losses:
        name, _, reason = loss.why.rpartition(": ")
        alike[loss.what, reason].append(f"{loss.code} ({name})" if name else loss.code)
    rows = sum(map(len, found.rows.values()))
    lines = [f"{country}: {len(found.shapes)} units of {rows} rows"]
    lines += [f"  {what}: {', '.join(codes)}: {reason}" for (what, reason), codes in alike.items()]
    if any(what == "far" or reason == LOOSE_CODE for what, reason in alike):
        lines.append(
            f"  to keep any of these: add its code to `units.include` of {country} in atlas.yaml, "
            f"and run `twinned --config DIR geodata`, which adds its name to units/{country}.yaml"
        )
    return lines


def _without_far(
    shapes: dict[str, BaseGeometry], include: Collection[str]
) -> tuple[dict[str, BaseGeometry], list[Loss]]:
    """Leave out the land that is far from a country's main land, and the units that are nothing else."""
    codes = [code for code, shape in shapes.items() for _ in range(shapely.get_num_geometries(shape))]
    parts = shapely.get_parts(list(shapes.values()))
    if not len(parts):
        return {}, []
    near = _near(_unrolled(parts)) | np.isin(codes, [code.rstrip(LOOSE) for code in include])
    kept, losses = {}, []
    for code, shape in shapes.items():
        mine = np.array(codes) == code
        if not near[mine].any():
            losses.append(Loss("far", code, "far from the rest, left out"))
            continue
        if not near[mine].all():
            share = 1 - shapely.area(parts[mine & near]).sum() / shape.area
            losses.append(Loss("far", code, f"its far islands, {share:.1%} of it, left out"))
        kept[code] = shapely.multipolygons(parts[mine & near])
    return kept, losses


def _near(parts: Any) -> NDArray[np.bool_]:
    """Tell which parts belong to the main land: it grows from the largest part to all that are not far from it."""
    hulls = shapely.convex_hull(shapely.simplify(parts, NEAR / 2))
    near = np.zeros(len(hulls), dtype=bool)
    near[int(np.argmax(shapely.area(parts)))] = True
    while True:
        west, south, east, north = shapely.total_bounds(hulls[near])
        reach = max(NEAR, REACH * float(np.hypot(east - west, north - south)))
        main = shapely.union_all(hulls[near])
        shapely.prepare(main)
        grown = near | shapely.dwithin(main, hulls, reach)
        if (grown == near).all():
            return near
        near = grown


def _unrolled(parts: Any) -> Any:
    """Return parts on a plane with true proportions, opposite the widest range of longitudes without land."""
    from geodata.layout import centred  # late: it is of the next floor, which draws

    plane = centred(shapely.multipolygons(parts))
    squeeze = max(0.1, float(np.cos(np.radians(plane.lat))))

    def flat(points: Any) -> Any:
        return np.column_stack([((points[:, 0] - plane.lon + 180) % 360 - 180) * squeeze, points[:, 1]])

    return shapely.transform(np.asarray(parts), flat)
