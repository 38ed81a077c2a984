"""The page to explore as a visitor uses it: real clicks in a real browser."""

import re
from collections.abc import Callable, Iterator
from itertools import combinations, product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FloatRect, Page, expect

from tests.browser.atlas import Atlas
from tests.browser.conftest import Window
from tests.browser.counted import count, records, regional

pytestmark = pytest.mark.browser
LANGUAGES = {"en": "English", "ru": "Русский", "zh": "中文"}


@pytest.fixture
def atlas(page: Page, server: str) -> Atlas:
    return Atlas(page, server)


def test_the_language_reaches_interface_panel_and_map_with_real_glyphs(atlas: Atlas, window: Window) -> None:
    atlas.open("lang=en&selected=BY-MI_CN-CQ")
    atlas.page.get_by_role("radio", name="中文").click()
    expect(atlas.panel).to_have_attribute("lang", "zh")
    expect(atlas.panel.get_by_role("heading", level=2)).to_have_text("明斯克州—重庆")
    expect(atlas.label("unit:CN-CQ")).to_have_text("重庆")
    expect(atlas.page.locator(".st-key-status")).to_contain_text("显示")
    assert atlas.page.evaluate("document.documentElement.lang") == "zh"
    atlas.page.wait_for_function("document.fonts.check('14px \"Noto Sans SC\"', '重庆市与明斯克州')")
    assert any("noto-sans-sc" in url for url in window.asked), "a font of this machine, which others lack"


def test_clicks_on_the_map_and_keys_in_its_list_select(atlas: Atlas, window: Window) -> None:
    keyboard = atlas.open().page.keyboard
    window.sent.clear()
    atlas.map.locator(".dm-stage").hover(position=atlas.where("unit:CN-XJ"))
    expect(atlas.map).to_have_attribute("data-hovered", "unit:CN-XJ")
    expect(atlas.map.locator(".dm-tooltip")).to_contain_text("Xinjiang")
    assert window.sent == [], "a hover asks the server nothing"
    atlas.click("unit:BY-VI")
    atlas.selected("unit:BY-VI")
    expect(atlas.panel.get_by_role("heading", level=2)).to_have_text("Vitebsk Region")
    atlas.settle().click("pair:BY-VI_CN-HL")
    atlas.selected("pair:BY-VI_CN-HL")
    expect(atlas.panel).to_contain_text("Twinned since 2011")
    atlas.settle().click_nothing()
    atlas.selected("")
    assert "selected" not in atlas.page.url
    atlas.map.locator('.dm-list button[data-key="pair:BY-MI_CN-CQ"]').focus()
    keyboard.press("Enter")
    atlas.selected("pair:BY-MI_CN-CQ")
    keyboard.press("Escape")
    atlas.selected("")


def test_filters_and_legend_count_and_leave_view_and_boundaries_as_they_are(atlas: Atlas, window: Window) -> None:
    page, status = atlas.open().page, atlas.page.locator(".st-key-status")
    atlas.map.get_by_role("button", name="Zoom in").click()
    zoom = atlas.settle().map.get_attribute("data-zoom")
    for name, sector in (("Health", "medicine"), ("Education", "education")):
        atlas.pill(name).click()
        expect(page).to_have_url(re.compile(f"sectors={sector}$"))
        left = records(sector)
        shown = f"Showing {len(regional(left))} of 37 pairs, {count(left, 'projects')} of 162 projects"
        expect(status).to_contain_text(shown)
        atlas.pill(name).click()
        expect(status).to_contain_text("Showing 37 of 37 pairs")
    atlas.map.get_by_role("button", name="Twinned", exact=True).click()
    expect(page).to_have_url(re.compile("closeness=twinned"))
    expect(status).to_contain_text("Showing 6 of 37 pairs")  # grep -l "kind: twinning" config/relations/*
    expect(atlas.pill("Twinned")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Reset").click()
    expect(status).to_contain_text("Showing 37 of 37 pairs")
    assert atlas.settle().map.get_attribute("data-zoom") == zoom
    shapes = [url for url in window.asked if "/layers/facing-" in url]
    assert len(shapes) == len(set(shapes)) == 5  # units, borders, and the rows of arcs, places and labels


def test_a_deep_link_opens_and_the_view_goes_to_its_selection_and_home(atlas: Atlas) -> None:
    atlas.open("lang=ru&layout=geographic&selected=CN-CQ&sectors=education&sectors=science")
    atlas.selected("unit:CN-CQ")
    expect(atlas.map).to_have_attribute("data-layout", "geographic")
    for name in ("Образование", "Наука"):
        expect(atlas.pill(name)).to_have_attribute("aria-pressed", "true")
    home = str(atlas.map.get_attribute("data-zoom"))
    atlas.map.get_by_role("button", name="Приблизить выбранное").click()
    expect(atlas.map).not_to_have_attribute("data-zoom", home)
    atlas.settle().selected("unit:CN-CQ")
    atlas.map.get_by_role("button", name="Показать всю карту").click()
    expect(atlas.map).to_have_attribute("data-zoom", home)


def test_without_webgl_a_still_map_stands_in(browser: Browser, server: str) -> None:
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
    page.context.close()


def apart(one: FloatRect, other: FloatRect) -> bool:
    """Two boxes do not overlap by more than a pixel."""
    return any(
        first[side] + first[size] <= second[side] + 1
        for first, second in ((one, other), (other, one))
        for side, size in (("x", "width"), ("y", "height"))
    )


def test_nothing_is_cut_or_covered(atlas: Atlas) -> None:
    page = atlas.open("lang=en&selected=BY_CN").page
    for (language, name), (width, height) in product(LANGUAGES.items(), [(1280, 720), (1920, 1080), (375, 800)]):
        page.set_viewport_size({"width": width, "height": height})
        page.get_by_role("radio", name=name).click()
        expect(atlas.panel).to_have_attribute("lang", language)
        atlas.settle()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        controls = page.locator(".st-key-head h1, .st-key-head button, .st-key-head a").all()
        boxes = [box for each in controls if (box := each.bounding_box())]
        assert len(boxes) > 5
        assert all(box["x"] + box["width"] <= width for box in boxes)
        assert all(apart(one, other) for one, other in combinations(boxes, 2))
        stage = atlas.map.bounding_box()
        assert stage
        assert stage["height"] > 300
        time, rows = (page.locator(part).bounding_box() for part in (".timeline", ".timeline .rows"))
        assert time
        assert rows
        assert rows["y"] + rows["height"] <= time["y"] + time["height"]


class TestDark:
    @pytest.fixture
    def scheme(self) -> str:
        return "dark"

    def test_the_ground_is_dark(self, atlas: Atlas) -> None:
        atlas.open()
        ground = atlas.map.evaluate("map => getComputedStyle(map.querySelector('.dm-label')).color")
        red, green, blue = map(int, re.findall(r"\d+", ground)[:3])
        assert min(red, green, blue) > 150


Edit = Callable[[str, str, str], None]


class TestTable:
    """Edits of the table while the server runs; each test puts back what it changed."""

    @pytest.fixture
    def edit(self, config: Path) -> Iterator[Edit]:
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
        self, atlas: Atlas, edit: Edit, config: Path
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

    def test_a_text_of_the_table_is_never_taken_for_html_or_code(self, atlas: Atlas, edit: Edit) -> None:
        nasty = "'@@=alert(1) <script>window.hacked = 1</script><img src=x onerror=window.hacked=1>'"
        edit("relations/BY-VI_CN-SD.yaml", "title:\n      en: ", f"title:\n      en: {nasty}\n      #")
        edit("units/BY.yaml", "en: Vitebsk Region", f"en: {nasty}")
        atlas.open("lang=en&selected=BY-VI_CN-SD")
        expect(atlas.panel).to_contain_text("<script>window.hacked = 1</script>")
        atlas.selected("pair:BY-VI_CN-SD")
        assert atlas.page.evaluate("window.hacked") is None
