"""Decks for the tests of slides: a sample of subjects and languages, and what is read back of their files."""

import io
import random
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from math import ceil
from xml.etree import ElementTree as ET

from pptx.enum.shapes import MSO_SHAPE_TYPE

from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.filtering import Filter
from dashboard.handouts.content import Request
from dashboard.handouts.deck import Deck
from dashboard.handouts.measure import text_width
from dashboard.handouts.slides import slides
from dashboard.loading import CONFIG, load_all
from dashboard.state import State

ADDRESS = "https://atlas.example/explore?lang=en"
LANGUAGES = {"en": "en-GB", "ru": "ru-RU", "zh": "zh-CN"}
LOADED = load_all(CONFIG)
CATALOGUE = LOADED.catalogue
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"

PAIR = "BY-MI_CN-CQ"
OTHERS = random.Random(7)  # noqa: S311 - the same few in every run
SUBJECTS = {
    "pair": (PAIR, None),
    "any pair": (OTHERS.choice([key for key in CATALOGUE.pairs if key != PAIR]), None),
    "unit": (OTHERS.choice([unit for unit in CATALOGUE.units if CATALOGUE.country_of(unit) == "BY"]), None),
    "place": (OTHERS.choice(list(CATALOGUE.places)), None),
    "sector": (None, OTHERS.choice(list(CATALOGUE.sectors))),
    "whole": (None, None),
}
DECKS = [(name, language) for name in ("pair", "unit", "sector") for language in LANGUAGES]
DECKS += [(name, OTHERS.choice(list(LANGUAGES))) for name in SUBJECTS if (name, "en") not in DECKS]


def asked(name: str, language: str, **conditions) -> Request:
    selected, sector = SUBJECTS[name]
    return Request(LOADED, State(language, selected=selected, filter=Filter(**conditions)), sector, ADDRESS)


@cache
def made(name: str, language: str) -> bytes:
    return slides(asked(name, language))


def each_shape(shapes) -> Iterator:
    for shape in shapes:
        yield shape
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from each_shape(shape.shapes)


def parts(file: bytes, pattern: str) -> dict[str, ET.Element]:
    with zipfile.ZipFile(io.BytesIO(file)) as packed:
        return {name: ET.fromstring(packed.read(name)) for name in packed.namelist() if re.fullmatch(pattern, name)}


def tables(show) -> list[list[list[str]]]:
    found = [shape.table for slide in show.slides for shape in slide.shapes if shape.has_table]
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in found]


def needed(frame, width: float, size: float) -> float:
    """Height that a text takes at least, counted without its words."""
    lines = [
        ceil(text_width(text, size) * 0.92 / width) or 1  # Arial is that much narrower
        for text in (paragraph.text for paragraph in frame.paragraphs)
    ]
    return sum(lines) * size * 1.15


def sizes_of(frame) -> list[float]:
    return [run.font.size.pt for paragraph in frame.paragraphs for run in paragraph.runs if run.font.size]


def empty() -> Deck:
    return Deck(LOADED.translators["en"], "Atlas", Edtf.parse("2025"))
