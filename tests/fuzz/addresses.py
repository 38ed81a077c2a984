"""Addresses that nobody should write: of pages, downloads, hand-outs and files, with parameters mangled on the way."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from urllib.parse import quote

from starlette.types import ASGIApp

from dashboard.handouts.forms import FORMS
from dashboard.loading import Snapshot
from dashboard.state import CHOSEN, FIELDS
from tests.asgi import ask
from tests.mutants import HOSTILE

PATHS = (
    "/",
    "/explore",
    "/insights",
    "/compare",
    "/data",
    "/dossier",
    "/sectors",
    "/stories",
    "/changes",
    "/about",
    "/None",
    "/a/a",
)
ROUTES = ("/download/csv", "/download/geojson", "/download/x", *(f"/handout/{form}" for form in FORMS), "/code")
FILES = ("/static/none", "/app/static/none.js", "/app/static/../cli.py", "/app/static/build/", "/config-version")
PARAMETERS = (*FIELDS, *CHOSEN, "lang", "theme", "years", "years_by", "text", "compare", "step", "editor", "x")
MANGLED = ("%", "%00", "%ff%fe", "%F0%9F%98%80", "+", "%20", "..%2f", "%0d%0aX: y", "=", "&", "#", "'\"<>", "%u0041")
ANSWERS = {200, 204, 301, 307, 400, 404, 405, 414}

REFUSED = "handout"
"""Routes that would make a whole hand-out of an address that is right; the fuzzing asks them only for wrong ones."""


def addresses(snapshot: Snapshot, seed: int, count: int) -> Iterator[str]:
    """Yield addresses: a path and up to six parameters, whose values are known keys, mangled ones or hostile."""
    draw = Random(seed)  # noqa: S311 - reproducible by its seed
    catalogue = snapshot.catalogue
    known = [*catalogue.keys, *catalogue.sectors, *catalogue.atlas.languages, *catalogue.stories, "ranked", "2016-2020"]
    for _ in range(count):
        path = draw.choice(draw.choice((PATHS, PATHS, ROUTES, FILES)))
        pairs = [
            f"{_mangled(draw.choice(PARAMETERS), draw, 20)}={_value(known, draw)}" for _ in range(draw.randint(0, 6))
        ]
        if REFUSED in path:
            pairs.append("x=1")
        yield f"{_mangled(path, draw, 10)}?{'&'.join(pairs)}"


def use(address: str, app: ASGIApp) -> str:
    """Ask for an address; raises AssertionError unless it is answered with a page, a file or a refusal in words."""
    answer = ask(app, address, host="localhost")
    assert answer.status in ANSWERS, answer.status
    assert b"Traceback" not in answer.content
    return f"answered {answer.status}"


def _mangled(text: str, draw: Random, rarity: int) -> str:
    if draw.randrange(rarity):
        return text
    at = draw.randint(1, len(text))
    return text[:at] + draw.choice(MANGLED) + text[at:]


def _value(known: list[str], draw: Random) -> str:
    match draw.randrange(5):
        case 0 | 1:
            return _mangled(draw.choice(known), draw, 3)
        case 2:
            return quote(draw.choice(list(HOSTILE.values()))[: draw.choice((10, 300, 20_000))])
        case 3:
            return quote(
                "".join(chr(draw.choice((draw.randrange(32, 127), draw.randrange(0x300, 0xD7FF)))) for _ in range(20))
            )
    return draw.choice(MANGLED) * draw.choice((1, 3, 200))
