"""Files by address: what the links of the data page ask for arrives, and nothing that an address only half asks for."""

import io
import json
from types import SimpleNamespace

import openpyxl
import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from dashboard import downloads
from dashboard.catalogue.filtering import Filter, select
from dashboard.downloads import download, extract_of, file_address
from dashboard.exports.formats import FORMATS
from dashboard.loading import CONFIG, load_all
from dashboard.state import WHOLE, State
from tests.asgi import ask

LOADED = load_all(CONFIG)
MEDICINE = Filter(sectors=frozenset({"medicine"}))


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> Starlette:
    monkeypatch.setattr(downloads, "live", lambda: SimpleNamespace(get=lambda: LOADED))
    return Starlette(routes=[Route("/download/{form}", download)])


def test_an_address_holds_the_filter_the_language_and_the_table():
    state = State("ru", selected="BY-MI_CN-CQ", table="projects", filter=MEDICINE)
    assert file_address("xlsx", state, of="projects") == "download/xlsx?lang=ru&sectors=medicine&of=projects"
    assert file_address("json", State("ru", extent=WHOLE, filter=MEDICINE)) == "download/json?lang=ru"


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_arrives_under_its_name_and_type(app, form):
    answer = ask(app, f"/{file_address(form, State('zh', filter=MEDICINE))}")
    assert answer.status == 200
    name = answer.headers["content-disposition"].removeprefix('attachment; filename="').removesuffix('"')
    assert name.startswith("belarus-china-twinned-regions_all_medicine_2")
    ending = {"bibtex": "bib", "csl": "csl.json", "geopackage": "gpkg"}.get(form, form)
    ending = "zip" if form in ("csv", "csv-semicolon", "parquet") else ending
    assert name.endswith(f"_zh.{ending}")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "html" not in answer.headers["content-type"]


def test_a_file_holds_what_the_filter_shows_in_the_language_of_the_page(app):
    found = json.loads(ask(app, f"/{file_address('json', State('en', filter=MEDICINE))}").content)
    assert found["pairs"].keys() == select(LOADED.catalogue, MEDICINE).pairs.keys()
    content = ask(app, f"/{file_address('xlsx', State('ru', filter=MEDICINE), of='projects')}").content
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["О файле", "Проекты", "Суммы и объёмы", "Коды", "Столбцы"]
    assert book["Проекты"].max_row == select(LOADED.catalogue, MEDICINE).count("projects") + 1


def test_only_get_is_answered(app):
    assert ask(app, "/download/json?lang=en", "POST").status == 405


@pytest.mark.parametrize(
    "address",
    [
        "pdf?lang=en",
        "xlsx?lang=xx",
        "xlsx?lang=en&sectors=medicin",
        "xlsx?lang=en&sectors=medicine&sectors=unknown",
        "xlsx?lang=en&years=2020-2010",
        "xlsx?lang=en&years=20",
        "xlsx?lang=en&selected=BY-MI",
        "xlsx?lang=en&of=secrets",
        "xlsx?lang=en&of=projects&of=events",
        "geojson?lang=en&of=projects",
        "..%2Fetc?lang=en",
        f"xlsx?lang=en&text={'a' * 4000}",
    ],
)
def test_an_address_that_is_not_understood_whole_gives_a_sentence_and_no_file(app, address):
    answer = ask(app, f"/download/{address}")
    assert answer.status == 404
    assert "content-disposition" not in answer.headers
    if not address.startswith(".."):
        assert answer.content.decode().startswith("There is no file at this address.")


def test_the_same_filter_may_be_asked_for_in_another_order():
    asked = {"lang": ["en"], "sectors": ["trade", "medicine"], "of": ["events"]}
    extract = extract_of("xlsx", asked, LOADED)
    assert extract is not None
    assert extract.view.filter.sectors == {"trade", "medicine"}
    assert extract.table == "events"


def test_without_a_language_a_file_is_in_the_first_one():
    extract = extract_of("xlsx", {}, LOADED)
    assert extract is not None
    assert extract.words.t.language == "en"
