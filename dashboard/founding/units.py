"""The entries of units: their names in each language, kinds and Wikidata ids, from Natural Earth's rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from dashboard.catalogue.canonical import dumped
from dashboard.founding.names import country_name
from geodata.units import Found, Row, shipped_rules

REGION = "Region"
"""Kind of a unit that is made of several rows, each with a kind of its own."""

NO_SEAT = "  # seat: not in the source; write the place into places.yaml, and its key here\n"


def entries(found: Found, codes: Iterable[str], languages: Iterable[str], rule: Mapping[str, Any]) -> str:
    """Return the entries of some units, as they stand in the file of their country."""
    return "\n".join(dumped({code: _unit(code, found.rows[code], languages, rule)}) + NO_SEAT for code in codes)


def add_entries(folder: Path, units: Mapping[str, Found]) -> list[str]:
    """Add to an atlas the entries of units that it does not name yet; return a sentence for each country with any."""
    atlas, vocabulary = (yaml.safe_load((folder / name).read_text("utf-8")) for name in ("atlas.yaml", "kinds.yaml"))
    said = []
    for country, found in units.items():
        path = folder / f"units/{country}.yaml"
        known = yaml.safe_load(path.read_text("utf-8")) or {}
        if new := [code for code in found.shapes if code not in known]:
            rule = {"units": atlas["countries"][country].get("units") or {}, "names": _stated_names(country)}
            text = entries(found, new, atlas["languages"], rule)
            usual = next((unit["kind"] for unit in known.values()), "")  # for a kind that kinds.yaml does not have
            for kind in kinds_of(found).keys() - vocabulary["unit_kinds"].keys():
                text = text.replace(f"  kind: {kind}\n", f"  kind: {usual}\n")
            with path.open("a", encoding="utf-8") as file:
                file.write(f"\n{text}")
            said.append(f"{path}: has entries of {', '.join(new)} now; see whether name and kind are right")
    return said


def kinds_of(found: Found) -> dict[str, str]:
    """Return the kinds of units, each with its name in English."""
    return {_slug(kind): kind for kind in sorted({_kind(rows) for rows in found.rows.values()})}


def guessed_names(units: Mapping[str, Found], languages: Iterable[str], rules: Mapping[str, Any]) -> list[str]:
    """Return a sentence for each language in which units have names of another one, and for each name that two have."""
    said = []
    for country, found in units.items():
        rule = rules[country]
        for language in languages:
            names = Counter(_name(code, rows, language, rule) for code, rows in found.rows.items())
            said += [f"{country}: {n} units are named '{name}' in '{language}'" for name, n in names.items() if n > 1]
            codes = [
                code
                for code, rows in found.rows.items()
                if not _stated(code, language, rule) and (len(rows) > 1 or not rows[0].facts.get(f"name_{language}"))
            ]
            if codes:
                named = ", ".join(codes)
                said.append(f"{named}: no name in '{language}' in the source, which has one of another language")
    return said


def _unit(code: str, rows: Sequence[Row], languages: Iterable[str], rule: Mapping[str, Any]) -> dict[str, Any]:
    names = {language: _name(code, rows, language, rule) for language in languages}
    unit: dict[str, Any] = {"names": names, "kind": _slug(_kind(rows))}
    ids = {row.facts.get("wikidataid") for row in rows}
    if len(rows) == 1 and re.fullmatch(r"Q\d+", str(next(iter(ids)))):
        unit["wikidata"] = next(iter(ids))
    return unit


def _name(code: str, rows: Sequence[Row], language: str, rule: Mapping[str, Any]) -> str:
    """Return the name of a unit: of its only row, else of the column that its rows share."""
    if stated := _stated(code, language, rule):
        return stated
    if len(rows) == 1:
        facts = rows[0].facts
        return str(facts.get(f"name_{language}") or facts.get("name_en") or facts.get("name") or code)
    by = (rule["units"].get("dissolve") or {}).get("by", "")
    shared = rows[0].facts.get("region" if by == "region_cod" else by)
    if by == "adm0_a3":
        shared = country_name(rows[0].facts["iso_a2"], language)
    elif by not in ("region", "region_cod", "geonunit"):
        shared = rows[0].facts.get(f"name_{language}")
    return str(shared or code)


def _stated(code: str, language: str, rule: Mapping[str, Any]) -> str | None:
    """Return the name that a rule states for a unit, in this language or in all."""
    names: str | dict[str, str] | None = rule["names"].get(code)
    return names.get(language) if isinstance(names, dict) else names


def _stated_names(country: str) -> Mapping[str, Any]:
    names: Mapping[str, Any] = shipped_rules().get(country, {}).get("names", {})
    return names


def _kind(rows: Sequence[Row]) -> str:
    return str(rows[0].facts.get("type_en") or "").partition("|")[0] or REGION if len(rows) == 1 else REGION


def _slug(text: str) -> str:
    return re.sub(r"[^a-z]+", "_", text.lower()).strip("_")
