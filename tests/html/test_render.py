"""The HTML of dossiers: short in the panel, complete on the page, without repetition, fit for screen readers."""

import re
from html.parser import HTMLParser

import pytest
from markupsafe import escape

from dashboard.catalogue.comparison import comparison_of
from dashboard.catalogue.dossier import dossier_of
from dashboard.catalogue.filtering import Filter, select
from dashboard.catalogue.load import load
from dashboard.catalogue.metrics import find_gaps
from dashboard.catalogue.model import Catalogue
from dashboard.html.render import (
    NavLink,
    Switch,
    choose_html,
    compare_html,
    dossier_html,
    dossier_page_html,
    gaps_html,
    head_html,
    row_link_html,
    welcome_html,
)
from dashboard.loading import CONFIG, load_all
from dashboard.text.phrases import Phrases

LOADED = load_all(CONFIG)
CATALOGUE = LOADED.catalogue
LANGUAGES = list(CATALOGUE.atlas.languages)
FULLEST = "BY-MI_CN-CQ"
WORDS = Phrases(CATALOGUE, LOADED.translators["en"])
WHOLE = select(CATALOGUE, Filter())
GAPS = find_gaps(WHOLE, "BY")
TWO_PAIRS = comparison_of(WHOLE, (FULLEST, "BY-HM_CN-BJ"))
MOST_BYTES = {True: 26_000, False: 43_000}
"""Limits for the panel: of a pair of regions, and of a pair with a whole country."""


def made(
    key: str, language: str = "en", wanted: Filter | None = None, catalogue: Catalogue = CATALOGUE
) -> tuple[str, str]:
    """The panel and the page."""
    view, words = select(catalogue, wanted or Filter()), Phrases(catalogue, LOADED.translators[language])
    found = dossier_of(view, key)
    page = dossier_page_html(view, found, words, "light", lambda other: f"dossier?selected={other}")
    return str(dossier_html(found, words, "light", f"dossier?selected={key}")), str(page)


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


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", CATALOGUE.pairs)
def test_the_panel_of_a_pair_stays_small(key: str, language: str) -> None:
    assert len(made(key, language)[0].encode()) <= MOST_BYTES[CATALOGUE.pairs[key].regional]


def test_no_line_begins_with_a_dash() -> None:
    for language in LANGUAGES:
        panel, page = made("BY_CN", language)
        assert not re.search(" [–—] ", panel + page)


@pytest.mark.parametrize("key", [FULLEST, "BY-HM", "minsk", "BY-VI_CN-SD", "BY_CN", "BY-MA_CN-HA"])
def test_headings_ids_and_anchors_are_in_order(key: str) -> None:
    for html in made(key):
        found = Outline(html)
        assert found.open == []
        assert found.levels[0] == 2
        assert all(later - earlier <= 1 for earlier, later in zip(found.levels, found.levels[1:], strict=False))
        assert len(found.ids) == len(set(found.ids))
        assert set(found.targets) <= set(found.ids), set(found.targets) - set(found.ids)


def test_only_parts_that_hold_something_have_a_tab() -> None:
    def tabs(key: str) -> list[str]:
        return re.findall(r'id="tab-(\w+)"', made(key)[0])

    assert tabs("BY-BR_CN-HB") == ["agreements", "sources"]
    assert tabs("BY-VI") == ["partners", "projects", "agreements", "links", "indicators", "events", "sources"]
    empty = made("BY-BR_CN-HB", wanted=Filter(text="zeppelin"))[0]
    assert 'role="tab"' not in empty
    assert "Nothing here matches the current filters." in empty


def test_the_page_has_every_record_and_the_panel_says_how_many_more() -> None:
    panel, page = made(FULLEST)
    for _, record in CATALOGUE.pairs[FULLEST].records():
        assert str(escape(record.title["en"])) in page.replace("\N{NO-BREAK SPACE}", " ")
    ideas = sum(project.status == "idea" for project in CATALOGUE.pairs[FULLEST].projects)
    assert ideas > 2
    assert f"{ideas - 2} more →" in panel


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
        assert 'class="line"' in twinned
        assert 'class="badge lead dashed"' in institutions
        assert 'class="line dashed"' in institutions


def test_ties_of_institutions_are_dashed_among_the_closest_pairs_too() -> None:
    view = select(CATALOGUE, Filter(closeness=frozenset({"institutions"})))
    html = welcome_html(view, WORDS, "light")
    assert html.count('class="line dashed"') == html.count("<li>") == 8
    assert 'class="line"' not in html


def test_links_to_the_page_name_it_and_keep_their_part() -> None:
    panel, _ = made(FULLEST)
    opening = f'data-open="dossier" data-select="{FULLEST}"'
    assert f'<a class="open" href="dossier?selected={FULLEST}" {opening}>' in panel
    assert f'<a class="more" href="dossier?selected={FULLEST}#sources" {opening}>' in panel
    row = row_link_html("chongqing", "dossier?selected=chongqing#a/b", WORDS)
    assert '<a class="open" href="dossier?selected=chongqing#a/b" data-open="dossier" data-select="chongqing">' in row
    assert "<a" not in row_link_html("", "", WORDS)


@pytest.mark.parametrize("html", [gaps_html(GAPS, WORDS, "light"), compare_html(TWO_PAIRS, WORDS, "light")])
def test_what_is_picked_on_a_page_without_a_map_opens_on_the_map(html: str) -> None:
    buttons = re.findall(r"<button[^>]*data-select[^>]*>", html)
    assert len(buttons) > 1
    assert all('data-open="explore"' in button for button in buttons)


def test_the_head_marks_the_open_page_and_the_chosen_values() -> None:
    links = [NavLink("explore", "explore?lang=ru", "Map", True), NavLink("data", "data?lang=ru", "A & B", False)]
    switch = Switch("language", "Language", {"en": "English", "ru": "Русский"}, "ru")
    html = head_html(links, [switch], LOADED.translators["ru"])
    assert Outline(html).open == []
    assert re.findall(r"<section[^>]*>", html) == ['<section class="head" lang="ru" data-key="head" data-kind="head">']
    assert re.findall(r"<a [^>]*>[^<]*", html) == [
        '<a href="explore?lang=ru" data-page="explore" aria-current="page">Map',
        '<a href="data?lang=ru" data-page="data">A &amp; B',
    ]
    assert '<div role="radiogroup" aria-label="Language">' in html
    assert [" ".join(found.split()) for found in re.findall(r"<button [^>]*>[^<]*", html)] == [
        '<button role="radio" aria-checked="false" tabindex="-1" data-set="language" data-value="en">English',
        '<button role="radio" aria-checked="true" tabindex="0" data-set="language" data-value="ru">Русский',
    ]


def test_what_the_filter_leaves_out_is_said() -> None:
    panel, page = made(FULLEST, wanted=Filter(text="zeppelin"))
    number = sum(1 for _ in CATALOGUE.pairs[FULLEST].records())
    for html in (panel, page):
        assert f"{number} more records outside the filters" in html
    assert "<article" not in page


def test_texts_of_the_table_are_never_taken_for_html(config, edit) -> None:
    edit("relations/XA-N_XB-E.yaml", "{en: A clinic, fr: Une clinique}", "{en: '<img src=x onerror=alert(1)>', fr: x}")
    catalogue = load(config)
    view = select(catalogue, Filter())
    words = Phrases(catalogue, LOADED.translators["en"])
    html = dossier_page_html(view, dossier_of(view, "XA-N_XB-E"), words, "light", str)
    assert "<img" not in html
    assert "&lt;img" in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_selection_every_pair_and_unit_with_a_record_can_be_chosen(language: str) -> None:
    words = Phrases(CATALOGUE, LOADED.translators[language])
    html = choose_html(select(CATALOGUE, Filter()), words, "light", lambda key: f"dossier?selected={key}")
    offered = re.findall(r'data-select="([^"]+)"', html)
    sides = {side for pair in CATALOGUE.pairs.values() for side in pair.sides}
    assert sorted(offered) == sorted([*CATALOGUE.pairs, *(sides & set(CATALOGUE.units))])
    assert Outline(html).open == []
