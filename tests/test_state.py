"""State to address and back without loss; unknown keys and values are ignored."""

import pytest

from dashboard.catalogue.filtering import HIDE, Filter
from dashboard.catalogue.model import Catalogue
from dashboard.state import State, after, from_query, link, to_query


def test_what_is_as_usual_stays_out_of_the_address() -> None:
    assert to_query(State("ru")) == {"lang": ["ru"]}


def test_the_whole_state_comes_back(tiny: Catalogue) -> None:
    pair, sector = next(iter(tiny.pairs)), next(iter(tiny.sectors))
    wanted = Filter(sectors=frozenset({sector}), years=(2005, 2017), undated=frozenset({HIDE}), text="tea")
    language = list(tiny.atlas.languages)[-1]
    state = State(language, layout="geographic", colouring="sectors", selected=pair, filter=wanted)
    assert from_query(to_query(state), "en", tiny) == state


@pytest.mark.parametrize("keys", [("XA-S", "XA-N"), ("XA-S_XB-W", "XA-N_XB-E")])
def test_what_is_compared_comes_back_in_its_order(tiny: Catalogue, keys: tuple[str, str]) -> None:
    state = State("en", side="XB", compare=keys)
    assert to_query(state) == {"lang": ["en"], "side": ["XB"], "compare": list(keys)}
    assert from_query(to_query(state), "en", tiny) == state


@pytest.mark.parametrize(
    "query",
    [
        {"lang": ["tlh"]},
        {"layout": ["upside-down"]},
        {"selected": ["<script>alert(1)</script>"]},
        {"sectors": ["alchemy"]},
        {"years": ["2017-2005"]},
        {"years": ["yesterday"]},
        {"undated": ["sometimes"]},
        {"years": ["0-99999"]},
        {"years": ["²⁰¹⁷-2020"]},
        {"unheard": ["of"]},
        {"side": ["XA-N"]},
        {"compare": ["XA-N"]},
        {"compare": ["XA-N", "XA-N"]},
        {"compare": ["XA-N", "XA-N_XB-E"]},
        {"compare": ["XA-N", "XA-S", "XB-E"]},
        {"compare": ["XA-N", "XA-S", "XA-N"]},
        {"compare": ["XA_XB", "XA-N_XB-E"]},
        {"since": ["2026-02-30"]},
        {"since": ["yesterday"]},
    ],
)
def test_nonsense_in_an_address_is_ignored(tiny: Catalogue, query: dict[str, list[str]]) -> None:
    assert from_query(query, "en", tiny) == State("en")


@pytest.mark.parametrize("around", ["{} ", "{}.", "\u201c{}\u201d", "<{}>", "{}).", "\u200b{}\u00a0"])
def test_what_is_put_around_a_link_on_its_way_is_left_out(tiny: Catalogue, around: str) -> None:
    query = {"amp;selected": [around.format("XA-N_XB-E")], "years": [around.format("2016-2020")], "text": ["(tea)."]}
    state = State("en", selected="XA-N_XB-E", filter=Filter(years=(2016, 2020), text="(tea)."))
    assert from_query(query, "en", tiny) == state


def test_a_key_tells_what_it_is(tiny: Catalogue) -> None:
    assert tiny.subject_of(next(iter(tiny.pairs))) == "pair"
    assert tiny.subject_of(next(iter(tiny.units))) == "unit"
    assert tiny.subject_of(next(iter(tiny.places))) == "place"


def test_a_link_carries_the_whole_state() -> None:
    state = State("en", selected="XA-N", filter=Filter(sectors=frozenset({"medicine", "logistics"})))
    assert link("insights", state) == "insights?lang=en&selected=XA-N&sectors=logistics&sectors=medicine"


MEDICINE = {"do": "choose", "dimension": "sectors", "option": "medicine", "on": True}


@pytest.mark.parametrize(
    ("address", "event", "then"),
    [
        ("", MEDICINE, "sectors=medicine"),
        ("sectors=medicine", MEDICINE, "sectors=medicine"),
        ("sectors=logistics", MEDICINE, "sectors=logistics&sectors=medicine"),
        ("sectors=logistics&sectors=medicine", MEDICINE | {"on": False}, "sectors=logistics"),
        ("", MEDICINE | {"option": "alchemy"}, ""),
        ("", MEDICINE | {"dimension": "selected"}, ""),
        ("", MEDICINE | {"on": "yes"}, ""),
        ("", {"do": "choose", "dimension": "undated", "option": "hide", "on": True}, "undated=hide"),
        ("undated=hide", {"do": "reset"}, ""),
        ("", {"do": "set", "name": "selected", "value": "XA-N"}, "selected=XA-N"),
        ("selected=XA-N", {"do": "set", "name": "selected", "value": "XA-S"}, "selected=XA-S"),
        ("selected=XA-N", {"do": "set", "name": "selected", "value": None}, ""),
        ("selected=XA-N", {"do": "set", "name": "selected", "value": ""}, ""),
        ("selected=XA-N", {"do": "set", "name": "selected", "value": "<b>"}, ""),
        ("", {"do": "set", "name": "years", "value": [2005, 2017]}, "years=2005-2017"),
        ("years=2005-2017", {"do": "set", "name": "years", "value": None}, ""),
        ("", {"do": "set", "name": "years", "value": [2017, 2005]}, ""),
        ("", {"do": "set", "name": "years", "value": ["2005", 2017]}, ""),
        ("", {"do": "set", "name": "layout", "value": "geographic"}, "layout=geographic"),
        ("layout=geographic", {"do": "set", "name": "layout", "value": "facing"}, ""),
        ("", {"do": "set", "name": "text", "value": "  green tea "}, "text=green+tea"),
        ("", {"do": "set", "name": "compare", "value": ["XA-N", "XA-S"]}, "compare=XA-N&compare=XA-S"),
        ("", {"do": "set", "name": "compare", "value": ["XA-N", "XA-N"]}, ""),
        ("", {"do": "set", "name": "filter", "value": "x"}, ""),
        ("", {"do": "open", "page": "dossier", "selected": "XA-N"}, "selected=XA-N"),
        ("selected=XA-N", {"do": "open", "page": "insights"}, "selected=XA-N"),
        (
            "sectors=logistics&text=tea",
            {"do": "open", "page": "sectors", "sector": "medicine"},
            "sectors=medicine&text=tea",
        ),
        ("selected=XA-N", {"do": "open", "page": "x", "selected": "", "sector": "medicine"}, "sectors=medicine"),
        ("sectors=medicine&text=tea", {"do": "open", "page": "sectors", "sector": ""}, "text=tea"),
        ("sectors=medicine", {"do": "open", "page": "sectors", "sector": "alchemy"}, ""),
        ("sectors=medicine", {"do": "open", "page": "sectors", "sector": 1}, "sectors=medicine"),
        ("sectors=logistics&text=tea", {"do": "reset", "sector": "medicine"}, "sectors=medicine"),
        ("selected=XA-N&sectors=medicine&text=tea&years=2005-2017", {"do": "reset"}, "selected=XA-N"),
        ("selected=XA-N", {"do": "address", "query": "lang=en&sectors=medicine"}, "sectors=medicine"),
        ("selected=XA-N", {"do": "address", "query": ""}, ""),
        ("selected=XA-N", {"do": "fly"}, "selected=XA-N"),
        ("selected=XA-N", {}, "selected=XA-N"),
    ],
)
def test_an_event_changes_the_address(tiny: Catalogue, address: str, event: dict, then: str) -> None:
    query: dict[str, list[str]] = {}
    for part in filter(None, address.split("&")):
        name, _, value = part.partition("=")
        query.setdefault(name, []).append(value)
    state = after(from_query(query, "en", tiny), event, tiny)
    assert link("", state) == "?" + "&".join(filter(None, ("lang=en", then)))


def test_a_language_that_there_is_not_leaves_the_one_that_is_chosen(tiny: Catalogue) -> None:
    assert after(State("fr"), {"do": "set", "name": "language", "value": "en"}, tiny).language == "en"
    assert after(State("fr"), {"do": "set", "name": "language", "value": "tlh"}, tiny).language == "fr"
