"""The search box in a browser: what is found by what is typed, the keys, the mouse, and where the list lies."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
LABELS = {"en": "Find", "ru": "Найти", "zh": "查找"}


@pytest.fixture
def visit(page: Page, server: str):
    """Opens the atlas in a language; returns the box once it is there."""

    def opened(language: str = "en"):
        page.goto(f"{server}/?lang={language}")
        box = page.get_by_role("combobox", name=LABELS[language])
        box.wait_for()
        return box

    return opened


@pytest.fixture
def finds(page: Page):
    """What stands in the open list."""

    def texts() -> list[str]:
        expect(page.locator(".st-key-finder").get_by_role("option").first).to_be_visible()
        return [option.inner_text() for option in page.locator(".st-key-finder").get_by_role("option").all()]

    return texts


@pytest.mark.parametrize("typed", ["gomel", "Homel", "HOMIEL", "戈梅利", "Гомель", "gomel'"])
def test_a_city_is_found_by_any_of_its_names(visit, finds, typed):
    visit().fill(typed)
    assert any(re.match(r"Gomel\b.*\nCity · Gomel Region", text) for text in finds())


@pytest.mark.parametrize(
    ("language", "typed", "first"),
    [
        ("en", "chungking", "Chongqing Chungking\nMunicipality · China"),
        ("en", "минск", "Minsk Минск\nCity · Belarus"),
        ("ru", "могилев", "Могилёвская область\nОбласть · Беларусь"),
        ("ru", "мінск", "Минск Мінск\nГород · Беларусь"),
        ("zh", "chong", "重庆市 Chongqing\n直辖市 · 中国"),
        ("zh", "戈梅利四川", "戈梅利州 — 四川\n合作协议"),
        ("en", "sich gom", "Gomel Region — Sichuan\nAgreement"),
        ("en", "inner  mong — gomel", "Gomel Region — Inner Mongolia\nAgreement"),
        ("en", "BY-HO", "Gomel Region BY-HO\nRegion · Belarus"),
    ],
)
def test_the_best_find_comes_first(visit, finds, language, typed, first):
    visit(language).fill(typed)
    assert finds()[0] == first


def test_a_project_is_found_by_a_chinese_word_and_selects_its_pair(page: Page, visit, finds):
    visit().fill("中欧班列定期开行")
    assert "Logistics · Minsk Region — Chongqing" in finds()[0]
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("selected=BY-MI_CN-CQ"))


def test_every_group_has_its_share_in_the_order_of_the_groups(page: Page, visit, finds):
    visit().fill("chongqing")
    assert len(finds()) == 12
    groups = ["Regions", "Pairs", "Places", "Organisations", "Projects"]
    assert page.get_by_role("listbox").locator(".title").all_inner_texts() == groups
    expect(page.get_by_role("group", name="Projects").get_by_role("option").first).to_be_visible()


def test_what_is_not_there_is_said(page: Page, visit):
    box = visit("ru")
    box.fill("qwxyz")
    expect(page.get_by_text("С таким названием ничего не нашлось.")).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("selected="))


def test_keys_alone_suffice(page: Page, visit, finds):
    box = visit()
    page.keyboard.press("/")
    expect(box).to_be_focused()
    page.keyboard.type("gomel", delay=10)
    last = len(finds()) - 1
    active = page.locator("[role=option][aria-selected=true]")
    every = page.locator(".st-key-finder").get_by_role("option")
    for key, index in [("ArrowDown", 1), ("End", last), ("ArrowDown", 0), ("ArrowUp", last), ("Home", 0)]:
        page.keyboard.press(key)
        expect(active).to_have_count(1)
        expected = every.nth(index).get_attribute("id")
        expect(active).to_have_attribute("id", expected)
        expect(box).to_have_attribute("aria-activedescendant", expected)
    page.keyboard.press("Escape")
    expect(every).to_have_count(0)
    expect(box).to_have_value("gomel")
    page.keyboard.press("ArrowDown")
    expect(every.first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("selected=BY-HO(&|$)"))
    expect(box).to_have_value("")
    page.keyboard.type("минск")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(box).to_have_value("")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+k")
    expect(box).to_be_focused()


def test_a_slash_in_another_field_stays_there(page: Page, visit):
    visit()
    words = page.get_by_label("Phrases in the records")
    words.press_sequentially("a/b")
    expect(words).to_have_value("a/b")


def test_letters_typed_are_no_shortcuts_of_streamlit(page: Page, visit):
    box = visit()
    box.press_sequentially("rcrc")
    expect(box).to_have_value("rcrc")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_click_picks_and_a_click_elsewhere_closes(page: Page, visit, finds):
    box = visit()
    box.fill("brest")
    finds()
    page.get_by_role("heading", level=1).click()
    expect(page.locator(".st-key-finder").get_by_role("option")).to_have_count(0)
    box.click()
    page.get_by_role("option", name="Brest Region — Anhui Twinned").click()
    expect(page).to_have_url(re.compile("selected=BY-BR_CN-AH"))
    expect(page.locator(".st-key-finder").get_by_role("option")).to_have_count(0)


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_the_list_lies_over_the_page_and_inside_the_window(page: Page, visit, finds, width, height):
    page.set_viewport_size({"width": width, "height": height})
    box = visit()
    box.fill("chongqing")
    finds()
    popup = page.locator(".st-key-finder .popup").bounding_box()
    assert popup["x"] >= 0
    assert popup["x"] + popup["width"] <= width
    assert popup["y"] + popup["height"] <= height
    assert popup["width"] > 350, "wider than the rail"
    assert (
        page.locator(".st-key-finder")
        .get_by_role("option")
        .first.evaluate(
            """option => {
            const {right, y} = option.getBoundingClientRect();
            const root = option.getRootNode();
            return root.elementFromPoint(right - 9, y + 9).closest('[role=option]') === option;
        }"""
        )
    ), "nothing covers or clips it"


def test_the_index_is_fetched_once_and_only_when_needed(page: Page, visit, finds):
    asked = []
    page.on("request", lambda request: "/search-" in request.url and asked.append(request.url))
    box = visit()
    assert not asked
    for typed in ("brest", "чунцин"):
        box.fill(typed)
        finds()
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("selected="))
    assert len(asked) == 1


def test_an_index_that_cannot_be_fetched_is_asked_for_again(page: Page, visit, finds):
    page.route("**/search-*.json", lambda route: route.abort())
    box = visit()
    box.fill("brest")
    expect(page.get_by_text("Search is unavailable. Try again.")).to_be_visible()
    page.unroute("**/search-*.json")
    box.fill("bres")
    assert finds()
