"""The text filter: which records hold the words that were typed."""

from __future__ import annotations

from collections import defaultdict

from dashboard.catalogue.folding import on_other_keyboard
from dashboard.catalogue.kept import kept
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.vocabulary import Vocabulary, stemmer

Text = tuple[str, str]
"""A record's text in one language: the key of the record, and the language."""


class Texts:
    """All texts of all records, by the stems in them."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Stem every text once; a search then only compares sets."""
        self._folded = {(row.key, language): text for row in catalogue.rows for language, text in row.texts.items()}
        self._vocabulary = Vocabulary(self._folded.values(), stemmer(catalogue.atlas.languages))
        self._holders: defaultdict[str, set[Text]] = defaultdict(set)
        for text, folded in self._folded.items():
            for word in folded.split():
                self._holders[self._vocabulary.stems.get(word, word)].add(text)

    def find(self, typed: str) -> set[str]:
        """Return the keys of the records of which a text, in one language, holds all words typed."""
        for spelling in (typed, on_other_keyboard(typed)):
            words = self._vocabulary.read(spelling)
            texts = [set[Text]().union(*map(self._holding, stems)) for stems in words]
            if found := set(self._folded).intersection(*texts):
                return {key for key, _ in found}
        return set()

    def _holding(self, stem: str) -> set[Text]:
        """Return the texts that hold a stem, or a Chinese phrase with a space after each character."""
        texts = set.intersection(*(self._holders[part] for part in stem.split()))
        return {text for text in texts if f" {stem}" in self._folded[text]} if " " in stem else texts


@kept(on="catalogue")
def texts(catalogue: Catalogue) -> Texts:
    """Return the texts of a catalogue, made when a text is first searched for."""
    return Texts(catalogue)
