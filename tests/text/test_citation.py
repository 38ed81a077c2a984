"""Citations of an article and a chapter, written down by hand in each language of the shipped atlas."""

from dataclasses import replace

import pytest

from dashboard.catalogue.dates import Edtf
from dashboard.loading import CONFIG, load_all
from dashboard.text.citation import citation_line
from dashboard.text.phrases import Phrases

LOADED = load_all(CONFIG)
CATALOGUE = LOADED.catalogue

ARTICLE = "https://www.belta.by/regions/view/kitajskie-promyshlenniki-namereny-naladit-sotrudnichestvo-s-predprijatijami-vitebskoj-oblasti-567149-2023/"
TITLE = "Китайские промышленники намерены наладить сотрудничество с предприятиями Витебской области"
CHAPTER = "From in-depth plans to project implementation"
BOOK = "Belarusian-Chinese Partnership in an Unstable Global Economy"
EXPECTED = {
    ("belta-567149", "en"): f"A. Pushnyakova. {TITLE}. BelTA, 2023. {ARTICLE}",
    ("belta-567149", "ru"): f"А. Пушнякова. {TITLE}. — БЕЛТА, 2023. — URL: {ARTICLE}",
    ("belta-567149", "zh"): f"A.普什尼亚科娃. {TITLE}. 白通社, 2023. {ARTICLE}",
    (
        "zalesskij-2024-plans",
        "en",
    ): f"B. Zalesskij. {CHAPTER}. In: {BOOK}. London and Chisinau: Sciencia Scripts, 2024, pp. 38–51.",
    (
        "zalesskij-2024-plans",
        "ru",
    ): f"Б. Залесский. {CHAPTER} // {BOOK}. — Лондон и Кишинёв: Sciencia Scripts, 2024. — С. 38–51.",
    (
        "zalesskij-2024-plans",
        "zh",
    ): f"B.扎列斯基. {CHAPTER}//{BOOK}. 伦敦和基希讷乌: Sciencia Scripts, 2024: 38–51.",
}


def line(key: str, language: str, **changed: object) -> str:
    source = CATALOGUE.sources[key].model_copy(update=changed)
    catalogue = replace(CATALOGUE, sources=CATALOGUE.sources | {key: source})
    return " ".join(citation_line(key, Phrases(catalogue, LOADED.translators[language])).split())


@pytest.mark.parametrize(("key", "language"), EXPECTED)
def test_an_article_and_a_chapter(key: str, language: str) -> None:
    assert line(key, language) == EXPECTED[key, language]


READ = {
    "en": f"A. Pushnyakova. Who? BelTA, 3 June 2023. {ARTICLE} (accessed 2 May 2024)",
    "ru": f"А. Пушнякова. Who? — БЕЛТА, 3 июня 2023 г. — URL: {ARTICLE} (дата обращения: 2 мая 2024 г.)",
    "zh": f"A.普什尼亚科娃. Who? 白通社, 2023年6月3日. {ARTICLE}（2024年5月2日查阅）",
}


@pytest.mark.parametrize("language", READ)
def test_the_day_of_access_and_no_two_full_stops(language: str) -> None:
    days = {"date": Edtf.parse("2023-06-03"), "accessed": Edtf.parse("2024-05-02")}
    assert line("belta-567149", language, title="Who?", **days) == READ[language]


def test_a_source_without_a_title_is_cited_by_what_it_reports() -> None:
    about = CATALOGUE.sources["news-2025-06-03"].about["en"]
    assert line("news-2025-06-03", "en") == f"[{about}]. unidentified broadcaster, 3 June 2025."


def test_a_citation_without_its_address_ends_with_a_full_stop():
    words = Phrases(CATALOGUE, LOADED.translators["ru"])
    assert citation_line("belta-567149", words, address=False) == f"А. Пушнякова. {TITLE}. — БЕЛТА, 2023."


def test_a_page_that_states_no_date_says_so() -> None:
    page = {"author": None, "title": "Who?", "date": None, "url": "https://example.org"}
    assert line("belta-567149", "en", **page) == "Who? BelTA, undated. https://example.org"
