"""What the browser tests do on the page, by what a visitor sees or the map says of itself."""

import re

from playwright.sync_api import FloatRect, Locator, Page, Position, expect


class Atlas:
    """The pages in a browser, above all that to explore. Selectors reach into the shadow roots of its elements."""

    def __init__(self, page: Page, server: str) -> None:
        self.page, self.server = page, server
        self.head = page.locator("twinned-head .head")
        self.map = page.get_by_test_id("deckmap")
        self.panel = page.locator("twinned-stage .panel section.dossier")
        self.found = page.locator("twinned-stage .found")
        self.welcome = page.locator("twinned-stage .welcome")
        self.card = page.locator("twinned-bar #filters")
        self.toolbar = page.locator("twinned-bar .toolbar")

    def open(self, query: str = "lang=en") -> "Atlas":
        """Opens an address and waits until the map is painted and can be clicked."""
        self.page.goto(f"{self.server}/?{query}")
        return self.settle()

    def settle(self) -> "Atlas":
        expect(self.map).to_have_attribute("data-ready", "true", timeout=90_000)
        expect(self.map).to_have_attribute("data-settled", "true")
        return self

    def linked(self) -> "Atlas":
        """Waits until Python has drawn its part of the page and can be told of clicks."""
        self.page.locator(".st-key-reload").wait_for(state="attached")
        return self

    def click(self, key: str) -> None:
        """Clicks the canvas where an object of the map lies: "unit:BY-VI", "pair:BY-MI_CN-CQ"."""
        self.map.locator(".dm-stage").click(position=self.where(key))

    def where(self, key: str) -> Position:
        """A point of the stage where the map finds an object."""
        x, y = self.map.evaluate("(map, key) => map.whereIs(key)", key)
        return {"x": x, "y": y}

    def click_nothing(self) -> None:
        """Clicks the sea left of the key, at the edge of the window."""
        box = self.map.bounding_box()
        assert box
        self.map.locator(".dm-stage").click(position={"x": 4, "y": box["height"] / 2})

    def selected(self, key: str) -> None:
        """The map shows this as selected, and the panel and the address agree."""
        expect(self.map).to_have_attribute("data-selected", key)
        if name := key.partition(":")[2]:
            expect(self.panel).to_have_attribute("data-key", name)
            expect(self.page).to_have_url(re.compile(f"selected={name}"))
        else:
            expect(self.panel.filter(visible=True)).to_have_count(0)
            expect(self.page).not_to_have_url(re.compile("selected="))

    def speak(self, language: str) -> None:
        self.head.locator(f"[data-code={language}]").click()

    def to(self, name: str) -> None:
        """Opens a page by its link in the head."""
        self.link(name).click()

    def link(self, name: str) -> Locator:
        return self.head.locator(f"nav a[data-page={name}]")

    def filters(self) -> None:
        """Opens the card of the filters if it is closed."""
        if self.card.is_hidden():
            self.toolbar.locator("button.filters").click()

    def pill(self, key: str) -> Locator:
        """An option of the filters, such as "sectors:medicine"; a closed card has it too."""
        return self.card.locator(f"[data-key='{key}']")

    def chip(self, name: str) -> Locator:
        """What removes a filter above the map, in English."""
        return self.toolbar.get_by_role("button", name=f"Remove: {name}", exact=True)

    def label(self, key: str) -> Locator:
        return self.map.locator(f'.dm-label[data-key="{key}"]')


def apart(one: FloatRect, other: FloatRect) -> bool:
    """Two boxes do not overlap by more than a pixel."""
    return any(
        first[side] + first[size] <= second[side] + 1
        for first, second in ((one, other), (other, one))
        for side, size in (("x", "width"), ("y", "height"))
    )
