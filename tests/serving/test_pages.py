"""The HTML page around everything: language, first words, the list of files, and Streamlit, which starts later."""

import gzip
import json
import re
from dataclasses import replace
from functools import partial
from urllib.parse import quote

import pytest

from dashboard.app import app
from dashboard.loading import CONFIG, Snapshot, load_all
from dashboard.published import files, store
from dashboard.serving import pages
from dashboard.serving.pages import language_of, page_html, streamlit_html
from tests.asgi import ask

LOADED = load_all(CONFIG)
TITLES = {
    "en": "Three Belarusian regions have six Chinese twins",
    "ru": "У трёх регионов Беларуси — шесть побратимов в Китае",
    "zh": "白俄罗斯三个州与中国六个省市结好",
}


@pytest.fixture(autouse=True)
def layers(monkeypatch, tmp_path):
    """The folder for published files."""
    monkeypatch.setattr(store, "FOLDERS", [tmp_path / "layers"])
    return tmp_path / "layers"


def named(title: str) -> Snapshot:
    """The shipped table, loaded anew, under another title and without a headline."""
    loaded = load_all(CONFIG)
    titles = dict.fromkeys(loaded.catalogue.atlas.languages, title)
    atlas = loaded.catalogue.atlas.model_copy(update={"title": titles, "finding": {}})
    return replace(loaded, catalogue=replace(loaded.catalogue, atlas=atlas))


def list_in(page: str) -> dict:
    found: dict = json.loads(re.search(r'<script type="application/json" id="atlas">(.*?)</script>', page)[1])
    return found


@pytest.mark.parametrize(
    ("chosen", "accepted", "language"),
    [
        ("zh", "ru", "zh"),
        ("", "ru-BY,ru;q=0.9,en;q=0.8", "ru"),
        ("", "de-DE, de;q=0.9, ZH-cn;q=0.5", "zh"),
        ("tlh", "fr", "en"),
        ("", "", "en"),
        ("", "*;q=0.1,,;", "en"),
    ],
)
def test_the_address_chooses_the_language_before_the_browser(chosen, accepted, language):
    assert language_of(chosen, accepted, LOADED) == language


@pytest.mark.parametrize("language", TITLES)
def test_the_first_words_are_in_the_page_itself(language):
    page = page_html(LOADED, language)
    assert f'<html lang="{language}" dir="ltr">' in page
    bound = page.replace("\N{NO-BREAK SPACE}", " ")
    assert f'<twinned-stage data-page="explore">\n<h1>{TITLES[language]}</h1><p>' in bound
    assert "<h1>" not in page_html(LOADED, language, page="dossier"), "which has a title of its own"
    assert f"<title>{LOADED.catalogue.atlas.title[language]}</title>" in bound


def test_the_first_words_are_found_once_for_a_table_and_a_language(monkeypatch):
    found = []
    monkeypatch.setattr(pages, "finding", lambda _, words: found.append(words.t.language) or ("Title", "Lead"))
    before, after = load_all(CONFIG), load_all(CONFIG)
    for snapshot, language in [(before, "en"), (before, "ru"), (before, "en"), (after, "en"), (before, "ru")]:
        page_html(snapshot, language)
    assert found == ["en", "ru", "en"]


@pytest.mark.parametrize(("theme", "query"), [("dark", "lang=ru&amp;theme=dark"), ("", "lang=ru"), ("<b>", "lang=ru")])
def test_the_page_for_an_unknown_address_keeps_language_and_theme_in_its_links(theme, query):
    html = ask(app, f"/nonsense?lang=ru&theme={quote(theme)}", host="localhost").content.decode()
    links = re.findall(r'<a href="([^"]*)"', html)
    assert len(links) > len(LOADED.translators["ru"].find("nav"))
    assert {link.partition("?")[2] for link in links} == {query}
    assert ('data-theme="dark"' in html) == (theme == "dark")


def test_a_hostile_title_is_text():
    page = page_html(named("</h1></title><script>alert(1)</script> & more"), "en")
    assert "<script>alert" not in page
    assert "<title>&lt;/h1&gt;&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; more</title>" in page


def fetched_early(page: str) -> list[str]:
    """Files that a browser fetches before the script that asks for them."""
    return re.findall(r'<link rel="preload" as="fetch" crossorigin href="\./([^"]*)"', page)


def test_the_list_of_files_stands_in_the_page_and_is_fetched_early(layers):
    page = page_html(LOADED, "ru")
    listed = list_in(page)
    assert listed == files.published(LOADED.catalogue, LOADED.translators)["files"]
    assert all((layers / url.rpartition("/")[2]).exists() for url in (listed["table"], *listed["words"].values()))
    assert fetched_early(page) == [listed["table"], listed["words"]["ru"]]


@pytest.mark.parametrize("layout", ["facing", "geographic", "ranked"])
def test_a_page_with_the_map_fetches_its_layout_and_its_widest_sheet_early(layers, layout):
    page = page_html(LOADED, "ru", layout)
    listed = list_in(page)
    _table, _words, map_file, *sheet = fetched_early(page)
    assert map_file == listed["maps"][layout]["ru"]
    widest, *_ = json.loads((layers / map_file.rpartition("/")[2]).read_text())["sheets"]
    assert sheet == list(widest["urls"].values())
    assert fetched_early(page_html(LOADED, "ru", "nonsense")) == [listed["table"], listed["words"]["ru"]]


def test_what_cannot_be_written_stands_in_the_page_and_does_not_end_its_script(layers):
    layers.write_text("a file, where the folder should be")
    page = page_html(named("</script><script>alert(1)</script>"), "en")
    assert "<script>alert" not in page
    assert list_in(page)["words"]["en"]["title"] == "</script><script>alert(1)</script>"
    assert 'rel="preload"' not in page
    assert '<meta name="atlas-files" content="">' in page


def test_streamlit_waits_in_a_template():
    page = page_html(LOADED, "en")
    before, waiting = page.split('<template id="streamlit">')
    assert streamlit_html().count("<script") == 1
    assert waiting.startswith(f"{streamlit_html()}</template>")
    assert "/static/js/" not in before
    assert page.index("./app/static/build/page-") < page.index("</head>")


def test_a_page_whose_map_nobody_has_changed_begins_with_a_picture_of_it():
    page = page_html(LOADED, "en", plain=True)
    assert page.count('<use href="#sketch-BY"') == page.count('<use href="#sketch-CN"') == 3
    assert page.index('id="sketch"') < page.index("<twinned-stage ")
    assert 'id="sketch"' not in page_html(LOADED, "en")
    assert len(gzip.compress(page.encode())) < 10_000


def test_a_page_is_made_once_for_all_who_ask_and_again_when_it_is_not_fresh(monkeypatch):
    made = []
    monkeypatch.setattr(pages, "page_html", lambda *asked, **how: made.append(asked) or page_html(*asked, **how))
    kept = {}
    monkeypatch.setattr(pages, "_pages", lambda _: kept)
    ask_for = partial(ask, app, host="localhost")
    first, again = ask_for("/?lang=ru&theme=dark"), ask_for("/?lang=ru")
    assert (first.status, len(made)) == (200, 1)
    assert (again.content, sorted(again.headers)) == (first.content, sorted(first.headers))
    for address in ("/?lang=en", "/?lang=ru&layout=ranked", "/?lang=ru&selected=BY-MI", "/dossier?lang=ru"):
        assert ask_for(address).content != first.content
    assert len(made) == 5
    for nonsense in ("a", "b"):  # fills no memory
        ask_for(f"/?lang=ru&layout={nonsense}")
    assert len(made) == 6
    monkeypatch.setattr(pages, "FRESH", 0)
    assert ask_for("/?lang=ru").content == first.content
    assert len(made) == 7
