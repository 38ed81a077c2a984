"""The atlas below a path, behind the shipped proxy: no address of it is outside, and all works as at the root."""

import re
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.atlas import Atlas
from tests.browser.host import Server
from tests.deploy.proxy import proxied

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    serve = [sys.executable, "-m", "dashboard.cli", "serve", "--port"]
    server = Server(lambda port: [*serve, str(port)], healthy="/health/ready", TWINNED_PATH="/maps/atlas/")
    server.start()
    with proxied(tmp_path_factory.mktemp("proxy"), [server.port]) as (address, _):
        yield f"{address}/maps/atlas"
    server.end()


def test_all_works_below_a_path(browser: Browser, below: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, accept_downloads=True)
    page, asked, failed = context.new_page(), list[str](), list[str]()
    told: list[object] = []
    page.on("request", lambda it: asked.append(it.url))
    page.on("response", lambda it: it.status >= 400 and failed.append(it.url))
    page.on("pageerror", lambda it: failed.append(str(it)))
    page.on("websocket", lambda it: (asked.append(it.url), it.on("framesent", lambda frame: told.append(frame))))
    page.goto(f"{below}?lang=en")  # without the slash at its end
    atlas = Atlas(page, below).settle().linked()
    expect(page).to_have_url(f"{below}/?lang=en")
    atlas.click("unit:CN-CQ")
    atlas.selected("unit:CN-CQ")
    atlas.to("dossier")
    expect(page).to_have_url(f"{below}/dossier?lang=en&selected=CN-CQ")
    expect(page.locator("section.full[data-key=CN-CQ]")).to_be_visible()
    page.go_back()
    atlas.selected("unit:CN-CQ")
    page.go_forward()
    expect(page.locator("section.full[data-key=CN-CQ]")).to_be_visible()
    atlas.speak("zh")
    expect(page).to_have_url(f"{below}/dossier?lang=zh&selected=CN-CQ")
    atlas.speak("en")
    atlas.head.get_by_role("button", name="Share").click()
    with page.expect_download() as made:
        atlas.head.locator("a[href*='handout/svg'], [data-form=svg]").first.click()
    assert made.value.path()
    page.keyboard.press("Escape")
    atlas.to("data")
    with page.expect_download() as saved:
        page.locator("#root a[href*='download/']").first.click()
    assert saved.value.path()
    page.wait_for_timeout(1000)
    told.clear()
    for _ in range(2):
        with page.expect_response(re.compile("/config-version$")):
            pass
    assert told == [], "the answer about the version asks for no run"
    assert failed == []
    ours = (f"{below}/", f"{below}?", f"{below.replace('http', 'ws', 1)}/", "data:", "blob:")
    assert [url for url in asked if not url.startswith(ours)] == []
    context.close()
