"""The one-file page, opened from a disk in a browser without a network: all that the map can do, and nothing asked."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from dashboard.handouts.content import Request
from dashboard.handouts.page import one_file
from dashboard.loading import CONFIG, Snapshot, load_all
from dashboard.state import State
from tests.browser.atlas import Atlas
from tests.browser.counted import LISTS, count, records
from tests.conftest import TINY
from tests.hostile import HOSTILE, complete, poison

pytestmark = pytest.mark.browser

ADDRESS = "https://atlas.example/"
QUIET = 600  # ms, after which a click is a step of its own for Back
READY = 5  # s, on a busy machine; on an idle one it takes half a second


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page without a network; afterwards: nothing but the file was asked for, and no script failed."""
    context = browser.new_context(locale="en-GB", offline=True, viewport={"width": 1280, "height": 720})
    page = context.new_page()
    asked, faults = [], []
    page.on("request", lambda it: asked.append(it.url))
    page.on("pageerror", lambda it: faults.append(str(it)))
    page.on("console", lambda it: it.type in ("error", "warning") and faults.append(it.text))
    page.on("dialog", lambda it: faults.append(it.message))
    page.on("requestfailed", lambda it: faults.append(f"{it.failure} {it.url}"))
    yield page
    context.close()
    assert asked
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert faults == []


FONTS = {"ru": "Inter", "zh": "Noto Sans SC"}

Open = Callable[..., Atlas]


@pytest.fixture(scope="module")
def shipped() -> Snapshot:
    return load_all(CONFIG)


@pytest.fixture
def opened(page: Page, shipped: Snapshot, tmp_path: Path) -> Open:
    """Make the file of a state and open it."""

    def open_file(state: State, address: str = "", snapshot: Snapshot = shipped) -> Atlas:
        file = tmp_path / "atlas #1.html"
        file.write_bytes(one_file(Request(snapshot, state, address=address)))
        page.goto(file.as_uri())
        return Atlas(page, "").settle()

    return open_file


def test_the_map_answers_clicks_search_and_filters(opened: Open, page: Page) -> None:
    atlas = opened(State("en"))
    atlas.click("unit:BY-VI")
    atlas.selected("unit:BY-VI")
    expect(atlas.panel.locator("h2")).to_have_text("Vitebsk Region")
    page.wait_for_timeout(QUIET)
    atlas.click("pair:BY-MI_CN-CQ")
    atlas.selected("pair:BY-MI_CN-CQ")
    expect(atlas.panel.locator(".sources li").first).to_have_count(1)
    page.go_back()
    atlas.selected("unit:BY-VI")
    atlas.click_nothing()
    atlas.selected("")
    atlas.filters()
    atlas.pill("sectors:medicine").click()
    left = records("medicine")
    found = sum(count(left, each) for each in LISTS)
    expect(atlas.found.locator("h2")).to_have_text(f"{found} records found")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("chongqing")
    expect(atlas.head.get_by_role("option").first).to_contain_text("Chongqing")
    page.keyboard.press("Enter")
    atlas.selected("unit:CN-CQ")


def test_a_sector_filters_the_map_instead_of_opening_its_page(opened: Open, page: Page) -> None:
    atlas = opened(State("en"))
    atlas.welcome.locator(".door", has_text="Education").click()
    expect(page).to_have_url(re.compile(r"^file:.*#lang=en&sectors=education$"))
    expect(atlas.chip("Education")).to_be_visible()
    atlas.head.locator("input").fill("tourism")
    expect(atlas.head.get_by_role("option").first).to_contain_text("Tourism")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#lang=en&sectors=tourism$"))
    page.reload()
    expect(atlas.settle().chip("Tourism")).to_be_visible()


@pytest.mark.parametrize(("language", "name"), [("ru", "Витебская область"), ("zh", "维捷布斯克州")])
def test_every_language_has_its_words_and_its_glyphs(opened: Open, page: Page, language: str, name: str) -> None:
    atlas = opened(State("en", selected="BY-VI"))
    atlas.speak(language)
    expect(atlas.panel.locator("h2")).to_have_text(name)
    expect(page.locator(f"twinned-head > p[lang={language}]:not([slot])")).to_be_visible()
    expect(page.locator("twinned-head > p:not([slot]):visible")).to_have_count(1)
    line = page.context.new_cdp_session(page)
    line.send("DOM.enable")
    line.send("CSS.enable")
    whole = line.send("DOM.getDocument", {"depth": -1, "pierce": True})["root"]
    used = {
        font["familyName"]: font["isCustomFont"]
        for node in nodes(whole)
        if node["nodeName"] == "#text" and re.search(r"\w", node["nodeValue"])
        for font in line.send("CSS.getPlatformFontsForNode", {"nodeId": node["nodeId"]})["fonts"]
    }
    assert set(used.values()) == {True}, f"drawn with a font of this machine: {used}"
    assert any(family.startswith(FONTS[language]) for family in used)


def nodes(node: dict) -> Iterator[dict]:
    """A node with all inside it, shadow roots too."""
    yield node
    for inner in (*node.get("children", ()), *node.get("shadowRoots", ())):
        yield from nodes(inner)


def test_nothing_that_needs_a_server_is_offered(opened: Open, page: Page) -> None:
    atlas = opened(State("en", selected="BY-MI_CN-CQ"))
    expect(atlas.head.locator("nav, .pages")).to_have_count(0)
    expect(atlas.panel).to_be_visible()
    expect(atlas.panel.locator("a.open")).to_be_hidden()
    assert links(page) == {"#", "https:"}
    atlas.panel.locator(".close").click()
    atlas.head.locator(".more").click()
    expect(atlas.head.locator(".card > :is(button, a):visible")).to_have_text(["Present", "Print"])
    expect(page.locator("twinned-head > p[slot=menu]:visible")).to_contain_text("As of 3 June 2025 · CC BY 4.0")
    assert links(page) == {"#", "https:"}


def test_the_atlas_is_named_if_it_has_an_address(opened: Open, page: Page) -> None:
    atlas = opened(State("ru"), ADDRESS)
    atlas.head.locator(".more").click()
    to = page.locator("twinned-head > p[slot=menu]:visible a").last
    expect(to).to_have_text("Атлас: atlas.example")
    expect(to).to_have_attribute("href", f"{ADDRESS}?lang=ru")
    expect(atlas.head.locator(".share")).to_have_count(0)


def test_a_story_is_presented_by_keys(opened: Open, page: Page) -> None:
    opened(State("en", story="partnership", step="1"))
    caption = page.locator("twinned-stage[data-presenting] .slide.now h1")
    expect(caption).to_have_text("7 regions of Belarus and 23 of China have ties on record")
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"#.*step=2\b"))
    expect(caption).not_to_contain_text("7 regions")
    page.keyboard.press("2")
    expect(page).to_have_url(re.compile("#lang=ru.*step=2"))
    expect(caption).to_have_text(re.compile("[а-я]"))
    page.keyboard.press("d")
    expect(page).to_have_url(re.compile("theme=dark"))
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(re.compile(r"step=1\b"))
    page.keyboard.press("Escape")
    expect(page.locator("twinned-stage[data-presenting]")).to_have_count(0)
    page.keyboard.press("p")
    expect(caption).to_be_visible()


def links(page: Page) -> set[str]:
    """Beginnings of all links that are seen: "#" for one to the file itself."""
    find = """() => {
      const below = root => [...root.querySelectorAll('*')].flatMap(
        each => [each, ...each.shadowRoot ? below(each.shadowRoot) : []]);
      const here = location.href.split('#')[0] + '#';
      return below(document).filter(each => each.matches('a[href]') && each.checkVisibility())
        .map(({href, protocol}) => href.startsWith(here) ? '#' : protocol);
    }"""
    return set(page.evaluate(find))


def test_it_is_ready_at_once(opened: Open, page: Page) -> None:
    opened(State("en"))
    assert page.evaluate("performance.now()") < 1000 * READY


def test_it_is_printed_with_its_map_as_lines_and_text(opened: Open, page: Page, tmp_path: Path) -> None:
    opened(State("en", selected="BY-MI_CN-CQ"))
    page.pdf(path=tmp_path / "map.pdf", prefer_css_page_size=True)
    sheet = PdfReader(tmp_path / "map.pdf").pages[0]
    text = sheet.extract_text()
    for part in ("Belarus – China · twinned regions", "As of 3 June 2025", "Chongqing", "Minsk Region", "Twinned"):
        assert part in text
    assert "file:" not in text, "a path of a disk means nothing on paper"
    assert sheet.get_contents().get_data().count(b" c\n") > 500, "the lines are curves"
    assert max((image.image.width for image in sheet.images), default=0) < 100, "and no picture"


@pytest.fixture
def tiny_copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "config"))


@pytest.mark.parametrize("hostile", [False, True])
def test_the_tiny_atlas_is_shown_whatever_its_texts(opened: Open, tiny_copy: Path, *, hostile: bool) -> None:
    complete(tiny_copy)
    if hostile:
        poison(tiny_copy)
    atlas = opened(State("en"), snapshot=load_all(tiny_copy))
    atlas.click("unit:XA-N")
    atlas.selected("unit:XA-N")
    atlas.click("pair:XA-N_XB-E")
    atlas.selected("pair:XA-N_XB-E")
    tail = f" {HOSTILE}" if hostile else ""
    projects = atlas.panel.locator("#part-projects article .title")
    assert {each.split(f"{tail}\N{NO-BREAK SPACE}")[0] for each in projects.all_text_contents()} == {
        "A clinic",
        "A depot",
        "A ferry",
    }
    expect(atlas.head.get_by_role("radio", name="Français")).to_be_in_viewport(ratio=1)
    atlas.speak("fr")
    expect(atlas.head.get_by_role("radio", name="Français", checked=True)).to_be_visible()
    for layout in ("geographic", "ranked"):
        atlas.toolbar.locator(f".layouts [data-name={layout}]").click()
        atlas.settle()
