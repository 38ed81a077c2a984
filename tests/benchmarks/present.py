"""Measure the presenting mode: `python -m tests.benchmarks.present` prints how long a key waits for its step."""

from __future__ import annotations

import sys

from playwright.sync_api import Page, sync_playwright

from dashboard.loading import CONFIG, load_all
from tests.benchmarks.report import spread
from tests.browser.host import chromium, serving

SIZE = {"width": 1920, "height": 1080}
TURNS = 5
"""Times that each story is told."""

WATCH = """
window.keys = [];
const stage = () => document.querySelector('twinned-stage').shadowRoot;
const found = () => stage().querySelector('.map').shadowRoot.querySelector('.dm-hidden[role=status]').textContent;
window.shown = () => `${stage().querySelector('.slide.now h1').textContent} ${found()}`; // caption and map
window.count = () => stage().querySelectorAll('.slide').length;
addEventListener('keydown', event => requestAnimationFrame(() => {
  // The first frame after the key has been painted when a message sent from it arrives.
  const {port1, port2} = new MessageChannel(), seen = shown();
  port1.onmessage = () => keys.push({seen, ms: performance.now() - event.timeStamp});
  port2.postMessage(null);
}), {capture: true});
"""
SETTLED = 600
"""ms after which all that fades has faded."""


def main() -> None:
    serve = [sys.executable, "-m", "dashboard.cli", "serve", "--port"]
    with serving(lambda port: [*serve, str(port)]) as address, sync_playwright() as playwright:
        page = chromium(playwright).new_page(viewport=SIZE, bypass_csp=True)  # type: ignore[arg-type]
        page.add_init_script(WATCH)
        for story in load_all(CONFIG).catalogue.stories:
            print(f"{story}: {spread(times(page, f'{address}/?lang=en&story={story}'), 'ms')}")


def times(page: Page, address: str) -> list[float]:
    """Time from each key to the first frame, which shows its step, ms."""
    page.goto(address)
    page.locator("twinned-stage[data-presenting] .slide.now").wait_for()
    page.wait_for_load_state("networkidle")
    found = []
    for _ in range(TURNS):
        pressed(page, "Home")
        found += [pressed(page, "ArrowRight") for _ in range(page.evaluate("count()") - 1)]
    return found


def pressed(page: Page, key: str) -> float:
    known = page.evaluate("keys.length")
    page.keyboard.press(key)
    page.wait_for_timeout(SETTLED)
    page.wait_for_function("known => keys.length > known", arg=known)
    assert page.evaluate("keys.at(-1).seen === shown()"), "the first frame after the key does not show the step"
    return float(page.evaluate("keys.at(-1).ms"))


if __name__ == "__main__":
    main()
