"""What the browser tests do on the page, by what a visitor sees or the map says of itself."""

import re

from playwright.sync_api import Locator, Page, Position, expect


class Atlas:
    """The page to explore, in a browser."""

    def __init__(self, page: Page, server: str) -> None:
        self.page, self.server = page, server
        self.map = page.get_by_test_id("deckmap")
        self.panel = page.locator(".st-key-panel section.dossier")

    def open(self, query: str = "lang=en") -> "Atlas":
        """Opens an address and waits until the map is painted and can be clicked."""
        self.page.goto(f"{self.server}/?{query}")
        return self.settle()

    def settle(self) -> "Atlas":
        expect(self.map).to_have_attribute("data-ready", "true", timeout=90_000)
        expect(self.map).to_have_attribute("data-settled", "true")
        return self

    def click(self, key: str) -> None:
        """Clicks the canvas where an object of the map lies: "unit:BY-VI", "pair:BY-MI_CN-CQ"."""
        self.map.locator(".dm-stage").click(position=self.where(key))

    def where(self, key: str) -> Position:
        """A point of the stage where the map finds an object."""
        x, y = self.map.evaluate("(map, key) => map.whereIs(key)", key)
        return {"x": x, "y": y}

    def click_nothing(self) -> None:
        self.map.locator(".dm-stage").click(position={"x": 4, "y": 4})

    def selected(self, key: str) -> None:
        """The map shows this as selected, and the panel and the address agree."""
        expect(self.map).to_have_attribute("data-selected", key)
        name = key.partition(":")[2]
        expect(self.panel).to_have_attribute("data-key", name)
        if name:
            expect(self.page).to_have_url(re.compile(f"selected={name}"))

    def status(self) -> str:
        return self.page.locator(".st-key-status").inner_text()

    def pill(self, name: str) -> Locator:
        return self.page.locator(".st-key-rail").get_by_role("button", name=name)

    def label(self, key: str) -> Locator:
        return self.map.locator(f'.dm-label[data-key="{key}"]')
