"""`twinned synth`: an invented table is valid, as large as asked for, marked, and the same for the same seed."""

import filecmp

import pytest

from dashboard.cli import main
from dashboard.loading import CONFIG, load_all


@pytest.fixture(scope="module")
def twice(tmp_path_factory):
    out = tmp_path_factory.mktemp("synth") / "2x"
    assert main(["synth", "--times", "2", "--seed", "1", "--out", str(out)]) == 0
    return out


def test_an_invented_table_has_no_problem_and_twice_as_many_records_between_all_regions(twice):
    real, made = load_all(CONFIG).catalogue, load_all(twice).catalogue
    for name in ("rows", "places", "organisations"):
        assert len(getattr(made, name)) == 2 * len(getattr(real, name)), name
    assert len([pair for pair in made.pairs.values() if pair.regional]) == 7 * 34
    assert real.pairs.keys() <= made.pairs.keys()


def test_its_title_says_in_each_language_that_it_is_invented(twice):
    title = load_all(twice).catalogue.atlas.title
    assert title["en"].endswith(" (invented)")
    assert title["ru"].endswith(" (вымышленные данные)")
    assert title["zh"].endswith("（虚构数据）")


def test_the_same_seed_makes_the_same_table_and_a_folder_is_not_overwritten(twice, tmp_path, capsys):
    main(["synth", "--times", "2", "--seed", "1", "--out", str(tmp_path / "again")])
    names = [path.relative_to(twice).as_posix() for path in twice.rglob("*.yaml")]
    assert filecmp.cmpfiles(twice, tmp_path / "again", names, shallow=False)[1:] == ([], [])
    assert main(["synth", "--out", str(twice)]) == 1
    assert capsys.readouterr().out == f"{twice} is there already; name a new folder\n"
