"""What the table says, read from its YAML files without any code of the atlas."""

from typing import Any

import yaml

from tests.browser.host import ROOT

LISTS = ("agreements", "links", "projects", "indicators", "events")


def yaml_of(name: str) -> dict[str, Any]:
    return yaml.safe_load((ROOT / "config" / name).read_text(encoding="utf-8"))


def records(sector: str = "") -> dict[str, dict[str, list[dict[str, Any]]]]:
    """The records of each pair by list, of one sector if asked; a pair that is left without any is not there."""
    found = {}
    for path in sorted((ROOT / "config" / "relations").glob("*.yaml")):
        pair = yaml_of(f"relations/{path.name}")
        lists = {
            name: [each for each in pair.get(name, ()) if not sector or sector in each.get("sectors", ())]
            for name in LISTS
        }
        if any(lists.values()):
            found[path.stem] = lists
    return found


def count(pairs: dict[str, dict[str, list[dict[str, Any]]]], name: str) -> int:
    return sum(len(lists[name]) for lists in pairs.values())


def regional(pairs: dict[str, Any]) -> list[str]:
    """The pairs of two units, which are arcs on the map: a country has no "-" in its code."""
    return [key for key in pairs if key.count("-") == 2]


def ranking(country: str, sector: str = "") -> list[str]:
    """The units of a country with their numbers of records, the most first and equal ones by name in English."""
    units = yaml_of(f"units/{country}.yaml")
    numbers = dict.fromkeys(units, 0)
    for key, lists in records(sector).items():
        for side in units.keys() & {*key.split("_")}:
            numbers[side] += sum(map(len, lists.values()))
    order = sorted((-number, units[code]["names"]["en"]) for code, number in numbers.items())
    return [f"{name} {-number}" for number, name in order]


TWINNED = [key for key, lists in records().items() if any(each["kind"] == "twinning" for each in lists["agreements"])]

_KINDS = yaml_of("kinds.yaml")["agreements"]
AGREED = {
    unit
    for key, lists in records().items()
    for unit in key.split("_")
    if regional([key]) and any(_KINDS[each["kind"]]["closeness"] != "contacts" for each in lists["agreements"])
}
"""The units with an agreement or a twinning."""
