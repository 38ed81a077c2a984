"""No text of the table, of the interface or of an address becomes code, in whatever the atlas makes of it."""

import csv
import io
import json
import re
import shutil
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from dashboard.app import app
from dashboard.catalogue.filtering import Filter
from dashboard.exports import formats
from dashboard.exports.extract import whole
from dashboard.handouts.content import Request
from dashboard.handouts.forms import FORMS
from dashboard.loading import CONFIG, Snapshot, load_all
from dashboard.published.panels import panels
from dashboard.serving.pages import page_html, streamlit_html
from dashboard.state import State
from tests.asgi import ask
from tests.hostile import ADDRESS, fill, poison, poison_words, text_fields

PAIR = "BY-MI_CN-CQ"
TOLD = "alert(name)"
LOADING = {
    "script",
    "img",
    "iframe",
    "object",
    "embed",
    "base",
    "form",
    "foreignobject",
    "use",
    "image",
    "link",
    "meta",
}
"""Elements that run or load something; of ours, pages alone have some."""


class Markup(HTMLParser):
    """Elements of a piece of HTML or SVG that a text of the table should not have become."""

    def __init__(self, html: str, own: frozenset[str] = frozenset()) -> None:
        super().__init__()
        self.own, self.found, self.texts = own, [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note an element that runs or loads something, a handler, and an address of a scheme that runs."""
        if tag in LOADING - self.own:
            self.found.append(tag)
        for name, value in attributes:
            scheme = (value or "").strip().partition(":")[0].lower()
            if name.startswith("on") or (name.endswith(("href", "src")) and scheme in ("javascript", "vbscript")):
                self.found.append(f"{tag} {name}={value}")

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        """Note a comment, of which we write none."""
        self.found.append(f"<!--{data[:20]}")


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[str]]:
    """The shipped table with hostile texts, and the fields that have them."""
    config = Path(shutil.copytree(CONFIG, tmp_path_factory.mktemp("hostile") / "config"))
    fill(config)
    fields = poison(config)
    poison_words(config)
    return config, fields


@pytest.fixture(scope="module")
def hostile(poisoned: tuple[Path, set[str]]) -> Snapshot:
    return load_all(poisoned[0])


def handout(hostile: Snapshot, form: str, **state: object) -> bytes:
    address = f"https://atlas.example/?lang=en&selected={PAIR}"
    return FORMS[form](Request(hostile, State("en", **{"selected": PAIR, **state}), address=address))


def test_every_text_of_the_schema_is_hostile(poisoned: tuple[Path, set[str]]) -> None:
    fields = text_fields(("en", "ru", "zh"))
    assert {"Project.title", "Place.aliases", "Source.url", "Licence.name", "Step.notes", "Counted.names"} <= fields
    assert not {"Project.id", "Project.status", "Shades.light", "Source.date"} & fields, "which take no such text"
    assert poisoned[1] == fields


def test_the_html_that_is_published_has_texts_alone(hostile: Snapshot) -> None:
    made = panels(hostile.catalogue, hostile.translators["en"])
    seen = [Markup(html) for part in made.values() for html in part.values()]
    assert [each.found for each in seen if each.found] == []
    assert all(any(TOLD in text for text in each.texts) for each in seen)


OURS = frozenset(("script", "link", "meta", "use"))


@pytest.mark.parametrize("plain", [False, True])
def test_pages_have_no_element_but_their_own(hostile: Snapshot, *, plain: bool) -> None:
    page = Markup(page_html(hostile, "en", plain=plain), OURS)
    assert page.found == []
    assert TOLD in "".join(page.texts)
    assert page_html(hostile, "en").count("<script") == streamlit_html().count("<script") + 3


@pytest.mark.parametrize(
    "address", [f"/{quote(ADDRESS, safe='')}", "/%0d%0aSet-Cookie:%20a=b", "/javascript:alert(name)"]
)
def test_an_address_in_a_page_that_is_missing_is_a_text(address: str) -> None:
    answer = ask(app, address, host="localhost")
    page = Markup(answer.content.decode(), OURS)
    assert (answer.status, page.found) == (404, [])
    assert "set-cookie" not in answer.headers
    assert len([each for each in page.texts if "alert(name)" in each]) == ("alert" in address)


def test_the_one_file_page_has_no_script_but_its_own(hostile: Snapshot) -> None:
    html = handout(hostile, "html", filter=Filter(text="</script><script>alert(name)</script>")).decode()
    assert html.count("<script") == 2, "what is packed, and what unpacks it"
    assert (
        Markup(re.sub(r"<(script|style)\b[^>]*>.*?</\1>", "", html, flags=re.DOTALL), frozenset(("meta",))).found == []
    )


def test_the_table_for_a_letter_has_texts_alone(hostile: Snapshot) -> None:
    table = Markup(handout(hostile, "html-table").decode())
    assert table.found == []
    assert TOLD in "".join(table.texts)


@pytest.mark.parametrize("form", ["svg", "svg-outlines"])
def test_a_picture_runs_and_loads_nothing(hostile: Snapshot, form: str) -> None:
    svg = handout(hostile, form).decode()
    assert ET.fromstring(svg).tag.endswith("svg"), "well-formed"
    own = frozenset(("use",)) if form == "svg-outlines" else frozenset[str]()  # of the outline of a letter
    assert Markup(svg, own).found == []
    assert {link for link in re.findall(r'(?:href|src)="([^"]*)"', svg) if not link.startswith("#")} == set()
    assert (TOLD in re.sub("<title>.*</title>", "", svg)) == (form == "svg")


def linked(parts: dict[str, bytes]) -> set[str]:
    """Addresses outside a file of an Office program."""
    relations = [ET.fromstring(text) for name, text in parts.items() if name.endswith(".rels")]
    return {each.attrib["Target"] for part in relations for each in part if each.get("TargetMode") == "External"}


@pytest.mark.parametrize("story", [None, "partnership"])
def test_slides_have_texts_and_links_to_pages(hostile: Snapshot, story: str | None) -> None:
    with zipfile.ZipFile(io.BytesIO(handout(hostile, "pptx", story=story))) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    trees = [ET.fromstring(text) for name, text in parts.items() if name.endswith((".xml", ".rels"))]
    texts = [each.text or "" for tree in trees for each in tree.iter() if each.tag.endswith("}t")]
    assert any(TOLD in text for text in texts)
    assert all(link.startswith(("https://", "http://")) for link in linked(parts))
    assert not [name for name in parts if re.search(r"vba|macro|activeX|oleObject", name)]


@pytest.mark.parametrize("form", ["pdf", "pdf-full"])
def test_a_briefing_has_no_script_and_links_to_pages(hostile: Snapshot, form: str) -> None:
    pdf = PdfReader(io.BytesIO(handout(hostile, form)))
    actions = [each.get_object().get("/A", {}) for page in pdf.pages for each in page.get("/Annots", ())]
    assert {each.get("/S") for each in actions} <= {None, "/URI"}
    assert all(each["/URI"].startswith(("https://", "http://")) for each in actions if "/URI" in each)
    assert not {"/OpenAction", "/AA"} & pdf.trailer["/Root"].keys()
    assert TOLD in re.sub(r"\s", "", "".join(page.extract_text() for page in pdf.pages))


def exported(snapshot: Snapshot, form: str) -> dict[str, bytes]:
    return formats.FORMATS[form](whole(snapshot.catalogue, snapshot.translators["en"]))


def test_files_for_machines_are_read_back_with_their_texts(hostile: Snapshot) -> None:
    for form in ("json", "geojson", "csl"):
        [(_, content)] = exported(hostile, form).items()
        assert TOLD in json.dumps(json.loads(content))


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(hostile: Snapshot) -> None:
    [(_, content)] = exported(hostile, "xlsx").items()
    kinds = {cell.data_type for sheet in load_workbook(io.BytesIO(content)) for row in sheet for cell in row}
    assert kinds <= {"s", "n"}
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert linked({name: file.read(name) for name in file.namelist()}) == set()


@pytest.fixture(params=["=", "@", "\t="])
def formulas(request: pytest.FixtureRequest, tmp_path: Path) -> Snapshot:
    """The shipped table with a sign before every text, by which a spreadsheet knows a formula."""
    config = Path(shutil.copytree(CONFIG, tmp_path / "config"))
    for stories in config.glob("stories"):
        shutil.rmtree(stories)
    poison(config, before=request.param)
    return load_all(config)


def test_no_cell_of_a_csv_file_is_a_formula_whatever_separates_it(formulas: Snapshot) -> None:
    """Also to a program of another country, for which a comma or a semicolon in a text is the end of a cell."""
    for form in ("csv", "csv-semicolon"):
        for name, content in exported(formulas, form).items():
            for separator in (",", ";", "\t") if name.endswith(".csv") else ():
                rows = csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=separator)
                assert [cell for row in rows for cell in row if cell.startswith(tuple("=+-@\t\r＝＋－＠"))] == []
