"""What the filters offer, and what is believed of what a browser reports."""

import json

import pytest

from dashboard.catalogue.filtering import Filter, select
from dashboard.loading import CONFIG, load_all
from dashboard.state import State
from dashboard.text.phrases import Phrases
from dashboard.views.parts import filters as module
from dashboard.views.parts.context import Page

LOADED = load_all(CONFIG)
CATALOGUE = LOADED.catalogue


def page(language: str = "en", **chosen: frozenset[str]) -> Page:
    wanted = Filter(**chosen)
    return Page(
        select(CATALOGUE, wanted),
        State(language, filter=wanted),
        Phrases(CATALOGUE, LOADED.translators[language]),
        "light",
        {},
    )


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    """What the state is changed to."""
    changes: list[dict[str, object]] = []
    monkeypatch.setattr(module, "change_filter", lambda **values: changes.append(values))
    monkeypatch.setattr(module, "change", lambda **values: changes.append(values))
    return changes


def test_an_option_goes_in_and_out(taken: list[dict[str, object]]) -> None:
    module._changed(page(), "sectors", "medicine")
    module._changed(page(sectors=frozenset({"medicine", "trade"})), "sectors", "medicine")
    assert taken == [{"sectors": frozenset({"medicine"})}, {"sectors": frozenset({"trade"})}]


def test_years_text_and_colours(taken: list[dict[str, object]]) -> None:
    for name, value in [("years", [2010, 2020]), ("text", " tea "), ("colouring", "sectors")]:
        module._changed(page(), name, value)
    assert taken == [{"years": (2010, 2020)}, {"text": "tea"}, {"colouring": "sectors"}]


def test_all_years_are_no_filter(taken: list[dict[str, object]]) -> None:
    module._changed(page(), "years", list(module.year_range(CATALOGUE)))
    assert taken == [{"years": None}]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("sectors", "alchemy"),
        ("sectors", ["medicine"]),
        ("sectors", None),
        ("unheard", "of"),
        ("years", [2020, 2010]),
        ("years", [1, 9999]),
        ("years", ["2010", "2020"]),
        ("years", [2010]),
        ("text", 7),
        ("colouring", "rainbow"),
        ("language", "tlh"),
    ],
)
def test_what_was_not_offered_is_passed_over(taken: list[dict[str, object]], name: str, value: object) -> None:
    module._changed(page(), name, value)
    assert not taken


@pytest.mark.parametrize("language", CATALOGUE.atlas.languages)
def test_every_option_has_a_name_and_stays_when_it_counts_nothing(language: str) -> None:
    sent = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "facets", lambda groups, **rest: sent.append((groups, rest)))
        module.filters(page(language), colouring=True)
        module.filters(page(language, sectors=frozenset({"sport"})), colouring=True)
    (whole, _), (few, rest) = sent
    assert [group["key"] for group in whole] == ["colouring", "sectors", "closeness", "stages", "levels", "kinds"]
    assert [[option[:2] for option in group["options"]] for group in whole] == [
        [option[:2] for option in group["options"]] for group in few
    ]
    assert all(name and "_" not in name for group in whole for _, name, *_ in group["options"])
    assert [option[0] for option in few[1]["options"] if option[3]] == ["sport"]
    assert len(json.dumps(few, ensure_ascii=False).encode()) < 9_000, "sent at every click"
    assert rest["language"] == language
