"""The one-file page: the map with all that it is drawn from, for a browser without a server or a network."""

from __future__ import annotations

import hashlib
import json
import lzma
import re
from base64 import b64encode
from collections.abc import Iterator, Set
from pathlib import Path
from urllib.parse import urlencode, urljoin, urlsplit

from markupsafe import Markup

from dashboard.catalogue.filtering import Filter, select
from dashboard.catalogue.kept import kept
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.quality import as_of
from dashboard.components.built import BUILD, STATIC, built
from dashboard.exports.extract import conditions
from dashboard.handouts.content import Request
from dashboard.handouts.webfont import webfont
from dashboard.html.render import MAP_PAGE, environment
from dashboard.published.files import contents, published
from dashboard.state import to_query
from dashboard.text.finding import finding
from dashboard.text.phrases import Phrases
from dashboard.text.translator import Translator

OWN = "date", "onefile"
"""Groups of the texts of the interface that the page says besides those in its files."""

LIST, SCRIPT = "list", "script"
"""Names of the list of all files in the page, and of the script that draws it, which is packed with them."""

PACKING = {"id": lzma.FILTER_LZMA1, "preset": 9, "dict_size": 1 << 23, "nice_len": 273, "lc": 3, "lp": 0, "pb": 0}
"""Format in which all files are packed: as one, so that what they have in common is there once. The last three are what
`frontend/src/unpack` expects."""

REFUSED, TAIL, FIRST = b"\0\r<", 9, 0xA0
"""Characters that HTML changes or that may end a script. In place of one of them and of so many bits after it stands a
letter, from a block of letters for each; the first of these letters. `frontend/src/unpack/letters.js` reads them."""

PRINTED = Path(__file__).parent / "fonts"
CUT = {
    "inter-latin-ext.woff2": "Inter-400.ttf",
    "noto-sans-sc-400.woff2": "NotoSansSC-400.ttf",
    "noto-sans-sc-600.woff2": "NotoSansSC-600.ttf",
}
"""Large fonts of the page, of which the file has only the characters in use: cut from their twins for paper."""

FACE = re.compile(
    r"@font-face\{font-family:([^;]+);(?:font-weight:([^;]+);)?src:url\(\.\./fonts/([^)]+)\);unicode-range:([^}]+)\}"
)
"""A face in the built style: its family, weights, font and ranges of characters."""

POLICY = (
    "default-src 'none'; script-src '{unpack}' '{script}'; style-src-elem '{style}'; "
    "base-uri 'none'; form-action 'none'"
)
"""Policy of the page, with the hashes of its scripts and its style: nothing from outside, and no other script."""


def one_file(request: Request) -> bytes:
    """HTML page of the map, which opens with the state of a request and refers to the atlas if that has an address."""
    snapshot, state = request.snapshot, request.state
    catalogue, t = snapshot.catalogue, snapshot.translators[state.language]
    address = request.address and urljoin(request.address, ".")
    translators = tuple(snapshot.translators.values())
    parts = _parts(catalogue, translators)
    words = Phrases(catalogue, t)
    headline, lead = finding(select(catalogue, Filter()), words)
    return (
        environment()
        .get_template("onefile.html")
        .render(
            parts,
            t=t,
            name=catalogue.atlas.title,
            translators=translators,
            language=state.language,
            asked=urlencode(to_query(state), doseq=True),
            address=address,
            host=urlsplit(address).netloc,
            list=LIST,
            map_page=MAP_PAGE,
            title=" · ".join([t.text(catalogue.atlas.title), *conditions(state.filter, words)]),
            headline=headline,
            lead=lead,
            as_of=as_of(catalogue),
            licence=catalogue.atlas.licence,
        )
        .encode()
    )


@kept(on="catalogue", most=1)
def _parts(catalogue: Catalogue, every: tuple[Translator, ...]) -> dict[str, object]:
    """Policy, style, script and packed files, which are the same for every state."""
    translators = {t.language: t for t in every}
    listed = json.dumps(published(catalogue, translators)["files"], ensure_ascii=False)
    files = {LIST: listed.encode(), **contents(catalogue, translators)}
    texts = [json.dumps([t.find(group) for group in OWN], ensure_ascii=False) for t in every]
    style = (BUILD / built("page", "css")).read_text(encoding="utf-8")
    fonts = _fonts(style, set("".join([*texts, *(content.decode() for content in files.values())])))
    style = FACE.sub("", style)
    script, unpack = ((BUILD / built(name, "js")).read_text(encoding="utf-8") for name in ("onefile", "unpack"))
    named = [({"id": name}, content) for name, content in {**files, SCRIPT: script.encode()}.items()]
    parts = [*fonts, *named]
    head = json.dumps([{"size": len(content), **about} for about, content in parts])
    packed = b"\0".join([head.encode(), b"".join(content for _, content in parts)])
    return {
        "policy": POLICY.format(unpack=_digest(unpack), script=_digest(script), style=_digest(style)),
        "style": Markup(style),  # noqa: S704 - our own
        "unpack": Markup(unpack),  # noqa: S704 - our own
        "packed": Markup(letters(lzma.compress(packed, lzma.FORMAT_RAW, filters=[PACKING]))),  # noqa: S704 - has no "<"
        "size": len(packed),
    }


def letters(content: bytes) -> str:
    """Bytes as text of a script: seven bits make a character of ASCII, and with UTF-8 a seventh less than as base64."""
    found, bits, count = [], 0, 0
    for byte in content + bytes(2):
        bits, count = bits << 8 | byte, count + 8
        while count >= 7 + TAIL:
            count -= 7
            letter, bits = bits >> count, bits & (1 << count) - 1
            if letter in REFUSED:
                count -= TAIL
                letter, bits = FIRST + (REFUSED.index(letter) << TAIL) + (bits >> count), bits & (1 << count) - 1
            found.append(chr(letter))
    return "".join(found)


def _fonts(style: str, characters: Set[str]) -> Iterator[tuple[dict[str, str], bytes]]:
    """Each face of a style, as `FontFace` of a browser takes it, with its font as far as these characters need it."""
    for family, weight, name, ranges in FACE.findall(style):
        used = _within(ranges, characters)
        if not used:
            continue
        whole = (STATIC / "fonts" / name).read_bytes()
        font = webfont((PRINTED / CUT[name]).read_bytes(), used) if name in CUT else whole
        yield {"family": family, "weight": weight or "normal", "unicodeRange": ranges}, font


def _within(ranges: str, characters: Set[str]) -> set[str]:
    """Those characters that are in the ranges of a face, as in "U+0000-00FF,U+0131"."""
    spans = [[int(end, 16) for end in part.split("-")] for part in ranges.replace("U+", "").split(",")]
    return {each for each in characters if any(span[0] <= ord(each) <= span[-1] for span in spans)}


def _digest(text: str) -> str:
    return f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
