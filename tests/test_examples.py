"""The examples: another pair in other languages, small, whole and sourced; every file made of it speaks of it alone."""

import csv
import io
import json
import re
import zipfile
from functools import cache

import pytest
from pypdf import PdfReader

from dashboard import cli
from dashboard.exports.extract import whole
from dashboard.exports.formats import FORMATS, packed
from dashboard.handouts.content import Request
from dashboard.handouts.forms import FORMS
from dashboard.loading import CONFIG, Snapshot, load_all
from dashboard.state import State
from tests.foreign import FOREIGN

EXAMPLE = CONFIG.parent / "examples/germany-france"
PAIR = "DE-RP_FR-BFC"
LANGUAGES = ("en", "de")
LARGEST = 1_500_000  # bytes
TEXTUAL = (".xml", ".xlsx", ".csv", ".json")


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return load_all(EXAMPLE)


def request(snapshot: Snapshot, language: str) -> Request:
    address = f"https://atlas.example/?lang={language}&selected={PAIR}"
    return Request(snapshot, State(language, selected=PAIR), address=address)


def texts(content: bytes) -> str:
    """All text in a file, also of what is packed inside, apart from themes, which name a font for every script."""
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = (name for name in archive.namelist() if name.endswith(TEXTUAL) and "theme" not in name)
            return "\n".join(map(texts, map(archive.read, names)))
    if content.startswith(b"%PDF"):
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    return content.decode("utf-8", "ignore")


def test_check_finds_nothing_wrong_and_no_text_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--config", str(EXAMPLE), "check", "--language", "de"]) == 0
    said = capsys.readouterr().out
    assert "no problems in 9 pairs, 15 records" in said
    counted = re.findall(r"^\S+ (\d+) of (\d+)", said, re.MULTILINE)
    assert counted
    assert all(int(done) >= 0.95 * int(needed) for done, needed in counted), said  # English lends what is new


def test_it_is_small_and_its_english_is_that_of_the_program() -> None:
    assert sum(path.stat().st_size for path in EXAMPLE.rglob("*") if path.is_file()) < LARGEST
    assert (EXAMPLE / "i18n/en.yaml").resolve() == CONFIG / "i18n/en.yaml"


def test_every_record_cites_a_page_with_its_address(snapshot: Snapshot) -> None:
    catalogue = snapshot.catalogue
    assert catalogue.rows
    for row in catalogue.rows:
        assert row.record.sources
        for key in row.record.sources:
            assert re.match(r"https?://", catalogue.sources[key].url or ""), key
    assert set(catalogue.sources) == {key for row in catalogue.rows for key in row.record.sources}


def test_its_texts_name_nothing_of_the_first_atlas() -> None:
    ours = [path for path in EXAMPLE.rglob("*.yaml") if path.parent.name != "i18n"]
    assert {found for path in ours for found in FOREIGN.findall(path.read_text("utf-8"))} == set()


def test_closeness_and_dates_are_those_of_the_sources(snapshot: Snapshot) -> None:
    pairs = {pair.key: pair for pair in snapshot.catalogue.pairs.values()}
    close = {key: pair.closeness for key, pair in pairs.items()}
    assert [key for key, closeness in close.items() if closeness == "twinned"] == [
        "DE-HE_FR-NAQ",
        "DE-RP_FR-BFC",
        "DE-SH_FR-PDL",
        "DE-ST_FR-CVL",
        "DE-TH_FR-HDF",
    ]
    assert {key for key, closeness in close.items() if closeness == "agreement"} == {
        "DE-BB_FR-IDF",
        "DE-BW_FR-ARA",
        "DE-NI_FR-NOR",
        "DE-NW_FR-HDF",
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMATS)
def test_every_export_has_its_records_and_nothing_foreign(snapshot: Snapshot, form: str, language: str) -> None:
    name, content = packed(whole(snapshot.catalogue, snapshot.translators[language].for_files), form)
    assert content
    assert language in name
    if form not in ("parquet", "geopackage"):  # not text
        assert set(FOREIGN.findall(texts(content))) == set()


def test_the_json_and_the_csv_hold_all_records(snapshot: Snapshot) -> None:
    extract = whole(snapshot.catalogue, snapshot.translators["de"].for_files)
    _, content = packed(extract, "csv")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        (file,) = [each for each in archive.namelist() if re.search(r"agreements.*csv$", each)]
        rows = list(csv.DictReader(io.StringIO(archive.read(file).decode("utf-8-sig"))))
    assert len(rows) == 11
    assert any("Partnerschaftsvertrag zwischen Rheinland-Pfalz und Burgund" in row.values() for row in rows)
    assert "1962-06-26" in json.dumps(json.loads(packed(extract, "json")[1]))


@cache
def made(form: str, language: str) -> bytes:
    return FORMS[form](request(load_all(EXAMPLE), language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["pptx", "pdf", "pdf-full", "html-table"])
def test_every_hand_out_tells_of_the_pair_and_of_nothing_foreign(form: str, language: str) -> None:
    said = re.sub(r"[\s\u00a0\u00ad-]", "", texts(made(form, language)))
    assert {"en": "RhinelandPalatinate", "de": "RheinlandPfalz"}[language] in said
    assert {"en": "26June1962", "de": "26.Juni1962"}[language] in said
    assert set(FOREIGN.findall(said)) == set()


@pytest.mark.parametrize(("form", "begins"), [("png-1920", b"\x89PNG"), ("svg", b"<svg"), ("html", b"<!doctype html>")])
def test_pictures_and_the_page_in_one_file_are_made(form: str, begins: bytes) -> None:
    assert made(form, "de")[:40].lower().lstrip().startswith(begins.lower())
