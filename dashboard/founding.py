"""Found an atlas of two countries: write its whole folder, from the shipped vocabularies and Natural Earth's names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from babel import Locale, UnknownLocaleError
from babel.core import get_global

from dashboard.catalogue.placeholders import COUNTS, FORMS
from dashboard.catalogue.problems import nearest
from dashboard.catalogue.yamlfile import read
from dashboard.loading import CONFIG
from dashboard.text.check import EXACT
from geodata.build import build
from geodata.units import Found, Row, find_units, rule_of, shipped_rules, told

TEMPLATES = ("agreement", "event", "indicator", "link", "organisation", "place", "project", "source", "story")

EMPTY = {
    "places": "# Cities, towns, districts and zones, by key; templates/place.yaml explains each field.\n",
    "organisations": "# Universities, companies and so on, by key; templates/organisation.yaml explains each field.\n",
    "sources": "# Where facts are written, by key; templates/source.yaml explains each field.\n",
}

REGION = "Region"
"""Kind of a unit that is made of several rows, each with a kind of its own."""

NO_SEAT = "  # seat: not in the source; write the place into places.yaml, and its key here\n"


class Refused(Exception):  # noqa: N818 - the name reads well in "raises Refused"
    """Raised with a sentence when an atlas cannot be founded as asked."""


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
        _locale(language)


def found_atlas(folder: Path, plan: Plan, rows: Sequence[Row]) -> list[str]:
    """Write the folder of a new atlas; return what was merged, dropped, doubled or guessed. Raises Refused."""
    refuse(folder, plan)
    rules = {country: _rule(country, rows) for country in plan.countries}
    shipped = _shipped("atlas")
    units = {
        country: find_units(rows, country, rule["admin0"], rule_of(rule["units"])) for country, rule in rules.items()
    }
    words = _Words(tuple(shipped["languages"]), plan.languages)
    for name, text in _files(plan, shipped, rules, units, words).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    for name in ("relations", "stories"):  # for what its editor adds
        (folder / name).mkdir()
    build(folder, rows)
    lines = [line for country in units for line in (*told(country, units[country]), *_notes(country, rules[country]))]
    lines += [f"  guessed: {what}" for what in _unnamed(units, plan.languages, rules)]
    lent = defaultdict(lambda: words.shipped[0], plan.drafts(words.shipped))
    lines += [
        f"{language}: the interface is in the words of '{lent[language]}' until i18n/{language}.yaml is translated; "
        f"`twinned --config {folder} check --language {language}` lists what is missing"
        for language in plan.languages
        if language not in words.shipped
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


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language)
    except (ValueError, UnknownLocaleError):
        raise Refused(
            f"there is no language '{language}'; write codes with commas between them, such as en,fr"
        ) from None


def _files(
    plan: Plan, shipped: Mapping[str, Any], rules: Mapping[str, Any], units: Mapping[str, Found], words: _Words
) -> dict[str, str]:
    """Return the text of each file of the folder, but for the layers, by its name."""
    texts = {"atlas.yaml": _atlas(plan, shipped, rules)}
    kinds = {kind: {"names": names} for each in units.values() for kind, names in _kinds(each, words).items()}
    vocabulary = words.translated((CONFIG / "kinds.yaml").read_text("utf-8"))
    texts["kinds.yaml"] = re.sub(r"(?ms)^unit_kinds:\n.*?\n\n", _dumped({"unit_kinds": kinds}) + "\n", vocabulary)
    texts["sectors.yaml"] = words.translated((CONFIG / "sectors.yaml").read_text("utf-8"))
    texts |= {f"{name}.yaml": text for name, text in EMPTY.items()}
    for country, found in units.items():
        entries = (
            _dumped({code: _unit(code, found.rows[code], plan.languages, rules[country])}) + NO_SEAT
            for code in found.shapes
        )
        texts[f"units/{country}.yaml"] = f"# The units of {_name(country, plan.languages[0])}.\n" + "\n".join(entries)
    for name in TEMPLATES:
        text = words.translated((CONFIG / f"templates/{name}.yaml").read_text("utf-8"))
        texts[f"templates/{name}.yaml"] = _of_the_new_sides(text, shipped, units)
    for language in plan.languages:
        own = CONFIG / f"i18n/{language}.yaml"
        if language in plan.drafts(words.shipped):
            texts[f"i18n/{language}.yaml"] = (
                f"# Draft: translate what another language lends; see i18n/ of the others.\nlocale: {language}\n"
            )
        else:
            texts[f"i18n/{language}.yaml"] = (
                own.read_text("utf-8") if own.is_file() else _lent(language, words.shipped[0])
            )
    return texts


def _atlas(plan: Plan, shipped: Mapping[str, Any], rules: Mapping[str, Any]) -> str:
    a, b = plan.countries
    dashes = {language: dash for language, dash in shipped["dashes"].items() if language in plan.languages}
    content = {
        "title": {
            language: f"{_name(a, language)}{dashes.get(language, ' – ')}{_name(b, language)}"
            for language in plan.languages
        },
        "languages": {language: _own_name(language) for language in plan.languages},
        **({"drafts": drafts} if (drafts := plan.drafts(tuple(shipped["languages"]))) else {}),
        **({"dashes": dashes} if dashes else {}),
        "countries": {
            country: {
                "names": {language: _name(country, language) for language in plan.languages},
                "admin0": rules[country]["admin0"],
                **({"units": rules[country]["units"]} if rules[country]["units"] else {}),
            }
            for country in plan.countries
        },
        "licence": {
            "name": shipped["licence"]["name"],
            "url": shipped["licence"]["url"],
            "credits": dict.fromkeys(plan.languages, "Natural Earth (naturalearthdata.com), public domain"),
        },
    }
    head = "# The atlas: its title, languages and countries. The first country comes first everywhere.\n"
    return head + "# After a change of `admin0` or `units`, run `twinned geodata`.\n" + _dumped(content)


def _name(country: str, language: str) -> str:
    return str(_locale(language).territories.get(country) or _locale("en").territories.get(country, country))


def _own_name(language: str) -> str:
    name = str(_locale(language).display_name)
    return name[:1].upper() + name[1:]


def _unit(code: str, rows: Sequence[Row], languages: Iterable[str], rule: Mapping[str, Any]) -> dict[str, Any]:
    names = {language: _unit_name(code, rows, language, rule) for language in languages}
    unit: dict[str, Any] = {"names": names, "kind": _slug(_kind(rows))}
    ids = {row.facts.get("wikidataid") for row in rows}
    if len(rows) == 1 and re.fullmatch(r"Q\d+", str(next(iter(ids)))):
        unit["wikidata"] = next(iter(ids))
    return unit


def _unit_name(code: str, rows: Sequence[Row], language: str, rule: Mapping[str, Any]) -> str:
    """Return the name of a unit: of its only row, else of the column that its rows share."""
    if stated := _stated(code, language, rule):
        return stated
    if len(rows) == 1:
        facts = rows[0].facts
        return str(facts.get(f"name_{language}") or facts.get("name_en") or facts.get("name") or code)
    by = (rule["units"].get("dissolve") or {}).get("by", "")
    shared = rows[0].facts.get("region" if by == "region_cod" else by)
    if by == "adm0_a3":
        shared = _name(rows[0].facts["iso_a2"], language)
    elif by not in ("region", "region_cod", "geonunit"):
        shared = rows[0].facts.get(f"name_{language}")
    return str(shared or code)


def _stated(code: str, language: str, rule: Mapping[str, Any]) -> str | None:
    """Return the name that a rule states for a unit, in this language or in all."""
    names: str | dict[str, str] | None = rule["names"].get(code)
    return names.get(language) if isinstance(names, dict) else names


def _unnamed(units: Mapping[str, Found], languages: Iterable[str], rules: Mapping[str, Any]) -> list[str]:
    """Return a sentence for each language in which units have names of another one, and for each name that two have."""
    found = []
    for country, each in units.items():
        for language in languages:
            names = Counter(_unit_name(code, rows, language, rules[country]) for code, rows in each.rows.items())
            found += [f"{country}: {n} units are named '{name}' in '{language}'" for name, n in names.items() if n > 1]
            codes = [
                code
                for code, rows in each.rows.items()
                if not _stated(code, language, rules[country])
                and (len(rows) > 1 or not rows[0].facts.get(f"name_{language}"))
            ]
            if codes:
                found.append(
                    f"{', '.join(codes)}: no name in '{language}' in the source, which has one of another language"
                )
    return found


def _notes(country: str, rule: Mapping[str, Any]) -> list[str]:
    return [f"  {country}: {rule['note']}"] if rule["note"] else []


def _kind(rows: Sequence[Row]) -> str:
    return str(rows[0].facts.get("type_en") or "").partition("|")[0] or REGION if len(rows) == 1 else REGION


def _kinds(found: Found, words: _Words) -> dict[str, dict[str, str]]:
    return {_slug(kind): words.kind(kind) for kind in sorted({_kind(rows) for rows in found.rows.values()})}


def _slug(text: str) -> str:
    return re.sub(r"[^a-z]+", "_", text.lower()).strip("_")


def _lent(language: str, lender: str) -> str:
    """Return the texts of a language in the words of another one, but with its own plural forms and numbers."""
    locale = _locale(language)
    needed = {locale.plural_form(count) for count in COUNTS}

    def own(value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        if "other" in value and value.keys() <= {*FORMS, *(key for key in value if EXACT.fullmatch(key))}:
            exact = {key: text for key, text in value.items() if key not in FORMS}
            return exact | {form: value.get(form, value["other"]) for form in FORMS if form in {*needed, "other"}}
        return {key: own(each) for key, each in value.items()}

    texts = own(read(CONFIG / f"i18n/{lender}.yaml", f"{lender}.yaml").content) | {"locale": str(locale)}
    return f"# The words of '{lender}', to be translated.\n" + _dumped(texts)


def _of_the_new_sides(text: str, shipped: Mapping[str, Any], units: Mapping[str, Found]) -> str:
    """Put the new countries and their first units, and the examples of the templates, in place of the shipped ones."""
    for old, (new, found) in zip(shipped["countries"], units.items(), strict=True):
        text = re.sub(rf"(?<![A-Z]){old}-[A-Z]{{2}}(?![A-Z])", next(iter(found.shapes)), text)
        text = re.sub(rf"\b{old}\b", new, text)
    examples = {}
    for name in ("place", "organisation", "source"):
        keys = _shipped(f"{name}s")
        examples[name] = example = next(iter(_shipped(f"templates/{name}")))
        named = "|".join(map(re.escape, sorted(keys, key=len, reverse=True)))
        text = re.sub(rf"(?<=[\[ ])({named})(?=[\],]| +#|$)", example, text, flags=re.MULTILINE)
    text = re.sub(r"(?<=/)in-depth-plan-2024", _shipped("templates/agreement")["agreements"][0]["id"], text)
    return re.sub(r"(?m)^( +b: )[\w-]+", rf"\1{examples['organisation']}", text)  # another end than `a`


@cache
def _shipped(name: str) -> dict[str, Any]:
    """Return the content of a file of the shipped atlas; read once, since the large ones take a second each."""
    content: dict[str, Any] = yaml.safe_load((CONFIG / f"{name}.yaml").read_text("utf-8"))
    return content


def _dumped(content: Mapping[str, Any]) -> str:
    return yaml.safe_dump(dict(content), allow_unicode=True, sort_keys=False, width=120)


@dataclass(frozen=True)
class _Words:
    """The languages of the shipped files, and those of the new ones, whose other texts are in the first shipped one."""

    shipped: tuple[str, ...]
    asked: tuple[str, ...]

    def translated(self, text: str) -> str:
        """Return a file of the shipped atlas with every text in the languages asked for."""
        value = r"('(?:[^']|'')*'|[^,{}\n]+)"
        inline = ", ".join(f"{language}: {value}" for language in self.shipped)
        text = re.sub(inline, lambda found: ", ".join(self._pairs(found.groups())), text)
        first, *others = self.shipped
        block = rf"^( *(?:- )?){first}: (.*)\n" + "".join(rf" *{language}: (.*)\n" for language in others)

        def lines(found: re.Match[str]) -> str:
            indent, *texts = found.groups()
            return indent + f"\n{' ' * len(indent)}".join(self._pairs(texts)) + "\n"

        return re.sub(block, lines, text, flags=re.MULTILINE)

    def _pairs(self, texts: Sequence[str]) -> list[str]:
        by_language = dict(zip(self.shipped, texts, strict=True))
        return [f"{language}: {by_language.get(language, texts[0])}" for language in self.asked]

    def kind(self, name: str) -> dict[str, str]:
        """Return a kind of units in every language; in English where the shipped kinds have none of this name."""
        kinds = _shipped("kinds")["unit_kinds"]
        like = [kind["names"] for kind in kinds.values() if name in kind["names"].values()]
        return {language: like[0].get(language, name) if like else name for language in self.asked}
