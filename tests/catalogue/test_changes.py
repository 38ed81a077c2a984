"""changes.yaml on the tiny atlas: what it says of each record, and what is refused in it."""

from pathlib import Path

import pytest

from dashboard.catalogue.changes import newness, untold
from dashboard.catalogue.load import examine, load

PAIR = "XA-N_XB-E"
CHANGES = f"""\
'2026-01-10':
  opened: 9
'2026-02-20':
  added: [{PAIR}/clinic, {PAIR}/gone, {PAIR}/lost]
  changed:
    {PAIR}/twinning-2017: [dates]
'2026-03-30':
  changed:
    {PAIR}/clinic: [status]
  removed:
    {PAIR}/gone: {{en: Gone, fr: Parti}}
"""


@pytest.mark.parametrize(
    ("record", "since", "expected"),
    [
        ("memorandum-2016", None, None),
        ("memorandum-2016", "2026-01-09", "added"),
        ("memorandum-2016", "2026-01-10", None),
        ("twinning-2017", "2026-01-10", "changed"),
        ("twinning-2017", "2026-02-20", None),
        ("clinic", "2026-01-10", "added"),
        ("clinic", "2026-02-20", "changed"),
        ("clinic", "2026-03-29", "changed"),
        ("clinic", "2026-03-30", None),
    ],
)
def test_a_record_is_newer_than_days_before_it_was_added_or_changed(
    config: Path, record: str, since: str | None, expected: str | None
) -> None:
    (config / "changes.yaml").write_text(CHANGES, "utf-8")
    assert newness(load(config), f"{PAIR}/{record}", since) == expected


def test_without_the_file_nothing_is_new(config: Path) -> None:
    assert newness(load(config), f"{PAIR}/clinic", "1999-01-01") is None


def test_a_record_that_left_without_a_word_is_noted_where_it_stands(config: Path) -> None:
    (config / "changes.yaml").write_text(CHANGES, "utf-8")
    assert [(each.line, each.message) for each in untold(load(config), config)] == [
        (4, f"'{PAIR}/lost' has left the table since; `twinned changes` tells it")
    ]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("'2026-02-31':\n  opened: 9\n", "'2026-02-31' is not a day, such as '2026-11-22'"),
        ("'2026-02-20':\n  opened: 0\n", "Input should be greater than or equal to 1, found the number 0"),
        ("'2026-02-20':\n  gone: []\n", "unknown field 'gone'"),
        ("'2026-02-20':\n  removed:\n    X_Y/a: {en: A}\n", "no text in language 'fr'"),
        ("'2026-02-20':\n  added: [clinic]\n", "'clinic' is not the key of a record, such as BY-BR_CN-HB/clinic"),
    ],
)
def test_what_is_refused(config: Path, wrong: str, message: str) -> None:
    (config / "changes.yaml").write_text(wrong, "utf-8")
    assert [each.message for each in examine(config)[1]] == [message]
