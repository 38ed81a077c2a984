"""Hand-outs written to a folder: one of a view, or those of every pair and region in every language."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs

from dashboard.catalogue.filtering import Filter, select
from dashboard.handouts.content import Request
from dashboard.handouts.forms import FORMS, file_name
from dashboard.handouts.service import request_of
from dashboard.loading import Snapshot, load_all
from dashboard.published.files import published
from dashboard.state import State

Asked = tuple[str, State, str | None, str]
"""A form, a state, the sector that it is of, and the address of the view."""


def of_view(view: str, form: str, address: str, snapshot: Snapshot) -> Asked | None:
    """The hand-out of a view, as the query of an address says it; None if the query names something unknown."""
    request = request_of(parse_qs(view.lstrip("?")), snapshot, _at(address, view.lstrip("?")))
    return (form, request.state, request.sector, request.address) if request else None


def of_all(form: str, address: str, snapshot: Snapshot) -> Iterator[Asked]:
    """Yield the hand-out of every pair and region that has records, in every language."""
    catalogue = snapshot.catalogue
    view = select(catalogue, Filter())
    sides = {side for row in view.rows for side in row.pair.sides}
    for key in (*view.pairs, *(code for code in catalogue.units if code in sides)):
        for language in snapshot.translators:
            query = f"lang={language}&selected={key}"
            yield form, State(language, selected=key), None, _at(address, query)


def _at(address: str, query: str) -> str:
    return f"{address.rstrip('/')}/?{query}" if address else ""


def write(asked: Iterable[Asked], folder: Path, config: Path) -> list[str]:
    """Make hand-outs in two processes, saying how many are done; return a line for each that failed."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted, failures = list(asked), []
    snapshot = load_all(config)
    published(snapshot.catalogue, snapshot.translators)  # once, before both processes look for it
    with ProcessPoolExecutor(min(2, len(wanted))) as pool:
        futures = {pool.submit(_write, each, folder, config): each for each in wanted}
        for done, future in enumerate(as_completed(futures), 1):
            if error := future.exception():
                form, state, sector, _ = futures[future]
                subject = state.selected or sector or "all"
                failures.append(f"{form} of {subject} in {state.language}: {type(error).__name__}: {error}")
            print(f"\r{done} of {len(wanted)}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return sorted(failures)


def _write(asked: Asked, folder: Path, config: Path) -> None:
    form, state, sector, address = asked
    request = Request(_snapshot(config), state, sector, address)
    (folder / file_name(request, form)).write_bytes(FORMS[form](request))


@cache
def _snapshot(config: Path) -> Snapshot:
    """Return the table; each process loads it once."""
    return load_all(config)
