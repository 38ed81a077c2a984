"""First and last day of EDTF dates, computed by hand."""

from datetime import date

import pytest

from dashboard.catalogue.dates import span

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
    "", "/", "..", "../..", "2017/", "2017-13", "2017-00", "2017-02-30", "2017-3", "17", "20170321", "21.03.2017",
    "March 2017", "2017-25", "2024-37", "2024-22-01", "201X", "2017-03-21T10:00:00", "[2017,2018]", "2017/2018/2019",
]  # fmt: skip


@pytest.mark.parametrize(("text", "days"), SPANS.items())
def test_first_and_last_day(text, days):
    assert span(text) == days


@pytest.mark.parametrize("text", WRONG)
def test_refused_with_a_sentence(text):
    with pytest.raises(ValueError, match="is not an EDTF date; write '2017'"):
        span(text)


def test_end_before_start():
    with pytest.raises(ValueError, match="'2025/2023' ends before it starts"):
        span("2025/2023")
