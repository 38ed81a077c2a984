"""What a test does in a browser that Playwright does not drive, the same in each of them."""

from __future__ import annotations

import json
import time
from abc import ABC, abstractmethod
from typing import Any

FIND = """
const below = root => [...root.shadowRoot ? below(root.shadowRoot) : [], ...[...root.querySelectorAll('*')].flatMap(
  each => [each, ...each.shadowRoot ? below(each.shadowRoot) : []])];
const all = selector => selector.split(' ').reduce((roots, part) =>
  [...new Set(roots.flatMap(below).filter(each => each.matches(part)))], [document]);
const one = selector => all(selector)[0];
const shown = each => each.checkVisibility({visibilityProperty: true}) && each.getBoundingClientRect().width > 1;
"""
"""Finds elements in the page and in all shadow roots by simple selectors, one below the other; says if one is seen."""


class Engine(ABC):
    """A browser with one window."""

    @abstractmethod
    def open(self, url: str) -> None:
        """Open an address and return when its document and what that links is loaded."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Give the page this size, in CSS pixels."""

    @abstractmethod
    def run(self, body: str) -> Any:
        """Return what the body of a function returns in the page; a string or nothing."""

    @abstractmethod
    def click(self, x: float, y: float) -> None:
        """Move the pointer to a point of the page that is seen, press and release."""

    @abstractmethod
    def screenshot(self) -> bytes:
        """What is seen of the page, as PNG."""

    def evaluate(self, expression: str, *values: Any) -> Any:
        """Value of an expression, or of a function of these values, with `all`, `one` and `shown` at hand."""
        call = f"({expression})({','.join(map(json.dumps, values))})" if values else expression
        return json.loads(self.run(f"{FIND} return JSON.stringify({call}) ?? 'null'"))

    def until(self, expression: str, *values: Any, seconds: float = 40) -> Any:
        """Wait for a value that is true in JavaScript, and return it."""
        end = time.monotonic() + seconds
        while not (value := self.evaluate(expression, *values)):
            assert time.monotonic() < end, f"not in {seconds} s: {expression} {values}"
            time.sleep(0.1)
        return value
