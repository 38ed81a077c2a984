"""The words of texts with their stems, and the interpretation of typed words.

A typed word is taken for the first of these that exists: a word of the texts in any of its forms; such a word with a
space too many, or two with a space too few; the beginning of words; a word in a form that the texts lack; a word with
one wrong letter. Only the words of the texts are stemmed, so that the browser needs no stemmer, only their stems:
`frontend/src/search/vocabulary.js` does the same in JavaScript; both are tested with `tests/cases/vocabulary.json`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import reduce

from babel import Locale
from snowballstemmer import algorithms
from snowballstemmer import stemmer as snowball

from dashboard.catalogue.folding import CHINESE, typed_words

BEGINNING = 4
"""Minimum length of a beginning and of a stem: "tea" does not find "teaching"."""
LONG = 6
"""Minimum length of a word that is also taken as a beginning: "Шанхай" finds "шанхайский", "count" not "country"."""
PART = 3
"""Minimum length of a word within one that lacks a space."""
MISTAKABLE = 5
"""Minimum length of a word in which one letter may be wrong."""
JOINED = 4
"""Maximum number of words that are tried as one."""


def stemmer(languages: Iterable[str]) -> Callable[[str], str]:
    """Combine the Snowball stemmers of some languages; each leaves words in another script unchanged."""
    english = Locale("en").languages
    names = (english.get(language, "").lower() for language in languages)
    stems = [snowball(name).stemWord for name in names if name in algorithms()]
    return lambda word: reduce(lambda stem, shorten: shorten(stem), stems, word)


class Vocabulary:
    """The words of some folded texts.

    stems  stem of each word; Chinese words have no forms and are not in it
    """

    def __init__(self, texts: Iterable[str], stem: Callable[[str], str]) -> None:
        """Stem each word of the texts."""
        lines = {line for text in texts for line in text.split("\n")}
        self._chinese = "\n".join(filter(CHINESE.search, lines))
        self._words = sorted({word for line in lines for word in line.split() if not CHINESE.match(word)})
        self.stems: Mapping[str, str] = {word: stem(word) for word in self._words}
        self._families = frozenset(self.stems.values())
        self._endings = {word.removeprefix(stem) for word, stem in self.stems.items() if word.startswith(stem)}
        self._letters = sorted({letter for word in self._words for letter in word if letter.isalpha()})

    def read(self, typed: str) -> list[frozenset[str]]:
        """Return for each typed word the stems of the words it is taken for; Chinese ones as "中 医"."""
        return [self._stems(part) for word in self._joined(typed_words(typed)) for part in self._parted(word)]

    def _stems(self, word: str) -> frozenset[str]:
        known = self._known(word)
        found = known | self._begun(word) if len(word) >= LONG or not known else known
        return frozenset(found or self._unknown(word))

    def _known(self, word: str) -> set[str]:
        if CHINESE.match(word):
            phrase = " ".join(word)
            return {phrase} if f" {phrase}" in self._chinese else set()
        return {self.stems[word]} if word in self.stems else set()

    def _begun(self, word: str) -> set[str]:
        """Stems of the words that begin with a word."""
        found = set()
        if len(word) >= BEGINNING:
            at = bisect_left(self._words, word)
            while at < len(self._words) and self._words[at].startswith(word):
                found.add(self.stems[self._words[at]])
                at += 1
        return found

    def _unknown(self, word: str) -> set[str]:
        """The longest stem that a word has before a known ending, else the stems of words that differ in one letter."""
        if not word.isalpha():
            return set()
        for end in range(len(word) - 1, BEGINNING - 1, -1):
            if word[:end] in self._families and word[end:] in self._endings:
                return {word[:end]}
        others = self._mistaken(word) if len(word) >= MISTAKABLE else ()
        return {self.stems[other] for other in others if other in self.stems}

    def _mistaken(self, word: str) -> Iterator[str]:
        """Change, add or drop one letter of a word, or swap two, in every way."""
        for at in range(len(word) + 1):
            head, tail = word[:at], word[at:]
            yield head + tail[1:]
            yield head + tail[1:2] + tail[:1] + tail[2:]
            for letter in self._letters:
                yield head + letter + tail
                yield head + letter + tail[1:]

    def _joined(self, words: list[str]) -> Iterator[str]:
        """Join neighbouring words if not all of them are known and together they are, or begin, a word."""
        while words:
            for size in range(min(JOINED, len(words)), 1, -1):
                whole = "".join(words[:size])
                if not all(map(self._known, words[:size])) and (self._known(whole) or self._begun(whole)):
                    break
            else:
                size, whole = 1, words[0]
            yield whole
            words = words[size:]

    def _parted(self, word: str) -> tuple[str, ...]:
        """Part a word that is not known, and begins none, into two known words if possible."""
        least = 1 if CHINESE.match(word) else PART
        if not self._known(word) and not self._begun(word):
            for at in range(len(word) - least, least - 1, -1):
                if self._known(word[:at]) and self._known(word[at:]):
                    return word[:at], word[at:]
        return (word,)
