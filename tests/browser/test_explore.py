"""The page to explore as a visitor uses it: real clicks in a real browser."""

import re
from collections.abc import Callable, Iterator
from itertools import combinations, product
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.atlas import Atlas, apart
from tests.browser.conftest import Window
from tests.browser.counted import AGREED, LISTS, TWINNED, count, ranking, records

pytestmark = pytest.mark.browser
LANGUAGES = {"en": "English", "ru": "Русский", "zh": "中文"}


@pytest.fixture
def atlas(page: Page, server: str) -> Atlas:
    return Atlas(page, server)


def test_the_language_reaches_interface_panel_and_map_with_real_glyphs(atlas: Atlas, window: Window) -> None:
    atlas.open("lang=en&selected=BY-MI_CN-CQ&sectors=medicine")
    atlas.page.get_by_role("radio", name="中文").click()
    expect(atlas.panel).to_have_attribute("lang", "zh")
    expect(atlas.panel.get_by_role("heading", level=2)).to_have_text("明斯克州—重庆")
    expect(atlas.label("unit:CN-CQ")).to_have_text("重庆")
    expect(atlas.link("explore")).to_have_text("探索")
    expect(atlas.pill("sectors:medicine")).to_contain_text("医疗")
    expect(atlas.page.get_by_role("radio", name="中文")).to_be_focused()
    expect(atlas.page.locator("html")).to_have_attribute("lang", "zh")
    atlas.page.evaluate(
        """async () => {
            const ready = () => document.fonts.check('14px "Noto Sans SC"', '重庆市与明斯克州');
            while (!ready()) await new Promise(requestAnimationFrame);
        }"""
    )
    assert any("noto-sans-sc" in url for url in window.asked), "a font of this machine, which others lack"


def test_clicks_on_the_map_and_keys_in_its_list_select(atlas: Atlas, window: Window) -> None:
    keyboard = atlas.open().linked().page.keyboard
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
    expect(atlas.welcome).to_be_visible()
    atlas.map.locator('.dm-list button[data-key="pair:BY-MI_CN-CQ"]').focus()
    keyboard.press("Enter")
    atlas.selected("pair:BY-MI_CN-CQ")
    keyboard.press("Escape")
    atlas.selected("")


def test_filters_and_legend_count_and_leave_view_and_boundaries_as_they_are(atlas: Atlas, window: Window) -> None:
    page = atlas.open().page
    atlas.map.get_by_role("button", name="Zoom in").click()
    zoom = atlas.settle().map.get_attribute("data-zoom")
    atlas.filters()
    for name, sector in (("Health", "medicine"), ("Education", "education")):
        atlas.pill(f"sectors:{sector}").click()
        expect(page).to_have_url(re.compile(f"sectors={sector}$"))
        left = records(sector)
        expect(atlas.found).to_contain_text(f"{sum(count(left, each) for each in LISTS)} records found")
        expect(atlas.found).to_contain_text(f"{len(left)} pairs")
        atlas.chip(name).click()
        expect(atlas.welcome).to_be_visible()
    atlas.toolbar.get_by_role("button", name="Filters").click()  # the card lies over the legend
    expect(atlas.card).to_be_hidden()
    atlas.map.get_by_role("button", name="Twinned", exact=True).click()
    expect(page).to_have_url(re.compile("closeness=twinned"))
    expect(atlas.found).to_contain_text("6 pairs")  # grep -l "kind: twinning" config/relations/*
    expect(atlas.pill("closeness:twinned")).to_have_attribute("aria-pressed", "true")
    atlas.filters()
    atlas.filters()
    atlas.pill("sectors:medicine").click()
    atlas.toolbar.get_by_role("button", name="Reset").click()
    expect(atlas.welcome).to_be_visible()
    expect(page).to_have_url(f"{atlas.server}/?lang=en")
    assert atlas.settle().map.get_attribute("data-zoom") == zoom
    shapes = [url for url in window.asked if "/layers/facing-" in url]
    assert shapes
    assert len(shapes) == len(set(shapes)), "each file is fetched once"


def test_a_record_of_the_list_opens_in_the_panel_of_its_pair(atlas: Atlas) -> None:
    atlas.open("lang=en&sectors=medicine&closeness=twinned")
    rows = atlas.found.locator("button.record")
    twins = [key for key in records("medicine") if key in TWINNED]
    expect(rows).to_have_count(sum(len(records("medicine")[key][name]) for key in twins for name in LISTS))
    title, number = rows.last.locator("span").first.inner_text(), rows.last.get_attribute("data-record")
    rows.last.click()
    expect(atlas.panel).to_be_visible()
    shown = atlas.panel.locator(f"article[data-record='{number}']")
    expect(shown).to_contain_text(title)
    expect(shown).to_be_in_viewport()


def test_a_deep_link_opens_and_the_view_goes_to_its_selection_and_home(atlas: Atlas) -> None:
    atlas.open("lang=ru&layout=geographic&selected=CN-CQ&sectors=education&sectors=science")
    atlas.selected("unit:CN-CQ")
    expect(atlas.map).to_have_attribute("data-layout", "geographic")
    for sector in ("education", "science"):
        expect(atlas.pill(f"sectors:{sector}")).to_have_attribute("aria-pressed", "true")
    home = str(atlas.map.get_attribute("data-zoom"))
    atlas.map.get_by_role("button", name="Приблизить выбранное").click()
    expect(atlas.map).not_to_have_attribute("data-zoom", home)
    atlas.settle().selected("unit:CN-CQ")
    atlas.map.get_by_role("button", name="Показать всю карту").click()
    expect(atlas.map).to_have_attribute("data-zoom", home)


def test_the_layout_is_chosen_above_the_map(atlas: Atlas) -> None:
    page = atlas.open("lang=en&selected=BY-VI").page
    atlas.toolbar.get_by_role("radio", name="Geographic").click()
    expect(atlas.map).to_have_attribute("data-layout", "geographic")
    expect(page).to_have_url(f"{atlas.server}/?lang=en&layout=geographic&selected=BY-VI")
    page.keyboard.press("ArrowLeft")
    expect(atlas.map).to_have_attribute("data-layout", "facing")
    expect(page).to_have_url(f"{atlas.server}/?lang=en&selected=BY-VI")
    atlas.settle().selected("unit:BY-VI")


@pytest.mark.parametrize("layout", ["facing", "geographic"])
def test_every_region_with_an_agreement_is_named_in_every_language(atlas: Atlas, layout: str) -> None:
    page = atlas.page
    assert len(AGREED) > 20
    for (width, height), language in product([(1440, 900), (1280, 720), (1024, 768)], LANGUAGES):
        page.set_viewport_size({"width": width, "height": height})
        stage = atlas.open(f"lang={language}&layout={layout}").map.bounding_box()
        controls = atlas.map.locator(".dm-controls").bounding_box()
        names = atlas.map.locator(".dm-label:not(.dm-off)").all()
        named = {str(each.get_attribute("data-key")).removeprefix("unit:") for each in names}
        assert width < 1280 or named >= AGREED
        boxes = [box for each in names if (box := each.bounding_box())]
        assert stage
        assert controls
        assert all(apart(one, other) for one, other in combinations([*boxes, controls], 2))
        assert all(box["height"] >= 12 and box["x"] >= 0 and not apart(box, stage) for box in boxes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_ranked_names_every_region_in_a_row_and_selects_by_name_and_line(atlas: Atlas, language: str) -> None:
    page = atlas.open(f"lang={language}&layout=ranked").page
    for size in ((1280, 720), (1440, 900), (1920, 1080)):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        atlas.settle()
        names = [each.bounding_box() for each in atlas.map.locator(".dm-label-unit:not(.dm-off)").all()]
        boxes = [box for box in names if box]
        assert len(boxes) == 41  # 7 units of Belarus, 34 of China
        assert all(box["x"] >= 0 and box["height"] >= 12 for box in boxes)
        assert all(apart(one, other) for one, other in combinations(boxes, 2))
    atlas.click("unit:CN-GS")  # without a record
    atlas.selected("unit:CN-GS")
    atlas.settle().click("pair:BY-VI_CN-HL")
    atlas.selected("pair:BY-VI_CN-HL")


@pytest.mark.parametrize("size", [(375, 812), (640, 360)])  # a telephone, and a page of 1280 x 720 at 200 %
@pytest.mark.parametrize("language", LANGUAGES)
def test_ranked_names_stand_beside_their_bars_on_a_narrow_window(atlas: Atlas, language: str, size) -> None:
    page = atlas.open(f"lang={language}&layout=ranked").page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    atlas.settle()
    names = [box for each in atlas.map.locator(".dm-row:not(.dm-off)").all() if (box := each.bounding_box())]
    stage = atlas.map.locator(".dm-stage").bounding_box()
    assert stage
    assert len(names) > 10
    assert all(stage["x"] <= box["x"] and box["x"] + box["width"] <= stage["x"] + stage["width"] for box in names)
    # All end beside the bars of their column: what has no room there would be pushed over them.
    middle = stage["x"] + stage["width"] / 2
    left = [box["x"] + box["width"] for box in names if box["x"] < middle]
    right = [box["x"] for box in names if box["x"] > middle]
    assert max(left) - min(left) <= 1
    assert max(right) - min(right) <= 1


def test_the_order_of_the_ranked_map_follows_the_filter(atlas: Atlas) -> None:
    """Those with the most matching records come first, equal ones by name, and those without any last."""
    atlas.open("lang=en&layout=ranked")
    zoom, chip = atlas.map.get_attribute("data-zoom"), atlas.chip("Health")
    assert columns(atlas) == ranking("BY") + ranking("CN")
    atlas.filters()
    atlas.pill("sectors:medicine").click()
    expect(chip).to_be_visible()
    assert columns(atlas.settle()) == ranking("BY", "medicine") + ranking("CN", "medicine")
    row, end = atlas.where("unit:CN-ZJ"), atlas.where("unit:CN-CQ")
    assert 0 < row["y"] - end["y"] < 60, "Zhejiang stands right below Chongqing, bar and all"
    chip.click()
    expect(chip).to_be_hidden()
    assert columns(atlas.settle()) == ranking("BY") + ranking("CN")
    assert atlas.map.get_attribute("data-zoom") == zoom


def columns(atlas: Atlas) -> list[str]:
    """The rows of both columns with their numbers, from the top down."""
    script = """map => [...map.querySelectorAll('.dm-row')]
        .map(row => [row.getBoundingClientRect(), row.querySelector('small').textContent, row.textContent])
        .sort(([a], [b]) => (a.left > innerWidth / 2) - (b.left > innerWidth / 2) || a.top - b.top)
        .map(([, number, text]) => `${text.replace(number, '')} ${number}`)"""
    return list(atlas.map.evaluate(script))


def test_every_page_shows_the_same_filter_and_the_way_back_the_same_map(atlas: Atlas) -> None:
    """The filter is chosen on the map; each page says how much of the table it leaves."""
    left = records("medicine")
    found = f"{sum(count(left, each) for each in LISTS)} records found"
    page = atlas.open().page
    atlas.filters()
    atlas.pill("sectors:medicine").click()
    atlas.map.locator('.dm-list button[data-key="pair:BY-MI_CN-CQ"]').focus()
    page.keyboard.press("Enter")
    query = "lang=en&selected=BY-MI_CN-CQ&sectors=medicine"
    for name in ("insights", "compare", "data"):
        atlas.to(name)
        expect(page).to_have_url(f"{atlas.server}/{name}?{query}")
        expect(page.locator("twinned-bar .found")).to_have_text(found)
        expect(atlas.chip("Health")).to_be_visible()
        expect(atlas.map).to_be_hidden()
    atlas.to("dossier")
    projects = len(left["BY-MI_CN-CQ"]["projects"])
    expect(page.locator("section.full").get_by_role("heading", name=f"Projects {projects}")).to_be_visible()
    atlas.to("explore")
    atlas.settle().selected("pair:BY-MI_CN-CQ")
    expect(page).to_have_url(f"{atlas.server}/?{query}")
    expect(atlas.pill("sectors:medicine")).to_have_attribute("aria-pressed", "true")


def test_keys_alone_reach_head_filters_and_map(atlas: Atlas) -> None:
    page, keyboard = atlas.open().page, atlas.page.keyboard
    atlas.head.get_by_role("radio", name="English").focus()
    keyboard.press("ArrowRight")
    expect(atlas.head.get_by_role("radio", name="Русский")).to_be_focused()
    expect(page).to_have_url(f"{atlas.server}/?lang=ru")
    expect(atlas.link("explore")).to_have_text("Карта")
    expect(atlas.head.get_by_role("radio", name="Русский")).to_be_focused()
    keyboard.press("ArrowLeft")
    expect(page).to_have_url(f"{atlas.server}/?lang=en")
    expect(atlas.link("explore")).to_have_text("Explore")
    button = atlas.toolbar.get_by_role("button", name="Filters")
    button.focus()
    keyboard.press("Enter")
    expect(atlas.card).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    atlas.pill("sectors:medicine").focus()
    keyboard.press("Space")
    expect(atlas.pill("sectors:medicine")).to_be_focused()
    expect(page).to_have_url(f"{atlas.server}/?lang=en&sectors=medicine")
    keyboard.press("Escape")
    expect(atlas.card).to_be_hidden()
    expect(button).to_be_focused()
    atlas.found.locator("button.record").first.focus()
    keyboard.press("Enter")
    expect(atlas.panel).to_be_visible()


SKIPS = {"en": ("Skip to the map", "Skip to content"), "ru": ("Перейти к карте", "Перейти к основной части")}


@pytest.mark.parametrize(("language", "place"), [*product(SKIPS, ("", "insights", "data", "dossier"))])
def test_the_first_tab_shows_a_way_past_the_head(atlas: Atlas, language: str, place: str) -> None:
    page = atlas.page
    page.goto(f"{atlas.server}/{place}?lang={language}")
    atlas.linked()
    skip, there = (
        atlas.head.locator(".skip"),
        page.locator("#root") if place else atlas.map.locator(".dm-stage"),
    )
    expect(there).to_be_visible()
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_have_text(SKIPS[language][bool(place)])
    shown = skip.bounding_box()
    assert shown
    assert shown["x"] >= 0
    assert shown["height"] >= 24
    assert shown["width"] > 80
    page.keyboard.press("Enter")
    expect(there).to_be_focused()
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.matches('twinned-head')"), "the head lies behind"
    others = page.get_by_test_id("stSkipToContent")
    expect(others.filter(visible=True)).to_have_count(0)


def test_another_window_has_another_sheet_and_the_server_is_not_asked(atlas: Atlas, window: Window) -> None:
    page = atlas.open("lang=en&selected=BY-VI_CN-HL").linked().page
    expect(atlas.map).to_have_attribute("data-sheet", "0")
    window.sent.clear()
    for (width, height), sheet in (((375, 1000), "1"), ((1280, 720), "0")):
        page.set_viewport_size({"width": width, "height": height})
        expect(atlas.map).to_have_attribute("data-sheet", sheet)
        atlas.settle()
        expect(atlas.map).to_have_attribute("data-selected", "pair:BY-VI_CN-HL")
    assert window.sent == []


def test_lines_of_institutions_wait_until_their_region_is_pointed_at_or_the_legend_asks(atlas: Atlas) -> None:
    page, line = atlas.open().page, "pair:BY-HR_CN-HB"
    stage = atlas.map.locator(".dm-stage")
    stage.hover(position=atlas.where(line))
    expect(atlas.map).not_to_have_attribute("data-hovered", line)
    stage.hover(position=atlas.where("unit:BY-HR"))
    expect(atlas.map).to_have_attribute("data-hovered", "unit:BY-HR")
    stage.hover(position=atlas.where(line))
    expect(atlas.map).to_have_attribute("data-hovered", line)
    page.mouse.move(1, 1)
    expect(atlas.map).to_have_attribute("data-hovered", "")
    atlas.map.get_by_role("button", name="Institutions only", exact=True).click()
    expect(page).to_have_url(re.compile("closeness=institutions"))
    atlas.settle().click(line)
    atlas.selected(line)


def test_nothing_is_cut_or_covered(atlas: Atlas) -> None:
    page = atlas.open("lang=en&selected=BY_CN").page
    for (language, name), (width, height) in product(LANGUAGES.items(), [(1280, 720), (1920, 1080), (375, 800)]):
        page.set_viewport_size({"width": width, "height": height})
        page.get_by_role("radio", name=name).click()
        expect(atlas.panel).to_have_attribute("lang", language)
        atlas.settle()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        controls = atlas.head.locator("button, a, input").all()
        boxes = [box for each in controls if (box := each.bounding_box())]
        assert len(boxes) >= 5
        assert all(box["x"] + box["width"] <= width for box in boxes)
        assert all(apart(one, other) for one, other in combinations(boxes, 2))
        stage = atlas.map.bounding_box()
        assert stage
        assert stage["height"] > 270
        time = page.locator("twinned-stage .time").bounding_box()
        assert (time is None) == (width < 700), "no room for it"
        assert not time or time["y"] + time["height"] <= height


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
        banner = atlas.page.get_by_text("The table has 1 problem")
        expect(banner).to_be_visible()
        expect(atlas.page.get_by_text("did you mean 'twinning'?")).to_be_visible()
        expect(atlas.panel).to_contain_text("Twinned since March 2017")
        (config / file).write_text(whole.replace("signed: '2017-03'", "signed: '2016-03'"), encoding="utf-8")
        expect(atlas.panel).to_contain_text("Twinned since March 2016")
        expect(banner).to_be_hidden()

    def test_only_the_editor_is_told_and_a_long_list_scrolls(self, atlas: Atlas, edit: Edit, config: Path) -> None:
        for path in sorted((config / "relations").iterdir()):
            if "sectors:" in path.read_text(encoding="utf-8"):
                edit(f"relations/{path.name}", "sectors:", "sektors:")
        problems = atlas.page.locator("section.problems")
        atlas.page.set_extra_http_headers({"X-Forwarded-For": "192.0.2.7"})
        atlas.open("lang=en&selected=BY-MI_CN-CQ").linked()
        expect(atlas.panel).to_contain_text("Twinned since March")
        expect(problems).to_have_count(0)
        atlas.page.set_extra_http_headers({})
        atlas.open("lang=ru").linked()
        expect(problems.locator("summary")).to_contain_text("Посетители видят её последнее исправное состояние.")
        assert problems.locator("li").count() > 50
        box = problems.bounding_box()
        assert box is not None
        assert box["height"] < 0.6 * 720

    def test_a_text_of_the_table_is_never_taken_for_html_or_code(self, atlas: Atlas, edit: Edit) -> None:
        nasty = "'@@=alert(1) <script>window.hacked = 1</script><img src=x onerror=window.hacked=1>'"
        edit("relations/BY-VI_CN-SD.yaml", "title:\n      en: ", f"title:\n      en: {nasty}\n      #")
        edit("units/BY.yaml", "en: Vitebsk Region", f"en: {nasty}")
        atlas.open("lang=en&selected=BY-VI_CN-SD")
        expect(atlas.panel).to_contain_text("<script>window.hacked = 1</script>")
        atlas.selected("pair:BY-VI_CN-SD")
        assert atlas.page.evaluate("window.hacked") is None


def test_a_region_is_hit_where_the_map_says_that_it_is(page: Page, server: str) -> None:
    """Also once the pointer over it has brought out its places."""
    page.set_viewport_size({"width": 375, "height": 812})
    atlas = Atlas(page, server).open()
    for key in ("BY-BR", "BY-HM", "BY-HO", "BY-HR", "BY-MA", "BY-MI", "BY-VI", "CN-CQ", "CN-HL"):
        for _ in range(2):
            atlas.map.locator(".dm-stage").hover(position=atlas.where(f"unit:{key}"))
            expect(atlas.map).to_have_attribute("data-hovered", f"unit:{key}")
