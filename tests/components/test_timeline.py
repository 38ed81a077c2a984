"""The timeline's Python side: what is sent to the browser, and what is believed of its answers."""

import json

import pytest
import streamlit as st
from dashboard.components.timeline import UI_KEYS, read_years

from dashboard.components import timeline as package

WHOLE = (2001, 2026)
DATA = {"first": 2001, "counts": [[0, 0, 0]] * 26}


@pytest.mark.parametrize(
    ("value", "years"),
    [(None, None), ([2001, 2026], None), ([2005, 2010], (2005, 2010)), ([2026, 2026], (2026, 2026))],
)
def test_years_that_are_drawn_are_taken(value, years):
    assert read_years(value, WHOLE) == years


@pytest.mark.parametrize(
    "value",
    [
        [2010, 2005], [2000, 2010], [2005, 2027], [2005], [2005, 2006, 2007], [2005.5, 2010], ["2005", "2010"],
        [True, 2010], [None, 2010], "2005-2010", {"from": 2005}, 2005, [], [[2005], [2010]],
    ],
)  # fmt: skip
def test_anything_else_is_refused(value):
    with pytest.raises(ValueError, match="no years"):
        read_years(value, WHOLE)


@pytest.fixture
def sent(monkeypatch):
    """What the timeline is mounted with, and a way to answer as a browser would."""
    mounted, years, picked = {}, [], []
    monkeypatch.setattr(package, "registered", lambda _: lambda **values: mounted.update(values))
    package.timeline(
        DATA,
        key="timeline",
        language="fr",
        years=(2005, 2010),
        titles="app/static/layers/titles-1.json",
        ui=dict.fromkeys(UI_KEYS, "mot"),
        on_years=years.append,
        on_pick=picked.append,
    )

    def answer(name, value):
        monkeypatch.setattr(st, "session_state", {"timeline": {name: value}})
        mounted[f"on_{name}_change"]()
        return years if name == "years" else picked

    return json.loads(mounted["data"]), answer


def test_the_chosen_years_go_beside_the_data(sent):
    data, _ = sent
    assert data["years"] == [2005, 2010]
    assert data["titles"] == "app/static/layers/titles-1.json"
    assert set(data["ui"]) == set(UI_KEYS)


@pytest.mark.parametrize(("value", "chosen"), [([2001, 2003], [(2001, 2003)]), (None, [None]), ([1, 2], []), ("x", [])])
def test_only_years_reach_the_page(sent, value, chosen):
    _, answer = sent
    assert answer("years", value) == chosen


@pytest.mark.parametrize(("value", "picked"), [("XA_XB", ["XA_XB"]), (None, []), (7, []), (["XA_XB"], [])])
def test_only_a_text_is_taken_for_a_key(sent, value, picked):
    _, answer = sent
    assert answer("picked", value) == picked
