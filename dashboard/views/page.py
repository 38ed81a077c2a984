"""What every part of a page is given: the view of the catalogue, the state and the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from streamlit.navigation.page import StreamlitPage

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.queries import Filter, View, select
from dashboard.charts.palette import Theme
from dashboard.i18n import Translator
from dashboard.state import State
from dashboard.words import Words


@dataclass(frozen=True)
class Page:
    """One run of a page."""

    view: View
    state: State
    words: Words
    theme: Theme
    links: Mapping[str, StreamlitPage]

    @property
    def catalogue(self) -> Catalogue:
        """The whole table."""
        return self.view.catalogue

    @property
    def whole(self) -> View:
        """The view without a filter."""
        return select(self.catalogue, Filter())

    @property
    def t(self) -> Translator:
        """The translator of the visitor's language."""
        return self.words.t
