"""Briefings of the shipped table: a sample of subjects and languages, drawn with a seed; `every.py` makes them all."""

import random
import re
from dataclasses import replace
from functools import cache
from io import BytesIO

import pytest
import typst
from pypdf import PdfReader

from dashboard.handouts import briefing as module
from dashboard.handouts.briefing import briefing
from dashboard.handouts.content import content_of
from dashboard.loading import CONFIG, load_all
from tests.handouts.every import request, subjects

SNAPSHOT = load_all(CONFIG)
LANGUAGES = list(SNAPSHOT.translators)
RICH, POOR, REGION, SECTOR = "BY-MI_CN-CQ", "BY-BR_CN-SX", "BY-MI", "medicine"
EVERY = [(key, language) for key in subjects(SNAPSHOT) for language in LANGUAGES]
SAMPLE = [
    *((key, language) for key in ("", RICH, POOR, REGION, SECTOR) for language in LANGUAGES),
    *random.Random(2).sample(EVERY, 6),  # noqa: S311 - no secret
]
LEAST = 8.5  # pt


@cache
def file(key: str, language: str, *, full: bool = False) -> bytes:
    return briefing(request(SNAPSHOT, language, key), full=full)


def made(key: str, language: str, *, full: bool = False) -> PdfReader:
    return PdfReader(BytesIO(file(key, language, full=full)))


def text(reader: PdfReader) -> str:
    """All text without spaces and hyphens, since lines may be broken anywhere."""
    return plain("".join(page.extract_text() for page in reader.pages))


def plain(said: str) -> str:
    return re.sub(r"[\s\u00a0-]", "", said)


@pytest.mark.parametrize(("key", "language"), SAMPLE)
def test_the_brief_form_has_two_pages_at_most_with_title_story_and_sources(key, language):
    content, reader = content_of(request(SNAPSHOT, language, key)), made(key, language)
    found = text(reader)
    assert len(reader.pages) <= 2
    assert plain(content.title) in found
    assert plain(content.told) in found
    assert plain(content.as_of) in found
    assert all(plain(f"{stage.count}{stage.name}") in found for stage in content.stages)
    links = [note.get_object()["/A"]["/URI"] for page in reader.pages for note in page.get("/Annots", [])]
    assert content.address in links
    assert content.licence.url in links
    assert any(source.url in links for source in content.sources) or not any(source.url for source in content.sources)


@pytest.mark.parametrize(("key", "language"), SAMPLE)
def test_a_record_is_told_or_counted_as_left_out(key, language):
    content = content_of(request(SNAPSHOT, language, key))
    found = text(made(key, language)).replace(plain(content.told), "")  # the story names the latest ones too
    for name in ("agreements", "projects"):
        missing = sum(plain(entry.title) not in found for entry in content.entries(name))
        assert not missing or plain(content.t(f"count.{name}", n=missing)) in found, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_names_its_language_and_title_and_is_tagged(language):
    reader = made(RICH, language)
    catalogue = reader.trailer["/Root"]
    content = content_of(request(SNAPSHOT, language, RICH))
    assert catalogue["/Lang"].split("-")[0] == language
    assert reader.metadata is not None
    assert reader.metadata.title == f"{content.title} · {content.atlas}"
    assert reader.metadata.author == content.atlas
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    xmp = catalogue["/Metadata"].get_data().decode()
    assert re.search(r"<pdfuaid:part>1</pdfuaid:part>", xmp)
    assert re.search(r"<pdfaid:part>2</pdfaid:part>.*<pdfaid:conformance>A<", xmp, re.DOTALL)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_font_is_our_own_and_cut_to_what_is_used(language):
    names = {
        str(font.get_object()["/BaseFont"])
        for page in made(REGION, language).pages
        for font in page["/Resources"]["/Font"].values()
    }
    families = {re.fullmatch(r"/[A-Z]{6}\+(Inter|Noto-Sans-SC)(-SemiBold)?", name) for name in names}
    assert names
    assert None not in families, names


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_type_is_smaller_than_can_be_read(language):
    sizes = []

    def note(said, matrix, text_matrix, _font, size):
        if said.strip():
            scale = abs(matrix[0] * text_matrix[0])
            sizes.append((round(size * scale, 2), said))

    for key in (RICH, REGION):
        for page in made(key, language).pages:
            page.extract_text(visitor_text=note)
    assert len(sizes) > 100
    assert min(sizes)[0] >= LEAST


@pytest.mark.parametrize(("key", "language"), SAMPLE)
def test_the_file_is_small(key, language):
    assert len(file(key, language)) < 500_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_table_makes_the_same_file(language):
    assert briefing(request(SNAPSHOT, language, POOR)) == file(POOR, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["BY-BR_CN-HA", "BY-BR_CN-HB", POOR])
def test_a_pair_with_one_record_has_one_page_that_names_the_other_partners(key, language):
    reader = made(key, language)
    content = content_of(request(SNAPSHOT, language, key))
    assert len(reader.pages) == 1
    assert plain(content.t("handout.sides")) in text(reader)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_full_form_tells_every_record_with_its_remarks(language):
    content, found = content_of(request(SNAPSHOT, language, RICH)), text(made(RICH, language, full=True))
    for name in content.counts:
        for entry in content.entries(name):
            assert plain(entry.title) in found
            assert all(plain(said) in found for said in (entry.summary, entry.inferred, entry.note, entry.fact))
    assert all(plain(remark.name + content.t("panel.rests_on")) in found for remark in content.named if remark.inferred)
    assert all(plain(source.url.partition("://")[2].removeprefix("www.")[:-1]) in found for source in content.sources)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_brief_form_has_no_remarks_but_marks_what_is_inferred(language):
    content, found = content_of(request(SNAPSHOT, language, RICH)), text(made(RICH, language))
    roadmap = next(entry for entry in content.agreements if entry.inferred)
    assert plain(roadmap.inferred) not in found
    assert plain(roadmap.title) + "*" in found
    assert plain(content.t("handout.inferred")) in found


def test_without_an_address_there_is_no_code():
    reader = PdfReader(BytesIO(briefing(replace(request(SNAPSHOT, "en", RICH), address=""))))
    links = [note.get_object()["/A"]["/URI"] for page in reader.pages for note in page.get("/Annots", [])]
    assert links
    assert not any("atlas.example" in link for link in links)
    assert "This view in the atlas" not in "".join(page.extract_text() for page in reader.pages)


def test_a_character_that_the_fonts_lack_is_refused(monkeypatch):
    monkeypatch.setattr(module, "content_of", lambda *asked: replace(content_of(*asked), title="שלום"))
    with pytest.raises(typst.TypstError, match="could not be displayed"):
        briefing(request(SNAPSHOT, "en", POOR))


def test_what_a_table_says_is_never_taken_for_typst(monkeypatch):
    title = '#panic("no") *a* $b$ @c'
    monkeypatch.setattr(module, "content_of", lambda *asked: replace(content_of(*asked), title=title))
    reader = PdfReader(BytesIO(briefing(request(SNAPSHOT, "en", POOR))))
    assert plain(title) in text(reader)
