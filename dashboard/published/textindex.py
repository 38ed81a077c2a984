"""The index of the words of all records, by which the browser finds what the text filter of Python finds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from dashboard.catalogue.folding import CHINESE
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.texts import texts
from dashboard.contract.table import TextIndex


def text_index(catalogue: Catalogue) -> TextIndex:
    """Index of the texts of a catalogue."""
    known, languages = texts(catalogue), tuple(catalogue.atlas.languages)
    number = {text: at for at, text in enumerate((row.key, code) for row in catalogue.rows for code in languages)}
    words, lines = defaultdict(list), defaultdict(set)
    for word, stem in known.vocabulary.stems.items():
        words[stem].append(word)
    for text, folded in known.folded.items():
        for line in filter(CHINESE.search, folded.split("\n")):
            lines[line].add(number[text])
    return {
        "languages": len(languages),
        "stems": {
            stem: (" ".join(forms), _steps(number[text] for text in known.holders[stem]))
            for stem, forms in words.items()
        },
        "chinese": {line: _steps(holding) for line, holding in lines.items()},
    }


def _steps(numbers: Iterable[int]) -> list[int]:
    """Differences of successive numbers, the first to 0: small ones, which compress well."""
    return [after - before for before, after in pairwise((0, *sorted(numbers)))]
