"""Hand-outs written to a folder: one of a view, or those of every pair and region in every language."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from urllib.parse import parse_qs

from dashboard.catalogue.filtering import Filter, select
from dashboard.handouts.content import Request
from dashboard.handouts.forms import can_be_made, file_name
from dashboard.handouts.service import AT_ONCE, pickled, request_of
from dashboard.handouts.worker import Workers
from dashboard.loading import Snapshot
from dashboard.published.files import published
from dashboard.state import State

Asked = tuple[str, State, str | None, str]
"""A form, a state, the sector that it is of, and the address of the view."""


def of_view(view: str, form: str, address: str, snapshot: Snapshot) -> Asked | None:
    """The hand-out of a view, as the query of an address says it; None if the query names something unknown."""
    request = request_of(parse_qs(view.lstrip("?")), snapshot, _at(address, view.lstrip("?")))
    return (form, request.state, request.sector, request.address) if request else None


def of_all(form: str, address: str, snapshot: Snapshot) -> Iterator[Asked]:
    """Yield the hand-out of every pair and region that has records, in every language for which there are fonts."""
    catalogue = snapshot.catalogue
    view = select(catalogue, Filter())
    sides = {side for row in view.rows for side in row.pair.sides}
    for key in (*view.pairs, *(code for code in catalogue.units if code in sides)):
        for language in (code for code in snapshot.translators if can_be_made(form, code)):
            query = f"lang={language}&selected={key}"
            yield form, State(language, selected=key), None, _at(address, query)


def _at(address: str, query: str) -> str:
    return f"{address.rstrip('/')}/?{query}" if address else ""


def write(asked: Iterable[Asked], folder: Path, snapshot: Snapshot) -> list[str]:
    """Make hand-outs in two processes, saying how many are done; return a line for each that failed."""
    folder.mkdir(parents=True, exist_ok=True)
    published(snapshot.catalogue, snapshot.translators)  # once, before both processes look for it
    return sorted(asyncio.run(_write([*asked], folder, snapshot)))


async def _write(wanted: Sequence[Asked], folder: Path, snapshot: Snapshot) -> list[str]:
    workers, turn, failures, done = Workers(), asyncio.Semaphore(AT_ONCE), [], 0

    async def make(each: Asked) -> None:
        nonlocal done
        form, state, sector, address = each
        async with turn:
            try:
                content = await workers.make((pickled(snapshot), state, sector, address, form))
                name = file_name(Request(snapshot, state, sector, address), form)
                (folder / name).write_bytes(content)
            except (RuntimeError, OSError, EOFError) as error:
                subject = state.selected or sector or "all"
                failures.append(f"{form} of {subject} in {state.language}: {str(error).strip().splitlines()[-1]}")
        done += 1
        print(f"\r{done} of {len(wanted)}", end="", file=sys.stderr, flush=True)

    await asyncio.gather(*map(make, wanted))
    print(file=sys.stderr)
    return failures
