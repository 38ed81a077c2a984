"""The canvas of the map: one WebGL context for the page, however long it is used, and back again when it is lost."""

import io

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page, expect

from dashboard.components.mount import built
from tests.browser.atlas import Atlas

pytestmark = pytest.mark.browser

SCRIPT = """
const contexts = new Set(), plain = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
  const context = plain.call(this, kind, ...more);
  if (context && kind.startsWith('webgl')) contexts.add(context);
  return context;
};
window.live = () => [...contexts].filter(context => !context.isContextLost());
window.made = () => contexts.size;
window.lose = () => live()[0].getExtension('WEBGL_lose_context').loseContext();
"""
HASTE = """
const plainTimeout = setTimeout;
window.setTimeout = (call, wait, ...more) => plainTimeout(call, wait === 60_000 ? 3000 : wait, ...more);
"""
RELOAD = """
async (map, file) => {
  const {default: component} = await import(new URL(`app/static/build/${file}`, document.baseURI));
  const style = {fill: [1, 2, 3, 255], hint: ''}, rows = {type: 'FeatureCollection', features: []}, ui = {};
  for (let i = 1; i <= 50; i++) {
    const message = {
      layout: 'facing', bounds: [0, 0, 1000, 500], caption: '', summary: '', legend: [], scale_bars: [], ui,
      layers: [{'@@type': 'RegionLayer', id: 'regions'}], rows: {regions: {...rows}},
      styles: {regions: {X: {...style, name: `edit ${i}`}}, arcs: {}, places: {}},
    };
    // As Streamlit does: the same element, another message, and now and then a word that the last run is over.
    const done = component({data: new TextEncoder().encode(JSON.stringify(message)), parentElement: map.parentNode});
    if (i % 2) done();
    await new Promise(requestAnimationFrame);
  }
}
"""


@pytest.fixture(scope="module")
def watch() -> str:
    return SCRIPT


@pytest.fixture
def atlas(page: Page, server: str) -> Atlas:
    return Atlas(page, server)


def live(page: Page) -> int:
    return page.evaluate("live().length")


def picture(atlas: Atlas) -> Image.Image:
    """The map as it is on the screen, without what floats over it."""
    atlas.settle().page.mouse.move(1, 1)
    return Image.open(io.BytesIO(atlas.map.locator(".dm-stage").screenshot())).convert("RGB")


def pixels_apart(one: Image.Image, two: Image.Image) -> int:
    """Number of pixels that differ by more than an eighth in one of their colours."""
    bands = [band.point(lambda value: 255 * (value > 32)) for band in ImageChops.difference(one, two).split()]
    return ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2]).histogram()[255]


def test_changes_of_page_leave_one_context_and_the_view(atlas: Atlas) -> None:
    page = atlas.open("lang=en&selected=BY-VI_CN-SD").page
    atlas.map.get_by_role("button", name="Zoom in").click()
    before = picture(atlas)
    for _ in range(5):
        page.get_by_role("link", name="Insights").click()
        expect(atlas.map).to_have_count(0)
        page.get_by_role("link", name="Explore").click()
        expect(atlas.map.locator("canvas")).to_have_count(1)
    assert (live(page), page.evaluate("made()")) == (1, 1)
    assert pixels_apart(before, picture(atlas)) < 2_000  # names may stand elsewhere
    atlas.map.get_by_role("button", name="Show the whole map").click()
    atlas.settle().click("unit:CN-XJ")
    atlas.selected("unit:CN-XJ")


def test_fifty_new_tables_leave_one_context(atlas: Atlas) -> None:
    atlas.open().map.evaluate(RELOAD, built("map", "js"))
    expect(atlas.map.locator(".dm-list button")).to_have_text("edit 50")
    assert (live(atlas.page), atlas.page.evaluate("made()")) == (1, 1)


def test_a_lost_context_comes_back_with_the_same_picture(atlas: Atlas) -> None:
    page = atlas.open("lang=en&selected=BY-VI_CN-SD").page
    atlas.map.get_by_role("button", name="Zoom in").click()
    before, zoom = picture(atlas), atlas.map.get_attribute("data-zoom")
    for times in (1, 2):
        page.evaluate("lose()")
        page.wait_for_function("times => made() === times + 1 && live().length === 1", arg=times)
        page.wait_for_timeout(300)
        assert pixels_apart(before, picture(atlas)) < 50
        assert atlas.map.get_attribute("data-zoom") == zoom
        atlas.selected("pair:BY-VI_CN-SD")


def test_a_context_that_is_lost_again_and_again_gives_way_to_the_still_map_for_a_minute(atlas: Atlas) -> None:
    page = atlas.page
    page.add_init_script(HASTE)
    atlas.open()
    before = picture(atlas)
    for times in (1, 2):
        page.evaluate("lose()")
        page.wait_for_function("times => made() === times + 1 && live().length === 1", arg=times)
    page.evaluate("lose()")
    expect(page.locator("img.dm-fallback")).to_be_visible()
    expect(page.locator("img.dm-fallback")).to_be_hidden()
    page.wait_for_timeout(300)
    assert (live(page), page.evaluate("made()")) == (1, 4)
    assert pixels_apart(before, picture(atlas)) < 50
