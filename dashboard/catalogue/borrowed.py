"""Texts that the draft of a language borrows from another one, and texts set apart from the sentence around them.

Both stand between Unicode's directional isolates, which nobody sees: U+2066 or U+2067, by the direction of its
language, begins a borrowed text, U+2068 a value in a sentence, U+2069 ends either. The code of the language follows the
first in tag characters. So all that hands texts on knows nothing of drafts; what shows or writes them looks at marks.
`frontend/src/shared/borrowed.js` reads the same marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dashboard.catalogue.languages import is_mirrored

TAGS = 0xE0000
"""Distance of a tag character from the letter that it stands for."""

BEGIN, END = {False: "\u2066", True: "\u2067"}, "\u2069"
VALUE = "\u2068"
MARKS = re.compile("[\u2066-\u2069\U000e0061-\U000e007a]")
MARK = re.compile(f"(?P<begin>[{''.join(BEGIN.values())}](?P<tags>[\U000e0061-\U000e007a]+))|[{VALUE}{END}]")
PLACEHOLDER = re.compile(r"\{[^{}|]*\}")
NEIGHBOURS = re.compile(r'</bdi>(\s+)<bdi class="borrowed" lang="[a-z]+" dir="[a-z]+">')
"""Between two borrowed sentences, which are one text: apart, their lines would be laid out from the other side."""

BARE = re.compile(r"<(svg|title|script|style|option|textarea)\b.*?</\1>|<[^>]*>", re.DOTALL)
"""Parts of HTML in which no element may stand: tags, and content that is text alone."""


def borrowed(text: str, language: str) -> str:
    """Mark a text as borrowed from a language; one without letters, such as ", ", is of every language."""
    if not any(map(str.isalpha, PLACEHOLDER.sub("", text))):
        return text
    return f"{BEGIN[is_mirrored(language)]}{''.join(chr(TAGS + ord(letter)) for letter in language)}{text}{END}"


def lender(text: str) -> str | None:
    """Code of the language from which a text is borrowed; None for one that is not."""
    found = MARK.match(text)
    return _code(found["tags"]) if found and found["tags"] else None


def isolated(text: str) -> str:
    """Set a value apart, so that its direction and that of the sentence around it leave each other alone."""
    return text if MARK.match(text) else f"{VALUE}{text}{END}"


def bare(text: str) -> str:
    """Remove all marks, for files and whatever else has no way to show them."""
    return text if text.isascii() else MARKS.sub("", text)


def capitalised(text: str) -> str:
    """Begin a text with a capital letter, after its mark if it has one."""
    at = len(found[0]) if (found := MARK.match(text)) else 0
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def pieces(text: str) -> list[tuple[str, str]]:
    """Cut a text into pieces, each with the language from which it is borrowed, or "", for documents of such runs."""
    found, at, within = list[tuple[str, str]](), 0, list[str]()
    for mark in (*MARK.finditer(text), None):
        piece = text[at : mark.start() if mark else None]
        language = next(filter(None, within), "")
        if piece and found and found[-1][1] == language:
            found[-1] = (found[-1][0] + piece, language)
        elif piece:
            found.append((piece, language))
        if mark:
            at = mark.end()
            if mark[0] != END:
                within.append(_code(mark["tags"] or ""))
            elif within:
                within.pop()
    return found


def unborrowed(value: Any) -> Any:
    """Leave borrowed texts out of texts by language, or of whatever holds such texts, and all marks."""
    if isinstance(value, dict):
        return {key: unborrowed(each) for key, each in value.items() if not (isinstance(each, str) and lender(each))}
    if isinstance(value, list):
        return [unborrowed(each) for each in value]
    return bare(value) if isinstance(value, str) else value


def in_html(html: str) -> str:
    """Turn marks in HTML into elements with the language; in attributes, titles and pictures they are removed."""
    if not MARKS.search(html):
        return html
    return NEIGHBOURS.sub(r"\1", "".join(_marked(html)))


def _marked(html: str) -> Iterator[str]:
    at, open_ = 0, list[str]()  # languages of borrowed texts, and VALUE for a value

    def element(mark: re.Match[str]) -> str:
        if mark["tags"]:
            language, around = _code(mark["tags"]), open_[-1:]
            open_.append(language)
            direction = "rtl" if is_mirrored(language) else "ltr"
            return "" if around == [language] else f'<bdi class="borrowed" lang="{language}" dir="{direction}">'
        if mark[0] == VALUE:
            open_.append(VALUE)
            return VALUE
        if not open_:
            return ""
        ended = open_.pop()
        return END if ended == VALUE else "" if open_[-1:] == [ended] else "</bdi>"

    for part in BARE.finditer(html):
        yield MARK.sub(element, html[at : part.start()])
        yield bare(part[0])
        at = part.end()
    yield MARK.sub(element, html[at:])


def _code(tags: str) -> str:
    return "".join(chr(ord(tag) - TAGS) for tag in tags)
