"""Cached results that live as long as the object that they were computed from."""

import gc
import weakref

from dashboard.catalogue.kept import kept


class Owner:
    pass


def test_a_result_is_made_once_for_each_owner_and_argument():
    made = []

    @kept(on="owner")
    def double(number, owner):
        made.append((number, owner))
        return 2 * number

    one, other = Owner(), Owner()
    assert [double(1, one), double(1, one), double(2, one), double(1, other)] == [2, 2, 4, 2]
    assert made == [(1, one), (2, one), (1, other)]


def test_two_functions_of_one_name_are_kept_apart():
    functions = [kept(on="owner")(lambda owner, value=value: value) for value in (1, 2)]  # noqa: ARG005
    owner = Owner()
    assert [function(owner) for function in functions] == [1, 2]


def test_only_the_newest_are_kept():
    made = []

    @kept(on="owner", most=1)
    def ask(owner, number):  # noqa: ARG001
        made.append(number)

    owner = Owner()
    for number in (1, 1, 2, 1):
        ask(owner, number)
    assert made == [1, 2, 1]


def test_the_owner_is_freed_with_its_results():
    @kept(on="owner")
    def itself(owner):
        return owner

    owner = Owner()
    itself(owner)
    alive = weakref.ref(owner)
    del owner
    gc.collect()
    assert alive() is None
