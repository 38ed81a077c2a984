"""The ways to start the atlas, and how a page starts: words first, then the stage, then Streamlit."""

import sys
from collections.abc import Callable
from pathlib import PurePosixPath
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.atlas import Atlas
from tests.browser.host import serving

pytestmark = pytest.mark.browser
WAYS = {
    "streamlit run": lambda port: ["-m", "streamlit", "run", "dashboard/app.py", f"--server.port={port}"],
    "uvicorn": lambda port: ["-m", "uvicorn", "dashboard.app:app", "--port", str(port)],
}


@pytest.mark.parametrize("way", WAYS)
def test_every_way_to_start_gives_the_same_atlas(browser: Browser, way: str) -> None:
    with serving(lambda port: [sys.executable, *WAYS[way](port)]) as address:
        with urlopen(f"{address}/config-version") as answer:  # noqa: S310 - our own address
            assert answer.headers["content-type"].startswith("text/plain")
            assert len(answer.read().split()) == 2
        page = browser.new_page(viewport={"width": 1280, "height": 720})
        atlas = Atlas(page, address).open().linked()
        expect(page).to_have_title("Explore · Belarus – China · twinned regions")
        box = atlas.map.bounding_box()
        assert box
        assert box["height"] > 300
        expect(atlas.head).to_be_in_viewport()
        page.context.close()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Three Belarusian regions have six Chinese twins"),
        ("ru", "побратим"),
        ("zh", "白俄罗斯三个州与中国六个省市结好"),
    ],
)
def test_the_finding_stands_in_the_page_before_any_script(
    browser: Browser, server: str, language: str, words: str
) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{server}/?lang={language}")
    expect(page.get_by_role("heading", level=1)).to_contain_text(words)
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    assert page.locator("html").get_attribute("lang") == language
    page.context.close()


def test_streamlit_starts_although_the_stage_does_not_load(browser: Browser, server: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 720}, locale="en-GB")
    page.route("**/build/stage-*.js", lambda route: route.abort())
    page.goto(f"{server}/insights?lang=en")
    expect(page.locator("section.charts #matrix")).to_be_visible()
    page.goto(f"{server}/?lang=en")
    expect(page.get_by_role("alert")).to_have_text("The map could not be loaded. Reload the page.")
    expect(page.get_by_test_id("stAlert")).to_have_count(0)
    page.set_viewport_size({"width": 375, "height": 812})
    expect(page.locator(".failed")).to_be_in_viewport(ratio=1)
    expect(page.locator("#sketch")).not_to_be_attached()
    page.context.close()


BOX = """shapes => shapes.map(it => it.getBoundingClientRect()).filter(it => it.width).reduce(
  ([x0, y0, x1, y1], {left, top, right, bottom}) =>
    [Math.min(x0, left), Math.min(y0, top), Math.max(x1, right), Math.max(y1, bottom)],
  [Infinity, Infinity, 0, 0])"""
"""A function from elements to the box round them all."""

SLOW = 1500  # ms that Streamlit's own scripts take to come, so that every click falls before its start


def test_clicks_before_streamlit_has_started_count_there_too(page: Page, server: str) -> None:
    """The stage answers at once; once Streamlit is there, Python knows what was chosen."""
    held: list[Callable[[], None]] = []
    page.route("**/static/js/index.*.js", lambda route: held.append(route.continue_))
    page.goto(f"{server}/?lang=en", wait_until="commit")  # what is held may hold back the event "load"
    atlas = Atlas(page, server).settle()
    atlas.click("unit:BY-VI")
    atlas.selected("unit:BY-VI")
    atlas.filters()
    atlas.pill("sectors:medicine").click()
    expect(page).to_have_url(f"{server}/?lang=en&selected=BY-VI&sectors=medicine")
    page.wait_for_timeout(SLOW)
    expect(page.locator(".st-key-reload")).to_have_count(0)
    assert held, "Streamlit's script was asked for"
    for go in held:
        go()
    page.unroute_all()
    atlas.linked().to("dossier")
    expect(page.locator("section.full").get_by_text("more records outside the filters")).to_be_visible()
    expect(page).to_have_url(f"{server}/dossier?lang=en&selected=BY-VI&sectors=medicine")


@pytest.mark.parametrize("address", ["", "dossier"])
def test_an_english_page_fetches_no_font_that_it_does_not_show(browser: Browser, server: str, address: str) -> None:
    """Neither Streamlit's own font and its icons, nor all Cyrillic and Chinese letters for the names of languages."""
    page = browser.new_page(locale="en-GB")  # in a new context, since a browser asks again for fonts that it has
    fonts: set[str] = set()
    page.on("request", lambda it: it.resource_type == "font" and fonts.add(PurePosixPath(it.url).stem))
    page.goto(f"{server}/{address}?lang=en")
    page.locator(".st-key-reload").wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    assert fonts == {"inter-latin", "language-names", "language-names-cyrillic"}
    page.context.close()


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1920, 1080), (1024, 768), (375, 812)])
def test_the_map_is_drawn_exactly_over_its_first_picture(
    browser: Browser, server: str, width: int, height: int
) -> None:
    size: ViewportSize = {"width": width, "height": height}
    still, page = browser.new_page(viewport=size, java_script_enabled=False), browser.new_page(viewport=size)
    still.goto(f"{server}/?lang=en")
    first = still.locator("#sketch div use").evaluate_all(BOX)
    still.context.close()
    drawn = Atlas(page, server).open().map.locator(".dm-areas path").evaluate_all(BOX)
    assert drawn == pytest.approx(first, abs=1)
    expect(page.locator("#sketch")).not_to_be_attached()
    page.context.close()


@pytest.mark.parametrize("address", ["?lang=en&layout=ranked", "?lang=en&selected=BY-VI", "insights?lang=en"])
def test_there_is_no_first_picture_of_another_map(page: Page, server: str, address: str) -> None:
    assert 'id="sketch"' not in page.request.get(f"{server}/{address}").text()
    page.goto(f"{server}/{address}")


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_the_head_of_a_phone_has_room_to_search_and_shares_from_its_menu(
    page: Page, server: str, language: str
) -> None:
    page.set_viewport_size({"width": 375, "height": 812})
    atlas = Atlas(page, server).open(f"lang={language}")
    assert atlas.head.locator(".find").bounding_box()["width"] > 90
    atlas.head.locator(".more").click()
    atlas.head.locator("#menu .narrow").click()
    card = atlas.head.locator("#share")
    expect(card).to_be_in_viewport(ratio=1)
    assert card.bounding_box()["y"] > atlas.head.bounding_box()["height"]
