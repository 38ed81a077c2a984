"""What a hand-out tells of a pair, a region, a sector and the whole of the tiny atlas, counted by hand on its files.

Northland and Eastland: a memorandum of 2016 that ended in 2018, a twinning of March 2017, two links, a clinic that
operates under the twinning, an agreed depot, the idea of a ferry, a figure, a visit. Northland and Westland: a link.
Southland and Westland: a fair. Aland and Eastland: a memorandum on medicine. Aland and Bland: a link.
"""

import re
from pathlib import Path

import pytest

from dashboard.charts.palette import STAGES
from dashboard.handouts.content import content_of
from dashboard.handouts.look import COLOURS

FRONTEND = Path(__file__).parents[2] / "frontend/src"

NAMES = {
    "en": ("Agreements", "Projects", "Links", "Figures", "Events", "Sources"),
    "ru": ("Соглашения", "Проекты", "Связи", "Цифры", "События", "Источники"),
    "zh": ("协议", "项目", "联系", "指标", "活动", "资料"),
}


def told(content):
    return {name: [entry.key.split("/")[1] for entry in content.entries(name)] for name in content.counts}


def test_a_pair(ask, language):
    content = content_of(ask("XA-N_XB-E"))
    assert (content.subject, content.key, content.title) == ("pair", "XA-N_XB-E", "Northland – Eastland")
    assert (content.atlas, content.tone, content.address) == (
        "Aland and Bland",
        "#b3261e",
        "https://atlas.example/?lang=en",
    )
    assert content.counts == {"agreements": 2, "contacts": 0, "links": 2, "projects": 3, "indicators": 1, "events": 1}
    assert told(content) == {
        "agreements": ["memorandum-2016", "twinning-2017"],
        "contacts": [],
        "links": ["northport-eastham", "university-works"],
        "projects": ["clinic", "depot", "ferry"],
        "indicators": ["turnover-2022"],
        "events": ["visit-2016"],
    }
    agreements, projects, links, figures, events, sources = NAMES[language]
    assert [(figure.name, figure.value) for figure in content.figures] == [
        (agreements, "2"),
        (links, "2"),
        (projects, "3"),
        ("Operation", "1"),
        (figures, "1"),
        (events, "1"),
        (sources, "2"),
    ]
    assert [(stage.key, stage.count, stage.tone) for stage in content.stages] == [
        ("intent", 1, STAGES[0]),
        ("agreed", 1, STAGES[1]),
        ("operation", 1, STAGES[2]),
    ]
    assert [(group.name, group.count) for group in content.projects] == [("Operating", 1), ("Agreed", 1), ("Idea", 1)]
    assert (content.partners, content.conditions, content.hidden) == ((), (), "")


def test_since_when_and_as_of_when(ask, language):
    content = content_of(ask("XA-N_XB-E"))
    said = {
        "en": ("Twinned since March 2017", "first agreement November 2016", "2024"),
        "ru": ("Twinned с марта 2017 г.", "первое соглашение: ноябрь 2016 г.", "2024 г."),
        "zh": ("Twinned，自2017年3月起", "首份协议：2016年11月", "2024年"),
    }
    assert tuple(text.replace("\u00a0", " ") for text in (*content.badges, content.as_of)) == said[language]
    assert str(content.day) == "2024-01-01"


def test_agreements_stand_in_time_with_what_came_of_each(ask, language):
    memorandum, twinning = content_of(ask("XA-N_XB-E")).agreements
    assert (memorandum.year, twinning.year) == (pytest.approx(2016.83, abs=0.01), pytest.approx(2017.16, abs=0.01))
    assert (memorandum.tone, twinning.tone) == ("#c77700", "#b3261e")
    colon = "：" if language == "zh" else ": "
    assert twinning.outcome == f"Operation{colon}1"
    assert [(stage.key, stage.count) for stage in twinning.stages] == [("operation", 1)]
    assert memorandum.stages == ()
    nothing = {
        "en": "No project under it is on record.",
        "ru": "Проектов по нему не зафиксировано.",
        "zh": "未收录据此开展的项目。",
    }
    expired = {"en": "expired", "ru": "срок истёк", "zh": "已到期"}
    assert memorandum.outcome == nothing[language]
    assert memorandum.valid.endswith(f" · {expired[language]}")


def test_a_project_says_what_its_record_says(ask):
    clinic, depot, ferry = content_of(ask("XA-N_XB-E")).entries("projects")
    assert (clinic.title, clinic.kind, clinic.sectors, clinic.summary) == (
        "A clinic",
        "Operating",
        "Medicine",
        "With forty beds",
    )
    assert clinic.under.endswith("Twinning")
    assert depot.parties == "East Works"
    assert (depot.inferred, depot.note) == ("The place is worked out", "")
    assert (ferry.inferred, ferry.note, ferry.date) == ("", "The source calls it a bridge too", "")


def test_sources_are_numbered_as_they_are_first_cited(ask):
    content = content_of(ask("XA-N_XB-E"))
    assert [(source.number, source.about, source.url) for source in content.sources] == [
        (1, "On ties", "https://example.org/1"),
        (2, "On trade", ""),
    ]
    assert [entry.sources for entry in content.agreements] == [(1,), (1, 2)]
    other_way = content_of(ask(sector="logistics"), {"agreements": 0})
    assert other_way.entries("projects")[0].sources == (1,)
    assert [source.about for source in other_way.sources] == ["On trade"]


def test_what_is_inferred_of_those_who_are_named(ask):
    remarks = content_of(ask("XA-N_XB-E")).named
    assert [(remark.name, remark.inferred) for remark in remarks] == [("East Works", "The name says so")]


def test_a_region(ask):
    content = content_of(ask("XA-N"))
    assert (content.subject, content.title) == ("unit", "Northland")
    assert content.badges == ("Province · Aland",)
    assert content.counts == {"agreements": 2, "contacts": 0, "links": 3, "projects": 3, "indicators": 1, "events": 1}
    assert [(partner.name, partner.count, partner.tone) for partner in content.partners] == [
        ("Eastland", 9, "#b3261e"),
        ("Westland", 1, "#737f8c"),
    ]
    assert {entry.pair for entry in content.entries("links")} == {"Eastland", "Westland"}
    assert [figure.value for figure in content.figures if figure.key == "partners"] == ["2"]


def test_a_sector(ask):
    content = content_of(ask(sector="medicine", sectors=frozenset({"medicine"})))
    assert (content.subject, content.title, content.tone) == ("sector", "Medicine", "#a00000")
    assert content.counts == {"agreements": 2, "contacts": 0, "links": 0, "projects": 1, "indicators": 0, "events": 0}
    assert told(content)["agreements"] == ["twinning-2017", "memorandum-2023"]
    assert [(partner.name, partner.count) for partner in content.partners] == [
        ("Northland – Eastland", 2),
        ("Aland – Eastland", 1),
    ]
    assert content.conditions == (), "the sector is the subject, and no condition"


def test_the_whole_table(ask):
    content = content_of(ask())
    assert (content.subject, content.key, content.title) == ("whole", "", "Aland and Bland")
    assert content.counts == {"agreements": 3, "contacts": 0, "links": 4, "projects": 3, "indicators": 1, "events": 2}
    assert [(partner.name, partner.count) for partner in content.partners] == [("Northland – Eastland", 9)]
    assert "Northland – Eastland" in content.told, "the pair with the most records"


def test_titles_are_in_the_language_of_the_hand_out(ask):
    content = content_of(ask("XA-N_XB-E", titles="fr"))
    assert (content.title, content.atlas) == ("Nordlande – Estlande", "Alande et Blande")
    assert [entry.title for entry in content.entries("projects")] == ["Une clinique", "Un dépôt", "Un bac"]


def test_a_filter_is_told_in_words_and_leaves_records_out(ask, language):
    content = content_of(ask("XA-N_XB-E", sectors=frozenset({"medicine"})))
    names = {"en": "Sector: Medicine", "ru": "Отрасль: Medicine", "zh": "领域：Medicine"}
    hidden = {"en": "7 more records", "ru": "7 записей", "zh": "7条"}
    assert content.conditions == (names[language],)
    assert hidden[language] in content.hidden
    assert told(content)["projects"] == ["clinic"]


def test_the_foremost_are_told_if_not_all_can_be(ask):
    content = content_of(ask("XA-N_XB-E"), {"agreements": 1, "projects": 2, "events": 0})
    assert told(content)["agreements"] == ["twinning-2017"], "the closest, not the oldest"
    assert told(content)["projects"] == ["clinic", "depot"]
    assert [(group.count, len(group.entries)) for group in content.projects] == [(1, 1), (1, 1), (1, 0)]
    assert [content.left_out(name) for name in ("agreements", "projects", "links", "events")] == [1, 1, 0, 1]


def test_charts_have_a_number_for_each_category(ask):
    charts = {chart.key: chart for chart in content_of(ask("XA-N_XB-E")).charts}
    assert charts["stages"].categories == ("Intent", "Agreed", "Operation")
    assert charts["stages"].series[0].values == (1, 1, 1)
    assert dict(zip(charts["sectors"].categories, charts["sectors"].series[0].values, strict=True)) == {
        "Logistics": 4,
        "Medicine": 2,
    }
    assert charts["years"].categories == ("2016", "2017", "2018", "2019")
    assert [series.values for series in charts["years"].series] == [(1, 1, 0, 0), (0, 0, 0, 1), (1, 0, 0, 0)]
    assert charts["years"].says, "a link has no date"
    assert "turnover" not in charts, "one figure is no series"


def test_a_series_of_figures_is_a_chart_with_its_sources(ask, config, edit):
    figure = "  - id: turnover-2022\n    series: trade\n"
    edit("relations/XA-N_XB-E.yaml", "  - id: turnover-2022\n", figure)
    more = figure.replace("2022", "2023") + (
        "    measure: turnover\n    period: '2023'\n    value: 3000000000\n    currency: USD\n"
        "    of: XA-N\n    with: XB\n"
        "    title: {en: Turnover, fr: Échanges}\n    sectors: []\n    sources: [gazette-1]\n"
    )
    edit("relations/XA-N_XB-E.yaml", figure, more + figure)
    chart = content_of(ask("XA-N_XB-E", folder=config)).charts[-1]
    assert (chart.key, chart.series[0].values, chart.sources) == ("turnover", (2e9, 3e9), (1, 2))


def test_colours_are_those_of_the_page():
    style = (FRONTEND / "page/tokens.css").read_text(encoding="utf-8")
    assert dict(re.findall(r"--(ink|quiet|paper|soft|line|link): light-dark\((#\w+),", style)) == COLOURS


def test_stages_have_the_colours_of_the_page():
    style = (FRONTEND / "panel/panel.css").read_text(encoding="utf-8")
    assert tuple(re.findall(r"\.stage-\d \{ --stage: light-dark\((#\w+),", style)) == STAGES
