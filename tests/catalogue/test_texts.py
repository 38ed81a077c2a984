"""The text filter on the shipped table: spellings, forms and languages that find the same records."""

import pytest

from dashboard.catalogue.filtering import Filter, select
from dashboard.catalogue.load import load
from dashboard.catalogue.model import Catalogue
from dashboard.loading import CONFIG


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load(CONFIG)


def found(table: Catalogue, text: str) -> set[str]:
    return {row.key for row in select(table, Filter(text=text)).rows}


SAME = {
    "case, accents, Unicode": [
        "MINSK",
        "MİNSK",
        "minsk",
        "ＭＩＮＳＫ",
        "Min\u00adsk",
        "Misnk",
        "Mynsk",
        "vbycr",
        "ьштыл",
    ],
    "е for ё": ["партнёрами", "партнерами", "ПАРТНЁРАМИ", "партне\u0308рами", "парт\u00adнерами", "парт\u200bнерами"],
    "four": ["четырёх", "четырех"],
    "е for э": ["Хэйлунцзян", "Хейлунцзян", "Хэи\u0306лунцзян", "Хэйлунцян"],
    "hyphens and spaces": [
        "traditional medicine",
        "traditional-medicine",
        "Traditional  Medicine",
        "medicine, traditional",
    ],
    "English forms": [
        "Chinese medicine",
        "chinese medicines",
        "medicine Chinese",
        "Chinese medcine",
        "Chineese medicine",
    ],
    "Russian forms": [
        "китайская медицина",
        "китайской медицины",
        "китайскую медицину",
        "китайской медициной",
        "китайская медецина",
    ],
    "traditional characters": ["中医", "中醫"],
    "Chongqing": ["Chongqing", "chong qing", "Чунцин", "чун цин", "重庆", "重慶", "Chonqing", "Xeywby"],
    "Heilongjiang": ["Heilongjiang", "hei long jiang", "黑龙江", "黑龍江", "Хэйлунцзян"],
    "Guangzhou": ["Guangzhou", "Guangzou", "guang zhou", "广州", "廣州"],
    "Great Stone": ["Great Stone", "great-stone", "greatstone", "Great  Stone"],
    "beef": ["beef", "говядина", "говядины", "牛肉"],
    "plural": ["tractor", "tractors", "TRACTORS", "tracter", "trac tor"],
    "Russian tractor": ["трактор", "nhfrnjh", "трактор\u200b"],
    "hospitals": ["больница", "больницы", "больницами", "БОЛЬНИЦЕ"],
    "universities": ["университет", "университеты", "университетов", "универсетет"],
    "a Russian pair": ["Минск Чунцин", "Чунцин, Минск", "минск/чунцин"],
    "a Chinese pair": ["明斯克 重庆", "重庆 明斯克", "明斯克 重慶"],
    "hospital in Chinese": ["医院", "醫院"],
    "university in Chinese": ["大学", "大學"],
    "logistics": ["logistics", "logistic", "物流"],
    "investment": ["投资", "投資"],
}


@pytest.mark.parametrize("spellings", SAME.values(), ids=SAME)
def test_these_find_the_same_records(shipped, spellings):
    first, *others = (found(shipped, spelling) for spelling in spellings)
    assert first
    for spelling, other in zip(spellings[1:], others, strict=True):
        assert other == first, spelling


def test_chinese_medicine_is_found_in_every_language(shipped):
    english, chinese = found(shipped, "Chinese medicine"), found(shipped, "中医")
    assert chinese < english
    assert len(english - chinese) <= 2, "Chinese has other words for herbal medicines, and for medicine beside China"


@pytest.mark.parametrize("typed", ["zeppelin", "teach ing zeppelin", "дирижабль", "飞艇", "qwxyz", "2199", "te"])
def test_what_is_not_there_is_not_found(shipped, typed):
    assert found(shipped, typed) == set()


def test_the_key_of_a_pair_finds_its_records(shipped):
    assert found(shipped, "BY-MI_CN-CQ") >= {row.key for row in shipped.rows if row.pair.key == "BY-MI_CN-CQ"}


def test_all_words_must_be_in_the_text_of_one_language(tiny):
    # "Training of engineers" is "Formation d’ingénieurs" in French.
    assert found(tiny, "training engineers") == {"XA-N_XB-E/university-works"}
    assert found(tiny, "formation ingénieurs") == {"XA-N_XB-E/university-works"}
    assert found(tiny, "training ingénieurs") == set()
    assert found(tiny, "gineers") == set()


def test_a_text_is_cut_before_it_can_take_long(tiny):
    everything = len(tiny.rows)
    assert len(found(tiny, " " * 200 + "zeppelin")) == everything
    assert found(tiny, " " * 190 + "zeppelin") == set()


def test_one_subject_is_found_in_every_language(shipped):
    """In English, "Chinese" and "medicine" may also be told of different things: one record more."""
    english, russian, chinese = (found(shipped, typed) for typed in ("Chinese medicine", "китайская медицина", "中医"))
    assert russian == chinese
    assert len(russian) == 12
    assert russian < english
    assert len(english - russian) == 1


def test_a_letter_after_chinese_may_begin_a_word(shipped: Catalogue) -> None:
    assert found(shipped, "北京H") >= found(shipped, "北京Huibaocheng") != set()
