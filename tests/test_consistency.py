"""No page says of a pair what another page, a count or an export denies; closeness is that of the chosen years."""

import json
import re
from dataclasses import replace
from html import unescape

import pytest

from dashboard.catalogue.comparison import comparison_of
from dashboard.catalogue.dossier import dossier_of
from dashboard.catalogue.filtering import HIDE, YEARS_BY, Filter, View, select
from dashboard.catalogue.metrics import find_gaps
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.pair import RECORD_TYPES
from dashboard.charts.insights import gap_lines, matrix
from dashboard.charts.palette import rgba, shade
from dashboard.exports.extract import whole
from dashboard.exports.geojson import geojson_files
from dashboard.exports.readable import COLUMNS, readable
from dashboard.exports.tables import sheets
from dashboard.html.figures import compare_html
from dashboard.html.render import choose_html, dossier_page_html, panel_html
from dashboard.loading import CONFIG, load_all
from dashboard.map.layouts import layouts
from dashboard.map.options import MapOptions, Sheet
from dashboard.map.rows import arc_styles
from dashboard.text.phrases import Phrases

LOADED = load_all(CONFIG)
CATALOGUE, EN = LOADED.catalogue, LOADED.translators["en"]
WORDS, KINDS, WHOLE = Phrases(CATALOGUE, EN), CATALOGUE.kinds, select(CATALOGUE, Filter())
REGIONAL = [key for key, pair in CATALOGUE.pairs.items() if pair.regional]
MAP = MapOptions((Sheet(layouts(CATALOGUE, "facing")[0]),))
HIDDEN = frozenset({HIDE})
YEARS = (2001, 2004, 2010, 2016, 2019, 2022, 2024)


def close_enough(closeness: str | None, counts: dict[str, int]) -> bool:
    """Tell whether a closeness and the numbers of records beside it can both be true."""
    agreements, contacts, links, projects = (counts[name] for name in ("agreements", "contacts", "links", "projects"))
    if closeness in KINDS.agreed:
        return agreements > 0
    if closeness == KINDS.met:
        return agreements == 0 and contacts + counts["events"] > 0
    if closeness == KINDS.below:
        return agreements == contacts == 0 and links > 0
    if closeness == KINDS.unlinked:
        return agreements == contacts == links == 0 and projects > 0
    return agreements == contacts == links == projects == 0


def named(closeness: str | None) -> str:
    return EN.name(KINDS.closeness[closeness]) if closeness else EN("terms.badge.nothing")


def badge(html: str) -> str:
    """The first badge of a page; in a panel it is the one that holds while no years are chosen."""
    return unescape(re.search(r'<span class="badge lead[^>]*>\s*(.*?)\s*</span>', html, re.DOTALL)[1])


def panel(key: str) -> str:
    return str(panel_html(WHOLE, key, WORDS, ""))


def page(view: View, key: str) -> str:
    return str(dossier_page_html(view, dossier_of(view, key), WORDS, str, str))


def numbers(html: str, pattern: str) -> dict[str, int]:
    """Numbers behind the name of each type of record, found by a pattern with NAME and a group for the number."""
    found = {}
    for name in RECORD_TYPES:
        names = "|".join(re.escape(text) for text in (EN(f"terms.{name}.name"), EN.find(f"terms.{name}.short")) if text)
        number = re.search(pattern.replace("NAME", f"(?:{names})"), html, re.DOTALL)
        found[name] = int(number[1]) if number else 0
    return found


@pytest.mark.parametrize("key", REGIONAL)
def test_badge_and_counts_agree_in_the_panel_and_on_the_page(key: str) -> None:
    found = dossier_of(WHOLE, key)
    assert close_enough(found.closeness, found.counts)
    for html in (panel(key), page(WHOLE, key)):
        assert badge(html).startswith(named(found.closeness))
    assert numbers(panel(key), r'data-tab="\w+"[^>]*>NAME\s*<span class="n"[^>]*>(\d+)<') == found.counts
    assert numbers(page(WHOLE, key), r'<a href="#\w+">\s*NAME\s*<span class="n"[^>]*>(\d+)<') == found.counts


def test_a_letter_of_intent_and_a_naming_are_no_agreements() -> None:
    found = dossier_of(WHOLE, "BY-MA_CN-HN")
    assert (found.closeness, found.counts["agreements"], found.counts["contacts"]) == ("contacts", 0, 1)
    heilongjiang = dossier_of(WHOLE, "BY-VI_CN-HL")
    assert heilongjiang.closeness == "twinned"
    assert {row.record.kind for row in heilongjiang.agreements} == {"twinning", "cooperation_agreement", "programme"}
    assert not {"named_partner", "letter_of_intent"} & {
        row.record.kind for row in CATALOGUE.rows if row.record_type == "agreements"
    }


@pytest.mark.parametrize("key", REGIONAL)
def test_comparison_says_the_same(key: str) -> None:
    other = next(name for name in REGIONAL if name != key)
    found = comparison_of(WHOLE, (key, other))
    html = compare_html(found, (key, other), "pair", WORDS)
    assert badge(html).startswith(named(found.dossiers[0].closeness))
    shown = numbers(html, r'<th scope="row" title="[^"]*">NAME</th>\s*<td>.*?<b>(\d+)<')
    assert shown == dossier_of(WHOLE, key).counts
    assert close_enough(found.dossiers[0].closeness, shown)


def test_insights_say_the_same() -> None:
    chart = matrix(WHOLE, WORDS)
    counted = {(a, b): (how, number) for a, b, how, number in chart.lines[1:]}
    drawn = {chart.pairs[place]: number for place, number in chart.grid.numbers.items()}
    for key in REGIONAL:
        how, number = counted[tuple(map(WORDS.name, CATALOGUE.pairs[key].sides))]
        assert how.removesuffix(", date not known") == named(CATALOGUE.pairs[key].closeness)
        assert number == drawn[key] == sum(dossier_of(WHOLE, key).counts.values())
    gaps = find_gaps(WHOLE, "BY")
    told = gap_lines(gaps, WORDS)
    for pair in gaps.on_paper:
        counts = dossier_of(WHOLE, pair.key).counts
        assert counts["agreements"] > 0
        assert not any(counts[name] for name in ("links", "projects", "indicators", "events"))
        assert (EN("insights.gaps.paper"), WORDS.title(pair.key), "") in told
    for country, units in gaps.without_ties.items():
        for unit in units:
            counts = dossier_of(WHOLE, unit).counts
            assert counts["agreements"] + counts["links"] + counts["projects"] == 0, (country, unit)


def test_lists_of_pairs_say_the_same() -> None:
    assert EN("terms.badge.nothing") not in choose_html(WHOLE, WORDS, str)
    row = r'data-select="([^"]+)"[^>]*>\s*<i[^>]*></i><span>[^<]*</span><em>([^<]*)</em>'
    for unit in CATALOGUE.units:
        for key, how in re.findall(row, panel(unit)):
            if key in REGIONAL:
                assert how.removesuffix(", date not known") == named(CATALOGUE.pairs[key].closeness)
    assert len(re.findall(row, panel("BY-MI"))) == sum("BY-MI" in pair.sides for pair in CATALOGUE.pairs.values())


def test_data_and_exports_say_the_same() -> None:
    shown = [dict(zip(COLUMNS["pairs"], cells, strict=True)) for cells in readable(WHOLE, "pairs", WORDS).rows]
    flat = sheets(whole(CATALOGUE, EN))
    exported = [dict(zip(flat["pairs"].columns, cells, strict=True)) for cells in flat["pairs"].rows]
    features = json.loads(*geojson_files(whole(CATALOGUE, EN)).values())["features"]
    drawn = {feature["id"]: feature["properties"] for feature in features if feature["properties"]["kind"] == "pair"}
    for pair, seen, row in zip(CATALOGUE.pairs.values(), shown, exported, strict=True):
        counts = dossier_of(WHOLE, pair.key).counts
        assert {name: seen[name] for name in RECORD_TYPES} == {name: row[name] for name in RECORD_TYPES} == counts
        if pair.regional:
            assert seen["closeness"] == (named(pair.closeness) if pair.closeness else None)
            assert row["closeness_code"] == drawn[pair.key]["closeness"] == pair.closeness
            assert row["since"] == drawn[pair.key]["since"]
            assert {name: drawn[pair.key][name] for name in RECORD_TYPES} == counts
    for name in RECORD_TYPES:
        assert len(flat[name].rows) == len(readable(WHOLE, name, WORDS).rows) == WHOLE.count(name)


def in_years(last: int, by: str = "in_force") -> View:
    return select(CATALOGUE, Filter(years=(last, last), years_by=by))


@pytest.mark.parametrize("by", YEARS_BY)
@pytest.mark.parametrize("year", YEARS)
def test_with_years_everything_says_how_close_the_pairs_were_at_their_end(year: int, by: str) -> None:
    view = in_years(year, by)
    styles = arc_styles(view, MAP, EN)
    for key in REGIONAL:
        bond = view.bonds[key]
        name = EN.name(KINDS.closeness[bond.closeness]) if bond.closeness else EN("terms.badge.none", year=year)
        assert styles[key]["hint"].startswith(name)
        tone = shade(KINDS.closeness[bond.closeness].colour, "light") if bond.closeness else "#5d6873"
        assert styles[key]["color"] == rgba(tone)
        assert badge(page(view, key)).startswith(name)
        if key in view.pairs:
            assert view.pairs[key].bond == bond
        if bond.closeness in KINDS.agreed:
            known = [row for row in in_years(year).rows + in_years(year).undated if row.pair.key == key]
            assert any(row.record_type == "agreements" for row in known)


def test_minsk_region_and_chongqing_through_the_years() -> None:
    key = "BY-MI_CN-CQ"
    told = {year: select(CATALOGUE, Filter(years=(2000, year))).bonds[key] for year in (2001, 2002, 2016, 2017)}
    assert {year: bond.closeness for year, bond in told.items()} == {
        2001: None,
        2002: "agreement",
        2016: "agreement",
        2017: "twinned",
    }
    assert [str(told[year].since) for year in (2002, 2016, 2017)] == ["2002", "2002", "2017-03"]
    view = select(CATALOGUE, Filter(years=(2000, 2016)))
    assert badge(page(view, key)) == "Agreement since 2002"
    assert EN("terms.badge.at", year=2016) in page(view, key)


def test_facets_count_pairs_by_their_closeness_then() -> None:
    early, late = (select(CATALOGUE, Filter(years=(2000, year))) for year in (2016, 2017))
    assert "BY-MI_CN-CQ" in select(CATALOGUE, Filter(years=(2000, 2016), closeness=frozenset({"agreement"}))).pairs
    assert "BY-MI_CN-CQ" not in select(CATALOGUE, Filter(years=(2000, 2016), closeness=frozenset({"twinned"}))).pairs
    # Heilongjiang since 2011, Chongqing since 2017; Anhui, Hubei, Liaoning and Shanxi are twins without a date.
    assert (early.facets["closeness"]["twinned"], late.facets["closeness"]["twinned"]) == (5, 6)
    early, late = (select(CATALOGUE, replace(view.filter, undated=HIDDEN)) for view in (early, late))
    assert (early.facets["closeness"]["twinned"], late.facets["closeness"]["twinned"]) == (1, 2)


def test_twins_without_a_date_are_drawn_as_twins_in_any_year_and_say_so() -> None:
    view = in_years(2010)
    style = arc_styles(view, MAP, EN)["BY-BR_CN-LN"]
    assert style["color"] == rgba("#b3261e")
    assert style["hint"].startswith("Twinned, date not known")
    assert "dim" not in style
    assert badge(page(view, "BY-BR_CN-LN")) == "Twinned, date not known"


@pytest.mark.parametrize("by", YEARS_BY)
def test_hiding_the_undated_hides_brest_and_hubei_everywhere_but_not_minsk_and_chongqing(by: str) -> None:
    shown = in_years(2017, by)
    hidden = select(CATALOGUE, replace(shown.filter, undated=HIDDEN))
    hubei, chongqing = "BY-BR_CN-HB", "BY-MI_CN-CQ"
    assert (shown.bonds[hubei].closeness, hidden.bonds[hubei].closeness) == ("twinned", None)
    assert hubei in shown.pairs
    assert hubei not in hidden.pairs
    assert f"{hubei}/twinning" in {row.key for row in hidden.undated}
    assert "dim" not in arc_styles(shown, MAP, EN)[hubei]
    assert arc_styles(hidden, MAP, EN)[hubei]["dim"]
    assert shown.bonds[chongqing] == hidden.bonds[chongqing]
    assert hidden.bonds[chongqing].closeness == "twinned"
    assert chongqing in hidden.pairs


def test_without_years_the_undated_are_hidden_too() -> None:
    view = select(CATALOGUE, Filter(undated=HIDDEN))
    assert "BY-BR_CN-HB" not in view.pairs
    assert {row.key for row in view.undated} == {row.key for row in CATALOGUE.rows if not (row.first or row.last)}
    assert len(view.rows) + len(view.undated) == len(CATALOGUE.rows)
    assert view.filter.active


@pytest.mark.parametrize("by", YEARS_BY)
def test_what_has_no_date_is_counted_and_nothing_is_lost(by: str) -> None:
    whole = select(CATALOGUE, Filter(years=(1900, 2100), years_by=by))
    assert len(whole.rows) + len(whole.undated) == len(CATALOGUE.rows)
    assert all(row.first is None for row in whole.undated)


def test_only_a_pair_with_links_is_said_to_have_institutions() -> None:
    for key in REGIONAL:
        pair = CATALOGUE.pairs[key]
        assert (pair.closeness == KINDS.below) <= bool(pair.links)
        assert (pair.closeness == KINDS.unlinked) <= bool(pair.projects)
    assert CATALOGUE.pairs["BY-HM_CN-NM"].closeness == "projects"


def test_a_unit_shows_no_tie_of_another_unit_as_its_own() -> None:
    for unit in CATALOGUE.units:
        for _, rows in dossier_of(WHOLE, unit).links:
            for row in rows:
                ends = {CATALOGUE.side_of(row.record.a), CATALOGUE.side_of(row.record.b)}
                assert ends & {unit, CATALOGUE.country_of(unit)}, row.key


def test_the_tiny_atlas_in_2018_and_2020(tiny: Catalogue) -> None:
    told = {
        year: {
            key: bond.closeness
            for key, bond in select(tiny, Filter(years=(year, year), years_by="in_force")).bonds.items()
        }
        for year in (2015, 2016, 2020, 2022, 2024)
    }
    assert told == {
        2015: {"XA-N_XB-E": "institutions", "XA-N_XB-W": None, "XA-S_XB-W": None},  # the training has no date
        2016: {"XA-N_XB-E": "agreement", "XA-N_XB-W": None, "XA-S_XB-W": None},
        2020: {"XA-N_XB-E": "twinned", "XA-N_XB-W": "institutions", "XA-S_XB-W": None},
        2022: {"XA-N_XB-E": "twinned", "XA-N_XB-W": None, "XA-S_XB-W": None},
        2024: {"XA-N_XB-E": "twinned", "XA-N_XB-W": None, "XA-S_XB-W": "contacts"},
    }
