"""A few hundred random inputs of each kind end well, and the fuzzing itself sees faults."""

from collections import Counter
from itertools import islice

import pytest

from dashboard.loading import CONFIG
from tests.fuzz import tables
from tests.fuzz.__main__ import table
from tests.fuzz.kinds import KINDS, fuzz
from tests.fuzz.trial import Trial, attempt

SEED, COUNT = 20260, 300


@pytest.mark.parametrize("kind", KINDS)
def test_random_inputs_end_well(kind):
    trial = fuzz(kind, SEED, COUNT)
    assert trial.faults == []
    assert trial.ends.total() == COUNT
    assert len(trial.ends) > 1, "some are accepted and some are not"


def test_most_mistakes_in_a_table_are_seen():
    refused = fuzz("tables", SEED, 100).ends["refused by file and line"]
    assert 50 < refused < 100, "some make another table"


def test_the_same_seed_draws_the_same_inputs():
    assert [*islice(tables.tables(CONFIG, SEED, 20), 20)] == [*islice(tables.tables(CONFIG, SEED, 20), 20)]


def test_the_table_counts_what_was_refused_and_what_had_an_effect():
    trial = Trial(Counter({"answered 404": 5, "answered 200": 2, "answered 307": 1}), 0.0123, ["a fault"])
    assert table({"addresses": trial}, 9, 1).splitlines()[-1] == "| addresses | 9 | 5 | 3 | 1 | 12 ms |"


def test_an_exception_is_told_as_a_fault():
    def use(number: int) -> str:
        return str(1 // number)

    trial = attempt([1, 0], use)
    assert trial.ends == {"1": 1}
    assert trial.faults == ["0: ZeroDivisionError: integer division or modulo by zero"]
