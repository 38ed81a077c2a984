"""The timeline in a browser: years by mouse, by a key and by playing, rows of what is selected, the undated."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.atlas import Atlas
from tests.browser.conftest import Window

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


def test_the_mouse_and_a_key_choose_years(atlas: Atlas, time: Timeline, window: Window) -> None:
    page, mouse = atlas.page, atlas.page.mouse
    mouse.move(*time.at(2007))
    # 2007: the strategic partnership of two universities begins, BY-HM_CN-LN.yaml
    counted = "2007 · begun thenAgreements 0Contacts 0Local, institutional 1Projects 0Events 0"
    expect(time.root.locator(".tip")).to_have_text(counted)
    chose = lambda: sum(b"years" in frame and b"events" in frame for frame in window.sent)  # noqa: E731
    mouse.move(*time.at(2005))
    mouse.down()
    for year in range(2006, 2017):
        mouse.move(*time.at(year))
    expect(time.root.locator(".span")).to_have_text("2005–2016")
    assert chose() == 0
    mouse.up()
    time.chosen("2005-2016")
    assert chose() == 1
    # grep -lE "(signed|valid|date): '(200[0-9]|201[0-6])" config/relations/*-*_*-*.yaml
    # eight, and the four pairs of twins without a date
    expect(page.locator(".st-key-status")).to_contain_text("Showing 12 of 37 pairs")
    box = time.last.bounding_box()
    assert box
    mouse.move(box["x"] + 4, box["y"] + 9)
    mouse.down()
    mouse.move(*time.at(2022))
    mouse.up()
    time.chosen("2005-2022")
    time.first.press("ArrowRight")
    time.chosen("2006-2022")
    mouse.click(*time.at(2023))
    time.chosen("2023-2023")
    mouse.dblclick(*time.at(2012))
    time.chosen(None)


def test_play_grows_the_network_and_pauses(atlas: Atlas, time: Timeline) -> None:
    time.play.click()
    time.chosen("2001-2001")
    time.chosen("2001-2003")
    expect(time.root.locator(".big")).to_have_text("2003")
    # grep -lE "(signed|valid|date): '200[1-3]" config/relations/*-*_*-*.yaml
    # two, and the four pairs of twins without a date
    expect(atlas.page.locator(".st-key-status")).to_contain_text("Showing 6 of 37 pairs")
    time.pause.click()
    expect(time.play).to_be_visible()


def test_rows_show_what_is_selected_from_start_to_end_and_move_nothing(atlas: Atlas, time: Timeline) -> None:
    before, left = time.root.bounding_box(), time.root.locator(".bars").bounding_box()
    atlas.click("pair:BY-VI_CN-HL")
    atlas.selected("pair:BY-VI_CN-HL")
    programme, twinning = (time.row(name).locator(".track i") for name in ("Programme", "Twinning"))
    column = time.at(2017)[0] - time.at(2016)[0]
    box = programme.bounding_box()  # valid: '2016/2020' in BY-VI_CN-HL.yaml
    assert box
    assert box["x"] == pytest.approx(time.at(2016)[0] - column / 2, abs=2)
    assert box["x"] + box["width"] == pytest.approx(time.at(2020)[0] + column / 2, abs=2)
    expect(twinning).to_have_class("open")
    box = twinning.bounding_box()
    assert box
    assert box["x"] + box["width"] == pytest.approx(time.at(2026)[0] + column / 2, abs=2)
    time.row("Twinning").focus()
    atlas.page.keyboard.press("Shift+Tab")
    atlas.page.keyboard.press("Tab")
    expect(time.root.locator(".tip")).to_contain_text("2011")
    expect(time.root.locator(".said")).to_contain_text("2011")
    after, rows = time.root.locator(".bars").bounding_box(), time.root.locator(".rows").bounding_box()
    assert before
    assert time.root.bounding_box() == before
    assert left
    assert after
    assert (after["x"], after["width"]) == (left["x"], left["width"])
    assert rows
    assert rows["y"] + rows["height"] <= before["y"] + before["height"]


def test_the_undated_are_listed_and_lead_to_their_pair(atlas: Atlas, time: Timeline, window: Window) -> None:
    # records in config/relations/ without `signed`, `valid`, `date` and `period`: 10 agreements and 12 links
    time.root.get_by_role("button", name="22 undated").click()
    items = time.root.locator(".item")
    expect(items).to_have_count(22)
    expect(items.first).to_be_in_viewport()
    assert sum("/titles-" in url for url in window.asked) == 1
    items.filter(has_text="Brest Region – Shanxi").click()
    atlas.selected("pair:BY-BR_CN-SX")
    expect(items.first).to_be_hidden()
