"""Paper: the map as the visitor saw it, what stands beside it, and sheets that are full."""

import re
from collections import Counter
from datetime import date
from io import BytesIO
from itertools import combinations
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import FloatRect, Page, expect
from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

from dashboard.handouts.briefing import briefing
from dashboard.handouts.service import request_of
from dashboard.loading import CONFIG, load_all
from tests.browser.atlas import Atlas
from tests.browser.sheets import printed

pytestmark = pytest.mark.browser
A4 = {"width": 1017, "height": 688}  # px between margins of 14 mm, in landscape


@pytest.fixture
def atlas(page: Page, server: str) -> Atlas:
    atlas = Atlas(page, server)
    atlas.open("lang=en&sectors=medicine&years=2010-2024")
    page.set_viewport_size({"width": 1920, "height": 1080})
    return atlas.settle()


def zoom(atlas: Atlas) -> None:
    """Brings the east of China near: its units have lines that leave the view."""
    atlas.map.locator(".dm-stage").hover(position=atlas.where("unit:CN-HA"))
    for _ in range(2):
        atlas.page.mouse.wheel(0, -120)
    expect(atlas.map).to_have_attribute("data-moved", "true")
    atlas.settle()


PAIR = "selected=BY-MI_CN-CQ"
SHORT, LONG = pytest.approx(595, abs=1), pytest.approx(842, abs=1)  # pt of a sheet of A4


def to_paper(atlas: Atlas) -> None:
    """Browsers tell of a print first, then lay the page out for it."""
    atlas.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    atlas.page.emulate_media(media="print")
    atlas.page.set_viewport_size(A4)
    expect(atlas.map.locator("svg.dm-picture")).to_be_attached()


def box(atlas: Atlas, selector: str) -> FloatRect:
    found = atlas.map.locator(selector).bounding_box()
    assert found
    return found


def inside(one: FloatRect, other: FloatRect) -> bool:
    return all(
        other[at] - 1 <= one[at] and one[at] + one[size] <= other[at] + other[size] + 1
        for at, size in (("x", "width"), ("y", "height"))
    )


def bars(atlas: Atlas) -> list[float]:
    """The px of a kilometre of each country, by its scale bar."""
    script = (
        "map => [...map.querySelectorAll('.dm-bar')].map(it => [it.style.getPropertyValue('--length'), it.textContent])"
    )
    return [float(length[:-2]) / float(re.sub(r"\D", "", text)) for length, text in atlas.map.evaluate(script)]


def units(atlas: Atlas) -> list[float]:
    """The box round all units, px of the stage: left, top, right, bottom."""
    return list(atlas.map.evaluate("map => map.extent()"))


def test_a_part_of_the_map_is_printed_as_it_was_seen(atlas: Atlas) -> None:
    zoom(atlas)
    before, scale, screen = atlas.map.get_attribute("data-zoom"), bars(atlas), units(atlas)
    side = atlas.page.locator("twinned-stage .side").bounding_box()
    assert side
    seen = [8, 8, side["x"] - 24, box(atlas, ".dm-stage")["height"] - 8]
    assert screen[0] < 0
    assert screen[2] > seen[2], "not the whole map"
    to_paper(atlas)

    paper = units(atlas)
    larger = (paper[2] - paper[0]) / (screen[2] - screen[0])
    left, top, right, bottom = (paper[at % 2] + (edge - screen[at % 2]) * larger for at, edge in enumerate(seen))
    width, height = atlas.map.locator(".dm-stage").evaluate("stage => [stage.clientWidth, stage.clientHeight]")
    assert -1 < left < right < width + 1, "all that was seen is on the sheet"
    assert -1 < top < bottom < height + 1
    assert (right - left > width - 20) or (bottom - top > height - 20), "as large as can be"
    assert [new / old for new, old in zip(bars(atlas), scale, strict=True)] == pytest.approx([larger] * 2, rel=0.001)

    sheet: FloatRect = box(atlas, ".dm-stage .dm-canvas")
    stage: FloatRect = {"x": 0, "y": 0, "width": A4["width"], "height": A4["height"]}
    names = [name for each in atlas.map.locator(".dm-label:not(.dm-off)").all() if (name := each.bounding_box())]
    assert len(names) > 10
    assert all(inside(name, sheet) for name in names)
    drawn = [bar for each in atlas.map.locator(".dm-bar").all() if (bar := each.bounding_box())]
    assert len(drawn) == 2
    assert all(inside(bar, stage) and bar["y"] >= sheet["y"] + sheet["height"] for bar in drawn)

    key = box(atlas, ".dm-corner")
    assert inside(key, stage)
    assert key["y"] + key["height"] <= sheet["y"], "above the map, not over it"
    for part, text in (
        ("twinned-stage .key h1", "Health"),
        ("twinned-stage .key p", "44 records"),
        ("twinned-bar .asked", "Filter: Health · 2010–2024"),
        ("twinned-bar .imprint", f"{atlas.server}/?lang=en&sectors=medicine&years=2010-2024"),
        ("twinned-bar .imprint", str(date.today().year)),
    ):
        expect(atlas.page.locator(part).filter(visible=True)).to_contain_text(text)
    expect(atlas.map.locator(".dm-legend").first).to_be_visible()

    atlas.page.emulate_media(media="null")
    atlas.page.set_viewport_size({"width": 1920, "height": 1080})
    atlas.page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(atlas.page.locator("twinned-stage .key h1")).to_have_text("Three Belarusian regions have six Chinese twins")
    expect(atlas.map).to_have_attribute("data-zoom", before or "")
    assert units(atlas.settle()) == pytest.approx(screen, abs=1)


def test_the_whole_map_is_printed_whole_with_its_key_beside_it(atlas: Atlas) -> None:
    to_paper(atlas)
    sheet, key = box(atlas, ".dm-stage"), box(atlas, ".dm-corner")
    assert inside(key, sheet)
    names = [name for each in atlas.map.locator(".dm-label-unit:not(.dm-off)").all() if (name := each.bounding_box())]
    assert len(names) > 35
    assert all(inside(name, sheet) for name in names)
    assert not any(overlap(one, other) for one, other in combinations([key, *names], 2))


def overlap(one: FloatRect, other: FloatRect) -> bool:
    """True if they do by more than a pixel."""
    return all(
        first[at] + 1 < second[at] + second[size]
        for first, second in ((one, other), (other, one))
        for at, size in (("x", "width"), ("y", "height"))
    )


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_the_map_has_a_wide_sheet_of_its_own_before_the_panel_and_is_no_picture(atlas: Atlas, language: str) -> None:
    atlas.open(f"lang={language}&theme=dark&{PAIR}").linked()
    sheets, pictures = printed(atlas.page)
    assert pictures == 0
    assert len(sheets) > 1
    assert all((sheet.width, sheet.height) == (LONG, SHORT) for sheet in sheets)
    assert not any(sheet.blank for sheet in sheets)


@pytest.mark.parametrize("address", [f"dossier?lang=zh&{PAIR}", "dossier?lang=ru", "insights?lang=en"])
def test_other_pages_stand_upright(atlas: Atlas, address: str) -> None:
    atlas.page.goto(f"{atlas.server}/{address}")
    atlas.linked()
    expect(atlas.page.locator("#root").locator("section.dossier, section.charts").first).to_be_visible()
    sheets, _ = printed(atlas.page)
    assert all((sheet.width, sheet.height) == (SHORT, LONG) for sheet in sheets)
    assert not any(sheet.blank for sheet in sheets)


def test_a_panel_is_printed_with_all_its_parts_each_under_its_name(atlas: Atlas) -> None:
    """Of Minsk Region and Chongqing, no figure is about health."""
    atlas.open(f"lang=en&sectors=medicine&{PAIR}").linked()
    group = atlas.panel.locator("#part-projects details:not([hidden])").first
    group.evaluate("each => { each.open = false }")
    to_paper(atlas)
    names = atlas.panel.locator("h3.printed").filter(visible=True)
    expect(names).to_have_text(["Agreements", "Projects", "Events", "Sources"])
    expect(group.locator("article").filter(visible=True).first).to_be_visible()
    expect(atlas.panel.get_by_role("tab").filter(visible=True)).to_have_count(0)


def test_a_dossier_is_printed_with_all_of_what_it_is_about_on_its_map(atlas: Atlas) -> None:
    """On the screen the map is three times as wide as high."""
    atlas.page.goto(f"{atlas.server}/dossier?lang=en&{PAIR}")
    atlas.linked()
    atlas.settle()
    to_paper(atlas)
    stage = atlas.map.locator(".dm-stage")
    width, height = stage.evaluate("stage => [stage.clientWidth, stage.clientHeight]")
    ends = [atlas.where(f"unit:{key}") for key in ("BY-MI", "CN-CQ")]
    assert all(0 < end["x"] < width and 0 < end["y"] < height for end in ends)
    apart = abs(ends[1]["x"] - ends[0]["x"]) / width, abs(ends[1]["y"] - ends[0]["y"]) / height
    assert max(apart) > 1 / 3, "it fills the sheet, however the window was shaped"


LINES = {"#b3261e": 6, "#c77700": 10, "#2f78b7": 4}
"""Pairs of regions with a line: twinned, with an agreement, with contacts."""

KEY = {
    "en": "Twinned Agreement Contacts Institutions only Projects only with ties without ties",
    "ru": "Побратимы Соглашение Контакты Только организации Только проекты со связями без связей",
    "zh": "友好省州（城市） 合作协议 往来 仅市县及机构联系 仅有项目 有合作关系 无合作关系",
}
SAID = {
    (PAIR, "en"): ("Minsk Region – Chongqing",),
    (PAIR, "ru"): ("Минская область — Чунцин",),
    (PAIR, "zh"): ("明斯克州—重庆",),
    ("sectors=medicine", "en"): ("Health", "46 records"),
    ("sectors=medicine", "ru"): ("Медицина", "46 записей"),
    ("sectors=medicine", "zh"): ("医疗卫生", "46条记录"),
}


@pytest.mark.parametrize("view", [PAIR, "sectors=medicine"])
@pytest.mark.parametrize("language", KEY)
def test_the_printed_map_is_that_of_the_briefing(atlas: Atlas, view: str, language: str) -> None:
    """The same lines, key and names, all as vectors; the briefing, where it is half as large, may lack some."""
    atlas.open(f"lang={language}&{view}").linked()
    snapshot = load_all(CONFIG)
    request = request_of({"lang": [language], **parse_qs(view)}, snapshot, "")
    assert request
    paper, brief = (PdfReader(BytesIO(pdf)).pages[0] for pdf in (atlas.page.pdf(), briefing(request)))
    on_paper, in_brief = plain(paper.extract_text()), plain(brief.extract_text())
    names = {plain(snapshot.translators[language].name(unit)) for unit in snapshot.catalogue.units.values()}
    assert len(names) == 41
    assert all(name in on_paper for name in names)
    assert sum(name in in_brief for name in names) >= 37
    for text in (*KEY[language].split(), *SAID[view, language]):
        assert plain(text) in on_paper, text
        assert plain(text) in in_brief, text
    # The key of the briefing has one of each; that of the page is drawn otherwise.
    assert lines(paper) == LINES
    assert lines(brief) == {colour: n + 1 for colour, n in LINES.items()}
    assert not list(paper.images)
    assert not list(brief.images)


def plain(text: str) -> str:
    """A text without spaces, since lines may be broken anywhere."""
    return re.sub(r"\s", "", text)


def lines(page: PageObject) -> dict[str, int]:
    """The strokes of a page in the colours of lines, as far as they are in its part with most strokes: the map."""
    found, part, colour, kept = {0: Counter[str]()}, 0, "", []
    contents = page.get_contents()
    assert contents is not None
    for operands, operator in ContentStream(contents, page.pdf).operations:
        match operator:
            case b"BDC":
                part += 1
                found[part] = Counter()
            case b"q":
                kept.append(colour)
            case b"Q":
                colour = kept.pop()
            case b"RG" | b"SCN":
                colour = "#" + bytes(round(255 * float(each)) for each in operands[:3]).hex()
            case b"S":
                found[part][colour] += 1
    strokes = max(found.values(), key=Counter.total)
    return {each: strokes[each] for each in LINES}
