"""The filter of an export in words and in the name of its file, which every system accepts."""

import re

import pytest

from dashboard.catalogue.filtering import HIDE
from dashboard.exports.extract import conditions


@pytest.mark.parametrize(
    ("table", "wanted", "stem"),
    [
        ("", {}, "aland-and-bland_all_2026-11-26_en"),
        ("projects", {"sectors": frozenset({"medicine"})}, "aland-and-bland_projects_medicine_2026-11-26_en"),
        (
            "",
            {"years": (2001, 2020), "text": "Tea time"},
            "aland-and-bland_all_2001-2020_tea-time_2026-11-26_en",
        ),
        ("", {"years": (2020, 2020), "undated": frozenset({HIDE})}, "aland-and-bland_all_2020_dated_2026-11-26_en"),
        ("", {"text": "китайская медицина"}, "aland-and-bland_all_text_2026-11-26_en"),
        ("", {"text": '../../etc/passwd\r\n"'}, "aland-and-bland_all_etc-passwd_2026-11-26_en"),
        (
            "",
            {"sectors": frozenset({"medicine", "logistics"}), "stages": frozenset({"intent", "agreed", "operation"})},
            "aland-and-bland_all_logistics_medicine_agreed_intent_more_2026-11-26_en",
        ),
    ],
)
def test_the_name_of_a_file_says_what_it_holds(extract, table, wanted, stem):
    assert extract(table, **wanted).stem == stem
    assert re.fullmatch("[a-z0-9_-]{1,180}", stem)


def test_a_long_search_makes_no_long_name(extract):
    assert len(extract(text="a" * 5000).stem) < 90


def test_a_filter_in_words(extract):
    wanted = extract(
        sectors=frozenset({"logistics", "medicine"}), years=(2016, 2020), undated=frozenset({HIDE}), text="say “a”"
    )
    assert conditions(wanted.view.filter, wanted.words) == [
        "Sector: Medicine; Logistics",
        "Years: 2016–2020 (begun then)",
        "Records without a date: hide undated",
        "Words in the records: “say ‘a’”",
    ]
