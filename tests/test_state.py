"""The address and the state are two forms of one thing; what the catalogue does not know is passed over."""

import pytest

from dashboard.catalogue.filtering import Filter
from dashboard.catalogue.model import Catalogue
from dashboard.state import State, from_query, to_query

USUAL = State("en")


def test_what_is_as_usual_stays_out_of_the_address() -> None:
    assert to_query(State("ru"), USUAL) == {"lang": ["ru"]}


def test_the_whole_state_comes_back(tiny: Catalogue) -> None:
    pair, sector = next(iter(tiny.pairs)), next(iter(tiny.sectors))
    wanted = Filter(sectors=frozenset({sector}), years=(2005, 2017), text="tea")
    language = list(tiny.atlas.languages)[-1]
    state = State(language, layout="geographic", colouring="sectors", selected=pair, filter=wanted)
    assert from_query(to_query(state, USUAL), USUAL, tiny) == state


@pytest.mark.parametrize("keys", [("XA-S", "XA-N"), ("XA-S_XB-W", "XA-N_XB-E")])
def test_what_is_compared_comes_back_in_its_order(tiny: Catalogue, keys: tuple[str, str]) -> None:
    state = State("en", side="XB", compare=keys)
    assert to_query(state, USUAL) == {"lang": ["en"], "side": ["XB"], "compare": list(keys)}
    assert from_query(to_query(state, USUAL), USUAL, tiny) == state


@pytest.mark.parametrize(
    "query",
    [
        {"lang": ["tlh"]},
        {"layout": ["upside-down"]},
        {"selected": ["<script>alert(1)</script>"]},
        {"sectors": ["alchemy"]},
        {"years": ["2017-2005"]},
        {"years": ["yesterday"]},
        {"years": ["0-99999"]},
        {"years": ["²⁰¹⁷-2020"]},
        {"unheard": ["of"]},
        {"side": ["XA-N"]},
        {"compare": ["XA-N"]},
        {"compare": ["XA-N", "XA-N"]},
        {"compare": ["XA-N", "XA-N_XB-E"]},
        {"compare": ["XA-N", "XA-S", "XB-E"]},
        {"compare": ["XA_XB", "XA-N_XB-E"]},
    ],
)
def test_nonsense_in_an_address_is_passed_over(tiny: Catalogue, query: dict[str, list[str]]) -> None:
    assert from_query(query, USUAL, tiny) == USUAL


def test_a_key_tells_what_it_is(tiny: Catalogue) -> None:
    assert tiny.subject_of(next(iter(tiny.pairs))) == "pair"
    assert tiny.subject_of(next(iter(tiny.units))) == "unit"
    assert tiny.subject_of(next(iter(tiny.places))) == "place"
