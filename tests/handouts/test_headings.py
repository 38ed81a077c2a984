"""No heading stands alone in panels of the one-file page, in tables for letters, and in what briefings and slides tell.

Everything that has a page is looked at, in every language.
"""

import json
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from dashboard.handouts.content import content_of
from dashboard.handouts.letter import table
from dashboard.loading import CONFIG, load_all
from dashboard.published.files import contents
from tests.handouts.every import request, subjects

SHIPPED = load_all(CONFIG)
LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "summary": 5, "caption": 6}
FILLED = "i"
"""A slot, which the browser fills with a record or a source."""


class Headings(HTMLParser):
    """Headings that no text, and no deeper heading with one, follows before the next of their level."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[int, str]] = []
        self.empty: list[str] = []
        self.inside = ""
        self.words = ""
        self.feed(html)
        self.empty += [words for _, words in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in LEVELS:
            self.inside, self.words = tag, ""
        elif tag == FILLED and any(name in ("data-record", "data-source") for name, _ in attrs):
            self.open.clear()

    def handle_endtag(self, tag: str) -> None:
        if tag == self.inside:
            self.empty += [words for level, words in self.open if level >= LEVELS[tag]]
            self.open = [(level, words) for level, words in self.open if level < LEVELS[tag]]
            self.open.append((LEVELS[tag], self.words.strip()))
            self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.words += data
        elif data.strip():
            self.open.clear()


@pytest.mark.parametrize(
    ("html", "empty"),
    [
        ("<h2>A</h2><p>a</p><h2>B</h2><h2>C</h2><p>c</p>", ["B"]),
        ("<h2>A</h2><h3>B</h3><p>b</p>", []),
        ("<h2>A</h2><h3>B</h3> <h2>C</h2><p>c</p>", ["A", "B"]),
        ('<h2>A</h2><i data-record="1"></i><h3>B</h3><div></div>', ["B"]),
        ("<caption>A</caption>", ["A"]),
    ],
)
def test_a_heading_without_content_is_seen(html: str, empty: list[str]) -> None:
    assert Headings(html).empty == empty


def test_a_panel_has_no_heading_alone() -> None:
    panels = [
        json.loads(text) for name, text in contents(SHIPPED.catalogue, SHIPPED.translators).items() if "/panels" in name
    ]
    found = {key: Headings(html).empty for file in panels for key, html in file["subjects"].items()}
    assert len(panels) == 3
    assert found.keys() >= {*SHIPPED.catalogue.units, *SHIPPED.catalogue.pairs, *SHIPPED.catalogue.places}
    assert {key: empty for key, empty in found.items() if empty} == {}


@pytest.mark.parametrize("language", SHIPPED.translators)
def test_what_is_told_has_no_heading_alone(language: str) -> None:
    found = {key: [*_alone(language, key)] for key in subjects(SHIPPED)}
    assert found.keys() >= SHIPPED.catalogue.sectors.keys()
    assert {key: alone for key, alone in found.items() if alone} == {}


def _alone(language: str, key: str) -> Iterator[str]:
    asked = request(SHIPPED, language, key)
    content = content_of(asked)
    yield from (name for name in ("title", "told") if not getattr(content, name).strip())
    yield from (each.name for each in content.named if not (each.inferred or each.note))
    for groups in (content.projects, content.links, content.indicators):
        yield from (group.name for group in groups if not group.entries)
    yield from (chart.title for chart in content.charts if not any(any(each.values) for each in chart.series))
    yield from (entry.key for name in content.counts for entry in content.entries(name) if not entry.title.strip())
    yield from Headings(table(asked).decode()).empty
