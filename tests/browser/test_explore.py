"""The page to explore as a visitor uses it: real clicks in a real browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dashboard.catalogue.filtering import Filter, select
from dashboard.loading import CONFIG, load_all
from tests.browser.atlas import Atlas

pytestmark = pytest.mark.browser
LOADED = load_all(CONFIG)


@pytest.fixture
def atlas(page: Page, server: str) -> Atlas:
    return Atlas(page, server)


def test_a_click_on_a_region_opens_its_panel_and_one_on_nothing_closes_it(atlas: Atlas) -> None:
    atlas.open().click("unit:BY-VI")
    atlas.selected("unit:BY-VI")
    expect(atlas.panel.get_by_role("heading", level=2)).to_have_text("Vitebsk Region")
    atlas.settle().click_nothing()
    atlas.selected("")
    assert "selected" not in atlas.page.url


def test_a_click_on_an_arc_opens_the_pair(atlas: Atlas) -> None:
    atlas.open().click("pair:BY-VI_CN-HL")
    atlas.selected("pair:BY-VI_CN-HL")
    expect(atlas.panel).to_contain_text("Twinned since 2011")


def test_the_list_selects_without_a_mouse(atlas: Atlas) -> None:
    atlas.open().map.locator('.dm-list button[data-key="pair:BY-MI_CN-CQ"]').focus()
    atlas.page.keyboard.press("Enter")
    atlas.selected("pair:BY-MI_CN-CQ")
    atlas.page.keyboard.press("Escape")
    atlas.selected("")


def test_medicine_leaves_what_the_catalogue_says_and_the_view_where_it_was(atlas: Atlas) -> None:
    atlas.open().map.get_by_role("button", name="Zoom in").click()
    expect(atlas.map).not_to_have_attribute("data-zoom", "")
    atlas.settle()
    zoom = atlas.map.get_attribute("data-zoom")
    atlas.pill("Health").click()
    view = select(LOADED.catalogue, Filter(sectors=frozenset({"medicine"})))
    shown = f"Showing {len(view.regional())} of 39 pairs, {view.count('projects')} of"
    expect(atlas.page.locator(".st-key-status")).to_contain_text(shown)
    assert atlas.map.get_attribute("data-zoom") == zoom
    atlas.page.get_by_role("button", name="Reset").click()
    expect(atlas.page.locator(".st-key-status")).to_contain_text("Showing 39 of 39 pairs")


def test_the_language_reaches_interface_panel_and_map_with_real_glyphs(atlas: Atlas) -> None:
    fonts: list[str] = []
    atlas.page.on("request", lambda request: fonts.append(request.url) if "noto-sans-sc" in request.url else None)
    atlas.open("lang=en&selected=BY-MI_CN-CQ")
    atlas.page.get_by_role("radio", name="中文").click()
    expect(atlas.panel).to_have_attribute("lang", "zh")
    expect(atlas.panel.get_by_role("heading", level=2)).to_have_text("明斯克州 — 重庆")
    expect(atlas.label("unit:CN-CQ")).to_have_text("重庆")
    expect(atlas.page.locator(".st-key-status")).to_contain_text("显示")
    assert fonts, "Chinese came from a font of this machine, which others lack"
    assert atlas.page.evaluate("document.fonts.check('14px \"Noto Sans SC\"', '重庆市与明斯克州')")


@pytest.mark.parametrize("language", LOADED.catalogue.atlas.languages)
def test_a_deep_link_opens_the_same_again(atlas: Atlas, language: str) -> None:
    address = f"lang={language}&layout=geographic&selected=BY-VI_CN-SD&sectors=education&sectors=science"
    atlas.open(address)
    atlas.selected("pair:BY-VI_CN-SD")
    expect(atlas.map).to_have_attribute("data-layout", "geographic")
    before = atlas.status()
    atlas.page.reload()
    atlas.settle().selected("pair:BY-VI_CN-SD")
    assert atlas.status() == before
    assert "sectors=education&sectors=science" in atlas.page.url


def test_a_hover_asks_the_server_nothing_and_shows_a_name(atlas: Atlas) -> None:
    sent: list[bytes] = []
    atlas.page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(frame)))
    atlas.open()
    atlas.map.locator(".dm-stage").hover(position=atlas.where("unit:CN-XJ"))
    expect(atlas.map).to_have_attribute("data-hovered", "unit:CN-XJ")
    expect(atlas.map.locator(".dm-tooltip")).to_contain_text("Xinjiang")
    assert sent
    assert not any(b"picked" in frame for frame in sent)  # the page itself asks now and then for edits of the table


def test_boundaries_are_fetched_once(atlas: Atlas) -> None:
    fetched: list[str] = []
    atlas.page.on("request", lambda request: fetched.append(request.url) if "/layers/" in request.url else None)
    atlas.open()
    for name in ("Health", "Education", "Timber"):
        atlas.pill(name).click()
        expect(atlas.page).to_have_url(re.compile(f"sectors={name.lower()}"))
    atlas.settle()
    shapes = [url for url in fetched if "facing-" in url]
    assert len(shapes) == len(set(shapes)) == 5  # units, borders, and the rows of arcs, places and labels


def test_the_state_goes_along_to_other_pages_and_back(atlas: Atlas) -> None:
    atlas.open("lang=ru&selected=BY-MI_CN-CQ")
    atlas.pill("Медицина").click()
    expect(atlas.page).to_have_url(re.compile("sectors=medicine"))
    atlas.page.get_by_role("link", name="Анализ").click()
    expect(atlas.page).to_have_url(re.compile("/insights\\?.*lang=ru.*sectors=medicine"))
    expect(atlas.page).to_have_title(re.compile("^Анализ"))
    atlas.page.get_by_role("link", name="Карта").click()
    atlas.settle().selected("pair:BY-MI_CN-CQ")
    expect(atlas.pill("Медицина")).to_have_attribute("aria-pressed", "true")
    assert atlas.page.evaluate("document.documentElement.lang") == "ru"


def test_the_legend_filters(atlas: Atlas) -> None:
    atlas.open().map.get_by_role("button", name="Twinned", exact=True).click()
    expect(atlas.page).to_have_url(re.compile("closeness=twinned"))
    expect(atlas.page.locator(".st-key-status")).to_contain_text("Showing 6 of 39 pairs")
    expect(atlas.pill("Twinned")).to_have_attribute("aria-pressed", "true")


def test_the_view_goes_to_the_selection_and_home_when_asked(atlas: Atlas) -> None:
    atlas.open("lang=en&selected=CN-CQ")
    home = atlas.map.get_attribute("data-zoom")
    atlas.map.get_by_role("button", name="Zoom to the selection").click()
    expect(atlas.map).not_to_have_attribute("data-zoom", home or "")
    atlas.settle().selected("unit:CN-CQ")
    atlas.map.get_by_role("button", name="Show the whole map").click()
    expect(atlas.map).to_have_attribute("data-zoom", home or "")


def test_without_webgl_a_still_map_stands_in(browser, server: str) -> None:
    page = browser.new_page()
    page.add_init_script("""
        const plain = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
            return kind.startsWith('webgl') ? null : plain.call(this, kind, ...more);
        };
    """)
    page.goto(f"{server}/?lang=en")
    picture = page.locator("img.dm-fallback")
    expect(picture).to_be_visible(timeout=90_000)
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth > 0)")
    page.close()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("language", LOADED.catalogue.atlas.languages)
def test_nothing_is_cut_or_covered(atlas: Atlas, language: str, size: tuple[int, int]) -> None:
    page = atlas.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    atlas.open(f"lang={language}&selected=BY-MI_CN-CQ")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    boxes = [
        box
        for each in page.locator(".st-key-head h1, .st-key-head button, .st-key-nav a").all()
        if (box := each.bounding_box())
    ]
    assert len(boxes) > 5
    for index, one in enumerate(boxes):
        assert one["x"] + one["width"] <= size[0]
        for other in boxes[index + 1 :]:
            apart_x = one["x"] + one["width"] <= other["x"] + 1 or other["x"] + other["width"] <= one["x"] + 1
            apart_y = one["y"] + one["height"] <= other["y"] + 1 or other["y"] + other["height"] <= one["y"] + 1
            assert apart_x or apart_y
    box = atlas.map.bounding_box()
    assert box
    assert box["height"] > 300


class TestDark:
    @pytest.fixture
    def scheme(self) -> str:
        return "dark"

    def test_the_ground_is_dark(self, atlas: Atlas) -> None:
        atlas.open()
        ground = atlas.map.evaluate("map => getComputedStyle(map.querySelector('.dm-label')).color")
        red, green, blue = map(int, re.findall(r"\d+", ground)[:3])
        assert min(red, green, blue) > 150


class TestTable:
    """Edits of the table while the server runs; each test puts back what it changed."""

    @pytest.fixture
    def edit(self, config: Path):
        kept: dict[Path, str] = {}

        def replace(name: str, old: str, new: str) -> None:
            path = config / name
            text = path.read_text(encoding="utf-8")
            kept.setdefault(path, text)
            assert old in text
            path.write_text(text.replace(old, new, 1), encoding="utf-8")

        yield replace
        for path, text in kept.items():
            path.write_text(text, encoding="utf-8")

    def test_a_broken_table_leaves_the_last_good_one_and_says_what_is_wrong(
        self, atlas: Atlas, edit, config: Path
    ) -> None:
        atlas.open("lang=en&selected=BY-MI_CN-CQ")
        file = "relations/BY-MI_CN-CQ.yaml"
        whole = (config / file).read_text(encoding="utf-8")
        edit(file, "kind: twinning", "kind: twining")
        banner = atlas.page.get_by_text("The table in config/ has 1 problem")
        expect(banner).to_be_visible()
        banner.click()
        expect(atlas.page.get_by_text("did you mean 'twinning'?")).to_be_visible()
        expect(atlas.panel).to_contain_text("Twinned since March 2017")
        (config / file).write_text(whole.replace("signed: '2017-03'", "signed: '2016-03'"), encoding="utf-8")
        expect(atlas.panel).to_contain_text("Twinned since March 2016")
        expect(banner).to_be_hidden()

    def test_a_text_of_the_table_is_never_taken_for_html_or_code(self, atlas: Atlas, edit) -> None:
        nasty = "'@@=alert(1) <script>window.hacked = 1</script><img src=x onerror=window.hacked=1>'"
        edit("relations/BY-VI_CN-SD.yaml", "title:\n      en: ", f"title:\n      en: {nasty}\n      #")
        edit("units/BY.yaml", "en: Vitebsk Region", f"en: {nasty}")
        atlas.open("lang=en&selected=BY-VI_CN-SD")
        expect(atlas.panel).to_contain_text("<script>window.hacked = 1</script>")
        atlas.selected("pair:BY-VI_CN-SD")
        assert atlas.page.evaluate("window.hacked") is None
