"""Texts that try to be taken for code, wherever the schema has a place for one; and the tiny atlas as one to serve."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from dashboard.catalogue.fields import Context
from dashboard.catalogue.schema import Model
from dashboard.catalogue.yamlfile import read
from dashboard.exports.schema_json import FILES
from dashboard.loading import CONFIG

# Without a digit, which captions of stories may not have.
HOSTILE = (
    "<script>alert(name)</script> </script><script>alert(name)</script> <!--<script> -->"
    "<img src=x onerror=alert(name)> \u2028 =PI() **b** $x$ [a](javascript:alert(name)) @@x {{x}} a\u0301\u0301"
)
PLAIN = HOSTILE.replace(" {{x}}", "")
"""The same for texts in which braces mean something."""

ADDRESS = "https://example.org/\"onclick='alert(name)'><script>alert(name)</script>"

WHERE = {"relation": "relations/*.yaml", "story": "stories/*.yaml", "units": "units/*.yaml"}
"""Files of each kind that has several."""

ONLY_SOME = ("uncited",)
"""Texts that may stand in a few entries only; they are poisoned where they are."""

KEYS = ("Figure.value",)
"""Fields whose text must be a name that stands elsewhere in its file, which no validator of the field can know."""

SETTINGS = ("locale", "numbers", "quotes", "date")
"""Sections of i18n/ whose values are patterns."""


def complete(config: Path) -> None:
    """Give a copy of the tiny atlas every text of the interface; its French is English."""
    words = (CONFIG / "i18n/en.yaml").read_text(encoding="utf-8")
    (config / "i18n/en.yaml").write_text(words, encoding="utf-8")
    (config / "i18n/fr.yaml").write_text(words.replace("locale: en_GB", "locale: fr"), encoding="utf-8")
    atlas = config / "atlas.yaml"
    settings = "map: {facing: {share: 0.5, gap: 0.05}, geographic: {lon: 20, lat: 10}}\n"
    atlas.write_text(atlas.read_text(encoding="utf-8") + settings, encoding="utf-8")


def fill(config: Path) -> None:
    """Give a copy of the shipped table a case of each text that it has none of."""
    path = config / "sources.yaml"
    sources = read(path, path.name).content
    every = read(config / "atlas.yaml", "atlas.yaml").content["languages"]
    key, source = next(iter(sources.items()))
    uncited = {"uncited": dict.fromkeys(every, "Kept for its pictures")}
    _write(path, {**sources, "nobody": {**source, **uncited}})
    path = next(config.glob("stories/*.yaml"))
    story = read(path, path.name).content
    first, *others = story["steps"]
    quotation = {"text": dict.fromkeys(every, "Words"), "source": key}
    _write(path, {**story, "steps": [{**first, "quotation": quotation}, *others]})


def poison(config: Path, *, before: str = "") -> set[str]:
    """Add markup, Markdown, formulas and templates to every text of a table; return the fields that were poisoned.

    With `before`, put that in front of every text instead.
    """
    languages = tuple(read(config / "atlas.yaml", "atlas.yaml").content["languages"])
    poisoner = Poisoner(languages, before)
    for name, kind in FILES.items():
        for path in config.glob(WHERE.get(name, f"{name}.yaml")):
            _write(path, poisoner.poisoned(kind, read(path, path.name).content, name))
    return poisoner.poisoned_fields


def poison_words(config: Path) -> None:
    """Add the same to every text of the interface that is no pattern."""

    def poisoned(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: poisoned(inner) for key, inner in value.items()}
        return f"{value} {PLAIN}"

    for path in config.glob("i18n/*.yaml"):
        words = read(path, path.name).content
        takes = words.get("figures", {}).get("takes")
        words = {key: value if key in SETTINGS else poisoned(value) for key, value in words.items()}
        if takes:
            words["figures"]["takes"] = takes
        _write(path, words)


def _write(path: Path, content: Any) -> None:
    path.write_text(json.dumps(content), encoding="utf-8")  # JSON is YAML


class Poisoner:
    """Walks values along with their types. What takes a hostile text is found by its own validator, not by a list."""

    def __init__(self, languages: tuple[str, ...], before: str = "") -> None:
        texts = (before,) if before else (HOSTILE, f"{{n}} {PLAIN}")
        self.candidates = [
            *(dict.fromkeys(languages, text) for text in texts),
            *((before,) if before else (HOSTILE, ADDRESS)),
        ]
        self.context, self.before = Context(languages, defaultdict(dict)), before
        self.poisoned_fields: set[str] = set()
        self._taken: dict[str, Any] = {}

    def taken(self, kind: Any) -> Any:
        """Hostile value that a type takes; None if it takes none."""
        if (key := repr(kind)) not in self._taken:
            validate = partial(TypeAdapter(kind).validate_python, strict=True, context=self.context)
            self._taken[key] = next(filter(partial(_passes, validate), self.candidates), None)
        return self._taken[key]

    def poisoned(self, kind: Any, value: Any, field: str) -> Any:
        """Value of a type with a hostile text wherever one can stand; None if there is no value and no text."""
        origin, inner = get_origin(kind), get_args(kind)
        if isinstance(kind, type) and issubclass(kind, Model):
            return None if value is None else self._entry(kind, value)
        if origin in (Union, UnionType):
            return self.poisoned(next(each for each in inner if each is not type(None)), value, field)
        if field not in KEYS and (hostile := self.taken(kind)) is not None:
            self.poisoned_fields.add(field)
            return self._joined(value, hostile)
        if origin is Annotated and inner[0] is not str:
            return self.poisoned(inner[0], value, field)
        if origin is list:
            if value is None:
                made = self.poisoned(inner[0], None, field)
                return None if made is None else [made]
            return [self.poisoned(inner[0], each, field) for each in value]
        if origin is dict and value is not None:
            return {key: self.poisoned(inner[1], each, field) for key, each in value.items()}
        return value

    def _entry(self, model: type[Model], value: dict[str, Any]) -> dict[str, Any]:
        made = {}
        for name, info in model.model_fields.items():
            written = info.alias or name
            present = value.get(written)
            if present is None and name in ONLY_SOME:
                continue
            found = self.poisoned(_kind(info), present, f"{model.__name__}.{name}")
            if found is not None:
                made[written] = found
        return made

    def _joined(self, value: Any, hostile: Any) -> Any:
        if isinstance(value, dict):
            own = hostile if isinstance(hostile, dict) else {}
            text = next(iter(own.values())).removeprefix("{n} ")
            return {key: self._joined(each, text) for key, each in value.items()}
        if not value or hostile == ADDRESS:
            return hostile
        return f"{self.before}{value}" if self.before else f"{value} {hostile}"


def _passes(validate: Callable[[Any], Any], candidate: Any) -> bool:
    try:
        validate(candidate)
    except ValidationError:
        return False
    return True


def _kind(info: Any) -> Any:
    """Type of a field with its own conditions."""
    return Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation


def text_fields(languages: tuple[str, ...]) -> set[str]:
    """Every field of the schema, as "Model.field", that takes a hostile text."""
    poisoner = Poisoner(languages)
    return {
        f"{model.__name__}.{name}"
        for model in _models(list(FILES.values()), set())
        for name, info in model.model_fields.items()
        if _takes(poisoner, _kind(info)) and f"{model.__name__}.{name}" not in KEYS
    }


def _takes(poisoner: Poisoner, kind: Any) -> bool:
    if (isinstance(kind, type) and issubclass(kind, Model)) or get_origin(kind) is Literal:
        return False
    if poisoner.taken(kind) is not None:
        return True
    inner = get_args(kind)
    if get_origin(kind) is Annotated:
        return inner[0] is not str and _takes(poisoner, inner[0])
    inside = inner[1:] if get_origin(kind) is dict else inner
    return any(_takes(poisoner, each) for each in inside if each is not type(None))


def _models(kinds: list[Any], seen: set[type[Model]]) -> Iterator[type[Model]]:
    for kind in kinds:
        if isinstance(kind, type) and issubclass(kind, Model):
            if kind not in seen:
                seen.add(kind)
                yield kind
                yield from _models([info.annotation for info in kind.model_fields.values()], seen)
        else:
            yield from _models([each for each in get_args(kind) if not isinstance(each, str)], seen)
