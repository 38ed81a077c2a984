"""Settles a draft: checks it as `twinned check` would, until each row is placed or has the reason why it is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from dashboard.catalogue import schema, validate
from dashboard.catalogue.checks import check
from dashboard.catalogue.fields import KEY, RIGHT, Context
from dashboard.catalogue.folder import PAIRS, SPLIT
from dashboard.catalogue.languages import drafts_in
from dashboard.catalogue.load import MODELS
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.pair import Pair
from dashboard.catalogue.yamlfile import MOST_BYTES, MOST_VALUES, YamlFile
from dashboard.reading.draft import Draft, Item, Known

ROOM = 0.9
"""Share of what a file may hold that is filled: size and number of values are estimates."""


def settle(draft: Draft, language: str) -> None:
    """Give a reason to every row that the check would refuse, until it refuses none.

    A language other than this one, in which some text is missing, becomes a draft.
    """
    _list_the_overflow(draft)
    while True:
        drafts = _missing(draft, language)
        if drafts != draft.drafts:
            draft.forget()
        draft.drafts = drafts
        known = draft.known()
        faults = dict(_invalid(draft, known)) or dict(_contradicting(draft, known))
        if not faults:
            return
        for item, reason in faults.items():
            item.refuse(reason)
        if any(item in faults for group in draft.entries.values() for item in group.values()):
            draft.forget()


def _missing(draft: Draft, lender: str) -> dict[str, str]:
    """Languages in which a text is missing that one language has, with that language."""
    atlas = draft.base.atlas
    languages = set(atlas.languages)
    if lender in atlas.drafts:
        return {}
    entries = [item.raw for group in draft.entries.values() for item in group.values() if not item.listed]
    found: set[str] = set()
    for raw in (*entries, *(item.raw for _, _, item in draft.placed())):
        for text in _texts(raw, languages):
            found |= languages - text.keys() if lender in text else set()
    return {code: lender for code in atlas.languages if code in found and code not in atlas.drafts}


def _list_the_overflow(draft: Draft) -> None:
    """Give a reason to the rows for which a file has no room."""
    for pair, kinds in draft.records.items():
        held = [schema.as_written(record) for record in draft.held(pair)]
        size, values = len(str(held).encode()), _count(held)
        for item in (item for records in kinds.values() for item in records if not item.row.reason):
            size += len(str(item.raw).encode())
            values += _count(item.raw)
            if size > MOST_BYTES * ROOM or values > MOST_VALUES * ROOM:
                item.refuse(f"{PAIRS}/{pair}.yaml is full: it would hold more than a file may")


def _invalid(draft: Draft, known: Known) -> Iterator[tuple[Item, str]]:
    """Yield every item that is invalid by itself, with the first problem."""
    context = _context(draft, known)
    entries = [(group, key, each) for group in SPLIT for key, each in known[group].items() if isinstance(each, Item)]
    for group, key, item in (*entries, *((kind, "", item) for _, kind, item in draft.placed())):
        if item.model is None:
            item.model, problems = validate.model(YamlFile(group, {}, {}), (), MODELS[group], item.raw, context)
            if not validate.KEY.fullmatch(key or "x"):
                yield item, f"the code '{key}' is not {RIGHT[KEY]}"
            elif problems:
                yield item, ": ".join(filter(None, (problems[0].field, problems[0].message)))


def _context(draft: Draft, known: Known) -> Context:
    base = draft.base
    vocabularies = {name: getattr(base.kinds, name) for name in schema.Vocabulary.model_fields}
    others = {"sectors": base.sectors, "units": base.units, "countries": base.atlas.countries}
    drafts = drafts_in({"languages": base.atlas.languages, "drafts": {**base.atlas.drafts, **draft.drafts}})
    return Context(tuple(base.atlas.languages), {**vocabularies, **others, **known}, drafts)


def _contradicting(draft: Draft, known: Known) -> Iterator[tuple[Item, str]]:
    """Yield every item that contradicts another, with the sentence of the check."""
    items: dict[tuple[str, str], Item] = {}
    files = {f"{group}.yaml": YamlFile(f"{group}.yaml", {}, {}) for group in ("atlas", *SPLIT)}
    for group in SPLIT:
        items |= {(f"{group}.yaml", key): each for key, each in known[group].items() if isinstance(each, Item)}
    added: dict[str, dict[str, list[Any]]] = {}
    for key, kind, item in draft.placed():
        added.setdefault(key, {}).setdefault(kind, []).append(item.model)
        items[f"{PAIRS}/{key}.yaml", item.raw["id"]] = item
    pairs = {} if draft.new else dict(draft.base.pairs)
    for key in {**pairs, **added}:
        pair, more = pairs.get(key), added.get(key, {})
        lists = {kind: (*getattr(pair, kind, ()), *more.get(kind, ())) for kind in schema.RECORD_KINDS}
        pairs[key] = _pair(key, lists) if more or not pair else pair
        listed = {kind: [{"id": record.id} for record in found] for kind, found in lists.items()}
        files[f"{PAIRS}/{key}.yaml"] = YamlFile(f"{PAIRS}/{key}.yaml", listed, {})
    for problem in check(_catalogue(draft.base, known, pairs), files):
        parts = problem.field.split(".")
        at = 1 if problem.file.startswith(f"{PAIRS}/") else 0
        if found := items.get((problem.file, parts[at])):
            yield found, ": ".join(filter(None, (".".join(parts[at + 1 :]), problem.message)))


def _pair(key: str, lists: Mapping[str, Any]) -> Pair:
    a, b = key.split("_")
    return Pair(key, a, b, **lists)


def _catalogue(base: Catalogue, known: Known, pairs: Mapping[str, Pair]) -> Catalogue:
    """The catalogue that the atlas would have, without least numbers of records."""
    entries: dict[str, Any] = {
        group: {key: each.model if isinstance(each, Item) else each for key, each in found.items()}
        for group, found in known.items()
    }
    atlas = base.atlas.model_copy(update={"floors": type(base.atlas.floors)()})
    return replace(base, atlas=atlas, pairs=pairs, **entries)


def _texts(value: Any, languages: set[str]) -> Iterator[Mapping[str, str]]:
    """Every text by language in an entry or record."""
    if isinstance(value, dict):
        if value.keys() <= languages:
            yield value
        else:
            for each in value.values():
                yield from _texts(each, languages)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each, languages)


def _count(value: Any) -> int:
    """Number of values of YAML."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + sum(map(_count, inner))
