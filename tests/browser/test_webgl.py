"""What the map is drawn on: one WebGL context, back again when it is lost; else SVG, on which all works; and paper."""

import io
import re
from collections.abc import Iterator

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page, expect

from tests.browser.atlas import Atlas

pytestmark = pytest.mark.browser

SCRIPT = """
const contexts = new Set(), plain = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
  const context = plain.call(this, kind, ...more);
  if (context && kind.startsWith('webgl')) contexts.add(context);
  return context;
};
// The machine of a test has no graphics card, for which alone there is a canvas: hide what it has.
const extension = WebGL2RenderingContext.prototype.getExtension;
WebGL2RenderingContext.prototype.getExtension = function (name) {
  return name === 'WEBGL_debug_renderer_info' ? null : extension.call(this, name);
};
window.live = () => [...contexts].filter(context => !context.isContextLost());
window.made = () => contexts.size;
window.lose = () => live()[0].getExtension('WEBGL_lose_context').loseContext();
"""
WITHOUT = """
const plain = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
  return kind.startsWith('webgl') ? null : plain.call(this, kind, ...more);
};
"""
TWINS = "BY-MI_CN-CQ"
ALIKE = 1_000
"""Pixels that may differ, of half a million: names stand half a pixel elsewhere."""


@pytest.fixture(scope="module")
def watch() -> str:
    return SCRIPT


@pytest.fixture
def atlas(page: Page, server: str) -> Atlas:
    return Atlas(page, server)


@pytest.fixture
def flat(browser: Browser, server: str) -> Iterator[Atlas]:
    """The atlas in a browser without WebGL, in which no script fails."""
    context = browser.new_context(locale="en-GB", viewport={"width": 1440, "height": 900})
    context.add_init_script(WITHOUT)
    page, faults = context.new_page(), list[str]()
    page.on("pageerror", lambda it: faults.append(str(it)))
    yield Atlas(page, server).open()
    context.close()
    assert faults == []


def opened(atlas: Atlas, query: str) -> Page:
    """The page once the canvas has taken the place of the first picture."""
    atlas.open(query)
    expect(atlas.map).to_have_attribute("data-surface", "canvas")
    return atlas.page


def live(page: Page) -> int:
    return page.evaluate("live().length")


def picture(atlas: Atlas) -> Image.Image:
    """The map as it is on the screen, left of the panel."""
    atlas.settle().page.mouse.move(1, 1)
    whole = Image.open(io.BytesIO(atlas.map.locator(".dm-stage").screenshot())).convert("RGB")
    return whole.crop((0, 0, whole.width * 2 // 3, whole.height))


def pixels_apart(one: Image.Image, two: Image.Image) -> int:
    """Number of pixels that differ by more than a quarter in one of their colours: text is smoothed anew."""
    bands = [band.point(lambda value: 255 * (value > 64)) for band in ImageChops.difference(one, two).split()]
    return ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2]).histogram()[255]


def colour_at(atlas: Atlas, key: str) -> tuple[int, ...]:
    where = atlas.where(key)
    return picture(atlas).getpixel((round(where["x"]), round(where["y"])))


def zoom_of(atlas: Atlas) -> float:
    return float(atlas.settle().map.get_attribute("data-zoom") or "nan")


def test_changes_of_page_leave_one_context_and_the_view(atlas: Atlas) -> None:
    page = opened(atlas, "lang=en&selected=BY-VI_CN-SD")
    atlas.map.get_by_role("button", name="Zoom in").click()
    before = picture(atlas)
    for _ in range(3):
        page.get_by_role("link", name="Insights").click()
        expect(atlas.map).to_be_hidden()
        page.get_by_role("link", name="Explore").click()
        expect(atlas.map.locator("canvas")).to_be_visible()
    assert (live(page), page.evaluate("made()")) == (1, 1)
    assert pixels_apart(before, picture(atlas)) < ALIKE


def test_a_lost_context_comes_back_and_the_third_time_gives_way_to_the_same_picture(atlas: Atlas) -> None:
    page = opened(atlas, "lang=en&selected=BY-VI_CN-SD")
    atlas.map.get_by_role("button", name="Zoom in").click()
    before, zoom = picture(atlas), zoom_of(atlas)
    for times in (1, 2):
        page.evaluate("lose()")
        page.wait_for_function("times => made() === times + 1 && live().length === 1", arg=times)
        page.wait_for_timeout(300)
        assert pixels_apart(before, picture(atlas)) < ALIKE
    page.evaluate("lose()")
    expect(atlas.map).to_have_attribute("data-surface", "picture")
    assert pixels_apart(before, picture(atlas)) < before.width * before.height / 100  # edges are smoothed otherwise
    assert (zoom_of(atlas), page.evaluate("made()")) == (zoom, 3)
    atlas.selected("pair:BY-VI_CN-SD")
    atlas.click("unit:CN-XJ")
    atlas.selected("unit:CN-XJ")


def test_without_webgl_a_click_selects_and_a_click_on_nothing_clears(flat: Atlas) -> None:
    expect(flat.map.locator("canvas")).to_have_count(0)
    plain = colour_at(flat, "unit:CN-XZ")
    flat.click("unit:CN-XZ")
    flat.selected("unit:CN-XZ")
    assert colour_at(flat, "unit:CN-XZ") != plain
    flat.click(f"pair:{TWINS}")
    flat.selected(f"pair:{TWINS}")
    flat.map.locator(".dm-stage").focus()
    flat.page.keyboard.press("Escape")
    flat.selected("")


def test_without_webgl_the_pointer_shows_what_is_below_it(flat: Atlas) -> None:
    flat.map.locator(".dm-stage").hover(position=flat.where(f"pair:{TWINS}"))
    expect(flat.map.locator(".dm-tooltip")).to_contain_text("Chongqing")
    expect(flat.map).to_have_attribute("data-hovered", f"pair:{TWINS}")
    expect(flat.map.locator(".dm-tooltip")).to_contain_text("Twinned")


def test_without_webgl_a_filter_dims_what_it_excludes(flat: Atlas) -> None:
    lines = "map => [...map.querySelectorAll('.dm-strokes path')].map(path => path.getAttribute('stroke'))"
    before = flat.map.evaluate(lines)
    assert not any("/ 0." in colour for colour in before)
    flat.map.locator(".dm-legend").get_by_role("button", name="Twinned").click()
    expect(flat.page).to_have_url(re.compile("closeness=twinned"))
    after = flat.settle().map.evaluate(lines)
    assert len(after) == len(before)
    assert any("/ 0." in colour for colour in after)


def test_without_webgl_wheel_and_drag_keep_the_point_under_the_pointer(flat: Atlas) -> None:
    page, stage, zoom = flat.page, flat.map.locator(".dm-stage").bounding_box(), zoom_of(flat)
    assert stage
    place = flat.where("unit:BY-HR")
    page.mouse.move(stage["x"] + place["x"], stage["y"] + place["y"])
    page.mouse.wheel(0, -200)
    expect(flat.map).not_to_have_attribute("data-zoom", f"{zoom:.3f}")
    assert zoom_of(flat) == pytest.approx(zoom + 1, abs=0.001)
    expect(flat.map).to_have_attribute("data-hovered", "unit:BY-HR")
    before = picture(flat)
    page.mouse.move(stage["x"] + 500, stage["y"] + 300)
    page.mouse.down()
    page.mouse.move(stage["x"] + 560, stage["y"] + 340, steps=4)
    page.mouse.up()
    after = picture(flat)
    box = (420, 240, 620, 440)
    assert pixels_apart(before.crop(box), after.crop((480, 280, 680, 480))) < 200
    assert zoom_of(flat) == pytest.approx(zoom + 1, abs=0.001)


def test_without_webgl_the_list_selects_from_the_keyboard(flat: Atlas) -> None:
    first = flat.map.locator(".dm-list button").first
    first.focus()
    flat.page.keyboard.press("ArrowDown")
    key = flat.map.locator(".dm-list button").nth(1).get_attribute("data-key") or ""
    expect(flat.map).to_have_attribute("data-hovered", key)
    flat.page.keyboard.press("Enter")
    flat.selected(key)


@pytest.mark.parametrize("scheme", ["dark"])
def test_on_paper_the_map_is_svg_in_the_colours_of_the_light_theme(atlas: Atlas, scheme: str) -> None:
    page = opened(atlas, f"lang=en&selected={TWINS}")
    screen, zoom = picture(atlas), zoom_of(atlas)
    page.emulate_media(media="print", color_scheme=scheme)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(atlas.map.locator("canvas")).to_have_count(0)
    expect(atlas.map.locator("svg.dm-picture")).to_be_attached()
    expect(atlas.map.locator(".dm-legend").first).to_be_visible()
    expect(atlas.label("unit:CN-CQ")).to_be_visible()
    expect(page.locator("twinned-bar .imprint")).to_contain_text(f"selected={TWINS}")
    for unwanted in ("#root", "twinned-head nav", "twinned-bar .layouts", "twinned-stage .time"):
        expect(page.locator(unwanted)).to_be_hidden()
    paper = Image.open(io.BytesIO(atlas.map.screenshot())).convert("RGB")
    assert paper.getpixel((5, 5)) == (255, 255, 255)
    fills = atlas.map.evaluate("map => [...map.querySelectorAll('.dm-areas path')].map(it => it.getAttribute('fill'))")
    assert all(int(red) > 128 for red in re.findall(r"rgb\((\d+)", " ".join(fills)))
    page.emulate_media(media="null", color_scheme=scheme)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(atlas.map).to_have_attribute("data-surface", "canvas")
    assert zoom_of(atlas) == zoom
    assert pixels_apart(screen, picture(atlas)) < ALIKE


def test_another_layout_appears_below_a_copy_of_the_canvas_and_one_view_is_presented_as_svg(atlas: Atlas) -> None:
    page = opened(atlas, "lang=en")
    copied = page.evaluate_handle(
        """() => ({drawn: new Promise(resolve => {
          const map = document.querySelector('twinned-stage').shadowRoot.querySelector('.map').shadowRoot;
          new MutationObserver((_, observer) => {
            const copy = map.querySelector('.dm-ghost canvas');
            if (!copy) return;
            observer.disconnect();
            resolve(copy.getContext('2d').getImageData(0, 0, copy.width, copy.height).data.some(Boolean));
          }).observe(map, {childList: true, subtree: true});
        })})"""
    )
    atlas.toolbar.get_by_role("radio", name="Geographic").click()
    assert page.evaluate("({drawn}) => drawn", copied)
    expect(atlas.map.locator(".dm-ghost")).to_have_count(0)
    expect(atlas.map).to_have_attribute("data-layout", "geographic")
    page.keyboard.press("p")
    expect(atlas.map).to_have_attribute("data-surface", "picture")
    page.keyboard.press("Escape")
    expect(atlas.map).to_have_attribute("data-surface", "canvas")
    assert live(page) == 1
