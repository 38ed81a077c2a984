"""Figures in words, written down by hand in each language of the shipped atlas."""

import pytest

from dashboard.catalogue.schema import Amount, ProjectAmount
from dashboard.loading import CONFIG, load_all
from dashboard.text.phrases import Phrases

LOADED = load_all(CONFIG)

FIGURES = [
    ((280_000_000.0, "USD", None), "$280 million", "280 млн долл. США", "2.8亿美元"),
    ((646_200_000.0, "BYN", None), "BYN 646.2 million", "646,2 млн бел. руб.", "6.462亿白俄罗斯卢布"),
    ((1_250_000_000.0, "USD", "more_than"), "more than $1.25 billion", "более 1,25 млрд долл. США", "超过12.5亿美元"),
    ((31_000_000.0, "USD", "about"), "about $31 million", "около 31 млн долл. США", "约3100万美元"),
    ((867_500.0, "USD", None), "$867,500", "867 500 долл. США", "86.75万美元"),
    ((1_234_567.0, "USD", None), "$1,234,567", "1 234 567 долл. США", "123.4567万美元"),
    ((1_000_000.0, "CNY", "about"), "about CNY 1 million", "около 1 млн юаней", "约100万元人民币"),
    ((3.0, "CNY", None), "CNY 3", "3 юаня", "3元人民币"),
    ((3.0, "CNY", "more_than"), "more than CNY 3", "более 3 юаней", "超过3元人民币"),
    ((127_000_000.0, "people", "more_than"), "more than 127 million people", "более 127 млн чел.", "超过1.27亿人"),
    ((3_500.0, "people", "more_than"), "more than 3,500 people", "более 3 500 чел.", "超过3500人"),
    ((1.0, "people", None), "1 person", "1 чел.", "1人"),
    ((18.0, "times", None), "18-fold", "в 18 раз", "18倍"),
    ((2.5, "times", None), "2.5-fold", "в 2,5 раза", "2.5倍"),
    ((5.0, "times", "almost"), "almost fivefold", "почти в 5 раз", "近5倍"),
    ((4.0, "times", "more_than"), "more than fourfold", "более чем в 4 раза", "超过4倍"),
    ((2.0, "times", "about"), "about twofold", "примерно в 2 раза", "约2倍"),
    ((15.0, "years", "more_than"), "more than 15 years", "более 15 лет", "超过15年"),
    ((21.0, "years", "almost"), "almost 21 years", "почти 21 год", "近21年"),
    ((21.0, "years", "more_than"), "more than 21 years", "более 21 года", "超过21年"),
    ((3.0, "years", None), "3 years", "3 года", "3年"),
    ((1.0, "years", None), "1 year", "1 год", "1年"),
]


def told(amount: Amount) -> dict[str, str]:
    words = {code: Phrases(LOADED.catalogue, t) for code, t in LOADED.translators.items()}
    return {code: " ".join(each.figure(amount).split()) for code, each in words.items()}


@pytest.mark.parametrize(("figure", "en", "ru", "zh"), FIGURES)
def test_a_figure(figure: tuple[float, str, str | None], en: str, ru: str, zh: str) -> None:
    value, unit, qualifier = figure
    money = {"currency": unit} if unit.isupper() else {"unit": unit}
    amount = Amount.model_construct(value=value, qualifier=qualifier, **({"currency": None, "unit": None} | money))
    assert told(amount) == {"en": en, "ru": ru, "zh": zh}


def test_the_qualifier_is_inside_the_rate() -> None:
    monthly = ProjectAmount.model_construct(
        value=10_000.0, unit="tonnes", currency=None, qualifier="about", period="month"
    )
    assert told(monthly) == {"en": "about 10,000 t a month", "ru": "около 10 000 т в месяц", "zh": "每月约1万吨"}
