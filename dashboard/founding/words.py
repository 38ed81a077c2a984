"""The words of a new atlas: the shipped files, in its languages and with its countries in place of the shipped ones."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from dashboard.catalogue.canonical import dumped
from dashboard.catalogue.placeholders import COUNTS, FORMS, plural_forms
from dashboard.catalogue.yamlfile import read
from dashboard.founding.names import locale_of
from dashboard.loading import CONFIG
from dashboard.text.check import EXACT
from geodata.units import Found


@dataclass(frozen=True)
class Words:
    """The languages of the shipped files, and those of the new ones: what no file has is in the first shipped one.

    Drafts are not among them: what they borrow is marked on every page, and counted as missing.
    """

    shipped: tuple[str, ...]
    asked: tuple[str, ...]

    def translated(self, text: str) -> str:
        """Return a file of the shipped atlas with every text in the languages asked for."""
        value = r"('(?:[^']|'')*'|[^,{}\n]+)"
        inline = ", ".join(f"{language}: {value}" for language in self.shipped)
        text = re.sub(inline, lambda found: ", ".join(self._pairs(found.groups())), text)
        first, *others = self.shipped
        block = rf"^( *(?:- |# *)?){first}: (.*)\n" + "".join(rf"[ #]*{language}: (.*)\n" for language in others)

        def lines(found: re.Match[str]) -> str:
            indent, *texts = found.groups()
            return indent + f"\n{indent.replace('-', ' ')}".join(self._pairs(texts)) + "\n"

        return re.sub(block, lines, text, flags=re.MULTILINE)

    def _pairs(self, texts: Sequence[str]) -> list[str]:
        own = dict(zip(self.shipped, texts, strict=True))
        return [f"{code}: {own.get(code) or _pluralised(texts[0], self.shipped[0], code)}" for code in self.asked]

    def kind(self, name: str) -> dict[str, str]:
        """Return a kind of units in every language; in English where the shipped kinds have none of this name."""
        kinds = shipped("kinds")["unit_kinds"]
        like = [kind["names"] for kind in kinds.values() if name in kind["names"].values()]
        return {language: like[0].get(language, name) if like else name for language in self.asked}


def _pluralised(text: str, lender: str, language: str) -> str:
    """Return a text of a story in the words of another language, with one form of a word for each plural of its own."""
    forms = plural_forms(lender)

    def own(found: re.Match[str]) -> str:
        words = dict(zip(forms, found[2].split("|"), strict=True))
        return f"{{{found[1]}:{'|'.join(words.get(form, words['other']) for form in plural_forms(language))}}}"

    return re.sub(r"\{(\w+):([^{}]*\|[^{}]*)\}", own, text)


def lent(language: str, lender: str) -> str:
    """Return the texts of a language in the words of another one, but with its own plural forms and numbers."""
    locale = locale_of(language)
    needed = {locale.plural_form(count) for count in COUNTS}

    def own(value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        if "other" in value and value.keys() <= {*FORMS, *(key for key in value if EXACT.fullmatch(key))}:
            exact = {key: text for key, text in value.items() if key not in FORMS}
            return exact | {form: value.get(form, value["other"]) for form in FORMS if form in {*needed, "other"}}
        return {key: own(each) for key, each in value.items()}

    texts = own(read(CONFIG / f"i18n/{lender}.yaml", f"{lender}.yaml").content) | {"locale": str(locale)}
    return f"# The words of '{lender}', to be translated.\n" + dumped(texts)


def of_the_new_sides(text: str, units: Mapping[str, Found]) -> str:
    """Put the new countries and their first units, and the examples of the templates, in place of the shipped ones."""
    for old, (new, found) in zip(shipped("atlas")["countries"], units.items(), strict=True):
        text = re.sub(rf"(?<![A-Z]){old}-[A-Z]{{2}}(?![A-Z])", next(iter(found.shapes)), text)
        text = re.sub(rf"\b{old}\b", new, text)
    inside = next(iter(next(iter(units.values())).shapes.values())).representative_point()
    for name, degrees in (("lon", inside.x), ("lat", inside.y)):
        text = re.sub(rf"(?<= {name}: )[\d.]+", f"{degrees:.4f}", text)
    examples = {}
    for name in ("place", "organisation", "source"):
        keys = shipped(f"{name}s")
        examples[name] = example = next(iter(shipped(f"templates/{name}")))
        named = "|".join(map(re.escape, sorted(keys, key=len, reverse=True)))
        text = re.sub(rf"(?<=[\[ ])({named})(?=[\],]| +#|$)", example, text, flags=re.MULTILINE)
    text = re.sub(r"(?<=/)in-depth-plan-2024", shipped("templates/agreement")["agreements"][0]["id"], text)
    return re.sub(r"(?m)^( +b: )[\w-]+", rf"\1{examples['organisation']}", text)  # another end than `a`


@cache
def shipped(name: str) -> dict[str, Any]:
    """Return the content of a file of the shipped atlas; read once, since the large ones take a second each."""
    content: dict[str, Any] = yaml.safe_load((CONFIG / f"{name}.yaml").read_text("utf-8"))
    return content
