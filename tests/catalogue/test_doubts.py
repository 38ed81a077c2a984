"""Warnings: the exact sentence for each kind, and none that breaks the check."""

import pytest

from dashboard.catalogue.doubts import doubts
from dashboard.catalogue.load import load
from dashboard.cli import main
from dashboard.loading import CONFIG

TWINNED = "relations/XA-N_XB-E.yaml"
FIGURE = "  - {{id: turnover-{year}, measure: turnover, period: '{year}', value: {value}, currency: USD, of: XA-N, \
with: {side}, title: {{en: Turnover, fr: Échanges}}, sectors: [], sources: [gazette-2]}}\nevents:\n"
EVENT = "events:\n  - {{id: visit-2, title: {{en: {en}, fr: {fr}}}, date: '2016-11-20', place: eastham, sectors: [], \
sources: [gazette-1]}}\n"
LONG = "Visit of the mayors"

DOUBTS = {
    "a source that no record cites": (
        "sources.yaml",
        "  uncited: {en: Kept for its pictures, fr: Gardé pour ses images}\n",
        "",
        "sources.yaml:15: unused-book: no record cites this source; cite it, or give the reason in 'uncited'",
    ),
    "an organisation that no record names": (
        "relations/XA_XB.yaml",
        "b: bland-lines",
        "b: east-works",
        "organisations.yaml:12: bland-lines: no record names this organisation",
    ),
    "an agreement signed after it ends": (
        TWINNED,
        "'2016-11/2018'",
        "'2014/2015'",
        f"{TWINNED}:6: agreements.memorandum-2016.valid: '2014/2015' ends before the signing on '2016-11'",
    ),
    "a figure ten times as large": (
        TWINNED,
        "events:\n",
        FIGURE.format(year=2023, value=20_000_000_000, side="XB"),
        f"{TWINNED}:74: indicators.turnover-2023.value: 10 times 'turnover-2022', a year before; "
        "is a zero or the unit wrong?",
    ),
    "a figure a tenth as large": (
        TWINNED,
        "events:\n",
        FIGURE.format(year=2023, value=2_000_000, side="XB"),
        f"{TWINNED}:74: indicators.turnover-2023.value: 'turnover-2022' is 1,000 times as much, a year before; "
        "is a zero or the unit wrong?",
    ),
    "a source twice": (
        "sources.yaml",
        "  date: '2024'\n",
        "  date: '2024'\n  url: http://www.example.org/1/\n",
        "sources.yaml:13: gazette-2.url: 'gazette-1' has this address too; is it the same source?",
    ),
    "an organisation twice": (
        "organisations.yaml",
        "  unit: XB\n",
        "  unit: XB-E\n",
        "organisations.yaml:13: bland-lines.names: 'east-works' has a name of this entry too; is it the same?",
    ),
    "a record twice": (
        TWINNED,
        "{en: A visit, fr: Une visite}",
        "{en: Visit of the mayor, fr: Visite des maires}",
        f"{TWINNED}:76: events.visit-2016: this is nearly 'visit-2'; is it the same?",
    ),
}
FINE = {
    "a figure nine times as large": (TWINNED, "events:\n", FIGURE.format(year=2023, value=18_000_000_000, side="XB")),
    "a figure of other years": (TWINNED, "events:\n", FIGURE.format(year=2020, value=20_000, side="XB")),
    "a figure of another pair": (TWINNED, "events:\n", FIGURE.format(year=2023, value=20_000, side="XB-W")),
    "an end in the year of signing": (TWINNED, "'2016-11/2018'", "'2016/2016'"),
}


def told(config):
    return [str(warning) for warning in doubts(load(config), config)]


@pytest.mark.parametrize(("file", "old", "new", "warning"), DOUBTS.values(), ids=DOUBTS)
def test_what_is_doubtful_is_a_warning(config, edit, file, old, new, warning):
    edit(file, old, new)
    if "visit" in warning:
        edit(TWINNED, "events:\n", EVENT.format(en=LONG, fr="Visites des maires"))
    if "east-works" in warning:
        edit("organisations.yaml", "fr: Lignes de Blande", "fr: Usines de l’Est")
    assert told(config) == [warning]


@pytest.mark.parametrize(("file", "old", "new"), FINE.values(), ids=FINE)
def test_what_may_well_be_is_none(config, edit, file, old, new):
    edit(file, old, new)
    assert told(config) == []


def test_the_shipped_table_has_none():
    assert told(CONFIG) == []


def test_warnings_are_counted_and_break_nothing(config, edit, capsys):
    edit("sources.yaml", "  uncited: {en: Kept for its pictures, fr: Gardé pour ses images}\n", "")
    assert main(["check", "--config", str(config)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "warning: sources.yaml:15: unused-book: no record cites this source; cite it, or give the reason in 'uncited'",
        "1 warning",
        f"{config}: no problems in 5 pairs, 13 records, 5 places, 3 organisations, 3 sources, 2 languages",
    ]
