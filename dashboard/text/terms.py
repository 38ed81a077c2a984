"""Terms of the atlas in words: types of record, and how close two regions are."""

from __future__ import annotations

from dashboard.catalogue.pair import RECORD_TYPES, Bond
from dashboard.text.phrases import Phrases
from dashboard.text.translator import Translator

DEFINED = frozenset((*RECORD_TYPES, "signed_in"))
"""Parts whose name is a term."""


def name_of(part: str, group: str, t: Translator) -> str:
    """Name of a term, the same everywhere; of any other part, its name in a group of the texts."""
    return t(f"terms.{part}.name" if part in DEFINED else f"{group}.{part}")


def meaning_of(part: str, t: Translator) -> str | None:
    """Definition of what a number counts: records of a type or of any, pairs, sources …; None for other parts."""
    says = t.find(f"terms.{part}.says")
    return str(says) if says else None


def bond_title(bond: Bond, words: Phrases, year: int | None = None, *, dated: bool = True) -> str:
    """Closeness of a pair at the end of a year, with the date since when, or with a note that no source gives one.

    Without `dated`, only that note.
    """
    t, kinds = words.t, words.catalogue.kinds
    if bond.closeness is None:
        return t("terms.badge.none", year=year) if year else t("terms.badge.nothing")
    name = t.name(kinds.closeness[bond.closeness])
    if bond.since is None and bond.closeness in kinds.agreed:
        return t("terms.badge.undated", closeness=name)
    begun = bond.since.start if bond.since and dated else None
    return t("terms.badge.since", closeness=name, date=t.inflected(begun)) if begun else name


def earlier_dates(bond: Bond, words: Phrases) -> list[str]:
    """First agreement and first contact of a pair, each only if it is earlier than everything said before it."""
    t, said, found = words.t, bond.since, []
    for claim in ("first_agreement", "first_contact"):
        when = getattr(bond, claim)
        if when and (said is None or when < said):
            found.append(t(f"terms.badge.{claim}", date=t.date(when)))
            said = when
    return found
