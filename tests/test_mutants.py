"""Random mistakes: whatever an editor types loads, or gives a list of problems with file and line."""

import shutil
from time import process_time

import pytest

from dashboard.catalogue.problems import BrokenTable
from dashboard.loading import CONFIG, load_all
from tests.mutants import mutants, planted

SEED, COUNT = 20260, 150


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    return shutil.copytree(CONFIG, tmp_path_factory.mktemp("mutants") / "config")


def problems(config):
    try:
        load_all(config)
    except BrokenTable as broken:
        return broken.problems
    return ()


def test_a_mutant_is_loaded_or_refused_by_file_and_line(copy):
    refused = 0
    for mutant in mutants(CONFIG, SEED, COUNT):
        start = process_time()
        with planted(mutant, copy):
            found = problems(copy)
        assert process_time() - start < 2, mutant
        refused += bool(found)
        for problem in found:
            path = copy / problem.file
            assert path.is_file(), (mutant, problem)
            text = mutant.text if problem.file == mutant.file else path.read_text(encoding="utf-8")
            assert 1 <= problem.line <= text.count("\n"), (mutant, problem)
            assert len(str(problem)) < 15_000, (mutant, problem)
    assert COUNT / 2 < refused < COUNT, "most mistakes are seen, and some make another table"


def test_the_same_seed_draws_the_same_mutants():
    assert list(mutants(CONFIG, SEED, 20)) == list(mutants(CONFIG, SEED, 20))
