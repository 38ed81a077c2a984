"""Common slips of hand-written YAML: what is wrong, on which line, and how it is written right."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import yaml

LOOK_ALIKE = re.compile(
    r"^\s*(?:- +)*[\w-]+ *(：|:[\u00a0\u2007\u202f\u3000\u200b\ufeff])|^\s*([–—−])\s|: +([‘’“”„«])|^\s*([\ufeff\u200b])"
)
"""A sign at a place where YAML has one of its own that looks like it, as word processors and input methods write."""
QUOTES = "‘’“”„«»"
MEANT = {"：": "a colon and a space", "–": "'- '", "—": "'- '", "−": "'- '"} | dict.fromkeys(QUOTES, "' or \"")

PAIR = re.compile(r"\s*(?:- +)*([\w-]+): +(\S.*)")
"""A line with a key and a value."""
CLOSE = re.compile(r"\s*(?:- +)*([\w-]+):([^\s/].*)")
"""A key without a space after its colon."""
TWO_COLONS = re.compile(r"(?:^\s*(?:- +)*|[{,] *)([\w'\"-]+): +((?![\"'\[{|>])(?:[^#,{}]|(?<! )#)*?:(?: [^,{}]*|$))")
"""A key and a value that holds a colon of its own and is not in quotes."""
QUOTED = re.compile(r"""('(?:[^']|'')*'|"(?:[^"\\]|\\.)*")(\s+#.*)?""")
"""A text in quotes, perhaps with a comment."""
BEGIN = re.compile(r"\s*(?:- |[\w-]+:(?:\s|$))")
"""The beginning of a line with a key or an item of a list."""

END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""An end of a line, as the parser counts them."""

LONGEST = 60
"""Characters of a line that a message repeats."""

MANY = 4
"""Bytes beyond ASCII from which on the encoding of a file is guessed."""

Found = tuple[int, str]
"""Line of a slip, counted from 1, and what is wrong with it."""


def slip(error: yaml.MarkedYAMLError, text: str) -> Found | None:
    """Line and message of the slip that made a text no YAML; None if it is none of the common ones."""
    lines = END.split(text)
    marks = (error.context_mark or error.problem_mark, error.problem_mark)
    first, last = (min(mark.line, len(lines) - 1) if mark else 0 for mark in marks)
    for look in (_look_alike, _tab, _quote, _colon, _sign, _bracket, _indent):
        if found := look(error, lines, first, last):
            return found[0], f"this is not YAML: {found[1]}"
    return None


def short(text: str) -> str:
    """A text, cut if it is too long for a message."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def in_quotes(text: str) -> str:
    """A text between single quotes, as YAML has it."""
    return "'" + short(text).replace("'", "''") + "'"


def _look_alike(_: yaml.MarkedYAMLError, lines: list[str], first: int, last: int) -> Found | None:
    for number, line in enumerate(lines[first : last + 1], first + 1):
        if found := LOOK_ALIKE.search(line):
            sign = next(filter(None, found.groups()))[-1]
            named = f"{unicodedata.name(sign).lower()} (U+{ord(sign):04X})"
            how = "delete it" if found[4] else f"write {MEANT.get(sign, 'a plain space')} instead"
            return number, f"found the sign {named}; {how}"
    return None


def _tab(error: yaml.MarkedYAMLError, lines: list[str], _: int, last: int) -> Found | None:
    line = lines[last]
    if "\t" in line[: len(line) - len(line.lstrip())] or "tab character" in str(error.problem):
        return last + 1, "a tab stands before the text; indent with spaces, two for each level"
    return None


def _quote(error: yaml.MarkedYAMLError, lines: list[str], first: int, last: int) -> Found | None:
    """A quote that is not closed, or closed too early."""
    opened = _unclosed(lines, last)
    if opened is None and error.context == "while scanning a quoted scalar":
        opened = first
    if opened is not None:
        return opened + 1, "the quote that opens here is not closed; write the same sign where the text ends"
    found = PAIR.fullmatch(lines[last])
    if not found or found[2][0] not in "'\"" or QUOTED.fullmatch(found[2]):
        return None
    written = found[2].rstrip()
    if written.count(written[0]) < 2:  # it goes on in the next line
        return None
    if written[0] == written[-1] == "'":
        right = in_quotes(written[1:-1].replace("''", "'"))
        return last + 1, f"an apostrophe within '…' is written twice: {right}"
    return last + 1, f"a text that begins with a quote stands in quotes as a whole: {in_quotes(written)}"


def _unclosed(lines: list[str], last: int) -> int | None:
    """Line of the last quote up to a line that swallows keys, which stand no further in than its own."""
    opened = None
    for token in _tokens("\n".join(lines)):
        if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
            first = int(token.start_mark.line)
            swallowed = lines[first + 1 : int(token.end_mark.line) + 1]
            if first <= last and any(
                BEGIN.match(line) and _column(line) <= _column(lines[first]) for line in swallowed
            ):
                opened = first
    return opened


def _column(line: str) -> int:
    """Column in which the text of a line begins, after the dash of a list."""
    return len(line) - len(line.lstrip(" -"))


def _tokens(text: str) -> Iterator[yaml.Token]:
    """Tokens of a text as far as they can be told apart."""
    try:
        yield from yaml.scan(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError:
        return


def _colon(error: yaml.MarkedYAMLError, lines: list[str], first: int, last: int) -> Found | None:
    """A colon in a text without quotes, one without a space after it, or one that is missing."""
    if found := TWO_COLONS.search(lines[last]):
        return last + 1, f"a text with a colon in it stands in quotes: {found[1]}: {in_quotes(found[2].strip())}"
    above = next((at for at in range(last - 1, -1, -1) if lines[at].strip()), last)
    unfound = "could not find expected ':'" in str(error.problem)
    for at in (first, last, above):
        if (unfound or "mapping values" in str(error.problem)) and (close := CLOSE.fullmatch(lines[at])):
            return at + 1, f"a space is missing after the colon: {close[1]}: {short(close[2])}"
    bare = first if unfound else above
    if re.fullmatch(r"\s*[\w-]+\s*", lines[bare]) and bare < last:
        return bare + 1, f"a colon is missing: {lines[bare].strip()}:"
    return None


def _sign(error: yaml.MarkedYAMLError, lines: list[str], _: int, last: int) -> Found | None:
    """A value that begins with a sign that means something else."""
    found = PAIR.fullmatch(lines[last])
    if "block sequence entries" in str(error.problem) and found:
        return last + 1, f"a list begins on the line below its key: {short(found[2])}"
    if found and found[2][0] in "@`%*&!|>?,]}":
        return last + 1, f"a text that begins with '{found[2][0]}' stands in quotes: {in_quotes(found[2].rstrip())}"
    return None


def _bracket(error: yaml.MarkedYAMLError, _: list[str], first: int, last: int) -> Found | None:
    """A bracket that is not closed before the next line begins with a key of its own."""
    closing = {"while parsing a flow sequence": "]", "while parsing a flow mapping": "}"}.get(str(error.context))
    if closing and first < last:
        return first + 1, f"the bracket that opens here is not closed; write {closing} where it ends"
    return None


def _indent(error: yaml.MarkedYAMLError, lines: list[str], _: int, last: int) -> Found | None:
    """A line that begins in a column of its own."""
    if "expected '-' indicator" in str(error.problem):
        return last + 1, "this line stands in the column of a list, whose items begin with '- '"
    alike = any(_column(line) == _column(lines[last]) for line in lines[:last])
    strays = "mapping values" in str(error.problem) or ("expected key" in str(error.problem) and not alike)
    if strays and BEGIN.match(lines[last]):
        return last + 1, "this line is indented like none above it; what belongs together begins in one column"
    return None


def encoding_slip(content: bytes, start: int) -> str | None:
    """Sentence on the encoding of a file that is no UTF-8 text from a byte on, and how to mend it; None if unknown."""
    high = [byte for byte in content if byte > 0x7F]
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "looks like UTF-16, which Windows calls Unicode; save it as UTF-8"
    if len(high) < MANY:
        return None
    cyrillic = sum(byte >= 0xE0 for byte in high) > len(high) * 0.6  # nearly all small letters, but few of GBK's bytes
    name, called = ("cp1251", "Windows-1251 (Cyrillic)") if cyrillic else ("gb18030", "GBK (Chinese)")
    line = content.split(b"\n")[content.count(b"\n", 0, start)].decode(name, errors="replace").strip()
    return None if "\ufffd" in line else f"looks like {called}; save it as UTF-8, so that it reads: {short(line)}"
