"""The page that tells what is new, in a browser: in three languages, to the map and back, and the marks since a day."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.atlas import Atlas
from tests.browser.counted import yaml_of

pytestmark = pytest.mark.browser
CHANGES = yaml_of("changes.yaml")
OPENED, DAY = sorted(CHANGES)[0], "2026-11-26"
ADDED, CHANGED = CHANGES[DAY]["added"], CHANGES[DAY]["changed"]
PAIR = "BY-BR_CN-AH"
DEEP = ("BY_CN", "gknt-most-cn", "State Committee on Science and Technology of Belarus and China’s science ministry")
SAID = {
    "en": ("What’s new", "26 November 2026", "12 records were added.", "The table was opened with 651 records."),
    "ru": ("Новое", "26 ноября 2026 г.", "Добавлено 12 записей.", "Таблица создана: в ней 651 запись."),
    "zh": ("更新", "2026年11月26日", "新增12条记录。", "数据表建立，共收录651条记录。"),
}


@pytest.mark.parametrize("language", SAID)
def test_the_page_tells_the_changes_of_each_day(page: Page, server: str, language: str) -> None:
    title, day, added, opened = SAID[language]
    atlas = Atlas(page, server).open(f"lang={language}").linked()
    atlas.to("changes")
    expect(page).to_have_url(f"{server}/changes?lang={language}")
    shown = page.locator("section.changes")
    expect(shown.get_by_role("heading", level=1)).to_have_text(title)
    article = shown.locator("article").filter(has=page.get_by_role("heading", name=day))
    expect(article.locator("summary").first).to_have_text(added)
    expect(article.locator("details").first.locator("li a")).to_have_count(len(ADDED))
    expect(shown.locator("article").last).to_contain_text(opened)


def test_a_click_on_a_change_opens_the_record_on_the_map(page: Page, server: str) -> None:
    page.goto(f"{server}/changes?lang=en")
    Atlas(page, server).linked()
    pair, record, title = DEEP
    page.locator(f'section.changes a[href$="#{pair}/{record}"]').click()
    atlas = Atlas(page, server).settle()
    atlas.selected(f"pair:{pair}")
    expect(atlas.panel.locator("article .title", has_text=title)).to_be_in_viewport()
    expect(page).to_have_url(f"{server}/?lang=en&selected={pair}")


def test_what_is_newer_than_the_chosen_day_is_marked_and_nothing_else(page: Page, server: str) -> None:
    page.goto(f"{server}/changes?lang=en")
    Atlas(page, server).linked()
    expect(page.locator("section.changes h2 .fresh")).to_have_count(0)
    page.get_by_label("Mark what is newer than").select_option(OPENED)
    expect(page).to_have_url(f"{server}/changes?lang=en&since={OPENED}")
    expect(page.locator("section.changes h2 .fresh")).to_have_count(1)

    atlas = Atlas(page, server).open(f"lang=en&since={OPENED}&selected={PAIR}")
    article = page.locator("twinned-stage article[data-record]")
    expect(article.locator(".fresh", has_text="new")).to_have_count(sum(key.startswith(f"{PAIR}/") for key in ADDED))
    updated = sum(key.startswith(f"{PAIR}/") for key in CHANGED)
    expect(article.locator(".fresh", has_text="updated")).to_have_count(updated)

    named = {key.split("/")[0] for key in (*ADDED, *CHANGED)}
    hints = page.locator("[data-kind=pairs] button, ul[data-kind=pair] button")
    marked = hints.filter(has_text=re.compile("records? new or updated"))
    units = {key for key in hints.evaluate_all("all => all.map(it => it.dataset.id)") if key in named}
    assert {*marked.evaluate_all("all => all.map(it => it.dataset.id)")} == units
    expect(atlas.label("unit:CN-AH")).to_have_class(re.compile("dm-fresh"))
    expect(atlas.label("unit:CN-GS")).not_to_have_class(re.compile("dm-fresh"))

    page.goto(f"{server}/dossier?lang=en&since={OPENED}&selected={PAIR}")
    marks = page.locator("section.full article .fresh")
    expect(marks).to_have_count(1 + updated)


def test_a_chip_says_since_when_and_takes_the_marks_away(page: Page, server: str) -> None:
    atlas = Atlas(page, server).open(f"lang=en&since={OPENED}")
    expect(atlas.welcome.locator(".fresh").first).to_be_visible()
    atlas.chip("Newer than 22 November 2026").click()
    expect(atlas.welcome.locator(".fresh")).to_have_count(0)
    expect(page).to_have_url(f"{server}/?lang=en")
