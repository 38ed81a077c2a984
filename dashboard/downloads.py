"""Files to download: the addresses of them, and the route that makes a file for an address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from urllib.parse import urlencode

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response

from dashboard.attachments import attachment, refusal
from dashboard.catalogue.filtering import Filter, select
from dashboard.exports.extract import Extract
from dashboard.exports.formats import FORMATS, TABULAR, packed
from dashboard.loading import Snapshot, live
from dashboard.state import FILTERED, LONGEST_ADDRESS, TABLES, State, to_query, understood
from dashboard.text.phrases import Phrases

ONE_AT_A_TIME = CapacityLimiter(1)
"""Files are made one after the other, beside the threads that answer everything else."""


def file_address(form: str, state: State, of: str = "") -> str:
    """Address of a file, relative to a page: of one table or of all, under the filter if the state says so."""
    query = to_query(State(state.language, filter=state.filter if state.extent == FILTERED else Filter()))
    return f"download/{form}?{urlencode({**query, **({'of': [of]} if of else {})}, doseq=True)}"


def extract_of(form: str, query: Mapping[str, Sequence[str]], snapshot: Snapshot) -> Extract | None:
    """The extract that an address asks for; None unless all of it is known, and about a filter or a table."""
    asked = {name: values for name, values in query.items() if name != "of"}
    tables = query.get("of", [""])
    state = understood(asked, next(iter(snapshot.translators)), snapshot.catalogue)
    if not state or state != State(state.language, filter=state.filter) or len(tables) != 1 or form not in FORMATS:
        return None
    if tables[0] and (tables[0] not in TABLES or form not in TABULAR):
        return None
    words = Phrases(snapshot.catalogue, snapshot.translators[state.language].for_files)
    return Extract(select(snapshot.catalogue, state.filter), words, tables[0])


async def download(request: Request) -> Response:
    """Make the file that an address asks for; 404 with a sentence if there is none."""
    snapshot, form, params = live().get(), request.path_params["form"], request.query_params
    short = len(request.url.query) <= LONGEST_ADDRESS
    extract = extract_of(form, {name: params.getlist(name) for name in params}, snapshot) if short else None
    if extract is None:
        languages = snapshot.translators
        t = languages.get(params.get("lang", ""), next(iter(languages.values())))
        return refusal(t.for_files("data.refused"))
    name, content = await to_thread.run_sync(partial(packed, extract, form), limiter=ONE_AT_A_TIME)
    return attachment(name, content)
