"""What the browser of a visitor meets: pages of a table, opened and clicked in Chromium."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from playwright.sync_api import Page, sync_playwright

from dashboard.catalogue.filtering import Filter, select
from dashboard.loading import load_all
from tests.browser.host import chromium, serving

PATIENCE = 300_000
"""Milliseconds after which a page counts as broken: the first one of a large table waits until that is published."""

FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"
"""Answers once what an event has changed is painted."""

KEY = """async (box, typed) => {
  const list = box.getRootNode().getElementById('finds'), begun = performance.now();
  const filled = new Promise(done => {
    new MutationObserver(() => done(performance.now())).observe(list, {childList: true});
  });
  box.value = typed;
  box.dispatchEvent(new Event('input'));
  return await filled - begun;
}"""
"""Types into the search box and returns the milliseconds until its list is filled."""

FETCHED = """() => performance.getEntriesByType('resource').filter(({name}) => name.includes('/search-'))
  .reduce((sum, {encodedBodySize}) => sum + encodedBodySize, 0)"""
"""Bytes of the index of the search box that were sent."""

TITLE = re.compile(r"(title:\s*\{?\s*en: )(?=\w)")

MAP = "twinned-stage [data-testid=deckmap][data-ready=true]"


@contextmanager
def visited(config: Path, path: str, waited: str) -> Iterator[tuple[Page, float, int]]:
    """A page opened by a second visitor: seconds until something is there, and bytes sent so far."""
    serve = [sys.executable, "-m", "dashboard.cli", "serve", "--config", str(config), "--port"]
    with serving(lambda port: [*serve, str(port)]) as server, sync_playwright() as playwright:
        browser = chromium(playwright)
        for first in (True, False):
            page = browser.new_context(locale="en-GB").new_page()
            page.set_default_timeout(PATIENCE)
            received: list[int] = []
            network = page.context.new_cdp_session(page)
            network.send("Network.enable")
            network.on("Network.loadingFinished", lambda it, to=received: to.append(it["encodedDataLength"]))
            begun = perf_counter()
            page.goto(f"{server}/{path}")
            page.locator(waited).first.wait_for()
            if first:
                page.context.close()
            else:
                yield page, perf_counter() - begun, int(sum(received))
        browser.close()


def edit(config: Path) -> None:
    """Change the first title in one file of a pair, so that what follows from it must be made anew."""
    file = next(config.glob("relations/*-*_*-*.yaml"))
    text, changed = TITLE.subn(r"\1Edited ", file.read_text(encoding="utf-8"), count=1)
    assert changed, file
    file.write_text(text, encoding="utf-8")


def fullest(config: Path) -> str:
    """Key of the region with most records."""
    catalogue = load_all(config).catalogue
    concerned = select(catalogue, Filter()).concerned
    return max(catalogue.units, key=lambda key: len(concerned.get(key, ())))


def opened(config: Path) -> str:
    with visited(config, "?lang=en", MAP) as (_, seconds, sent):
        return told(seconds, sent)


def dossier(config: Path) -> str:
    with visited(config, f"dossier?lang=en&selected={fullest(config)}", ".dossier.full article") as (_, seconds, sent):
        return told(seconds, sent)


def table(config: Path) -> str:
    with visited(config, "data?lang=en&table=projects", ".grid tbody tr") as (_, seconds, sent):
        return told(seconds, sent)


def clicked(config: Path) -> str:
    with visited(config, "?lang=en", MAP) as (page, _, _sent):
        option = page.locator("twinned-bar #filters [data-key^='sectors:']").first
        return milliseconds([option.evaluate(acting("node.click()")) for _ in range(9)])


def searched(config: Path) -> str:
    with visited(config, "?lang=en", MAP) as (page, _, _sent):
        box = page.locator("#finder")
        with page.expect_request_finished(lambda request: "/search-" in request.url):
            box.focus()
        fetched = page.evaluate(FETCHED)
        times = [box.evaluate(KEY, "hospital"[:end]) for end in range(1, len("hospital") + 1)]
        return f"{fetched // 1000} kB, {milliseconds(times)}"


def edited(config: Path) -> str:
    """Seconds from an edit to an open map that has it, the middle and the longest, after the first since the start."""
    times = []
    with visited(config, "?lang=en", MAP) as (page, _, _sent):
        for n in range(6):
            page.wait_for_timeout(10_000 + 400 * n)  # a page asks every two seconds: each edit meets another moment
            begun = perf_counter()
            with page.expect_request_finished(lambda request: "/words-en-" in request.url):
                edit(config)
            page.evaluate(FRAMES)
            times.append(perf_counter() - begun)
    return f"{sorted(times[1:])[2]:.1f} s, {max(times[1:]):.1f} s"


def acting(code: str) -> str:
    """A script that does something to a node and returns the milliseconds until that is painted."""
    return f"async node => {{ const begun = performance.now(); {code}; return await ({FRAMES})() - begun; }}"


def milliseconds(times: list[float]) -> str:
    return f"{sorted(times)[len(times) // 2]:.0f} ms"


def told(seconds: float, sent: int) -> str:
    return f"{seconds:.1f} s, {sent // 1000} kB"
