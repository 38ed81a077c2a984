"""The editor's desk: in Russian, a source, an agreement and a project by form, their line on the map, and undo."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.atlas import Atlas
from tests.browser.host import ROOT, serving

pytestmark = pytest.mark.browser
PAIR = "BY-HR_CN-GS"
TITLES = {
    "en": "Memorandum of Grodno Region and Gansu",
    "ru": "Меморандум Гродненской области и провинции Ганьсу",
    "zh": "格罗德诺州与甘肃省备忘录",
}
PLANTS = {"en": "Greenhouses near Grodno", "ru": "Теплицы под Гродно", "zh": "格罗德诺近郊温室"}
DRAWN = "(map, key) => { try { return Boolean(map.whereIs(key)); } catch { return false; } }"


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(ROOT / "config", tmp_path_factory.mktemp("desk") / "config"))


@pytest.fixture(scope="module")
def server(config: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    command = [sys.executable, "-m", "dashboard.cli", "serve", "--edit", "--config", str(config), "--port"]
    home = str(tmp_path_factory.mktemp("home"))
    with serving(lambda port: [*command, str(port)], HOME=home) as address:
        yield address


@pytest.fixture
def desk(browser: Browser, server: str) -> Iterator[Page]:
    context = browser.new_context(locale="ru-RU", viewport={"width": 1280, "height": 720})
    page = context.new_page()
    page.faults = []  # type: ignore[attr-defined]
    page.on("pageerror", lambda it: page.faults.append(str(it)))  # type: ignore[attr-defined]
    page.on("console", lambda it: it.type == "error" and page.faults.append(it.text))  # type: ignore[attr-defined]
    page.goto(f"{server}/desk/")
    yield page
    assert page.faults == []  # type: ignore[attr-defined]
    context.close()


def wrong(field: str) -> str:
    return f'[data-field="{field}"] > .wrong'


def choose(page: Page, field: str, typed: str) -> None:
    """Searches in a list and takes the first that is found."""
    box = page.locator(f'[data-field="{field}"] [role=combobox]')
    box.fill(typed)
    expect(page.locator(f'[data-field="{field}"] [role=option]').first).to_be_visible()
    box.press("Enter")


def save(page: Page) -> None:
    page.get_by_role("button", name="Сохранить").click()
    page.get_by_role("button", name="Записать", exact=True).click()
    expect(page.locator('[data-said="saved"]')).to_be_visible()


def test_a_sourced_agreement_and_a_project_are_added_seen_and_taken_back(desk: Page, server: str, config: Path) -> None:
    before = {path: path.read_bytes() for path in config.rglob("*.yaml")}
    atlas = Atlas(desk.context.new_page(), server).open("lang=ru")
    assert not atlas.map.evaluate(DRAWN, f"pair:{PAIR}")

    desk.get_by_role("link", name="Соглашение").click()
    desk.get_by_label("Беларусь").select_option("BY-HR")
    desk.get_by_label("Китай").select_option("CN-GS")
    desk.get_by_label("Вид").select_option(label="Меморандум")
    for language, title in TITLES.items():
        desk.locator(f'[name="title.{language}"]').fill(title)
    desk.get_by_label("Подписано").fill("май 2024")
    expect(desk.locator(wrong("signed"))).to_contain_text("'май 2024' is not an EDTF date")
    desk.get_by_label("Подписано").fill("2024-05")
    expect(desk.locator('[data-field="signed"] output')).to_have_text("май 2024 г.")
    expect(desk.locator(wrong("signed"))).to_be_empty()
    desk.get_by_text("Источника ещё нет в списке").click()
    desk.locator('[name="new.url"]').fill("https://example.org/news/1")
    desk.locator('[name="new.title"]').fill("Гродненская область и Ганьсу подписали меморандум")
    desk.locator('[name="new.date"]').fill("2024-05-21")
    desk.get_by_role("button", name="Сохранить").click()
    expect(desk.locator("figcaption")).to_have_text(["sources.yaml", f"relations/{PAIR}.yaml"])
    assert desk.locator("del").count() == 0
    desk.get_by_role("button", name="Записать", exact=True).click()
    expect(desk.locator('[data-said="saved"]')).to_be_visible()

    seen = monotonic()
    while not atlas.map.evaluate(DRAWN, f"pair:{PAIR}"):
        assert monotonic() - seen < 10
        atlas.page.wait_for_timeout(50)
    print(f"on the open map {monotonic() - seen:.2f} s after it was saved")

    desk.get_by_role("link", name="Проект").click()
    for language, title in PLANTS.items():
        desk.locator(f'[name="title.{language}"]').fill(title)
    desk.get_by_label("Состояние").select_option(label="Согласован")
    desk.get_by_label("Основание").select_option(label=TITLES["ru"])
    choose(desk, "places", "гродно")
    choose(desk, "sectors", "апк")
    choose(desk, "sources", "Ганьсу меморандум")
    save(desk)
    written = (config / f"relations/{PAIR}.yaml").read_text("utf-8")
    assert "    agreement: memorandum-of-grodno-region-and-gansu\n    places: [grodno]\n" in written
    assert "    sources: [example-org-20240521]\n" in written

    atlas.page.goto(f"{server}/?lang=ru&selected={PAIR}")
    links = atlas.panel.get_by_role("link", name="Изменить")
    expect(links.first).to_have_attribute(
        "href", f"./desk/form?of={PAIR}%2Fmemorandum-of-grodno-region-and-gansu&lang=ru"
    )

    for _ in range(2):
        desk.get_by_role("button", name="Отменить").click()
        expect(desk.locator('[data-said="undone"]')).to_be_visible()
    assert {path: path.read_bytes() for path in config.rglob("*.yaml")} == before


def test_a_record_changed_meanwhile_is_shown_in_both_versions_and_overwritten_only_when_asked(
    desk: Page, server: str, config: Path
) -> None:
    path = config / "relations/BY-MI_CN-GD.yaml"
    before = path.read_text("utf-8")
    desk.goto(f"{server}/desk/form?lang=ru&of=BY-MI_CN-GD/exports-2023")
    desk.get_by_label("Число").fill("700 000 000")
    path.write_text(before.replace("value: 646200000", "value: 646300000"), "utf-8")
    desk.get_by_role("button", name="Сохранить").click()
    expect(desk.locator(".warn")).to_be_visible()
    expect(desk.locator("del")).to_have_text("-    value: 646300000")
    expect(desk.locator("ins")).to_have_text("+    value: 700000000")
    desk.get_by_role("button", name="Вернуться к форме").click()
    expect(desk.get_by_label("Число")).to_have_value("700 000 000")
    assert "value: 646300000" in path.read_text("utf-8")
    path.write_text(before, "utf-8")


@pytest.mark.parametrize("name", ["changes", "stories"])
def test_what_is_no_record_has_no_link_to_a_form(desk: Page, server: str, name: str) -> None:
    desk.goto(f"{server}/{name}?lang=ru")
    expect(desk.locator("article[id]").first).to_be_visible()
    expect(desk.locator('.to-desk[href*="of="]')).to_have_count(0)


def test_a_record_is_found_on_the_first_page_and_what_is_chosen_in_a_list_stays(desk: Page, server: str) -> None:
    desk.locator("#of").fill("BY-MI_CN-GD/exports-2023")
    expect(desk.locator("[role=option]")).to_have_count(1)
    desk.locator("#of").press("Enter")
    expect(desk.get_by_label("Число")).to_have_value("646200000")
    desk.goto(f"{server}/desk/form?lang=ru&list=agreements&pair=BY-MI_CN-GD")
    choose(desk, "signed_in", "минск")
    expect(desk.locator('[name="signed_in"]')).to_have_value("minsk")
    desk.locator('[data-field="signed_in"] [role=combobox]').fill("")
    desk.locator('[name="title.en"]').focus()
    expect(desk.locator('[name="signed_in"]')).to_have_value("")


def test_what_another_editor_saved_last_is_not_taken_back(desk: Page, server: str) -> None:
    desk.goto(f"{server}/desk/form?lang=ru&of=BY-MI_CN-GD/exports-2023")
    desk.get_by_label("Число").fill("700 000 000")
    save(desk)
    said = desk.request.post(f"{server}/desk/undo?lang=ru", headers={"origin": server}, form={"shown": "another"})
    assert "said=overtaken" in said.url
    desk.get_by_role("button", name="Отменить").click()
    expect(desk.locator('[data-said="undone"]')).to_be_visible()
