"""The ASGI application, loaded by `streamlit run dashboard/app.py`, `twinned serve` and `uvicorn dashboard.app:app`.

It adds to Streamlit an HTML page with the head and the stage of the atlas, which start before Streamlit, a route that
returns the version of config/, and one that makes files to download.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

# `streamlit run` puts this folder on sys.path, where html/ would shadow the module of the standard library.
if (here := str(Path(__file__).parent)) in sys.path:
    sys.path.remove(here)

import gzip
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from difflib import get_close_matches
from functools import cache
from urllib.parse import unquote, urlencode

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from streamlit import file_util
from streamlit.starlette import App

from dashboard.catalogue.filtering import Filter, select
from dashboard.catalogue.kept import kept
from dashboard.catalogue.model import Catalogue
from dashboard.components.built import built
from dashboard.compressed import HashedFiles
from dashboard.downloads import download
from dashboard.editor import COOKIE, PARAMETER, editor_key, shows_key, token_of, without_key
from dashboard.handouts.service import handout, qr_code, queue
from dashboard.html.render import MAP_PAGE, environment
from dashboard.loading import PROCESS, Snapshot, live
from dashboard.published.files import atlas_list, published
from dashboard.serving import health
from dashboard.serving.logs import RequestLog
from dashboard.state import LAYOUTS
from dashboard.text.finding import finding
from dashboard.text.phrases import Phrases
from dashboard.text.translator import Translator
from dashboard.views.parts.failure import handle_failure

SCRIPT = Path(__file__).parent / "main.py"
WITH_MAP = (MAP_PAGE, "dossier")
"""Pages that show the map; that of a sector is framed as a dossier (`frontend/src/stage/index.js`)."""

LONGEST_NAME = 60
"""Characters of the name of a missing page that are shown."""

THEMES = ("light", "dark")
"""Themes that an address can choose."""

PLAIN = {"lang", "theme", "embed"}
"""Parameters of the address that leave the map as its first picture shows it."""


def config_version(_: Request) -> Response:
    """Token of this process and version of config/, polled by every open page (`frontend/src/reload`)."""
    return PlainTextResponse(f"{PROCESS} {live().get().version}", headers={"Cache-Control": "no-store"})


def files_of_page(_: Request) -> Response:
    """List of the published files, for a page that was made by another copy with another table."""
    snapshot = live().get()
    return JSONResponse(atlas_list(snapshot.catalogue, snapshot.translators), headers={"Cache-Control": "no-store"})


async def serve_page(request: Request, call_next: RequestResponseEndpoint) -> Response:
    """Serve `page_html` for every page, also under a name that is written in another way; else `missing_html`."""
    response = await call_next(request)
    kind, is_file = response.headers.get("content-type", ""), "content-disposition" in response.headers
    if not kind.startswith("text/html") or response.status_code != 200 or is_file:
        return response
    snapshot, url = live().get(), request.url
    language = language_of(request.query_params.get("lang", ""), request.headers.get("accept-language", ""), snapshot)
    asked = unquote(url.path.rpartition("/")[2])
    page = "" if (name := asked.strip().lower()) == MAP_PAGE else name
    headers = {"Cache-Control": "no-cache", "Vary": "Accept-Language, Accept-Encoding"}
    if PARAMETER in request.query_params:
        return let_in(request)
    if page and page not in page_names(snapshot, language):
        missing = missing_html(asked, snapshot, language, request.query_params.get("theme", ""))
        return HTMLResponse(missing, status_code=404, headers=headers)
    if page != asked:
        return RedirectResponse(f"./{page}{'?' if url.query else ''}{url.query}", headers=headers)
    frame = "dossier" if page == "sectors" and len(request.query_params.getlist("sectors")) == 1 else page or MAP_PAGE
    layout = request.query_params.get("layout", LAYOUTS[0]) if frame in WITH_MAP else ""
    plain = not page and request.query_params.keys() <= PLAIN
    # The first one after an edit makes the files.
    html = (await run_in_threadpool(page_html, snapshot, language, layout, frame, plain=plain)).encode()
    if "gzip" in request.headers.get("accept-encoding", ""):
        html, headers["Content-Encoding"] = gzip.compress(html, 6), "gzip"
    return HTMLResponse(html, headers=headers)


def let_in(request: Request) -> Response:
    """Redirect an address that carries the key of the editor to one without it, with a cookie if the key is right."""
    query = without_key(request.query_params.multi_items())
    answer = RedirectResponse(f"./{request.url.path.rpartition('/')[2]}{'?' if query else ''}{query}")
    if shows_key(request.query_params[PARAMETER], key := editor_key()):
        secure = request.url.scheme == "https"
        answer.set_cookie(COOKIE, token_of(key), httponly=True, samesite="lax", secure=secure)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def language_of(chosen: str, accepted: str, snapshot: Snapshot) -> str:
    """Language of the address, else the first of the browser's that the atlas has, else the first of the atlas.

    A region or a quality after a language, as in "ru-RU;q=0.8", does not matter.
    """
    languages = snapshot.catalogue.atlas.languages
    asked = (re.split("[-_;]", entry.strip().lower())[0] for entry in (chosen, *accepted.split(",")))
    return next((code for code in asked if code in languages), next(iter(languages)))


def page_names(snapshot: Snapshot, language: str) -> dict[str, str]:
    """Name of each page in a language, by its path."""
    names: dict[str, str] = snapshot.translators[language].find("nav")
    return names


def missing_html(asked: str, snapshot: Snapshot, language: str, theme: str = "") -> str:
    """HTML page for an address that names no page: the pages, those with the nearest names first, in the same theme."""
    t, names = snapshot.translators[language], page_names(snapshot, language)
    near = get_close_matches(asked.lower(), names, n=len(names), cutoff=0.5)
    template = environment().get_template("missing.html")
    chosen = {"theme": theme} if theme in THEMES else {}
    return template.render(
        t=t,
        query=urlencode({"lang": language, **chosen}),
        theme=chosen.get("theme"),
        name=t.text(snapshot.catalogue.atlas.title),
        asked=asked[:LONGEST_NAME],
        near=[(page, names[page]) for page in near],
        pages=names.items(),
        style=built("page", "css"),
        shared=built("shared", "js"),
    )


def page_html(snapshot: Snapshot, language: str, layout: str = "", page: str = MAP_PAGE, *, plain: bool = False) -> str:
    """HTML page with head, bar and stage, their first words as text, and Streamlit, which starts after them.

    With a layout, browsers fetch the map before the script that asks for it: its sheet for wide windows, the commonest.
    A `plain` page is one whose map nobody has changed: it begins with the first picture.
    """
    catalogue, t = snapshot.catalogue, snapshot.translators[language]
    made = published(catalogue, snapshot.translators)
    files = made["files"]
    maps = [layout] if layout in LAYOUTS else []
    title, lead = first_words(catalogue, t)
    return (
        environment()
        .get_template("page.html")
        .render(
            streamlit=streamlit_html(),
            language=language,
            page=page,
            map_page=MAP_PAGE,
            name=t.text(catalogue.atlas.title),
            title=title,
            lead=lead,
            sketch=Markup(made["sketch"]) if plain else "",  # noqa: S704 - escaped by Jinja
            files=files,
            list=made["list"],
            early=[files["table"], files["words"][language], *(files["maps"][each][language] for each in maps)],
            sheet=[url for each in maps for url in made["sheets"][each][language]],
            style=built("page", "css"),
            script=built("stage", "js"),
            shared=built("shared", "js"),
        )
    )


@kept(on="catalogue")
def first_words(catalogue: Catalogue, t: Translator) -> tuple[str, str]:
    """Headline and lead of the whole table; cached, since every page that is asked for needs them."""
    return finding(select(catalogue, Filter()), Phrases(catalogue, t))


@cache
def streamlit_html() -> Markup:
    """Scripts and styles of Streamlit's HTML page, in its own order."""
    html = (Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")
    tags = re.findall(r'<script type="module"[^>]*></script>|<link rel="(?:modulepreload|stylesheet)"[^>]*>', html)
    return Markup("".join(tags))  # noqa: S704 - Streamlit's own


@asynccontextmanager
async def lifespan(_: App) -> AsyncIterator[None]:
    """Load the table at start-up; publish the files that browsers fetch, then and after each edit."""
    live().on_load(health.prepare)
    yield


app = App(
    SCRIPT,
    lifespan=lifespan,
    routes=[
        Route("/config-version", config_version),
        Route("/atlas-files", files_of_page),
        Route("/download/{form}", download),
        Route("/handout/{form}", handout),
        Route("/handouts", queue),
        Route("/code", qr_code),
        *health.ROUTES,
    ],
    middleware=[Middleware(RequestLog), Middleware(HashedFiles), Middleware(BaseHTTPMiddleware, dispatch=serve_page)],
    on_script_error=handle_failure,
)
