"""The context that every part of a page gets: view, state and phrases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from dashboard.catalogue.filtering import View, select
from dashboard.catalogue.model import Catalogue
from dashboard.loading import Snapshot
from dashboard.state import State
from dashboard.text.phrases import Phrases
from dashboard.text.translator import Translator
from dashboard.visit import current_visit


@dataclass(frozen=True)
class Page:
    """Context of one run of a page."""

    view: View
    state: State
    words: Phrases

    @property
    def catalogue(self) -> Catalogue:
        """The whole table."""
        return self.view.catalogue

    @property
    def t(self) -> Translator:
        """The translator of the visitor's language."""
        return self.words.t

    def apply(self, event: Mapping[str, Any]) -> None:
        """Apply an event of one of Streamlit's own widgets. For callbacks, which run before the page."""
        current_visit(self.catalogue).apply(event, self.catalogue)

    def set(self, name: str, value: object) -> None:
        """Set one field of the state. For callbacks."""
        self.apply({"do": "set", "name": name, "value": value})


W = TypeVar("W")


def ui_words(t: Translator, group: str, words: type[W]) -> W:
    """Texts of a component: one for each field of its TypedDict, from a group of the interface texts."""
    return cast(W, {name: t(f"{group}.{name}") for name in words.__annotations__})


def page_of(snapshot: Snapshot, state: State) -> Page:
    """Context of a page with the given state."""
    catalogue = snapshot.catalogue
    return Page(
        view=select(catalogue, state.filter),
        state=state,
        words=Phrases(catalogue, snapshot.translators[state.language]),
    )
