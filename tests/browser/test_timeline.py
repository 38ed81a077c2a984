"""The timeline in a browser: years by mouse, by a key and by playing, dots of what is selected, the undated."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browser.atlas import Atlas
from tests.browser.conftest import Window

pytestmark = pytest.mark.browser


class Timeline:
    """What a visitor does with it."""

    def __init__(self, page: Page) -> None:
        self.page, self.root = page, page.locator(".timeline")
        self.play, self.back, self.on = (
            self.root.get_by_role("button", name=name)
            for name in ("Play through the years", "One year back", "One year on")
        )
        self.pause = self.root.get_by_role("button", name="Pause")
        self.first, self.last = (self.root.get_by_role("slider", name=f"{end} year") for end in ("First", "Last"))
        self.tip, self.year = self.root.locator(".tip"), page.locator("twinned-stage .year")

    def at(self, year: int) -> tuple[float, float]:
        """The middle of a year, above most of its dots."""
        edges = [float(x) for x in re.findall(r"M([\d.]+)", self.root.locator(".edges").get_attribute("d") or "")]
        box = self.root.locator(".dots").bounding_box()
        assert box
        return box["x"] + (edges[year - 2001] + edges[year - 2000]) / 2, box["y"] + 2

    def dot(self, year: int) -> tuple[float, float]:
        """The lowest dot of a year that has a single column of them."""
        box = self.root.locator(".dots").bounding_box()
        assert box
        return self.at(year)[0], box["y"] + box["height"] - 4

    def chosen(self, years: str | None) -> None:
        """The address and the handles agree."""
        if years:
            expect(self.page).to_have_url(re.compile(f"years={years}(&|$)"))
        else:
            expect(self.page).not_to_have_url(re.compile("years="))
        first, last = (years or "2001-2026").split("-")
        expect(self.first).to_have_attribute("aria-valuenow", first)
        expect(self.last).to_have_attribute("aria-valuenow", last)


@pytest.fixture
def atlas(page: Page, server: str) -> Atlas:
    return Atlas(page, server).open()


@pytest.fixture
def time(atlas: Atlas) -> Timeline:
    return Timeline(atlas.page)


def test_the_mouse_and_a_key_choose_years(time: Timeline, window: Window) -> None:
    mouse = time.page.mouse
    mouse.move(*time.at(2007))
    # 2007: the strategic partnership of two universities begins, BY-HM_CN-LN.yaml
    counted = "2007 · begun thenAgreements 0Contacts 0Local, institutional 1Projects 0Events 0"
    expect(time.tip).to_have_text(counted)
    chose = lambda: sum(b"years" in frame and b"events" in frame for frame in window.sent)  # noqa: E731
    mouse.move(*time.at(2005))
    mouse.down()
    for year in range(2006, 2017):
        mouse.move(*time.at(year))
    expect(time.root.locator(".span")).to_have_text("2005–2016")
    assert chose() == 0
    mouse.up()
    time.chosen("2005-2016")
    box = time.last.bounding_box()
    assert box
    mouse.move(box["x"] + 12, box["y"] + 9)
    mouse.down()
    mouse.move(*time.at(2022))
    mouse.up()
    time.chosen("2005-2022")
    time.first.press("ArrowRight")
    time.chosen("2006-2022")
    mouse.click(*time.at(2010))
    time.chosen("2010-2010")
    mouse.dblclick(*time.at(2012))
    time.chosen(None)


def test_play_grows_the_network_with_the_year_large_and_halts_at_a_step(time: Timeline) -> None:
    expect(time.year).to_be_hidden()
    time.play.click()
    expect(time.year).to_be_visible()
    time.root.get_by_role("button", name="Speed: 1×").click()
    expect(time.root.get_by_role("button", name="Speed: 2×")).to_be_visible()
    expect(time.root.locator(".span")).to_have_text(re.compile("2001–20(0[4-9]|1.)"))
    time.pause.click()
    years = time.root.locator(".span").inner_text()
    expect(time.year).to_have_text(years[-4:])
    time.chosen(years.replace("–", "-"))
    expect(time.play).to_be_visible()
    time.root.get_by_role("button", name="All years").click()
    expect(time.year).to_be_hidden()
    time.back.click()
    time.chosen("2001-2025")
    time.back.click()
    time.chosen("2001-2024")
    time.on.click()
    time.chosen("2001-2025")
    expect(time.year).to_have_text("2025")
    expect(time.root.locator(".said")).to_contain_text("2025 · begun then, Agreements 0, Contacts 0")


def test_a_dot_tells_its_record_and_selects_its_pair(time: Timeline) -> None:
    time.page.mouse.move(*time.dot(2001))  # the only record of 2001, in BY-HR_CN-HB.yaml
    expect(time.tip).to_contain_text("Local or institutional tie · Cooperation agreement · 2001Grodno Region – Hubei")
    time.page.mouse.click(*time.dot(2001))
    expect(time.page).to_have_url(re.compile("selected=BY-HR_CN-HB"))
    time.chosen(None)


def test_what_is_selected_stands_out_and_nothing_moves(atlas: Atlas, time: Timeline) -> None:
    where = lambda: [  # noqa: E731
        time.root.locator(part).bounding_box() for part in (".player", "header", ".span", ".dots", ".ticks")
    ]
    strong, weak = (time.root.locator(f"path.agreements{which}") for which in (":not(.weak)", ".weak"))
    count = lambda paths: (paths.get_attribute("d") or "").count("M")  # noqa: E731
    before, all_ = where(), count(strong)
    assert count(weak) == 0
    atlas.open("lang=en&selected=BY-VI_CN-HL")
    # agreements in BY-VI_CN-HL.yaml: 2005, 2011, 2016/2020
    assert (count(strong), count(weak)) == (3, all_ - 3)
    assert where() == before
    expect(time.root.locator(".says")).to_contain_text("Programme: 2016–2020.")
    time.back.focus()
    time.root.locator(".strip").focus()
    time.page.keyboard.press("ArrowRight")  # from 2005 to 2011
    expect(time.root.locator(".said")).to_contain_text("Twinning · 2011")
    expect(time.tip).to_contain_text("Twinning · 2011")


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_the_strip_fits_its_place_at_every_width(atlas: Atlas, time: Timeline, language: str) -> None:
    atlas.open(f"lang={language}&years=2005-2024")
    for width in (1024, 1440, 3840):
        time.page.set_viewport_size({"width": width, "height": 900})
        place = time.page.locator("twinned-stage .time").bounding_box()
        assert place
        for part in (".player", "header", ".span", ".strip", ".ticks"):
            box = time.root.locator(part).bounding_box()
            assert box
            assert place["x"] <= box["x"]
            assert place["y"] <= box["y"]
            assert box["x"] + box["width"] <= place["x"] + place["width"]
            assert box["y"] + box["height"] <= place["y"] + place["height"] + 1
        years = [box for tick in time.root.locator(".ticks span").all() if (box := tick.bounding_box())]
        assert len(years) >= 10
        assert all(one["x"] + one["width"] < other["x"] for one, other in pairwise(years))
        legend = time.root.locator(".legend")
        assert legend.evaluate("it => it.scrollWidth <= it.clientWidth")


def test_the_undated_are_listed_and_lead_to_their_pair(time: Timeline) -> None:
    # records in config/relations/ without `signed`, `valid`, `date` and `period`: 10 agreements and 12 links
    time.root.get_by_role("button", name="22 undated").click()
    items = time.root.locator(".item")
    expect(items).to_have_count(22)
    expect(items.first).to_be_in_viewport()
    items.filter(has_text="Brest Region – Shanxi").click()
    expect(time.page).to_have_url(re.compile("selected=BY-BR_CN-SX"))
    expect(items.first).to_be_hidden()
