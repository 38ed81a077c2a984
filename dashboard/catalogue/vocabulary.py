"""Words of the table by their stems, and how what people type is read against them.

A typed word is, whichever comes first: a word of the table in any of its forms; such a word with a space inside, or two
without one; the beginning of words; a word in a form that the table lacks; a word with one letter wrong.
`frontend/src/search/vocabulary.js` says the same in JavaScript, with the stems that are published; both are tested with
`tests/cases/vocabulary.json`.
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
"""Letters that a beginning or a stem needs, so that "tea" does not find "teaching"."""
LONG = 6
"""Letters from which on a word is a beginning too: "Шанхай" finds "шанхайский", but "count" finds no "country"."""
ENDING = 3
"""The longest ending that may follow a stem."""
PART = 3
"""Letters of a word that is found in another, typed without a space between them."""
MISTAKABLE = 5
"""Letters of a word in which one may be wrong."""
JOINED = 4
"""The most words that are tried as one."""


def stemmer(languages: Iterable[str]) -> Callable[[str], str]:
    """Return the Snowball stemmers of some languages as one: each leaves words in another script as they are."""
    english = Locale("en").languages
    names = (english.get(language, "").lower() for language in languages)
    stems = [snowball(name).stemWord for name in names if name in algorithms()]
    return lambda word: reduce(lambda stem, shorten: shorten(stem), stems, word)


class Vocabulary:
    """The words of some folded texts.

    `stems` has the stem of every word but the Chinese ones, which have no forms: they are found as they stand.
    """

    def __init__(self, texts: Iterable[str], stem: Callable[[str], str]) -> None:
        """Stem each word of the texts once."""
        self._text = "\n".join(texts)
        self._words = sorted({word for word in self._text.split() if not CHINESE.match(word)})
        self.stems: Mapping[str, str] = {word: stem(word) for word in self._words}
        self._families = frozenset(self.stems.values())
        self._letters = sorted({letter for word in self._words for letter in word if letter.isalpha()})

    def read(self, typed: str) -> list[frozenset[str]]:
        """Return for each word of what was typed the stems that it may have; none if there is no such word."""
        return [self._stems(part) for word in self._joined(typed_words(typed)) for part in self._parted(word)]

    def _stems(self, word: str) -> frozenset[str]:
        known = self._known(word)
        found = known | self._begun(word) if len(word) >= LONG or not known else known
        return frozenset(found or self._unknown(word))

    def _known(self, word: str) -> set[str]:
        if CHINESE.match(word):
            phrase = " ".join(word)
            return {phrase} if f" {phrase}" in self._text else set()
        return {self.stems[word]} if word in self.stems else set()

    def _begun(self, word: str) -> set[str]:
        """Return the stems of the words that begin so."""
        found = set()
        if len(word) >= BEGINNING:
            at = bisect_left(self._words, word)
            while at < len(self._words) and self._words[at].startswith(word):
                found.add(self.stems[self._words[at]])
                at += 1
        return found

    def _unknown(self, word: str) -> set[str]:
        """Return the longest stem that a word begins with, or the stems of the words that are one letter away."""
        for end in range(len(word) - 1, max(BEGINNING, len(word) - ENDING) - 1, -1):
            if word[:end] in self._families:
                return {word[:end]}
        if len(word) < MISTAKABLE or not word.isalpha():
            return set()
        return {self.stems[other] for other in self._mistaken(word) if other in self.stems}

    def _mistaken(self, word: str) -> Iterator[str]:
        """All that a word may have been with one letter wrong, missing or too much, or two in the wrong order."""
        for at in range(len(word) + 1):
            head, tail = word[:at], word[at:]
            yield head + tail[1:]
            yield head + tail[1:2] + tail[:1] + tail[2:]
            for letter in self._letters:
                yield head + letter + tail
                yield head + letter + tail[1:]

    def _joined(self, words: list[str]) -> Iterator[str]:
        """The words, neighbours as one where not all of them are known but together they are or begin a word."""
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
        """The word, or the two known words that it is made of if it neither is nor begins one itself."""
        least = 1 if CHINESE.match(word) else PART
        if not self._known(word) and not self._begun(word):
            for at in range(len(word) - least, least - 1, -1):
                if self._known(word[:at]) and self._known(word[at:]):
                    return word[:at], word[at:]
        return (word,)
