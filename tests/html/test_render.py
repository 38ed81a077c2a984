"""The HTML of dossiers, in the panel and on the page: complete, without repetition, fit for screen readers."""

import re
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest
from markupsafe import escape

from dashboard.catalogue.comparison import comparison_of
from dashboard.catalogue.dossier import dossier_of
from dashboard.catalogue.filtering import Filter, select
from dashboard.catalogue.load import load
from dashboard.catalogue.problems import Problem
from dashboard.catalogue.sector import sector_of
from dashboard.html import context
from dashboard.html.figures import compare_html, insights_html
from dashboard.html.render import (
    about_html,
    choose_html,
    dossier_page_html,
    panel_html,
    problems_html,
    records_html,
    sector_page_html,
    sectors_html,
    sources_html,
)
from dashboard.loading import CONFIG, load_all
from dashboard.text.phrases import Phrases

LOADED = load_all(CONFIG)
CATALOGUE = LOADED.catalogue
LANGUAGES = list(CATALOGUE.atlas.languages)
FULLEST = "BY-MI_CN-CQ"
WORDS = Phrases(CATALOGUE, LOADED.translators["en"])
WHOLE = select(CATALOGUE, Filter())
PAIRS = (FULLEST, "BY-HM_CN-BJ")
TWO_PAIRS = comparison_of(WHOLE, PAIRS)


def made(key: str, language: str = "en") -> tuple[str, str]:
    """The panel, filled as the browser does it, and the page."""
    words = Phrases(CATALOGUE, LOADED.translators[language])
    panel = panel_html(WHOLE, key, words, f"dossier?selected={key}")
    filled = re.sub(r'<i data-record="(\d+)"></i>', lambda slot: rendered(language)[int(slot[1])], panel)
    sources = sources_html(WHOLE, CATALOGUE.sources, words)
    filled = re.sub(r'<i data-source="(\d+)"></i>', lambda slot: str(sources[int(slot[1]) - 1]), filled)
    return filled, str(dossier_page_html(WHOLE, dossier_of(WHOLE, key), words, linked, to_sector))


@cache
def rendered(language: str) -> list[str]:
    """Every record of the table."""
    return [
        str(html)
        for html in records_html(WHOLE, CATALOGUE.rows, Phrases(CATALOGUE, LOADED.translators[language]), to_sector)
    ]


def linked(key: str) -> str:
    return f"dossier?selected={key}"


def to_sector(key: str) -> str:
    return f"sectors?sectors={key}"


def sector_page(key: str, language: str = "en", **asked: Any) -> str:
    view = select(CATALOGUE, Filter(sectors=frozenset({key}), **asked))
    words = Phrases(CATALOGUE, LOADED.translators[language])
    return str(sector_page_html(sector_of(view, key), words, linked, to_sector))


class Outline(HTMLParser):
    """Heading levels, ids, targets of anchors, and elements left open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.levels, self.ids, self.targets, self.open = [], [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if re.fullmatch(r"h\d", tag):
            self.levels.append(int(tag[1]))
        if "id" in given:
            self.ids.append(given["id"])
        href = given.get("href") or ""
        self.targets += [href[1:]] if href.startswith("#") else []
        self.targets += [given[name] for name in ("aria-controls", "aria-labelledby") if name in given]
        if tag not in ("br", "img", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_no_line_begins_with_a_dash() -> None:
    for language in LANGUAGES:
        panel, page = made("BY_CN", language)
        assert not re.search(" [–—] ", panel + page)


@pytest.mark.parametrize("key", [FULLEST, "BY-HM", "minsk", "BY-VI_CN-SD", "BY_CN", "BY-MA_CN-HA"])
def test_headings_ids_and_anchors_are_in_order(key: str) -> None:
    for html, first in zip(made(key), (2, 1), strict=True):  # a panel stands on the page of the map, which has a title
        found = Outline(html)
        assert found.open == []
        assert found.levels[0] == first
        assert all(later - earlier <= 1 for earlier, later in zip(found.levels, found.levels[1:], strict=False))
        assert len(found.ids) == len(set(found.ids))
        assert set(found.targets) <= set(found.ids), set(found.targets) - set(found.ids)


def slots(key: str) -> list[int]:
    return [int(found) for found in re.findall(r'<i data-record="(\d+)"></i>', panel_html(WHOLE, key, WORDS, ""))]


def test_every_record_is_rendered_once_under_its_number() -> None:
    for number, (row, html) in enumerate(zip(CATALOGUE.rows, rendered("en"), strict=True)):
        assert re.findall(r'data-record="(\d+)"', html) == [str(number)]
        assert html.count("<article") == 1
        assert str(escape(row.record.title["en"])) in html.replace("\N{NO-BREAK SPACE}", " ")
        assert f'data-select="{row.pair.key}"' in html, "every record leads to its pair"


@pytest.mark.parametrize("key", CATALOGUE.pairs)
def test_a_panel_has_a_slot_for_each_record_of_its_pair_and_the_page_has_them_all(key: str) -> None:
    own = [number for number, row in enumerate(CATALOGUE.rows) if row.pair.key == key]
    assert sorted(slots(key)) == own
    page = made(key)[1].replace("\N{NO-BREAK SPACE}", " ")
    assert all(str(escape(CATALOGUE.rows[number].record.title["en"])) in page for number in own)


@pytest.mark.parametrize("key", CATALOGUE.units)
def test_a_panel_of_a_unit_has_a_slot_for_each_record_of_its_pairs(key: str) -> None:
    found = slots(key)
    assert len(found) == len(set(found))
    assert {number for number, row in enumerate(CATALOGUE.rows) if key in row.pair.sides} <= set(found)


def test_only_parts_that_hold_something_have_a_tab() -> None:
    def tabs(key: str) -> list[str]:
        return re.findall(r'id="tab-(\w+)"', made(key)[0])

    assert tabs("BY-BR_CN-HB") == ["agreements", "sources"]
    assert set(tabs("BY-VI")) == {"partners", "projects", "agreements", "links", "indicators", "events", "sources"}


def test_what_is_inferred_or_contradicted_is_marked_and_told_once() -> None:
    (roadmap,) = [each for each in CATALOGUE.pairs[FULLEST].agreements if each.kind == "roadmap"]
    assert roadmap.inferred
    assert roadmap.note
    for html in made(FULLEST):
        assert str(escape(roadmap.inferred["en"])) in html
        assert html.count(str(escape(roadmap.note["en"]))) == 1


def test_the_page_says_that_the_place_of_an_organisation_is_worked_out() -> None:
    key, reason = next(
        (pair.key, CATALOGUE.organisations[name].inferred["en"])
        for pair in CATALOGUE.pairs.values()
        for project in pair.projects
        for name in project.organisations
        if CATALOGUE.organisations[name].inferred
    )
    assert str(escape(reason)) in made(key)[1]


def test_ties_of_institutions_alone_look_different_from_twinning() -> None:
    for twinned, institutions in zip(made(FULLEST), made("BY-HM_CN-SN"), strict=True):
        assert 'class="badge lead"' in twinned
        assert 'class="badge lead dashed"' in institutions
    for html in made("BY-HM"):
        assert 'class="line"' in html
        assert 'class="line dashed"' in html


def test_links_to_the_page_name_it_and_keep_their_part() -> None:
    panel, _ = made(FULLEST)
    opening = f'data-open="dossier" data-select="{FULLEST}"'
    assert f'<a class="open" href="dossier?selected={FULLEST}" {opening}>' in panel


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("en", "The table has 2 problems. Visitors see its last valid version."),
        ("ru", "В таблице\N{NO-BREAK SPACE}— 2 ошибки. Посетители видят её последнее исправное состояние."),
        ("zh", "数据表有2处错误。访客看到的是最近一次正确的内容。"),
    ],
)
def test_problems_are_listed_by_file_and_line_under_a_heading_in_the_language_of_the_page(
    language: str, heading: str
) -> None:
    problems = [Problem("a.yaml", 3, "x.y", "wrong <b>"), Problem("b.yaml", 1, "", "empty")]
    html = problems_html(problems, LOADED.translators[language])
    assert f"<summary>{heading}</summary>" in html
    assert re.findall("<code>(.*?)</code>", html) == ["a.yaml:3: x.y: wrong &lt;b&gt;", "b.yaml:1: empty"]


def insights(language: str = "en", country: str = "BY", filtered: Filter | None = None) -> str:
    return insights_html(
        select(CATALOGUE, filtered or Filter()),
        country,
        Phrases(CATALOGUE, LOADED.translators[language]),
        here="insights?lang=en",
        dossier=linked,
        download=lambda lines: f"data:,{len(lines)}",
    )


def compared(language: str = "en") -> str:
    return compare_html(TWO_PAIRS, PAIRS, "pair", Phrases(CATALOGUE, LOADED.translators[language]))


@pytest.mark.parametrize("html", [insights(), compared()])
def test_what_is_picked_on_a_page_without_a_map_opens_on_the_map(html: str) -> None:
    buttons = re.findall(r"<button[^>]*data-select[^>]*>", html)
    assert len(buttons) > 1
    assert all('data-open="explore"' in button for button in buttons)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("country", CATALOGUE.atlas.countries)
def test_insights_have_a_heading_a_download_and_a_link_for_every_chart(language: str, country: str) -> None:
    html = insights(language, country)
    found = Outline(html)
    assert found.open == []
    assert found.levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in zip(found.levels, found.levels[1:], strict=False))
    assert len(found.ids) == len(set(found.ids))
    assert set(found.targets) <= set(found.ids)
    charts = ["matrix", "by_sector", "sectors", "stages", "years", "outcomes", "gaps"]
    assert sorted(re.findall(r'<section class="chart[^>]* id="(\w+)"', html)) == sorted(charts)
    assert sorted(re.findall(r'download="(\w+)\.csv"', html)) == sorted(charts)
    assert sorted(re.findall(r'href="insights\?lang=en#(\w+)" data-act="link"', html)) == sorted(charts)


def test_a_file_of_a_filtered_chart_says_so_in_its_name() -> None:
    assert 'download="matrix-filtered.csv"' in insights(filtered=Filter(sectors=frozenset({"medicine"})))


def test_a_square_says_its_pair_closeness_and_number() -> None:
    html = re.sub(r"\s+", " ", insights())
    label = "Minsk Region – Chongqing: Twinned, 31 records"
    tone = "--tone: light-dark(#b3261e, #ff7a6b)"
    square = f'data-select="{FULLEST}" tabindex="-1" data-style="{tone}" aria-label="{label}"'
    assert square in html.replace("\N{NO-BREAK SPACE}", " ")
    assert re.search(rf'<button class="square rank-1" data-open="explore" {re.escape(square[:30])}', html)


def test_no_square_tells_its_closeness_by_colour_alone() -> None:
    ranks = set(re.findall(r'class="square (rank-\d|ring)"', insights()))
    assert ranks == {f"rank-{entry.rank}" for entry in CATALOGUE.kinds.closeness.values()}
    outside = insights(filtered=Filter(sectors=frozenset({"medicine"})))
    assert 'class="square ring"' in outside
    assert "outside the current filter, 0 records" in outside


def test_an_agreement_leads_to_its_record_in_the_dossier_of_its_pair() -> None:
    (twinning,) = [each for each in CATALOGUE.pairs[FULLEST].agreements if each.kind == "twinning"]
    href = f"dossier?selected={FULLEST}#{FULLEST}/{twinning.id}"
    assert f'<a href="{href}" data-open="dossier" data-select="{FULLEST}">' in insights()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comparison_offers_every_pair_but_the_other_one(language: str) -> None:
    html = compared(language)
    found = Outline(html)
    assert found.open == []
    assert found.levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in zip(found.levels, found.levels[1:], strict=False))
    first, second = html.split('id="compare-second"')
    offered = re.findall(r'<option value="([^"]+)"', first)
    assert sorted([*offered, PAIRS[1]]) == sorted(key for key, pair in CATALOGUE.pairs.items() if pair.regional)
    assert re.findall(r'<option value="([^"]+)" selected', first) == [PAIRS[0]]
    assert re.findall(r'<option value="([^"]+)" selected', second) == [PAIRS[1]]


def test_both_sides_of_a_comparison_are_on_one_scale() -> None:
    html = compared().split('id="stages"')[0]
    shares = {float(share): int(number) for share, number in re.findall(r"--share: ([\d.]+)\"><i></i><b>(\d+)", html)}
    most = max(shares.values())
    assert len(shares) > 2
    assert all(share == pytest.approx(number / most, abs=1e-4) for share, number in shares.items())


def test_the_page_says_what_the_filter_leaves_out() -> None:
    view = select(CATALOGUE, Filter(text="zeppelin"))
    page = dossier_page_html(view, dossier_of(view, FULLEST), WORDS, linked, to_sector)
    number = sum(1 for _ in CATALOGUE.pairs[FULLEST].records())
    assert f"{number} more records outside the filters" in page
    assert "<article" not in page


def test_a_long_dossier_shows_the_first_of_each_list_and_all_of_a_part_that_is_asked_for(monkeypatch) -> None:
    monkeypatch.setattr(context, "LONG", 1)
    monkeypatch.setattr(context, "FIRST", 1)
    found = dossier_of(WHOLE, "minsk")
    links = [row.key for _, rows in found.links for row in rows]
    assert len(links) > len(found.links)

    def shown(**asked: str) -> tuple[str, list[str]]:
        page = str(dossier_page_html(WHOLE, found, WORDS, linked, to_sector, **asked))
        ids = re.findall(r'<article id="([^"]+)"', page)
        cited, listed = re.findall(r'href="#(s\d+)"', page), re.findall(r'id="(s\d+)"', page)
        assert set(cited) == set(listed)
        return page, [key for key in ids if key in links]

    page, keys = shown()
    assert keys == [rows[0].key for _, rows in found.links]
    assert f'data-value="links">Show all {len(links)}<' in page
    last = links[-1]
    assert shown(wanted=last)[1] == [*keys[:-1], *{keys[-1]: None, last: None}]
    page, keys = shown(whole="links")
    assert keys == links
    assert 'data-value="links"' not in page


def test_texts_of_the_table_are_never_taken_for_html(config, edit) -> None:
    edit("relations/XA-N_XB-E.yaml", "{en: A clinic, fr: Une clinique}", "{en: '<img src=x onerror=alert(1)>', fr: x}")
    catalogue = load(config)
    view = select(catalogue, Filter())
    words = Phrases(catalogue, LOADED.translators["en"])
    for html in (
        dossier_page_html(view, dossier_of(view, "XA-N_XB-E"), words, str, str),
        sector_page_html(sector_of(view, "medicine"), words, str, str),
        "".join(records_html(view, view.catalogue.rows, words, str)),
    ):
        assert "<img" not in html
        assert "&lt;img" in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_selection_every_pair_and_unit_with_a_record_can_be_chosen(language: str) -> None:
    words = Phrases(CATALOGUE, LOADED.translators[language])
    html = choose_html(select(CATALOGUE, Filter()), words, linked)
    offered = re.findall(r'data-select="([^"]+)"', html)
    sides = {side for pair in CATALOGUE.pairs.values() for side in pair.sides}
    assert sorted(offered) == sorted([*CATALOGUE.pairs, *(sides & set(CATALOGUE.units))])
    assert Outline(html).open == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["medicine", "trade", "sport"])
def test_the_page_of_a_sector_holds_its_records_once_and_is_in_order(key: str, language: str) -> None:
    html = sector_page(key, language)
    found = Outline(html)
    assert found.open == []
    assert found.levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in zip(found.levels, found.levels[1:], strict=False))
    assert len(found.ids) == len(set(found.ids))
    assert set(found.targets) <= set(found.ids)
    own = {row.key for row in CATALOGUE.rows if key in row.record.sectors}
    assert {each for each in found.ids if "/" in each} == own


def test_the_page_of_a_sector_begins_with_what_operates() -> None:
    html = sector_page("medicine")
    projects = html[html.index('<section id="projects"') : html.index('<section id="agreements"')]
    groups = re.findall(r'<h4 class="group">\s*([^<]+?)\s*<span', projects)
    assert groups == ["Operating", "Under way", "Agreed", "Talks", "Idea"]


def test_the_page_of_a_sector_adds_up_the_amounts_that_agreed_projects_name() -> None:
    """Contracts of Brest Region (more than $20 million) and Chongqing (about $31 million), both agreed."""
    html = sector_page("agrifood").replace("\N{NO-BREAK SPACE}", " ")
    pattern = r"<strong>about \$51 million</strong>\s*<div>Agreed: amount in this currency stated for 2 of 6 projects"
    assert re.search(pattern, html)


def test_links_of_the_page_of_a_sector_open_dossiers_and_other_sectors() -> None:
    html = sector_page("medicine")
    links = re.findall(r"<a [^>]*data-select=\"([^\"]*)\"[^>]*>", html)
    assert FULLEST in links
    assert all("data-open=" in link for link in re.findall(r"<a [^>]*data-select[^>]*>", html))
    assert 'href="sectors?sectors=machinery" data-open="sectors" data-select="" data-sector="machinery"' in html
    own = re.findall(r'data-sector="medicine"', html)
    assert own == [], "nothing leads to this very page"


def test_a_filter_beside_the_sector_is_dropped_and_the_sector_kept() -> None:
    html = sector_page("medicine", text="zeppelin")
    n = sum("medicine" in row.record.sectors for row in CATALOGUE.rows)
    assert f"{n} more records outside the filters" in html
    assert '<button data-act="reset" data-sector="medicine">' in html
    assert "<article" not in html


def test_every_sector_can_be_chosen() -> None:
    html = str(sectors_html(WHOLE, WORDS, to_sector))
    assert sorted(re.findall(r'data-sector="([^"]+)"', html)) == sorted(CATALOGUE.sectors)
    assert Outline(html).open == []
    shown = {key: int(n) for key, n in re.findall(r'data-sector="(\w+)">.*?>(\d+) records?<', html, re.DOTALL)}
    assert shown == {key: sum(key in row.record.sectors for row in CATALOGUE.rows) for key in CATALOGUE.sectors}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_about_the_atlas_counts_the_table_and_explains_each_line(language: str) -> None:
    words = Phrases(CATALOGUE, LOADED.translators[language])
    html = str(about_html(CATALOGUE, words)).replace("\N{NO-BREAK SPACE}", " ")
    found = Outline(html)
    assert found.open == []
    assert set(found.targets) <= set(found.ids)
    assert found.levels == [1, 2, *[3] * 8]
    t = words.t
    for part in ("records", "ties", "agreements", "contacts", "links", "projects", "indicators", "events", "sources"):
        says = re.escape(str(escape(t(f"terms.{part}.says"))))
        (n,) = re.findall(rf"<dt>(\d+)</dt><dd>{says}</dd>", html)
        rows = {"records": len(CATALOGUE.rows), "sources": len(CATALOGUE.cited(row.record for row in CATALOGUE.rows))}
        ties = sum(row.record_type in ("agreements", "links", "projects") for row in CATALOGUE.rows)
        assert int(n) == (rows | {"ties": ties}).get(part, WHOLE.count(part))
    for key in CATALOGUE.kinds.closeness:
        assert str(escape(t(f"stage.levels.{key}"))) in html
    assert f">{CATALOGUE.atlas.licence.name}</a>" in html
    assert "0.1.0" in html


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Data as of 3 June 2025"), ("ru", "Данные по состоянию на 3 июня 2025 г."), ("zh", "数据截至2025年6月3日")],
)
def test_every_page_with_records_says_the_date_of_the_table_once(language: str, said: str) -> None:
    words = Phrases(CATALOGUE, LOADED.translators[language])
    pages = {
        **{
            key: dossier_page_html(WHOLE, dossier_of(WHOLE, key), words, linked, to_sector)
            for key in (FULLEST, "BY-MI")
        },
        "sector": sector_page_html(sector_of(WHOLE, "medicine"), words, linked, to_sector),
        "dossiers": choose_html(WHOLE, words, linked),
        "sectors": sectors_html(WHOLE, words, to_sector),
        "insights": insights_html(WHOLE, "BY", words, here="", dossier=linked, download=lambda _: ""),
        "compare": compare_html(TWO_PAIRS, PAIRS, "pair", words),
    }
    shown = {name: re.findall(r'<p class="as-of">(.*?)</p>', html.replace("\xa0", " ")) for name, html in pages.items()}
    assert shown == {name: [said] for name in pages}
