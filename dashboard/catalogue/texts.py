"""Full-text search in the records."""

from __future__ import annotations

from collections import defaultdict

from dashboard.catalogue.folding import on_other_keyboard
from dashboard.catalogue.kept import kept
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.vocabulary import Vocabulary, stemmer

Text = tuple[str, str]
"""Key of a record, and the language of the text."""


class Texts:
    """The texts of all records, by their stems."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Stem all texts; a search then only compares sets."""
        self._folded = {(row.key, language): text for row in catalogue.rows for language, text in row.texts.items()}
        self._vocabulary = Vocabulary(self._folded.values(), stemmer(catalogue.atlas.languages))
        self._holders: defaultdict[str, set[Text]] = defaultdict(set)
        for text, folded in self._folded.items():
            for word in folded.split():
                self._holders[self._vocabulary.stems.get(word, word)].add(text)

    def find(self, typed: str) -> set[str]:
        """Return the keys of the records whose text in one language has all typed words."""
        for spelling in (typed, on_other_keyboard(typed)):
            words = self._vocabulary.read(spelling)
            texts = [set[Text]().union(*map(self._holding, stems)) for stems in words]
            if found := set(self._folded).intersection(*texts):
                return {key for key, _ in found}
        return set()

    def _holding(self, stem: str) -> set[Text]:
        """Texts with a stem, or with a Chinese phrase that has a space between its characters."""
        texts = set.intersection(*(self._holders[part] for part in stem.split()))
        return {text for text in texts if f" {stem}" in self._folded[text]} if " " in stem else texts


@kept(on="catalogue")
def texts(catalogue: Catalogue) -> Texts:
    """Texts of a catalogue, prepared at the first search."""
    return Texts(catalogue)
