"""Filters, addresses and events drawn at random, aimed at what a table holds."""

from collections.abc import Mapping
from random import Random
from typing import Any
from urllib.parse import urlencode

from dashboard.catalogue.filtering import DIMENSIONS, HIDE, YEARS_BY, bonds_at_end_of
from dashboard.catalogue.metrics import year_range
from dashboard.catalogue.model import Catalogue, Row
from dashboard.catalogue.pair import Bond
from dashboard.state import CHOSEN, COLOURINGS, EXTENTS, LAYOUTS, PARTS, TABLES

TEXTS = (
    "!?",
    " \u3000",
    "中医",
    "中醫 TCM",
    "vbycr",
    "Misnk",
    "great-stone",
    "партнёрами",
    "2017",
    "no such",
    "x" * 300,
)
JUNK = (
    "?lang=en",
    "text=%zz+%E4%B8%AD%ff",
    "text=a%26b%3D~*'()!",
    "sectors",
    "lang=&text=",
    "text=%E2%80%83x%C2%A0",
    "=",
    "lang=en.&amp;layout=geographic%20&amp;text=%20(x).",
)


def drawn_filter(catalogue: Catalogue, chance: Random) -> dict[str, Any]:
    """Conditions that one record of the table meets, most of the time."""
    row = chance.choice(catalogue.rows)
    first, last = year_range(catalogue)
    wanted: dict[str, Any] = {name: [] for name in DIMENSIONS}
    wanted |= {"years": None, "years_by": chance.choice(YEARS_BY), "text": ""}
    wanted["undated"] = [HIDE] if row.first and chance.random() < 0.3 else []
    if chance.random() < 0.5:
        year = row.first.year if row.first else chance.randint(first, last)
        wanted["years"] = [year - chance.randint(0, 3), year + chance.randint(0, 3)]
    bonds = bonds_at_end_of(catalogue, wanted["years"] and wanted["years"][1], dated=bool(wanted["undated"]))
    for name in chance.sample(DIMENSIONS, chance.randint(0, 3)):
        others = [option for other in chance.sample(catalogue.rows, 3) for option in options(other, name, bonds)]
        if own := options(row, name, bonds):
            wanted[name] = sorted({*own, *others[: chance.randint(0, 2)]})
    if chance.random() < 0.4:
        wanted["text"] = drawn_text(chance.choice([*row.record.title.values()]), chance)
    return wanted


def options(row: Row, dimension: str, bonds: Mapping[str, Bond]) -> tuple[str, ...]:
    """Options of a dimension that a record belongs to."""
    if dimension != "closeness":
        return row.options[dimension]
    close = bonds[row.pair.key].closeness if row.pair.regional else None
    return (close,) if close else ()


def drawn_text(title: str, chance: Random) -> str:
    """A word or two of a title, as people type them; now and then a text of another kind."""
    if chance.random() < 0.2:
        return chance.choice(TEXTS)
    words = title.split()
    at = chance.randrange(len(words))
    text = " ".join(words[at : at + chance.randint(1, 2)])
    if chance.random() < 0.2 and len(text) > 5:
        slip = chance.randrange(1, len(text))
        return text[:slip] + text[slip + chance.choice([-1, 1]) :]
    return text[: chance.randint(4, 20)] if chance.random() < 0.3 else text


def drawn_visit(catalogue: Catalogue, chance: Random) -> dict[str, Any]:
    """An address and the events after it, with a name or key now and then that the table does not have."""
    return {
        "address": chance.choice([*JUNK, "", _address(catalogue, chance), _address(catalogue, chance)]),
        "language": chance.choice([*catalogue.atlas.languages]),
        "events": [_event(catalogue, chance) for _ in range(chance.randint(1, 6))],
    }


def _address(catalogue: Catalogue, chance: Random) -> str:
    fields = _fields(catalogue, chance)
    query = {name: fields[name] for name in chance.sample([*fields], chance.randint(0, 6))}
    for name, chosen in drawn_filter(catalogue, chance).items():
        if chosen and name != "years":
            query[name] = chance.sample(chosen, len(chosen)) if name in CHOSEN else chosen
    query["compare"] = chance.sample([*catalogue.units, *catalogue.pairs], chance.choice([1, 2, 2, 3]))
    return urlencode({"lang": chance.choice([*catalogue.atlas.languages]), **query}, doseq=True)


def _fields(catalogue: Catalogue, chance: Random) -> dict[str, str]:
    first, last = year_range(catalogue)
    years = chance.choice([(first, last), (first, last - 1), (last, first), (first - 5, last + 5), (12, 20000)])
    words = {
        "layout": LAYOUTS,
        "colouring": COLOURINGS,
        "selected": sorted(catalogue.keys),
        "side": [*catalogue.atlas.countries],
        "table": TABLES,
        "extent": EXTENTS,
        "whole": PARTS,
        "story": [*catalogue.stories, "no-story"],
        "step": ["1", "7", "99", "0", "x"],
        "kiosk": ["20", "0", "99999"],
        "since": ["2026-11-22", "1970-01-01", "2024-02-29", "2026-02-29", "2026-13-01", "0999-01-01", "2026-1-1"],
    }
    drawn = {name: chance.choice([*known, *known, "unheard-of"]) for name, known in words.items()}
    return drawn | {"years": "-".join(map(str, years)), "years_by": chance.choice([*YEARS_BY, "never"])}


def _event(catalogue: Catalogue, chance: Random) -> dict[str, Any]:
    fields, asked = _fields(catalogue, chance), drawn_filter(catalogue, chance)
    name = chance.choice(["language", "text", "compare", *fields])
    first, last = map(int, fields["years"].split("-"))
    value: Any = {
        "language": chance.choice([*catalogue.atlas.languages, "tlh"]),
        "text": asked["text"] or " ~tea & (rice)* ",
        "compare": chance.sample([*catalogue.units, *catalogue.units, *catalogue.pairs], 2),
        "years": [first, last],
    }.get(name, fields.get(name))
    dimension = chance.choice(CHOSEN)
    option = chance.choice([*asked[dimension], *asked[dimension], "unheard-of"])
    return chance.choice(
        [
            {"do": "set", "name": name, "value": value},
            {"do": "set", "name": name, "value": value},
            {"do": "set", "name": chance.choice([name, dimension]), "value": None},
            {"do": "choose", "dimension": dimension, "option": option, "on": chance.random() < 0.7},
            {"do": "choose", "dimension": chance.choice([dimension, "colour"]), "option": option, "on": True},
            {"do": "open", "page": "dossier", "selected": chance.choice([fields["selected"], ""])},
            {"do": "open", "page": "data"},
            {"do": "open", "page": "sectors", "sector": chance.choice([*catalogue.sectors, "alchemy", ""])},
            {"do": "address", "path": "", "query": chance.choice([_address(catalogue, chance), *JUNK, "x=1&" * 2000])},
            {"do": "reset"},
            {"do": "reset", "sector": chance.choice([*catalogue.sectors])},
        ]
    )
