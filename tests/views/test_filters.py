"""Options of the filters, on a page that has no stage."""

import json

import pytest

from tests.views.tester import LANGUAGES, message, opened


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_option_has_a_name_and_stays_when_it_counts_nothing(language: str) -> None:
    whole, few = (message(opened("insights", lang=language, **more), "filters") for more in ({}, {"sectors": "sport"}))
    assert len(few) < 13_000, "sent at every click"
    before, after = json.loads(whole)["groups"], json.loads(few)["groups"]
    assert [group["key"] for group in before] == [
        "sectors",
        "closeness",
        "stages",
        "levels",
        "kinds",
        "undated",
        "years_by",
    ]
    named = [[(option["id"], option["name"]) for option in group["options"]] for group in before]
    assert named == [[(option["id"], option["name"]) for option in group["options"]] for group in after]
    assert all(name and "_" not in name for group in named for _, name in group)
    assert [option["id"] for option in after[0]["options"] if option["chosen"]] == ["sport"]
    assert json.loads(few)["language"] == language
