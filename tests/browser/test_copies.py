"""Several copies behind the shipped proxy: who loses a copy is on another at once, with all that was chosen."""

import re
import shutil
import signal
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.atlas import Atlas
from tests.browser.host import ROOT, Server
from tests.deploy.proxy import copy_of_atlas, proxied

pytestmark = pytest.mark.browser
QUERY = "lang=en&selected=BY-MI_CN-CQ&sectors=medicine"
SOON = 5_000  # ms, on a busy machine


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Server]]:
    files = tmp_path_factory.mktemp("files")
    with ExitStack() as stack:
        copies = [copy_of_atlas(files) for _ in range(3)]
        for each in copies:
            each.start()
            stack.callback(each.end)
        yield copies


@pytest.fixture(scope="module")
def proxy(copies: list[Server], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with proxied(tmp_path_factory.mktemp("proxy"), [each.port for each in copies]) as (address, _):
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a window of its own; no script of it may fail."""
    context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 720})
    faults: list[str] = []
    context.on("weberror", lambda it: faults.append(str(it.error)))
    yield context.new_page()
    context.close()
    assert faults == []


def copy_in_use(page: Page, copies: list[Server]) -> Server:
    """The copy that the browser is on, by what it says of its process."""
    process = page.evaluate("fetch('./config-version').then(it => it.text())").split()[0]
    for each in copies:
        with urlopen(f"{each.address}/config-version") as answer:  # noqa: S310 - our own address
            if answer.read().decode().split()[0] == process:
                return each
    raise AssertionError(f"no copy is the process {process}")


def keeps_working(page: Page, proxy: str) -> None:
    """The view is the same, nothing is in the way, and the next page opens under the same filter."""
    expect(page).to_have_url(f"{proxy}/?{QUERY}")
    expect(page.get_by_role("dialog").filter(visible=True)).to_have_count(0)
    atlas = Atlas(page, proxy)
    atlas.selected("pair:BY-MI_CN-CQ")
    expect(atlas.chip("Health")).to_be_visible()
    atlas.to("dossier")
    expect(page.locator("section.full[data-key=BY-MI_CN-CQ]")).to_be_visible(timeout=SOON)
    expect(page.get_by_test_id("atlas-away").filter(has_text=re.compile("\\w"))).to_have_count(0, timeout=SOON)
    expect(page).to_have_url(f"{proxy}/dossier?{QUERY}")
    atlas.to("explore")


def test_who_loses_a_copy_is_on_another_at_once(page: Page, proxy: str, copies: list[Server]) -> None:
    Atlas(page, proxy).open(QUERY).linked()
    lost = copy_in_use(page, copies)
    lost.end(signal.SIGKILL)
    began = time.monotonic()
    with page.expect_response(lambda it: it.url.endswith("config-version") and it.ok, timeout=SOON):
        pass
    keeps_working(page, proxy)
    print(f"whole again, and another page opened, after {time.monotonic() - began:.2f} s")
    lost.start()


def test_replacing_all_copies_one_after_another_drops_nobody(page: Page, proxy: str, copies: list[Server]) -> None:
    Atlas(page, proxy).open(QUERY).linked()
    for each in copies:
        each.end()
        each.start()
        page.wait_for_timeout(1000)  # as long as the proxy takes to see that it is back
        keeps_working(page, proxy)


def test_a_visitor_stays_with_a_copy(proxy: str) -> None:
    with urlopen(f"{proxy}/config-version") as answer:  # noqa: S310 - our own address
        cookie, process = answer.headers["Set-Cookie"], answer.read()
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    for _ in range(6):
        with urlopen(Request(f"{proxy}/config-version", headers={"Cookie": cookie.partition(";")[0]})) as answer:  # noqa: S310
            assert answer.read() == process


COOKIELESS = {"default_backend copies": "default_backend copies\n    http-after-response del-header Set-Cookie"}
TAKING_TURNS = COOKIELESS | {"leastconn": "roundrobin", "stick match": "#", "stick store-request": "#"}


@pytest.fixture(scope="module")
def unlike(copies: list[Server], tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[int]]:
    """The ports of two copies, of which one has a table and files of its own."""
    config = Path(shutil.copytree(ROOT / "config", tmp_path_factory.mktemp("edited") / "config"))
    units = config / "units" / "CN.yaml"
    units.write_text(units.read_text("utf-8").replace("Chongqing", "Chungking"), "utf-8")
    other = copy_of_atlas(tmp_path_factory.mktemp("other"), config)
    other.start()
    yield [copies[0].port, other.port]
    other.end()


@pytest.mark.parametrize(
    ("pages", "changes"),
    [(6, {}), (7, COOKIELESS), (7, TAKING_TURNS)],
    ids=["a cookie", "no cookie", "no cookie and a proxy that takes turns"],
)
def test_copies_with_different_tables_give_whole_pages(
    browser: Browser, unlike: list[int], tmp_path: Path, pages: int, changes: dict[str, str]
) -> None:
    """Each page is of one table, with map, lines and panel; where a proxy keeps visitors, nothing is asked in vain."""
    lost: list[str] = []
    faults: list[str] = []
    with proxied(tmp_path, unlike, changes) as (address, _), ExitStack() as stack:
        opened = []
        for number in range(pages):  # by which browsers differ: a proxy without its cookie knows them by no more
            context = browser.new_context(viewport={"width": 1280, "height": 720}, user_agent=f"Browser {number}")
            stack.callback(context.close)
            context.on("weberror", lambda it: faults.append(str(it.error)))
            context.on("response", lambda it: it.status == 404 and lost.append(it.url))
            opened.append(context.new_page())
            opened[-1].goto(f"{address}/?{QUERY}", wait_until="commit")
        for page in opened:
            atlas = Atlas(page, address).settle().linked()
            atlas.selected("pair:BY-MI_CN-CQ")
            expect(atlas.map).to_have_attribute("data-error", "")
            assert atlas.where("pair:BY-MI_CN-CQ"), "the line is drawn"
            expect(page.get_by_test_id("atlas-away").filter(has_text=re.compile("\\w"))).to_have_count(0, timeout=SOON)
            assert bool(page.context.cookies()) == (not changes)
    assert faults == []
    assert bool(lost) == (changes == TAKING_TURNS)


def test_a_page_stands_idle_for_longer_than_any_other_request_may(
    page: Page, copies: list[Server], tmp_path: Path
) -> None:
    changes = {"timeout client 60s": "timeout client 1s", "timeout server 120s": "timeout server 1s"}
    with proxied(tmp_path, [copies[0].port], changes) as (address, _):
        dropped: list[int] = []
        page.on("websocket", lambda it: it.on("close", lambda _: dropped.append(1)))
        Atlas(page, address).open(QUERY).linked()
        page.wait_for_timeout(4000)
        assert dropped == []


def test_with_a_certificate_all_go_by_https(copies: list[Server], tmp_path: Path) -> None:
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"]
    subprocess.run([*made, "-keyout", tmp_path / "key", "-out", tmp_path / "cert"], check=True, capture_output=True)
    both = tmp_path / "both.pem"
    both.write_text((tmp_path / "cert").read_text() + (tmp_path / "key").read_text())
    trusting = ssl.create_default_context(cafile=str(tmp_path / "cert"))
    trusting.check_hostname = False
    with proxied(tmp_path, [copies[0].port], CERTIFICATE=str(both)) as (_, secure):
        asked = Request(f"{secure}/data?lang=en", headers={"Accept-Encoding": "gzip"})  # noqa: S310
        with urlopen(asked, context=trusting) as answer:  # noqa: S310 - our own address
            assert answer.headers["Strict-Transport-Security"]
            assert answer.headers["Content-Encoding"] == "gzip"
