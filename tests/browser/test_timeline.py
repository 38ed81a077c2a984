"""The timeline in a browser: years by mouse, by keys and by playing, rows of what is selected, the undated."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.atlas import Atlas

pytestmark = pytest.mark.browser


class Timeline:
    """What a visitor does with it."""

    def __init__(self, page: Page) -> None:
        self.page, self.root = page, page.locator(".timeline")
        self.play = self.root.get_by_role("button", name="Play through the years")
        self.pause = self.root.get_by_role("button", name="Pause")
        self.first, self.last = (self.root.get_by_role("slider", name=f"{end} year") for end in ("First", "Last"))

    def at(self, year: int) -> tuple[float, float]:
        """The middle of a year's column."""
        box = self.root.locator(".bars").bounding_box()
        assert box
        years = self.root.locator(".year").count()
        return box["x"] + (year - 2001 + 0.5) * box["width"] / years, box["y"] + box["height"] / 2

    def drag(self, start: int, end: int) -> None:
        self.page.mouse.move(*self.at(start))
        self.page.mouse.down()
        self.page.mouse.move(*self.at((start + end) // 2))
        self.page.mouse.move(*self.at(end))
        self.page.mouse.up()

    def chosen(self, years: str | None) -> None:
        """The address, the bars and the handles agree."""
        if years:
            expect(self.page).to_have_url(re.compile(f"years={years}(&|$)"))
        else:
            expect(self.page).not_to_have_url(re.compile("years="))
        first, last = (years or "2001-2026").split("-")
        expect(self.first).to_have_attribute("aria-valuenow", first)
        expect(self.last).to_have_attribute("aria-valuenow", last)

    def row(self, name: str) -> Locator:
        return self.root.get_by_role("group", name=re.compile(f"^{name}: "))


@pytest.fixture
def atlas(page: Page, server: str) -> Atlas:
    return Atlas(page, server).open()


@pytest.fixture
def time(atlas: Atlas) -> Timeline:
    return Timeline(atlas.page)


def test_a_drag_chooses_years_and_a_drag_of_them_moves_them(atlas: Atlas, time: Timeline) -> None:
    time.drag(2005, 2016)
    time.chosen("2005-2016")
    expect(atlas.page.locator(".st-key-status")).to_contain_text("Showing 10 of 39 pairs")
    time.drag(2010, 2012)
    time.chosen("2007-2018")
    time.drag(2015, 2010)
    time.chosen("2002-2013")
    time.drag(2020, 2017)
    time.chosen("2017-2020")


def test_a_handle_moves_one_end(time: Timeline) -> None:
    time.drag(2005, 2016)
    time.chosen("2005-2016")
    box = time.last.bounding_box()
    assert box
    time.page.mouse.move(box["x"] + 4, box["y"] + 9)
    time.page.mouse.down()
    time.page.mouse.move(*time.at(2022))
    time.page.mouse.up()
    time.chosen("2005-2022")


def test_a_click_is_one_year_and_two_are_all(atlas: Atlas, time: Timeline) -> None:
    time.page.mouse.click(*time.at(2023))
    time.chosen("2023-2023")
    time.page.mouse.dblclick(*time.at(2012))
    time.chosen(None)
    time.page.mouse.click(*time.at(2012))
    time.chosen("2012-2012")
    time.root.get_by_role("button", name="All years").click()
    time.chosen(None)
    expect(atlas.page.locator(".st-key-status")).to_contain_text("Showing 39 of 39 pairs")


def test_nothing_is_sent_while_dragging_and_one_message_after(page: Page, server: str) -> None:
    sent: list[bytes] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(frame)))
    time = Timeline(Atlas(page, server).open().page)
    chose = lambda: sum(b"years" in frame and b"events" in frame for frame in sent)  # noqa: E731
    page.mouse.move(*time.at(2003))
    page.mouse.down()
    for year in range(2004, 2012):
        page.mouse.move(*time.at(year))
    before = chose()
    assert time.root.locator(".span").inner_text() == "2003–2011"
    page.mouse.up()
    time.chosen("2003-2011")
    assert (before, chose()) == (0, 1)


def test_keys_choose_years(time: Timeline) -> None:
    time.first.focus()
    for key in ("ArrowRight", "ArrowRight", "PageUp", "ArrowLeft"):
        time.page.keyboard.press(key)
    time.chosen("2007-2026")
    expect(time.first).to_have_attribute("aria-valuetext", "2007, Agreements 0, Other ties 1, Events 0")
    time.page.keyboard.press("Tab")
    expect(time.last).to_be_focused()
    time.page.keyboard.press("Home")
    time.chosen("2007-2007")
    time.page.keyboard.press("End")
    time.chosen("2007-2026")
    expect(time.last).to_have_attribute("aria-valuemin", "2007")


def test_a_year_tells_its_counts(time: Timeline) -> None:
    time.page.mouse.move(*time.at(2007))
    expect(time.root.locator(".tip")).to_have_text("2007Agreements 0Other ties 1Events 0")
    time.page.mouse.move(5, 5)
    expect(time.root.locator(".tip")).to_be_hidden()


def test_play_grows_the_network_and_pauses(atlas: Atlas, time: Timeline) -> None:
    time.play.click()
    time.chosen("2001-2001")
    time.chosen("2001-2003")
    expect(time.root.locator(".big")).to_have_text("2003")
    expect(atlas.page.locator(".st-key-status")).to_contain_text("Showing 2 of 39 pairs")
    time.pause.click()
    expect(time.play).to_be_visible()
    stood = time.page.url
    time.page.wait_for_timeout(2000)
    assert time.page.url == stood
    time.play.click()
    time.chosen("2001-2005")  # goes on where it stood
    time.page.keyboard.press("Escape")
    expect(time.play).to_be_visible()
    time.drag(2023, 2024)
    time.chosen("2023-2024")
    time.play.click()
    time.chosen("2023-2023")  # from the first year that is chosen
    time.chosen("2023-2026")
    expect(time.play).to_be_visible()


def test_reset_ends_the_play(atlas: Atlas, time: Timeline) -> None:
    time.play.click()
    time.chosen("2001-2002")
    atlas.page.get_by_role("button", name="Reset").click()
    expect(time.play).to_be_visible()
    time.page.wait_for_timeout(1500)
    time.chosen(None)


def test_a_tie_lasts_from_its_start_to_its_end(page: Page, server: str) -> None:
    atlas = Atlas(page, server).open("lang=en&selected=BY-VI")
    time = Timeline(atlas.page)
    programme = time.row("Programme").locator(".track i")  # 2016–2020
    box = programme.bounding_box()
    assert box
    column = time.at(2017)[0] - time.at(2016)[0]
    assert box["x"] == pytest.approx(time.at(2016)[0] - column / 2, abs=2)
    assert box["x"] + box["width"] == pytest.approx(time.at(2020)[0] + column / 2, abs=2)
    twinning = time.row("Twinning").locator(".track i")
    expect(twinning).to_have_class("open")
    box = twinning.bounding_box()
    assert box
    assert box["x"] + box["width"] == pytest.approx(time.at(2026)[0] + column / 2, abs=2)
    time.row("Twinning").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(time.root.locator(".tip")).to_contain_text("2011")
    expect(time.root.locator(".said")).to_contain_text("2011")


def test_a_selection_moves_nothing(atlas: Atlas, time: Timeline) -> None:
    before = time.root.bounding_box()
    left = time.root.locator(".bars").bounding_box()
    atlas.click("unit:BY-VI")
    atlas.selected("unit:BY-VI")
    expect(time.row("Twinning")).to_be_visible()
    after = time.root.locator(".bars").bounding_box()
    assert before
    assert time.root.bounding_box() == before
    assert left
    assert after
    assert (after["x"], after["width"]) == (left["x"], left["width"])
    rows = time.root.locator(".rows").bounding_box()
    assert rows
    assert rows["y"] + rows["height"] <= before["y"] + before["height"]


def test_the_undated_are_listed_and_lead_to_their_pair(atlas: Atlas, time: Timeline) -> None:
    fetched: list[str] = []
    atlas.page.on("request", lambda request: fetched.append(request.url) if "/titles-" in request.url else None)
    time.root.get_by_role("button", name="19 undated").click()
    items = time.root.locator(".item")
    expect(items).to_have_count(19)
    expect(items.first).to_be_in_viewport()
    assert len(fetched) == 1
    items.filter(has_text="Brest Region — Shanxi").click()
    atlas.selected("pair:BY-BR_CN-SX")
    expect(items.first).to_be_hidden()


def test_it_fits_a_telephone(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 375, "height": 800})
    time = Timeline(Atlas(page, server).open("lang=ru&selected=BY_CN").page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    root, rows = time.root.bounding_box(), time.root.locator(".rows").bounding_box()
    assert root
    assert rows
    assert rows["y"] + rows["height"] <= root["y"] + root["height"]
