"""The presenting mode: every story by keys alone, questions, kiosk, a cut line, and the window of the speaker."""

import json
import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.atlas import Atlas, apart
from tests.browser.conftest import Window
from tests.browser.proxy import Line

pytestmark = pytest.mark.browser
LANGUAGES = ("en", "ru", "zh")


class Presented(Atlas):
    """The stage while it presents."""

    def __init__(self, page: Page, server: str) -> None:
        super().__init__(page, server)
        self.stage = page.locator("twinned-stage[data-presenting]")
        self.caption = self.stage.locator(".slide.now h1")
        self.said = self.stage.locator("[aria-live]").first

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def at(self, step: int) -> None:
        expect(self.page).to_have_url(re.compile(rf"[?&]step={step}\b"))


@pytest.fixture
def atlas(page: Page, server: str) -> Iterator[Presented]:
    yield Presented(page, server)
    page.evaluate("document.exitFullscreen().catch(() => {})")


@pytest.fixture(scope="module")
def stories(window: Window) -> dict[str, dict[str, list[str]]]:
    """The captions of each published story, by language and story."""
    request = window.page.request
    found = re.search(r' id="atlas">(.*?)</script>', request.get(window.server).text())
    assert found
    read = {code: request.get(f"{window.server}/{url}").json() for code, url in json.loads(found[1])["stories"].items()}
    return {code: {it["id"]: captions(it) for it in published["stories"]} for code, published in read.items()}


def captions(story: dict[str, Any]) -> list[str]:
    """Captions of a story where nothing is selected: of one with a variable, those of its first subject."""
    return [step["caption"] for step in story["steps"] or next(iter(story["subjects"].values()))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_story_can_be_presented_by_keys_alone(
    atlas: Presented, stories: dict[str, dict[str, list[str]]], language: str
) -> None:
    for story, told in stories[language].items():
        atlas.open(f"lang={language}&story={story}")
        for n, caption in enumerate(told, start=1):
            expect(atlas.caption).to_have_text(caption, use_inner_text=True)
            expect(atlas.said).to_contain_text(caption)
            atlas.at(n)
            for name in ("twinned-head", "twinned-bar"):
                expect(atlas.page.locator(name)).to_be_hidden()
            atlas.press("PageDown")
        atlas.at(len(told))
        atlas.press("Home")
        atlas.at(1)


def test_digits_are_languages_alone_and_steps_with_enter(atlas: Presented) -> None:
    atlas.open("lang=en&story=partnership")
    atlas.press("1", "0", "Enter")
    atlas.at(10)
    expect(atlas.map).to_have_attribute("data-layout", "ranked")
    atlas.press("3")
    expect(atlas.page).to_have_url(re.compile("lang=zh.*step=10"))
    expect(atlas.caption).to_contain_text("空白")
    atlas.press("d")
    expect(atlas.page).to_have_url(re.compile("theme=dark"))
    atlas.press("d", "1")
    expect(atlas.page).to_have_url(re.compile("lang=en.*theme=light"))


def test_escape_leaves_for_a_question_and_p_returns_to_the_step(atlas: Presented) -> None:
    atlas.open("lang=en&story=partnership&step=2")
    atlas.press("Escape")
    expect(atlas.stage).to_have_count(0)
    expect(atlas.page).to_have_url(re.compile(r"\?lang=en&closeness=twinned$"))
    atlas.settle().click("unit:BY-VI")
    atlas.selected("unit:BY-VI")
    atlas.page.wait_for_timeout(600)  # what follows within half a second belongs to the same entry of the history
    atlas.press("p")
    atlas.at(2)
    expect(atlas.page).not_to_have_url(re.compile("selected"))
    atlas.page.go_back()
    atlas.selected("unit:BY-VI")


def test_one_view_is_presented_from_the_map_or_another_page_and_the_focus_comes_back(atlas: Presented) -> None:
    atlas.open("lang=en&selected=BY-MI_CN-CQ").linked()
    find = atlas.head.get_by_role("combobox").or_(atlas.head.locator("input")).first
    find.focus()
    atlas.press("p")  # is typed
    expect(atlas.stage).to_have_count(0)
    find.fill("")
    atlas.head.locator("button.more").focus()
    atlas.press("p")
    expect(atlas.caption).to_have_text("Minsk Region – Chongqing")
    expect(atlas.page.get_by_role("region", name="Presentation")).to_be_visible()
    atlas.press("b")
    expect(atlas.stage.locator(".blank")).to_be_visible()
    atlas.press("b")
    expect(atlas.stage.locator(".blank")).to_be_hidden()
    atlas.press("Escape")
    expect(atlas.head.locator("button.more")).to_be_focused()
    atlas.to("insights")
    atlas.head.locator("button.more").click()
    atlas.head.get_by_role("button", name="Present").click()
    expect(atlas.caption).to_have_text("Minsk Region – Chongqing")


def test_names_are_apart_on_the_map_after_a_presentation_was_left_on_a_page_without_one(atlas: Presented) -> None:
    atlas.open("lang=en").to("insights")
    expect(atlas.map).to_be_hidden()
    atlas.press("p")
    expect(atlas.stage).to_have_count(1)
    atlas.page.go_back()
    expect(atlas.stage).to_have_count(0)
    expect(atlas.map).to_be_hidden()
    atlas.to("explore")
    atlas.settle()
    names = [box for each in atlas.map.locator(".dm-label-unit:not(.dm-off)").all() if (box := each.bounding_box())]
    assert len(names) > 30
    assert all(apart(one, other) for one, other in combinations(names, 2))


def test_a_kiosk_goes_on_by_itself_round_and_round(atlas: Presented) -> None:
    atlas.open("lang=en&story=partnership&step=9&kiosk=1")
    atlas.at(10)
    atlas.at(1)
    atlas.at(2)
    length = "history.length"
    before = atlas.page.evaluate(length)
    atlas.at(3)
    assert atlas.page.evaluate(length) == before


def test_fingers_go_on_and_back(atlas: Presented) -> None:
    atlas.open("lang=en&story=partnership&step=3")
    atlas.page.mouse.click(1200, 300)
    atlas.at(4)
    atlas.page.mouse.click(100, 300)
    atlas.at(3)
    buttons = atlas.stage.locator(".present-controls")
    atlas.page.mouse.move(640, 300)
    expect(buttons).to_have_css("opacity", "1")
    expect(buttons).to_have_css("opacity", "0")
    expect(atlas.stage).to_have_css("cursor", "none")


def test_a_presentation_goes_on_while_the_line_is_cut(browser: Browser, server: str) -> None:
    with Line(int(server.rsplit(":", 1)[1])) as line, browser.new_context(locale="en-GB") as context:
        page, faults = context.new_page(), list[str]()
        page.on("pageerror", lambda it: faults.append(str(it)))
        atlas = Presented(page, line.address)
        atlas.open("lang=en&story=partnership").linked()
        page.wait_for_load_state("networkidle")
        line.cut()
        for step in range(2, 11):
            atlas.press("ArrowRight")
            atlas.at(step)
            expect(atlas.map).to_have_attribute("data-error", "")
        expect(atlas.map).to_have_attribute("data-layout", "ranked")
        atlas.press("2")
        expect(atlas.caption).to_contain_text("Белые пятна")
        expect(page.get_by_test_id("atlas-away")).to_be_hidden()
        assert faults == []


def test_the_window_of_the_speaker_shows_the_notes_and_drives_the_presentation(atlas: Presented) -> None:
    atlas.open("lang=en&story=partnership")
    with atlas.page.expect_popup() as opened:
        atlas.press("s")
    speaker = opened.value
    expect(speaker.locator(".notes")).to_contain_text("Every record names the source")
    expect(speaker.locator(".next")).to_contain_text("twinned")
    speaker.keyboard.press("ArrowRight")
    atlas.at(2)
    expect(speaker.locator("h1")).to_have_text(atlas.caption.inner_text())
    speaker.get_by_role("button", name="Next").click()
    atlas.at(3)
    expect(speaker.locator("dd").last).to_have_text(re.compile(r"^\d\d:\d\d$"))
    speaker.close()


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_at_200_percent_a_step_is_whole(atlas: Atlas, language: str) -> None:
    """A page of 1280 x 720 enlarged twice is a window of 640 x 360."""
    atlas.page.set_viewport_size({"width": 640, "height": 360})
    atlas.open(f"lang={language}&story=partnership&step=3")
    box = atlas.page.locator("twinned-stage .slide.now").bounding_box()
    assert box
    assert box["y"] + box["height"] <= 360
    assert atlas.map.bounding_box()["height"] > 120
