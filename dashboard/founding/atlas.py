"""Found an atlas of two countries: write its whole folder, from the shipped vocabularies and Natural Earth's names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.core import get_global

from dashboard.catalogue.canonical import dumped
from dashboard.catalogue.problems import nearest
from dashboard.founding.names import Refused, country_name, locale_of, own_name
from dashboard.founding.units import entries, guessed_names, kinds_of
from dashboard.founding.words import Words, lent, of_the_new_sides, shipped
from dashboard.loading import CONFIG
from geodata.build import build
from geodata.units import Found, Row, find_units, rule_of, shipped_rules, told

TEMPLATES = ("agreement", "event", "indicator", "link", "organisation", "place", "project", "source", "story")

EMPTY = {
    "places": "# Cities, towns, districts and zones, by key; templates/place.yaml explains each field.\n",
    "organisations": "# Universities, companies and so on, by key; templates/organisation.yaml explains each field.\n",
    "sources": "# Where facts are written, by key; templates/source.yaml explains each field.\n",
}


@dataclass(frozen=True)
class Plan:
    """The wish for an atlas: the countries (ISO 3166-1 alpha-2), first and second, and the languages."""

    countries: tuple[str, str]
    languages: tuple[str, ...]

    def drafts(self, shipped: Sequence[str]) -> dict[str, str]:
        """Return each language that begins as a draft, with the one that lends it words: all that are not shipped.

        If none is, the first one begins with words of a shipped one as its own, since a draft cannot lend any.
        """
        lender = next((language for language in shipped if language in self.languages), self.languages[0])
        return {language: lender for language in self.languages if language not in (*shipped, lender)}


def refuse(folder: Path, plan: Plan) -> None:
    """Raise Refused if an atlas cannot be founded as asked, whatever the source holds."""
    if folder.exists() and not folder.is_dir():
        raise Refused(f"{folder} is a file; name a new folder")
    if folder.exists() and any(folder.iterdir()):
        raise Refused(f"{folder} is not empty; name a new folder")
    if len(set(plan.countries)) == 1:
        raise Refused(f"an atlas is of two countries, and {plan.countries[0]} is named twice")
    if twice := [language for language, n in Counter(plan.languages).items() if n > 1]:
        raise Refused(f"the language '{twice[0]}' is named twice")
    for language in plan.languages:
        locale_of(language)


def found_atlas(folder: Path, plan: Plan, rows: Sequence[Row]) -> list[str]:
    """Write the folder of a new atlas; return what was merged, dropped, doubled or guessed. Raises Refused."""
    refuse(folder, plan)
    rules = {country: _rule(country, rows) for country in plan.countries}
    units = {
        country: find_units(rows, country, rule["admin0"], rule_of(rule["units"])) for country, rule in rules.items()
    }
    known = tuple(shipped("atlas")["languages"])
    drafts = plan.drafts(known)
    words = Words(known, tuple(language for language in plan.languages if language not in drafts))
    for name, text in _files(plan, rules, units, words).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    for name in ("relations", "stories"):  # for what its editor adds
        (folder / name).mkdir()
    build(folder, rows)
    lines = [line for country in units for line in (*told(country, units[country]), *_notes(country, rules[country]))]
    lines += [f"  guessed: {what}" for what in guessed_names(units, plan.languages, rules)]
    lenders = defaultdict(lambda: known[0], drafts)
    lines += [
        f"{language}: the interface is in the words of '{lenders[language]}' until i18n/{language}.yaml is translated; "
        f"`twinned --config {folder} check --language {language}` lists what is missing"
        for language in plan.languages
        if language not in known
    ]
    return lines


def _rule(country: str, rows: Iterable[Row]) -> dict[str, Any]:
    """Return which rows are of a country, and by which rule they are its units."""
    codes: dict[str, set[str]] = {}
    for row in rows:
        codes.setdefault(row.facts["iso_a2"], set()).add(row.admin0)
    if country not in codes:
        meant = get_global("territory_aliases").get(country)  # such as UK and GBR
        hint = f"; did you mean '{meant[0]}'?" if meant else nearest(country, codes)
        raise Refused(f"Natural Earth draws no country with the ISO 3166-1 code '{country}'{hint}")
    rule = shipped_rules().get(country, {})
    fields = ("dissolve", "rename", "include", "exclude")
    return {
        "admin0": rule.get("admin0", sorted(codes[country])),
        "units": {name: rule[name] for name in fields if name in rule},
        "names": rule.get("names", {}),
        "note": rule.get("note"),
    }


def _files(plan: Plan, rules: Mapping[str, Any], units: Mapping[str, Found], words: Words) -> dict[str, str]:
    """Return the text of each file of the folder, but for the layers, by its name."""
    texts = {"atlas.yaml": _atlas(plan, rules, words)}
    kinds = {key: {"names": words.kind(name)} for each in units.values() for key, name in kinds_of(each).items()}
    vocabulary = words.translated((CONFIG / "kinds.yaml").read_text("utf-8"))
    texts["kinds.yaml"] = re.sub(r"(?ms)^unit_kinds:\n.*?\n\n", dumped({"unit_kinds": kinds}) + "\n", vocabulary)
    texts["sectors.yaml"] = words.translated((CONFIG / "sectors.yaml").read_text("utf-8"))
    texts |= {f"{name}.yaml": text for name, text in EMPTY.items()}
    for country, found in units.items():
        head = f"# The units of {country_name(country, plan.languages[0])}.\n"
        texts[f"units/{country}.yaml"] = head + entries(found, found.shapes, plan.languages, rules[country])
    for name in TEMPLATES:
        text = words.translated((CONFIG / f"templates/{name}.yaml").read_text("utf-8"))
        texts[f"templates/{name}.yaml"] = of_the_new_sides(text, units)
    for language in plan.languages:
        own = CONFIG / f"i18n/{language}.yaml"
        if language not in words.asked:
            texts[f"i18n/{language}.yaml"] = (
                f"# Draft: translate what another language lends; see i18n/ of the others.\nlocale: {language}\n"
            )
        else:
            texts[f"i18n/{language}.yaml"] = (
                own.read_text("utf-8") if own.is_file() else lent(language, words.shipped[0])
            )
    return texts


def _atlas(plan: Plan, rules: Mapping[str, Any], words: Words) -> str:
    (a, b), own = plan.countries, shipped("atlas")
    dashes = {language: dash for language, dash in own["dashes"].items() if language in plan.languages}
    content = {
        "title": {
            language: f"{country_name(a, language)}{dashes.get(language, ' – ')}{country_name(b, language)}"
            for language in plan.languages
        },
        "languages": {language: own_name(language) for language in plan.languages},
        **({"drafts": drafts} if (drafts := plan.drafts(words.shipped)) else {}),
        **({"dashes": dashes} if dashes else {}),
        "countries": {
            country: {
                "names": {language: country_name(country, language) for language in plan.languages},
                "admin0": rules[country]["admin0"],
                **({"units": rules[country]["units"]} if rules[country]["units"] else {}),
            }
            for country in plan.countries
        },
        "licence": {
            "name": own["licence"]["name"],
            "url": own["licence"]["url"],
            "credits": dict.fromkeys(words.asked, "Natural Earth (naturalearthdata.com), public domain"),
        },
    }
    head = "# The atlas: its title, languages and countries. The first country comes first everywhere.\n"
    return head + "# After a change of `admin0` or `units`, run `twinned geodata`.\n" + dumped(content)


def _notes(country: str, rule: Mapping[str, Any]) -> list[str]:
    return [f"  {country}: {rule['note']}"] if rule["note"] else []
