"""Mistakes of language that must not come back: each is a pattern with an example, sought in all that the atlas says.

What editors write, that is titles, summaries, notes, reasons and names of the table, is read only by the rules for the
group `record`; all others read what the program adds, so they hold for any table.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

import pytest

from dashboard.catalogue import metrics
from dashboard.catalogue.comparison import comparison_of
from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.dossier import dossier_of
from dashboard.catalogue.filtering import Filter, select
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.outcomes import harvest_of
from dashboard.catalogue.pair import RECORD_TYPES
from dashboard.catalogue.sector import sector_of
from dashboard.html.figures import compare_html, insights_html
from dashboard.html.render import about_html, dossier_page_html, sector_page_html
from dashboard.loading import CONFIG, load_all
from dashboard.stories.render import rendered, subjects
from dashboard.text import captions
from dashboard.text.finding import finding
from dashboard.text.narrative import narrative, sector_narrative
from dashboard.text.phrases import Phrases

LOADED = load_all(CONFIG)
LANGUAGES = list(LOADED.catalogue.atlas.languages)
T = dict.fromkeys(LANGUAGES, "T")
UNSAID = {"note": None, "inferred": None}
RECORD = UNSAID | {"title": T, "summary": None}

MONTHS = "январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь|весна|лето|осень|зима"
ENGLISH_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"


class Rule(NamedTuple):
    """A pattern that must not occur. `where` are the groups of texts in which it is sought; default: all but `record`.

    label    texts of the interface and names of kinds, each after its key     story    the summary of a dossier
    caption  sentences of charts                                              figure   a figure in words
    date     a date in words                                                  page     a text of a page
    record   what editors write
    """

    number: str
    language: str
    pattern: str
    example: str
    where: str = "label story caption figure date page"


STORY = "story caption"
RULES = [
    # Russian
    Rule("R1", "ru", rf"\b(?:[Сс]|около) (?:{MONTHS})\b", "с декабрь 2023 г."),
    Rule("R2", "ru", r"(?<![\d,])(?:\d*[05-9]|\d*1\d|1) раза\b", "в 18 раза", "figure page"),
    Rule("R2", "ru", r"(?<![\d,1])[2-4] раз\b", "в 4 раз", "figure page"),
    Rule("R2", "ru", r"\b(?:около|более|менее|до) в \d", "более в 4 раза"),
    Rule("R3", "ru", r"г\.\s?\.", "по состоянию на 3 июня 2025 г.."),
    Rule("R3", "ru", r"(?<!\d)\d{1,3}\sг\.", "более 15 г.", "figure page"),
    Rule("R4", "ru", r"\d\s(?:миллион|миллиард)", "около 31 миллион долл. США"),
    Rule("R4", "ru", r"\d\s000\s000", "более 127 000 000 чел."),
    Rule("R5", "ru", r"г\.–", "январь 2023 г.–июнь 2023 г."),
    Rule("R5", "ru", r"[а-я] (\d{4})\sг\.\s?[–—]\s?[а-я]+ \1\b", "январь 2023 г. — июнь 2023 г."),
    Rule("R6", "ru", r"[Пп]роект\S* — (\d+)\b[^.]*; \1 ", "Проектов — 5; 5 согласованы", STORY),
    Rule("R6", "ru", r"\b(\d+) проект[^.]*из них \1\b", "5 проектов; из них 5 пока на стадии идеи", STORY),
    Rule("R7", "ru", r"последн\S+(?::| —) (?!«)", "последнее: Переговоры делегации", STORY),
    Rule("R7", "ru", r":[^.;]*:", "из них: 3 согласованы, последний: План", "story"),
    Rule("R8", "ru", r"завершены, \d", "7 реализуются, действуют или завершены, 2 согласованы"),
    Rule("R9", "ru", r"(?s)(?:атлас.*){3}", "В атласе 5 проектов. В атласе одно событие. В атласе", "story"),
    Rule("R10", "ru", r"регион\S*-партнёр", "в атласе 1 регион-партнёр"),
    Rule("R11", "ru", r"в рамках «|«[^»]*«", "в рамках «План «Чистая вода»»"),
    Rule("R12", "ru", r"[Сс]вяз\S+ ниже", "Связи ниже уровнем"),
    Rule("R13", "ru", r"[Бб]лизост|близкие пары", "Самые близкие пары"),
    Rule("R14", "ru", r"Лицом к лицу|На местности", "На местности"),
    Rule("R15", "ru", r"[Нн]ынешн", "При нынешних фильтрах"),
    Rule("R16", "ru", r"источник (?:прямо )?(?:не )?(?:говор|назыв|счита)", "чего источник прямо не говорит"),
    Rule("R16", "ru", r"(?i:источник|глава|книга) (?:говор|назыв|пиш|относ)|ет статья", "книга говорит", "record"),
    Rule("R17", "ru", r"подписывает", "БГУ подписывает меморандум", "record"),
    Rule("R18", "ru", r"[а-яё]—|—[а-яё]|[а-яё] – ", "январь—май", "record"),
    Rule("R20", "ru", r"\b(?:ОАО|ООО|ЗАО|ПУП)\b", "ОАО «Могилёвский мясокомбинат»", "record"),
    Rule("ru", "ru", r"партнер|трехлет|экспортер|в этом году(?!»)", "Основной импорт в этом году", "record"),
    Rule("R22", "ru", r"[(,] ?[А-ЯЁ][а-яё]+ — \d+[,)]", "(Побратимы — 6, Соглашение — 10)", "caption"),
    Rule("R22", "ru", r"расходится", "Из отраслей сильнее всего расходится «Медицина»"),
    Rule("R23", "ru", r"с участием:", "с участием: БГУ"),
    Rule("R24", "ru", r"(?:весна|лето|осень|зима) \d{4}(?!\sг)", "лето 2024"),
    Rule("R24", "ru", r"\bс \d{4}(?!\d|\sг)|\d{4}–\d{4}(?!\d|\sгг)", "с 2007", "date story page"),
    Rule("B2", "ru", r"Торговая палата", "Торговая палата"),
    Rule("ru", "ru", r"\"|(?<=\w)'(?=\w)| - |[а-яё] –|– [а-яё]", "ГрГУ – университет"),
    Rule("ru", "ru", r"Подлинное располож|[Вв]ыведен|Насколько обоснована|лупа над таблицей ищет", "выведено"),
    # Chinese
    Rule("Z1", "zh", r"\d个[^，；。]*和\d+个", "9个处于设想或洽谈阶段和7个已商定"),
    Rule("Z2", "zh", r"记录有一|记录有\d", "记录有一个项目"),
    Rule("Z3", "zh", r"下级联系", "下级联系"),
    Rule("Z4", "zh", r"事件", "记录有5个事件"),
    Rule("Z5", "zh", r"增长[^。，\n]*倍", "增长倍数：近2倍"),
    Rule("Z7", "zh", r"友好地区|友好省州(?!（城市）)", "结为友好地区"),
    Rule("Z8", "zh", r"地区以下", "仅在地区以下层面有联系"),
    Rule("Z9", "zh", r"签署首份协议", "于2023年3月签署首份协议"),
    Rule("Z10", "zh", r"[年月日\d]\s?–", "2023年1月–2023年6月"),
    Rule("Z10", "zh", r"(\d{4})年\d+月—\1年|年—\d{4}年$", "2023年1月—2023年6月", "date"),
    Rule("Z11", "zh", r" — ", "明斯克州 — 重庆"),
    Rule("Z12", "zh", r"明斯克(?![州市（])", "友好地区：明斯克州。其他：明斯克。", "story"),
    Rule("Z13", "zh", r"、[^、。，；]+和[^、。，；]+与", "教育、科学和投资与园区", STORY),
    Rule("Z14", "zh", r"\d,\d{3}|(?<!\d)\d{5,}(?!\d)", "867,500美元", "figure story caption"),
    Rule("Z15", "zh", r"[约近]每", "约每月10000吨"),
    Rule("Z16", "zh", r"indicators: 数据", "panel.indicators: 数据", "label"),
    Rule("Z17", "zh", r"配对", "关系最密切的配对"),
    Rule("Z19", "zh", r"属于《", "属于《布列斯特与合肥》"),
    Rule("Z20", "zh", r"谅解备忘录", "谅解备忘录", "label"),
    Rule("Z23", "zh", r"在此(?!处)", "10个在此没有任何联系"),
    Rule("Z24", "zh", r"区县", "别廖扎区（布列斯特州，区县）"),
    Rule("Z26", "zh", r"当场签署|第[一二]端|按哪国", "当场签署"),
    Rule("Z26", "zh", r"partnership: 合作伙伴", "links.partnership: 合作伙伴", "label"),
    Rule("B2", "zh", r"chamber: 商会", "organisation_kinds.chamber: 商会", "label"),
    Rule("zh", "zh", r"无日期|没有日期", "3条无日期"),
    Rule("zh", "zh", r"出处|来源", "每条记录均注明出处"),
    Rule("zh", "zh", r"[一-鿿][,;!?]|[,;!?][一-鿿]|\"", "参与方：青岛科技大学, 软控"),
    Rule("zh", "zh", r"（[^（）]*（|）（", "（友好省州（城市）6对）", "figure story caption date page"),
    Rule("zh", "zh", r"往来记录|机构往来|接触", "与中国3个地区有往来记录"),
    Rule("zh", "zh", r"(?:个|均)推进中", "均推进中或已完成", STORY),
    # English
    Rule("E1", "en", r"\bin [^:;.]*, (?!and )(?:(?! and )[^,:;.])+[:.]", "in health, parks and zones, trade:", "story"),
    Rule("E1", "en", r"\b[a-z]+ and [a-z ]+ and [a-z]", "in trade and parks and zones.", "story"),
    Rule("E2", "en", r"(?:^|[.!?] )\d[\d,]* [a-z]", "4 projects are on record", STORY),
    Rule("E2", "en", r"\b(\d+) projects?\b[^.]*: \1 (?:is|are)\b", "4 projects: 4 are ideas", STORY),
    Rule("E2", "en", r"(?<![\d$.,–])\b[1-9] (?:projects|events|regions|of|is|are)\b", "2 are ideas", "story"),
    Rule("E3", "en", r"linked by agreements|has agreements with", "linked by agreements since 2016"),
    Rule("E4", "en", r"above all|stands here|ties with \d+ regions? of \w+ on record", "above all in trade"),
    Rule("E4", "en", r"say since when|are tied below", "the sources do not say since when"),
    Rule("E8", "en", rf"(?:{ENGLISH_MONTHS}) (\d{{4}}) ?– ?(?:{ENGLISH_MONTHS}) \1", "January 2023–June 2023"),
    Rule("E9", "en", r"×|\byr\b", "almost ×4"),
    Rule("E11", "en", r"—", "Minsk Region — Chongqing"),
    Rule("E12", "en", r"\b(?:[Ww]orked out|prints|tells)\b", "Worked out, not stated"),
    Rule("E10", "en", r"—|\"|(?<=\w)'(?=\w)|\d %|\d thousand|this year(?!”)", "10 thousand tonnes", "record"),
    Rule("E12", "en", r"\b(?:worked out,|prints|tells|told|sits)\b", "the turnover told beside it", "record"),
    Rule("E13", "en", r"\b(?:FEZ|BUCE|NDRC|MIIT)\b", "FEZ Gomel-Raton", "record"),
    Rule("E16", "en", r"humanitarian|point of contact|growth point|specialit|industry park", "specialities", "record"),
    Rule("E16", "en", r"\blumber\b|[Mm]achine[- ]build|\bholdings?\b", "machine building", "record"),
    Rule("R9", "en", r"(?s)(?:(?:on record|recorded|in the atlas).*){3}", "on record, recorded, on record", "story"),
    Rule("en", "en", r"[Ww]hite spot|Closeness|Facing|Colour of arcs|True places|(?:First|Second) end", "Facing"),
    Rule("en", "en", r"[Tt]ies below|[Hh]ow well founded|tied to whom|: .*\barcs?\b", "Ties below", "label"),
    Rule("en", "en", r"\"|'s\b|[a-z] - [a-z]", "the region's \"plan\""),
    Rule("en", "en", r"\b1 (?:people|vehicles|years|records|projects)\b", "1 people", "figure story caption page"),
]  # fmt: skip


@cache
def texts(language: str) -> dict[str, tuple[str, ...]]:
    """All that the atlas says in a language, by group."""
    plain, t = LOADED.catalogue, LOADED.translators[language]
    catalogue = replace(
        plain,
        pairs={key: _neutral(pair) for key, pair in plain.pairs.items()},
        places={key: place.model_copy(update=UNSAID) for key, place in plain.places.items()},
        organisations={key: body.model_copy(update=UNSAID | {"names": T}) for key, body in plain.organisations.items()},
        sources={key: _unsaid(source) for key, source in plain.sources.items()},
    )
    words, view = Phrases(catalogue, t), select(catalogue, Filter())
    found = {key: dossier_of(view, key) for key in (*catalogue.pairs, *catalogue.units, *catalogue.places)}
    sectors = [sector_of(view, key) for key in catalogue.sectors]
    space = "" if language == "zh" else " "
    records = [row.record for row in view.rows]
    amounts = [amount for record in records for amount in getattr(record, "amounts", [record])]
    fields = ("date", "period", "signed", "valid")
    dates = [date for record in records for name in fields if isinstance(date := getattr(record, name, None), Edtf)]
    return {
        "record": tuple(_written(plain, language)),
        "label": tuple(_labels(t.words, "")) + tuple(_names(catalogue.kinds.model_dump(), language)),
        "story": (
            *(space.join(narrative(dossier, words)) for dossier in found.values()),
            *(space.join(sector_narrative(sector, words)) for sector in sectors),
        ),
        "caption": tuple(filter(None, (*_captions(view, words), *_told_in_stories(Phrases(plain, t))))),
        "figure": tuple(words.figure(amount) for amount in amounts if hasattr(amount, "value")),
        "date": tuple(t.date(date) for date in dates),
        "page": tuple(
            _plain(html)
            for html in (
                *(dossier_page_html(view, dossier, words, str, str) for dossier in found.values()),
                *(sector_page_html(sector, words, str, str) for sector in sectors),
                about_html(catalogue, words),
                *(_insights(view, code, words) for code in catalogue.atlas.countries),
                *(_comparison(view, keys, words) for keys in pairwise(catalogue.pairs)),
            )
        ),
    }


def _insights(view: Any, country: str, words: Phrases) -> str:
    return insights_html(view, country, words, here="", dossier=str, download=lambda _: "")


def _comparison(view: Any, keys: tuple[str, str], words: Phrases) -> str:
    return compare_html(comparison_of(view, keys), keys, "pair", words)


def _neutral(pair: Any) -> Any:
    """The pair with "T" for every title, and without the texts that editors write."""
    lists = ("agreements", "links", "projects", "indicators", "events")
    return replace(
        pair, **{name: tuple(each.model_copy(update=RECORD) for each in getattr(pair, name)) for name in lists}
    )


def _unsaid(source: Any) -> Any:
    """The source without the texts that editors write; a publisher has one name, or one in each language."""
    publisher = T if isinstance(source.publisher, dict) else "T"
    return source.model_copy(update=UNSAID | {"about": T, "title": None, "author": None, "publisher": publisher})


def _written(catalogue: Catalogue, language: str) -> Iterator[str]:
    """What editors write, without the aliases, which keep the words of the sources."""
    records = [record for pair in catalogue.pairs.values() for _, record in pair.records()]
    for entry in (*records, *catalogue.sources.values(), *catalogue.organisations.values(), *catalogue.places.values()):
        for name in ("title", "about", "names", "summary", "note", "inferred"):
            if isinstance(text := getattr(entry, name, None), dict):
                yield text[language]


def _labels(value: Any, key: str) -> Iterator[str]:
    """Texts of the interface, each as "key: text"."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _labels(inner, f"{key}.{name}".strip("."))
    else:
        yield f"{key}: {value}"


def _names(kinds: dict[str, Any], language: str) -> Iterator[str]:
    """Names of kinds, each as "vocabulary.key: name"."""
    for vocabulary, entries in kinds.items():
        for key, entry in entries.items():
            yield f"{vocabulary}.{key}: {entry['names'][language]}"


def _captions(view: Any, words: Phrases) -> Iterator[str | None]:
    catalogue = view.catalogue
    yield from captions.matrix_caption(view, words)
    yield captions.units_without_pairs(view, words)
    yield from captions.sector_stages_caption(view, words)
    yield from captions.years_caption(view, words)
    yield from captions.outcomes_caption(harvest_of(view), words)
    yield from finding(view, words)
    for country in catalogue.atlas.countries:
        gaps = metrics.find_gaps(view, country)
        yield from captions.sectors_caption(view, country, words)
        yield from captions.stages_caption(view, country, words)
        yield from captions.gaps_caption(gaps, words)
        yield captions.units_without_ties(country, gaps, words)
        yield captions.sectors_without_projects(gaps, words)
    for keys in pairwise(catalogue.pairs):
        yield from captions.difference_caption(comparison_of(view, keys), words)


def _told_in_stories(words: Phrases) -> Iterator[str]:
    """Notes of all steps; captions are headlines, in which a number may come first."""
    for story in words.catalogue.stories.values():
        for subject in subjects(words.catalogue) if story.variable else [None]:
            yield from (step.notes for step in rendered(story, words, subject))


def _plain(html: str) -> str:
    """The text of a page, element by element."""
    return re.sub(r"\s*<[^>]*>\s*", "\n", html)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.number}-{rule.example}")
def test_a_mistake_does_not_come_back(rule: Rule) -> None:
    assert re.search(rule.pattern, rule.example), "the pattern does not find its own example"
    said = [text for group in rule.where.split() for text in texts(rule.language)[group]]
    found = [(match.group(), text[:200]) for text in said if (match := re.search(rule.pattern, text))]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_something_to_read(language: str) -> None:
    """The tests above would pass without a text."""
    assert all(texts(language).values())
    assert len(texts(language)["story"]) == len(LOADED.catalogue.keys) + len(LOADED.catalogue.sectors)


def unnamed(names: list[list[str]], text: str) -> list[list[str]]:
    """Of things that each have one name or several, those of which a text has none; endings may differ."""
    return [each for each in names if not any(name.lower()[:-1] in text.lower() for name in each)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_definition_that_lists_kinds_lists_all_of_them(language: str) -> None:
    t = LOADED.translators[language]
    sources = [[t.name(kind)] for kind in LOADED.catalogue.kinds.source_kinds.values()]
    records = [[t.find(f"terms.{name}.{form}") or "-" for form in ("name", "short")] for name in RECORD_TYPES]
    assert unnamed(sources, t("terms.sources.says")) == []
    assert unnamed(records, t("terms.records.says")) == []
    assert unnamed([["Podcast"]], t("terms.sources.says")) == [["Podcast"]]


@pytest.mark.parametrize(
    ("language", "meeting", "intent", "partner"),
    [("en", "[Mm]eeting|met", "statements? of intent", "partner"), ("ru", "[Вв]стреч", "протокол.? о намер", "партнёр"),
     ("zh", "会晤", "意向书", "列为.*伙伴")],
)  # fmt: skip
def test_what_contacts_are_is_told_alike_wherever_it_is_told(
    language: str, meeting: str, intent: str, partner: str
) -> None:
    t = LOADED.translators[language]
    level, definition = t("stage.levels.contacts"), t("terms.contacts.says")
    row = about_html(LOADED.catalogue, Phrases(LOADED.catalogue, t)).split(level)[1].split("</dd>")[0]
    for said in (level, definition, row):
        assert re.search(meeting, said)
    for said in (level, definition):
        assert re.search(intent, said)
        assert re.search(partner, said)
