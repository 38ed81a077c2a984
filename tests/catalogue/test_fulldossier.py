"""Additions of the dossier page, in the tiny atlas: neighbours, projects by sector, series of figures."""

import pytest

from dashboard.catalogue.dossier import dossier_of, dossier_of_all, figure_series, neighbours, projects_by_sector
from dashboard.catalogue.filtering import Filter, select
from dashboard.catalogue.load import load
from dashboard.loading import CONFIG, load_all

FIGURE = """  - id: {id}
    series: trade
    measure: turnover
    period: '{period}'
    value: {value}
    currency: USD
    of: XA-N
    with: XB
    title: {{en: Turnover, fr: Échanges}}
    sectors: []
    sources: [gazette-2]
"""


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("XA-N_XB-E", (None, "XA-N_XB-W")),
        ("XA_XB", ("XA_XB-E", None)),
        ("XA-N", (None, "XA-S")),
        ("XB-E", ("XA-S", "XB-W")),
    ],
)
def test_neighbours_stand_in_the_order_of_the_table(tiny, key, expected):
    assert neighbours(select(tiny, Filter()), key) == expected


def test_neighbours_pass_over_pairs_of_which_nothing_is_left(tiny):
    medicine = select(tiny, Filter(sectors=frozenset({"medicine"})))
    assert neighbours(medicine, "XA-N_XB-E") == (None, "XA_XB-E")
    assert neighbours(medicine, "XA-N_XB-W") == ("XA-N_XB-E", "XA_XB-E")  # the pair itself keeps its position


def test_projects_by_sector_and_status(tiny):
    found = dossier_of(select(tiny, Filter()), "XA-N_XB-E")
    assert projects_by_sector(found) == (("logistics", {"agreed": 1, "idea": 1}), ("medicine", {"operating": 1}))


def add(config, *records):
    file = config / "relations/XA-N_XB-E.yaml"
    text = file.read_text(encoding="utf-8").replace("- id: turnover-2022\n", "- id: turnover-2022\n    series: trade\n")
    file.write_text(text.replace("indicators:\n", "indicators:\n" + "".join(records)), encoding="utf-8")
    found = dossier_of(select(load(config), Filter()), "XA-N_XB-E")
    runs, alone = figure_series(dict(found.indicators)["turnover"])
    return (
        [[(bar.row.record.id, bar.share) for bar in run] for run in runs],
        [row.record.id for row in alone],
    )


def test_years_make_a_series_in_which_a_month_has_no_place(config):
    more = FIGURE.format(id="y-2023", period="2023", value=1000000000)
    month = FIGURE.format(id="m-2023", period="2023-05", value=5)
    runs, alone = add(config, more, month)
    assert runs == [[("turnover-2022", 1.0), ("y-2023", 0.5)]]
    assert alone == ["m-2023"]


def test_two_figures_for_one_year_are_two_things(config):
    twice = [FIGURE.format(id=f"y-2023-{n}", period="2023", value=n) for n in (1, 2)]
    assert add(config, *twice)[0] == []


def test_two_figures_for_one_year_stand_side_by_side_where_a_note_says_that_they_contradict(config):
    note = "    note: {en: Another figure too, fr: Un autre chiffre}\n"
    twice = [FIGURE.format(id=f"y-2023-{n}", period="2023", value=n * 1000000000) + note for n in (1, 2)]
    runs, alone = add(config, *twice)
    assert sorted(runs[0]) == [("turnover-2022", 1.0), ("y-2023-1", 0.5), ("y-2023-2", 1.0)]
    assert alone == []


def test_figures_that_no_series_joins_stand_alone(config):
    """Documents of one year and projects of the next: of the same measure and parties, and yet two things."""
    alone = [
        FIGURE.format(id=f"y-{year}", period=year, value=5).replace("    series: trade\n", "") for year in (2023, 2024)
    ]
    runs, others = add(config, *alone)
    assert runs == []
    assert sorted(others) == ["turnover-2022", "y-2023", "y-2024"]


def test_a_month_and_a_day_are_moments_of_one_series(config):
    moments = [FIGURE.format(id=f"m-{n}", period=when, value=n) for n, when in ((1, "2023-11-27"), (2, "2024-01"))]
    assert add(config, *moments)[0] == [[("m-1", 0.5), ("m-2", 1.0)]]


def test_the_series_of_the_shipped_table():
    """Read off the articles: what each counts at the first and at the last moment, in the same words."""
    view = select(load_all(CONFIG).catalogue, Filter())
    runs = [run for _, rows in dossier_of_all(view).indicators for run in figure_series(rows)[0]]
    assert {tuple(bar.row.record.value for bar in run): run[0].row.record.series for run in runs} == {
        (30_400_000, 80_600_000): "exchange-deals",
        (72, 70): "chinese-share-of-foreign-students",
        (560, 700): "university-agreements",
        (35, 70): "flagship-projects",
        (152, 162): "exchange-participants",
        (7, 13): "joint-structures",
        (3, 6): "joint-laboratories",
        (2, 5): "joint-centres",
        (2, 2): "joint-institutes",
    }
