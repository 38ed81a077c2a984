"""Hand-outs of one table made on two days: the same, byte by byte."""

import datetime
import sys

import pytest

from dashboard.handouts.forms import FORMS
from dashboard.loading import CONFIG, load_all
from tests.handouts.every import request


def on(day: datetime.date, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Hand-outs of a pair made on a day. Its roadmap was valid until 2024, and its plan is valid after the table."""

    class Calendar(datetime.date):
        @classmethod
        def today(cls):
            return cls(day.year, day.month, day.day)

    class Clock(datetime.datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(day.year, day.month, day.day, tzinfo=tz)

    with monkeypatch.context() as patch:
        for name, module in list(sys.modules.items()):
            if name.startswith("dashboard."):
                for known, other in ((datetime.date, Calendar), (datetime.datetime, Clock)):
                    if getattr(module, known.__name__, None) is known:
                        patch.setattr(module, known.__name__, other)
        asked = request(load_all(CONFIG), "en", "BY-MI_CN-CQ")
        return {form: FORMS[form](asked) for form in ("pptx", "pdf", "pdf-full", "html", "html-table", "svg")}


def test_the_same_table_makes_the_same_file_on_every_day(monkeypatch):
    first, later = (on(datetime.date(year, 3, 1), monkeypatch) for year in (2001, 2040))
    assert [form for form in first if first[form] != later[form]] == []
