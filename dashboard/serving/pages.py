"""The HTML pages: the one around everything, and those that say why there is none."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from time import monotonic
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from streamlit import file_util

from dashboard.catalogue.filtering import Filter, select
from dashboard.catalogue.kept import kept
from dashboard.catalogue.model import Catalogue
from dashboard.components.built import built
from dashboard.editor import COOKIE, PARAMETER, editor_key, has_desk, shows_key, token_of, without_key
from dashboard.html.render import MAP_PAGE, environment
from dashboard.loading import Snapshot, live
from dashboard.published.files import published
from dashboard.serving.headers import page_policy
from dashboard.serving.limits import RETRY
from dashboard.state import LAYOUTS
from dashboard.text.finding import finding
from dashboard.text.phrases import Phrases
from dashboard.text.translator import Translator

WITH_MAP = (MAP_PAGE, "dossier")
"""Pages that show the map; that of a sector is framed as a dossier (`frontend/src/stage/index.js`)."""

LONGEST_NAME = 60
"""Characters of the name of a missing page that are shown."""

THEMES = ("light", "dark")
"""Themes that an address can choose."""

PLAIN = {"lang", "theme", "embed"}
"""Parameters of the address that leave the map as its first picture shows it."""

EMPTY = ""
"""Style that Streamlit creates, and then fills by rules, which no policy stops."""

FRESH = 60.0
"""Seconds for which a page is served again without a look whether all its files are still there."""

HEADERS = {"Cache-Control": "no-cache", "Vary": "Accept-Language, Accept-Encoding"}


async def answer_page(request: Request, path: str) -> Response:
    """Answer `page_html` for the path of a page, also under a name that is written in another way; else 404."""
    snapshot, query, asked = live().get(), request.url.query, path.removeprefix("/")
    language = language_for(request, snapshot)
    page = "" if (name := asked.strip().lower()) == MAP_PAGE else name
    if PARAMETER in request.query_params:
        return let_in(request)
    if page and page not in page_names(snapshot, language):
        return missing_page(request, asked)
    if page != asked:
        return RedirectResponse(f"./{page}{'?' if query else ''}{query}", headers=HEADERS)
    frame = "dossier" if page == "sectors" and len(request.query_params.getlist("sectors")) == 1 else page or MAP_PAGE
    layout = request.query_params.get("layout", LAYOUTS[0]) if frame in WITH_MAP else ""
    layout = layout if layout in LAYOUTS else ""
    plain = not page and request.query_params.keys() <= PLAIN
    known = _pages(snapshot.catalogue).get((language, layout, frame, plain))
    # The first one after an edit makes the files.
    made = (
        known
        if known and monotonic() - known.at < FRESH
        else await run_in_threadpool(make_page, snapshot, language, layout, frame, plain=plain)
    )
    headers, content = {**HEADERS, "Content-Security-Policy": made.policy}, made.content
    if "gzip" in request.headers.get("accept-encoding", ""):
        content, headers["Content-Encoding"] = made.packed, "gzip"
    return HTMLResponse(content, headers=headers)


@dataclass(frozen=True)
class Page:
    """A page as it is sent, and when it was made, by the clock that only goes on."""

    content: bytes
    packed: bytes
    policy: str
    at: float


@kept(on="catalogue")
def _pages(catalogue: Catalogue) -> dict[tuple[str, str, str, bool], Page]:  # noqa: ARG001 - the pages are kept on it
    """Return the pages made of a catalogue so far, by the arguments of `page_html`."""
    return {}


def make_page(snapshot: Snapshot, language: str, layout: str, frame: str, *, plain: bool) -> Page:
    """Make a page, and keep it for the next visitors."""
    html = page_html(snapshot, language, layout, frame, plain=plain)
    content, styles = html.encode(), [EMPTY, *sketch_styles(html)] if plain else [EMPTY]
    page = Page(content, gzip.compress(content, 6), page_policy([start_script()], styles), monotonic())
    _pages(snapshot.catalogue)[language, layout, frame, plain] = page
    return page


def warm(snapshot: Snapshot) -> None:
    """Make the first page in every language, before a visitor asks for it."""
    for language in snapshot.translators:
        make_page(snapshot, language, LAYOUTS[0], MAP_PAGE, plain=True)


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


def language_for(request: Request, snapshot: Snapshot) -> str:
    """Language in which to answer a request."""
    return language_of(request.query_params.get("lang", ""), request.headers.get("accept-language", ""), snapshot)


def page_names(snapshot: Snapshot, language: str) -> dict[str, str]:
    """Name of each page in a language, by its path."""
    names: dict[str, str] = snapshot.translators[language].find("nav")
    return names


def missing_page(request: Request, asked: str) -> Response:
    """404 for an address that names nothing: the pages, those with the nearest names first."""
    snapshot = live().get()
    language = language_for(request, snapshot)
    names = page_names(snapshot, language)
    near = get_close_matches(asked.lower(), names, n=len(names), cutoff=0.5)
    title = snapshot.translators[language]("missing.title", name=asked[:LONGEST_NAME])
    return notice(request, 404, title, near=[(page, names[page]) for page in near], pages=list(names.items()))


def refused_page(request: Request, status: int, reason: str) -> Response:
    """Say in the language of the visitor why there is no page: "full", "long" or "failed"."""
    snapshot = live().get()
    t = snapshot.translators[language_for(request, snapshot)]
    answer = notice(request, status, t(f"refused.{reason}.title"), text=t(f"refused.{reason}.text"))
    if status == 503:
        answer.headers["Retry-After"] = str(RETRY)
    return answer


def notice(request: Request, status: int, title: str, **more: object) -> Response:
    """A page of a few words, in the theme of the address, whose links hold however deep that is."""
    snapshot = live().get()
    t, theme = snapshot.translators[language_for(request, snapshot)], request.query_params.get("theme", "")
    chosen = {"theme": theme} if theme in THEMES else {}
    html = (
        environment()
        .get_template("notice.html")
        .render(
            {"near": [], "pages": [], "text": "", **more},
            t=t,
            root="../" * (request.scope.get("raw_path", b"/").count(b"/") - 1) or "./",
            query=urlencode({"lang": t.language, **chosen}),
            theme=chosen.get("theme"),
            name=t.text(snapshot.catalogue.atlas.title),
            title=title,
            style=built("page", "css"),
            script=built("missing", "js"),
        )
    )
    headers = {**HEADERS, "Cache-Control": "no-store", "Content-Security-Policy": page_policy([], [])}
    return HTMLResponse(html, status_code=status, headers=headers)


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
            start=start_script(),
            language=language,
            direction=t.direction,
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
            desk=desk_words(snapshot) if has_desk() else None,
            style=built("page", "css"),
            script=built("stage", "js"),
            shared=built("shared", "js"),
        )
    )


def desk_words(snapshot: Snapshot) -> dict[str, dict[str, str]]:
    """Labels of the links from a panel to the editor's desk, by language."""
    names = ("edit", "add", "title")
    return {code: {name: t(f"desk.{name}") for name in names} for code, t in snapshot.translators.items()}


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


@cache
def start_script() -> Markup:
    """Script that stands in every page, whose hash its policy names."""
    return Markup(environment().get_template("start.js").render())  # noqa: S704 - our own


def sketch_styles(html: str) -> list[str]:
    """Style of the first picture of the map, which is made of numbers alone."""
    return re.findall(r"<style>(.*?)</style>", html, re.DOTALL)[:1]
