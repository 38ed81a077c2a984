"""Dates that are valid EDTF but cannot be right, reported by file, line and field."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dashboard.catalogue import checkdates
from dashboard.catalogue.load import load
from dashboard.catalogue.problems import BrokenTable

Edit = Callable[[str, str, str], None]
TWINNED = "relations/XA-N_XB-E.yaml"
FAIR = "relations/XA-S_XB-W.yaml"


def problems(config: Path) -> list[str]:
    try:
        load(config)
    except BrokenTable as broken:
        return [str(problem) for problem in broken.problems]
    return []


# The twinning cites gazette-1 of 1 May 2020 and gazette-2 of 2024; the memorandum and the visit cite the former alone.
LATE = "is later than the newest source of this record, dated"
IMPOSSIBLE = [
    (
        (TWINNED, "signed: '2017-03'", "signed: '2204-05'"),
        f"{TWINNED}:12: agreements.twinning-2017.signed: '2204-05' {LATE} '2024'",
    ),
    (
        (TWINNED, "signed: '2017-03'", "signed: '2025-01'"),
        f"{TWINNED}:12: agreements.twinning-2017.signed: '2025-01' {LATE} '2024'",
    ),
    (
        (TWINNED, "'2016-11/2018'", "'2016-11/2071'"),
        f"{TWINNED}:6: agreements.memorandum-2016.valid: '2016-11/2071' {LATE} '2020-05-01'; "
        "it may be at most 50 years later",
    ),
    (
        (TWINNED, "period: '2022/2023'", "period: '2022/2203'"),
        f"{TWINNED}:52: projects.depot.period: '2022/2203' {LATE} '2024'; it may be at most 50 years later",
    ),
    (
        (TWINNED, "period: '2022'\n", "period: '2202'\n"),
        f"{TWINNED}:66: indicators.turnover-2022.period: '2202' {LATE} '2024'; it may be at most 50 years later",
    ),
    (
        (FAIR, "'2024-06/2024-07'", "'2024-06/2030-07'"),
        f"{FAIR}:5: events.fair-2024.date: '2024-06/2030-07' {LATE} '2024'; it may be at most 5 years later",
    ),
    (
        (TWINNED, "date: '2016-11-20'", "date: '1016-11-20'"),
        f"{TWINNED}:77: events.visit-2016.date: '1016-11-20' is more than 100 years away from every other date",
    ),
    (
        ("sources.yaml", "date: '1999'", "date: '0999'"),
        "sources.yaml:21: unused-book.date: '0999' is more than 100 years away from every other date",
    ),
    (
        ("sources.yaml", "date: '2024'", "date: '2204'"),
        "sources.yaml:12: gazette-2.date: '2204' lies in the future",
    ),
]
POSSIBLE = [
    (TWINNED, "signed: '2017-03'", "signed: '2024-12'"),
    (TWINNED, "'2016-11/2018'", "'2016-11/2070'"),
    (TWINNED, "'2016-11/2018'", "'2016-11/..'"),
    (TWINNED, "period: '2022/2023'", "period: '2022/2074'"),
    (FAIR, "'2024-06/2024-07'", "'2024-06/2029-07'"),
    (TWINNED, "date: '2016-11-20'", "date: '1899'"),
]


@pytest.mark.parametrize(("change", "message"), IMPOSSIBLE)
def test_a_date_that_cannot_be(config: Path, edit: Edit, change: tuple[str, str, str], message: str) -> None:
    edit(*change)
    assert problems(config) == [message]


@pytest.mark.parametrize("change", POSSIBLE)
def test_a_date_that_may_be(config: Path, edit: Edit, change: tuple[str, str, str]) -> None:
    edit(*change)
    assert problems(config) == []


def test_a_source_of_tomorrow_is_told_and_one_of_today_is_not(
    config: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit("sources.yaml", "date: '2020-05-01'", "date: '2023-03-03'")
    for today, found in ((date(2023, 3, 3), []), (date(2023, 3, 1), ["sources.yaml:5: gazette-1.date"])):
        monkeypatch.setattr(checkdates, "date", type("Stopped", (date,), {"today": lambda today=today: today}))
        told = [line.rsplit(": ", 1)[0] for line in problems(config) if "gazette-1" in line]
        assert told == found


def test_a_clock_that_was_reset_keeps_nobody_from_starting(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkdates, "date", type("Reset", (date,), {"today": lambda: date(1970, 1, 1)}))
    assert problems(config) == []


def test_a_source_without_a_date_may_be_as_new_as_can_be(config: Path, edit: Edit) -> None:
    edit(TWINNED, "signed: '2017-03'", "signed: '2025-01'")
    edit("sources.yaml", "  date: '2024'\n", "")
    assert problems(config) == []
    edit("sources.yaml", "  url: https://example.org/1\n", "  url: https://example.org/1\n  accessed: '2024-02'\n")
    edit("sources.yaml", "  date: '2020-05-01'\n", "")
    assert problems(config) == []
