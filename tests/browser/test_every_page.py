"""What holds on every page: axe-core finds nothing, no window cuts it or makes it scroll, and paper says what it is."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.atlas import Atlas
from tests.browser.counted import yaml_of
from tests.look import AXE

pytestmark = pytest.mark.browser
PAIR = "selected=BY-MI_CN-CQ"
MISSING = "nonsense"
PAGES = (
    "?",
    f"?{PAIR}&",
    "insights?",
    f"compare?{PAIR}&",
    "data?",
    "dossier?",
    f"dossier?{PAIR}&",
    "dossier?selected=BY-MI&",
    "dossier?selected=minsk&sectors=timber&",  # every part, with fewer records: axe reads slowly
    "sectors?",
    "sectors?sectors=medicine&",
    "stories?",
    "changes?since=2026-11-22&",
    "about?",
    f"{MISSING}?",
)
LOOKS = (("en", "light", 1440), ("ru", "dark", 375), ("zh", "light", 820))
WIDTHS = (320, 375, 820, 1280)
BELOW = """() => {
  const bottoms = [], look = root => root.childNodes.forEach(node => {
    if (node.shadowRoot) look(node.shadowRoot);
    if (node.nodeType === Node.ELEMENT_NODE) return look(node);
    if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) return;
    const text = document.createRange();
    text.selectNodeContents(node);
    const {width, bottom} = text.getBoundingClientRect();
    if (width > 1) bottoms.push(bottom);
  });
  look(document.body);
  return document.body.getBoundingClientRect().bottom - Math.max(...bottoms);
}"""
"""The px below the last text of the page."""
LINE = 12  # px, of which a sheet has room below the last line
CUT, LARGE = (Path(__file__).with_name(name).read_text("utf-8") for name in ("cut.js", "large.js"))


@pytest.fixture(scope="module")
def sheet(browser: Browser) -> Iterator[Page]:
    """One window for all pages; that of the other tests forbids what the missing page answers."""
    with browser.new_context() as context:
        yield context.new_page()


def opened(page: Page, server: str, address: str, language: str, theme: str) -> None:
    """A page that is drawn to its end."""
    page.emulate_media(media="null")
    page.goto(f"{server}/{address}lang={language}&theme={theme}")
    if not address.startswith(MISSING):
        Atlas(page, server).linked()
    if not address.startswith((MISSING, "?")):
        parts = "section.dossier, section.charts, section.data, section.stories, section.changes"
        expect(page.locator("#root").locator(parts).first).to_be_visible()
    page.wait_for_timeout(300)  # for what components draw afterwards


@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(sheet: Page, server: str, address: str) -> None:
    for language, theme, width in LOOKS:
        sheet.set_viewport_size({"width": width, "height": 812})
        opened(sheet, server, address, language, theme)
        sheet.evaluate(AXE.read_text("utf-8"))  # the policy of the page allows no script of others
        found = sheet.evaluate("axe.run({resultTypes: ['violations']}).then(({violations}) => violations)")
        faults = [f"{each['id']}: {node['html'][:120]}" for each in found for node in each["nodes"]]
        assert faults == [], (language, theme, width)


@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_wider_than_the_window_and_paper_says_what_it_is(sheet: Page, server: str, address: str) -> None:
    sheet.set_viewport_size({"width": 1280, "height": 720})
    opened(sheet, server, address, "ru", "dark")
    for width in WIDTHS:
        sheet.set_viewport_size({"width": width, "height": 720})
        sheet.wait_for_timeout(100)
        assert sheet.evaluate("document.scrollingElement.scrollWidth") <= width, width
        sheet.wait_for_timeout(200)  # for the names of the map
        assert sheet.evaluate(CUT) == [], width
    sheet.evaluate("dispatchEvent(new Event('beforeprint'))")
    sheet.emulate_media(media="print")
    title = yaml_of("atlas.yaml")["title"]["ru"]
    expect(sheet.get_by_text(title).filter(visible=True).first).to_be_visible()
    expect(sheet.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    imprint = sheet.locator(".imprint")
    expect(imprint).to_be_visible()
    expect(imprint).to_contain_text(sheet.url)
    expect(imprint).to_contain_text(str(date.today().year))
    assert sheet.evaluate(BELOW) < LINE, "what is empty at the end may get a sheet of its own"
    sheet.emulate_media(media="null")
    sheet.evaluate("dispatchEvent(new Event('afterprint'))")


@pytest.mark.parametrize("address", [*PAGES, "?sectors=medicine&"])
def test_every_link_within_the_atlas_keeps_language_and_theme(sheet: Page, server: str, address: str) -> None:
    """Each link once the pointer is over it or the focus on it, which comes before another tab is opened."""
    sheet.set_viewport_size({"width": 1280, "height": 720})
    opened(sheet, server, address, "ru", "dark")
    links = sheet.locator("a[href]").evaluate_all(
        """(all, pages) => all.filter(it => !it.getAttribute('href').startsWith('#'))
            .map(it => {
                const how = {bubbles: true, composed: true};
                for (const name of ['mouseover', 'focusin']) it.dispatchEvent(new MouseEvent(name, how));
                for (const name of ['pointerover', 'focus']) it.dispatchEvent(new Event(name));
                return new URL(it.href);
            })
            .filter(({origin, pathname}) => origin === location.origin && pages.includes(pathname.slice(1)))
            .map(({pathname, searchParams: asked}) => [pathname, asked.get('lang'), asked.get('theme')])""",
        ["", "insights", "compare", "data", "dossier", "sectors", "changes", "about"],
    )
    assert len(links) >= 7, "those of the head"
    assert [link for link in links if link[1:] != ["ru", "dark"]] == []


@pytest.mark.parametrize("address", [page for page in PAGES if not page.startswith("?")])
def test_type_of_twice_the_size_cuts_nothing(sheet: Page, server: str, address: str) -> None:
    sheet.set_viewport_size({"width": 1280, "height": 800})
    opened(sheet, server, address, "ru", "light")
    sheet.evaluate(LARGE)
    sheet.wait_for_timeout(300)
    assert sheet.evaluate("document.scrollingElement.scrollWidth") <= 1280
    assert sheet.evaluate(CUT) == []


def test_head_and_bar_leave_most_of_a_small_window_to_the_page(sheet: Page, server: str) -> None:
    """A window of 1280 × 1024 at 400 %."""
    sheet.set_viewport_size({"width": 320, "height": 256})
    for address in ("insights?", "?"):
        opened(sheet, server, address, "ru", "light")
        sheet.evaluate("scrollTo(0, 1000)")
        for part in ("twinned-head", "twinned-bar"):
            expect(sheet.locator(part)).not_to_be_in_viewport()


def test_a_frame_shows_all_that_it_has_room_for(sheet: Page, server: str) -> None:
    """Charts with the longest names, at the least width of two columns; a row of a table has two lines of summary."""
    sheet.set_viewport_size({"width": 1280, "height": 720})
    opened(sheet, server, "insights?", "ru", "light")
    assert sheet.locator(".frame.overflowing").filter(visible=True).count() == 0
    opened(sheet, server, "data?", "en", "light")
    rows = sheet.locator("section.grid").first.locator("tbody tr")
    expect(rows.first).to_be_visible()
    assert max(rows.evaluate_all("rows => rows.slice(0, 9).map(row => row.offsetHeight)")) < 60


def test_a_dossier_shows_its_map_whole_or_closer_and_no_name_cut(sheet: Page, server: str) -> None:
    sheet.set_viewport_size({"width": 375, "height": 812})
    opened(sheet, server, f"dossier?{PAIR}&", "ru", "light")
    atlas = Atlas(sheet, server).settle()
    expect(atlas.map).to_have_attribute("data-moved", "false")  # the pair reaches from one end to the other
    opened(sheet, server, "dossier?selected=BY-MI&", "ru", "light")
    atlas.settle()
    expect(atlas.map).to_have_attribute("data-moved", "true")
    edge, bars = atlas.map.bounding_box(), atlas.map.locator(".dm-fixed").bounding_box()
    assert edge
    assert bars
    for name in atlas.map.locator(".dm-label:not(.dm-off, .dm-strong)").all():
        box = name.bounding_box()
        assert box
        assert box["x"] >= edge["x"], name.inner_text()
        assert box["x"] + box["width"] <= edge["x"] + edge["width"], name.inner_text()
        assert (
            box["y"] + box["height"] <= bars["y"]
            or box["x"] >= bars["x"] + bars["width"]
            or (box["x"] + box["width"] <= bars["x"])
        ), name.inner_text()


def test_the_table_begins_on_the_first_sheet_which_is_a_wide_one(sheet: Page, server: str) -> None:
    opened(sheet, server, "data?", "en", "dark")
    widths = [float(width) for width in re.findall(rb"/MediaBox \[0 0 ([\d.]+)", sheet.pdf(prefer_css_page_size=True))]
    assert len(widths) > 1
    assert all(width == pytest.approx(842, abs=1) for width in widths), "A4 is 842 pt long"
