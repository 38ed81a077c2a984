"""Full-text search in the records."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from dashboard.catalogue.folding import CHINESE, fold, on_other_keyboard
from dashboard.catalogue.kept import kept
from dashboard.catalogue.model import Catalogue, Row
from dashboard.catalogue.vocabulary import Vocabulary, stemmer

Text = tuple[str, str]
"""Key of a record, and the language of the text."""


class Texts:
    """The texts of all records, by their stems.

    folded   every text
    holders  for each stem and each Chinese character, the texts with it
    """

    def __init__(self, catalogue: Catalogue) -> None:
        """Stem all texts; a search then only compares sets."""
        self.folded = {
            (row.key, language): _folded(catalogue, row, language)
            for row in catalogue.rows
            for language in catalogue.atlas.languages
        }
        self.vocabulary = Vocabulary(self.folded.values(), stemmer(catalogue.atlas.languages))
        self.holders: defaultdict[str, set[Text]] = defaultdict(set)
        for text, folded in self.folded.items():
            for word in folded.split():
                self.holders[self.vocabulary.stems.get(word, word)].add(text)

    def find(self, typed: str) -> set[str]:
        """Return the keys of the records whose text in one language has all typed words."""
        for spelling in (typed, on_other_keyboard(typed)):
            words = self.vocabulary.read(spelling)
            texts = [set[Text]().union(*map(self._holding, stems)) for stems in words]
            if found := set(self.folded).intersection(*texts):
                return {key for key, _ in found}
        return set()

    def _holding(self, stem: str) -> set[Text]:
        """Texts with a stem, or with a Chinese phrase that has a space between its characters.

        A phrase may end with the first letter of a word: "北 京 h".
        """
        if " " not in stem:
            return self.holders[stem]
        texts = set.intersection(*(self.holders[character] for character in CHINESE.findall(stem)))
        return {text for text in texts if f" {stem}" in self.folded[text]}


_fold = lru_cache(maxsize=2**15)(fold)  # the names of sides and parties stand in many texts


def _folded(catalogue: Catalogue, row: Row, language: str) -> str:
    """Fold the text of a record in one language, with its keys and the names and aliases of its parties."""
    record, entries = row.record, [catalogue.party(party) for party in (*row.pair.sides, *sorted(row.parties))]
    named = [record.title, record.summary or {}, *record.aliases, *(entry.names for entry in entries)]
    aliases = [alias for entry in entries for alias in getattr(entry, "aliases", [])]
    texts = (text[language] for text in named if language in text)
    return "\n".join(map(_fold, (*texts, record.id, row.pair.key, *aliases)))


@kept(on="catalogue")
def texts(catalogue: Catalogue) -> Texts:
    """Texts of a catalogue, prepared at the first search."""
    return Texts(catalogue)
