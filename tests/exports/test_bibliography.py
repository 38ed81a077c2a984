"""The sources in BibTeX and CSL-JSON: two written down by hand, all read by another library."""

import json
from dataclasses import replace

from pybtex.database import parse_string

from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.model import Catalogue
from dashboard.exports.about import terms_lines
from dashboard.exports.bibliography import bibtex, bibtex_files, citations, csl, csl_files
from dashboard.exports.extract import whole
from dashboard.loading import CONFIG, load_all

LOADED = load_all(CONFIG)
CATALOGUE = LOADED.catalogue

ARTICLE_BIBTEX = """\
@article{belta-567149,
  author = {А. Пушнякова},
  title = {{Китайские промышленники намерены наладить сотрудничество с предприятиями Витебской области}},
  journal = {БЕЛТА},
  year = {2023},
  date = {2023},
  url = {https://www.belta.by/regions/view/kitajskie-promyshlenniki-namereny-naladit-sotrudnichestvo-s-predprijatijami-vitebskoj-oblasti-567149-2023/},
  language = {ru},
}
"""
CHAPTER_BIBTEX = """\
@incollection{zalesskij-2024-plans,
  author = {B. Zalesskij},
  title = {{From in-depth plans to project implementation}},
  booktitle = {{Belarusian-Chinese Partnership in an Unstable Global Economy}},
  publisher = {Sciencia Scripts},
  address = {London and Chisinau},
  year = {2024},
  date = {2024},
  pages = {38--51},
  language = {en},
}
"""
ARTICLE_CSL = {
    "id": "belta-567149",
    "type": "article-newspaper",
    "title": "Китайские промышленники намерены наладить сотрудничество с предприятиями Витебской области",
    "container-title": "БЕЛТА",
    "author": [{"family": "Пушнякова", "given": "А."}],
    "issued": {"date-parts": [[2023]]},
    "URL": "https://www.belta.by/regions/view/kitajskie-promyshlenniki-namereny-naladit-sotrudnichestvo-s-predprijatijami-vitebskoj-oblasti-567149-2023/",
    "language": "ru",
}
CHAPTER_CSL = {
    "id": "zalesskij-2024-plans",
    "type": "chapter",
    "title": "From in-depth plans to project implementation",
    "container-title": "Belarusian-Chinese Partnership in an Unstable Global Economy",
    "author": [{"family": "Zalesskij", "given": "B."}],
    "publisher": "Sciencia Scripts",
    "publisher-place": "London and Chisinau",
    "issued": {"date-parts": [[2024]]},
    "page": "38-51",
    "language": "en",
}


def changed(**fields: object) -> Catalogue:
    """The atlas with an article changed."""
    source = CATALOGUE.sources["belta-567149"].model_copy(update=fields)
    return replace(CATALOGUE, sources=CATALOGUE.sources | {"belta-567149": source})


def test_an_article_and_a_chapter():
    assert bibtex("belta-567149", CATALOGUE) == ARTICLE_BIBTEX
    assert bibtex("zalesskij-2024-plans", CATALOGUE) == CHAPTER_BIBTEX
    assert csl("belta-567149", CATALOGUE) == ARTICLE_CSL
    assert csl("zalesskij-2024-plans", CATALOGUE) == CHAPTER_CSL


def test_what_bibtex_would_take_for_commands_is_escaped_but_letters_and_addresses_are_not():
    title = r"50 % & $3 #1 a_b {c} \d ~ ^ Ёлка 重庆市"
    text = bibtex("belta-567149", changed(title=title, url="https://example.org/a_b?c=1&d=%20#{e}"))
    expected = r"50 \% \& \$3 \#1 a\_b \{c\} \textbackslash{}d \textasciitilde{} \textasciicircum{} Ёлка 重庆市"
    assert f"  title = {{{{{expected}}}}},\n" in text
    assert "  url = {https://example.org/a_b?c=1&d=%20#%7Be%7D},\n" in text
    entry = parse_string(text, "bibtex").entries["belta-567149"]
    assert entry.fields["title"] == f"{{{expected}}}"


def test_days_months_spans_and_doubts():
    def issued(text: str) -> object:
        return csl("belta-567149", changed(date=Edtf.parse(text), accessed=Edtf.parse("2024-05-02")))["issued"]

    assert issued("2023-06-03") == {"date-parts": [[2023, 6, 3]]}
    assert issued("2023-06") == {"date-parts": [[2023, 6]]}
    assert issued("2023-22") == {"date-parts": [[2023]]}
    assert issued("2023/2025") == {"date-parts": [[2023], [2025]]}
    assert issued("2023~") == {"date-parts": [[2023]], "circa": True}
    assert "  urldate = {2024-05-02},\n" in bibtex("belta-567149", changed(accessed=Edtf.parse("2024-05-02")))


def one(files) -> str:
    (content,) = files(whole(CATALOGUE, LOADED.translators["en"])).values()
    return content.decode()


def test_the_files_hold_every_cited_source_and_are_read_by_another_library():
    cited = list(CATALOGUE.cited(row.record for row in CATALOGUE.rows))
    book = parse_string(one(bibtex_files), "bibtex")
    assert list(book.entries) == cited
    assert [str(author) for author in book.entries["belta-567149"].persons["author"]] == ["Пушнякова, А."]
    items = json.loads(one(csl_files))
    assert [item["id"] for item in items] == cited


def test_a_comment_begins_no_entry():
    titles = dict.fromkeys(LOADED.catalogue.atlas.languages, "Atlas @book{x}\n@book{y}")
    atlas = CATALOGUE.atlas.model_copy(update={"title": titles})
    extract = whole(replace(CATALOGUE, atlas=atlas), LOADED.translators["en"])
    (content,) = bibtex_files(extract).values()
    assert list(parse_string(content.decode(), "bibtex").entries) == list(extract.cited)


def test_the_terms_stand_above_bibtex_and_in_each_item_of_csl():
    head = one(bibtex_files).partition("\n\n")[0].splitlines()
    assert all(line.startswith("%") for line in head)
    assert "% CC BY 4.0: https://creativecommons.org/licenses/by/4.0/" in head
    assert any(line.endswith("data as of 3 June 2025.") for line in head)
    for t in LOADED.translators.values():
        assert ".." not in "\n".join(terms_lines(whole(CATALOGUE, t)))
    for item in json.loads(one(csl_files)):
        assert item["custom"]["list"]["as_of"] == "2025-06-03"
        assert item["custom"]["list"]["licence"] == "CC BY 4.0: https://creativecommons.org/licenses/by/4.0/"


def test_each_source_is_published_in_every_form_in_the_order_of_its_number():
    published = citations(CATALOGUE, LOADED.translators["ru"])
    assert len(published) == len(CATALOGUE.sources)
    number = list(CATALOGUE.sources).index("belta-567149")
    assert published[number]["bibtex"] == ARTICLE_BIBTEX
    assert json.loads(published[number]["csl"]) == [ARTICLE_CSL]
    assert published[number]["text"].startswith("А. Пушнякова. Китайские промышленники")


def test_what_states_no_date_has_none() -> None:
    catalogue = changed(date=None)
    assert csl("belta-567149", catalogue) == {key: value for key, value in ARTICLE_CSL.items() if key != "issued"}
    undated = ARTICLE_BIBTEX.replace("  year = {2023},\n  date = {2023},\n", "")
    assert bibtex("belta-567149", catalogue) == undated
