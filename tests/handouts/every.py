"""Make the briefings of everything, in every language: run `python -m tests.handouts.every <folder>`.

It takes a quarter of an hour; the tests make a few of them.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from time import perf_counter

from pypdf import PdfReader

from dashboard.catalogue.filtering import Filter
from dashboard.handouts.briefing import briefing
from dashboard.handouts.content import Request
from dashboard.loading import CONFIG, Snapshot, load_all
from dashboard.state import State

ADDRESS = "https://atlas.example/?lang={}&selected={}"


def subjects(snapshot: Snapshot) -> Iterator[str]:
    """Keys of all that has a briefing; "" is the whole table."""
    catalogue = snapshot.catalogue
    yield from ("", *catalogue.pairs, *catalogue.units, *catalogue.places, *catalogue.sectors)


def request(snapshot: Snapshot, language: str, key: str) -> Request:
    """Request for a briefing of a key as the page of that key would make it."""
    address = ADDRESS.format(language, key)
    if key in snapshot.catalogue.sectors:
        return Request(snapshot, State(language, filter=Filter(sectors=frozenset({key}))), key, address)
    return Request(snapshot, State(language, selected=key or None), address=address)


def main(folder: str) -> None:
    """Make them all, brief and full, and tell of each how long it took, how many pages it has and how large it is."""
    snapshot = load_all(CONFIG)
    for key in subjects(snapshot):
        for language in snapshot.translators:
            for full in (False, True):
                begun = perf_counter()
                made = briefing(request(snapshot, language, key), full=full)
                seconds = perf_counter() - begun
                name = f"{key or 'whole'}-{language}{'-full' if full else ''}.pdf"
                (Path(folder) / name).write_bytes(made)
                pages = len(PdfReader(BytesIO(made)).pages)
                print(name, f"{seconds:.2f} s", f"{pages} pages", f"{len(made) / 1000:.0f} kB", sep="\t", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
