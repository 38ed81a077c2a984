"""EDTF dates: first and last day, precision and order, worked out by hand."""

from datetime import date

import pytest

from dashboard.catalogue.dates import Edtf

SPANS = {
    "2017": (date(2017, 1, 1), date(2017, 12, 31)),
    "2017-02": (date(2017, 2, 1), date(2017, 2, 28)),
    "2024-02": (date(2024, 2, 1), date(2024, 2, 29)),
    "2017-03-21": (date(2017, 3, 21), date(2017, 3, 21)),
    "2024-21": (date(2024, 3, 1), date(2024, 5, 31)),
    "2024-22": (date(2024, 6, 1), date(2024, 8, 31)),
    "2024-23": (date(2024, 9, 1), date(2024, 11, 30)),
    "2024-24": (date(2024, 12, 1), date(2024, 12, 31)),
    "2017~": (date(2017, 1, 1), date(2017, 12, 31)),
    "2017-06?": (date(2017, 6, 1), date(2017, 6, 30)),
    "2023/2025": (date(2023, 1, 1), date(2025, 12, 31)),
    "2023-01/2023-05": (date(2023, 1, 1), date(2023, 5, 31)),
    "2023-11-27/2023-12": (date(2023, 11, 27), date(2023, 12, 31)),
    "2017-03/..": (date(2017, 3, 1), None),
    "../2020-06": (None, date(2020, 6, 30)),
}
WRONG = [
    "", "/", "..", "../..", "2017/", "2017-13", "2017-00", "2017-02-30", "2017-3", "17", "20170321",
    "March 2017", "2017-25", "2024-37", "2024-22-01", "201X", "2017-03-21T10:00:00", "[2017,2018]", "2017/2018/2019",
]  # fmt: skip


@pytest.mark.parametrize(("text", "days"), SPANS.items())
def test_first_and_last_day(text, days):
    found = Edtf.parse(text)
    assert (found.first, found.last) == days
    assert str(found) == text


@pytest.mark.parametrize(
    ("text", "meant"), [("21.03.2017", "2017-03-21"), ("3.2017", "2017-03"), ("1.3.2017", "2017-03-01")]
)
def test_a_date_as_people_write_it_is_told_as_edtf(text, meant):
    with pytest.raises(ValueError, match=f"^'{text}' is not an EDTF date; write '{meant}'$"):
        Edtf.parse(text)


@pytest.mark.parametrize("text", WRONG)
def test_refused_with_a_sentence(text):
    with pytest.raises(ValueError, match="is not an EDTF date; write '2017'"):
        Edtf.parse(text)


def test_end_before_start():
    with pytest.raises(ValueError, match="'2025/2023' ends before it starts"):
        Edtf.parse("2025/2023")


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("2017", [("year", False, False)]),
        ("2017-03", [("month", False, False)]),
        ("2017-03-21", [("day", False, False)]),
        ("2024-22", [("summer", False, False)]),
        ("2017~", [("year", True, False)]),
        ("2017-03?", [("month", False, True)]),
        ("2017%", [("year", True, True)]),
        ("2017~/2019-05?", [("year", True, False), ("month", False, True)]),
        ("../2019", [("year", False, False)]),
        ("2017/2017", [("year", False, False)]),
    ],
)
def test_each_end_has_a_precision_of_its_own(text, facts):
    moments = Edtf.parse(text).moments
    assert [(moment.precision, moment.approximate, moment.uncertain) for moment in moments] == facts


def test_dates_are_ordered_by_day_and_not_by_text():
    texts = ["2017-22", "2017-07", "2017", "../2020", "2017-12-31", "2017-06-01", "2018~"]
    ordered = ["../2020", "2017", "2017-06-01", "2017-22", "2017-07", "2017-12-31", "2018~"]
    assert [str(each) for each in sorted(map(Edtf.parse, texts))] == ordered


def test_dates_are_values():
    assert Edtf.parse("2017-03") == Edtf.parse("2017-03") != Edtf.parse("2017-03?")
    assert len({Edtf.parse("2017"), Edtf.parse("2017"), Edtf.parse("2018")}) == 2
