"""The atlas as tables for analysts, and the page that explains them."""

import re
from pathlib import Path

import pandas as pd
import pytest
from shapely.geometry import Point

from dashboard.frames import Frames, open_frames

ROOT = Path(__file__).parents[1]
BREST = Point(23.7, 52.1)


@pytest.fixture(scope="module")
def atlas() -> Frames:
    return open_frames(ROOT / "config", language="en")


def test_brest_lies_in_its_region(atlas):
    assert atlas.units.crs.to_epsg() == 4326
    assert list(atlas.units.index[atlas.units.contains(BREST)]) == ["BY-BR"]
    assert atlas.units.loc["BY-BR", "name"] == "Brest Region"


def test_a_pair_runs_from_one_of_its_regions_to_the_other(atlas):
    pair = atlas.pairs.loc["BY-MI_CN-CQ"]
    first, last = (Point(pair.geometry.coords[at]) for at in (0, -1))
    assert atlas.units.geometry["BY-MI"].contains(first)
    assert atlas.units.geometry["CN-CQ"].contains(last)
    assert (pair.closeness, pair.since.isoformat()) == ("twinned", "2017-03-01")


def test_records_count_as_in_their_pairs(atlas):
    counted = atlas.records.reset_index().groupby(["pair", "type"]).size()
    assert counted["BY-MI_CN-CQ", "projects"] == atlas.pairs.loc["BY-MI_CN-CQ", "projects"] == 16
    assert isinstance(atlas.records["first"].dtype, type(pd.Timestamp(0).to_numpy().dtype))


def test_every_example_of_the_page_runs(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    examples = re.findall(r"```python\n(.*?)```", (ROOT / "docs/analysis.md").read_text(), re.DOTALL)
    names: dict[str, object] = {}
    for example in examples:
        exec(example, names)  # noqa: S102 - the page is ours
    assert "Vitebsk Region – Heilongjiang" in capsys.readouterr().out
