"""What every part of a page is given: the view of the catalogue, the state and the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from streamlit.navigation.page import StreamlitPage

from dashboard.catalogue.filtering import Filter, View, select
from dashboard.catalogue.model import Catalogue
from dashboard.charts.palette import Theme
from dashboard.state import State
from dashboard.text.phrases import Phrases
from dashboard.text.translator import Translator


@dataclass(frozen=True)
class Page:
    """One run of a page."""

    view: View
    state: State
    words: Phrases
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
