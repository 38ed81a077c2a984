"""Entries of kinds.yaml get their meaning from role and rank, not from their position in the file."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from dashboard.catalogue.dossier import dossier_of
from dashboard.catalogue.filtering import Filter, select
from dashboard.catalogue.load import load
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.problems import BrokenTable
from dashboard.loading import CONFIG, load_all
from dashboard.text.narrative import narrative
from dashboard.text.phrases import Phrases

Edit = Callable[[str, str, str], None]


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load(CONFIG)


@pytest.fixture(scope="module", params=[1, 2, 3])
def shuffled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The shipped table with its vocabularies, and the entries of each, in another order."""
    config = Path(shutil.copytree(CONFIG, tmp_path_factory.mktemp("shuffled") / "config"))
    kinds = yaml.safe_load((config / "kinds.yaml").read_text(encoding="utf-8"))
    dice = random.Random(request.param)  # noqa: S311 - only shuffles

    def mixed(mapping: dict[str, Any]) -> dict[str, Any]:
        return dict(dice.sample(list(mapping.items()), len(mapping)))

    text = yaml.safe_dump(mixed({name: mixed(entries) for name, entries in kinds.items()}), sort_keys=False)
    (config / "kinds.yaml").write_text(text, encoding="utf-8")
    return load(config)


def test_closeness_and_levels_do_not_depend_on_the_order(shipped: Catalogue, shuffled: Catalogue) -> None:
    assert list(shuffled.kinds.agreements) != list(shipped.kinds.agreements)
    assert {key: pair.closeness for key, pair in shuffled.pairs.items()} == {
        key: pair.closeness for key, pair in shipped.pairs.items()
    }
    assert [(row.key, row.level) for row in shuffled.rows] == [(row.key, row.level) for row in shipped.rows]
    assert list(shuffled.kinds.closeness) == ["twinned", "agreement", "contacts", "institutions", "projects"]


def test_dossiers_and_their_sentences_do_not_depend_on_the_order(shipped: Catalogue, shuffled: Catalogue) -> None:
    words = load_all(CONFIG).translators
    whole, mixed = select(shipped, Filter()), select(shuffled, Filter())
    for key in shipped.keys:
        first, second = dossier_of(whole, key), dossier_of(mixed, key)
        assert (first.bond, first.counts) == (second.bond, second.counts)
        for name in ("agreements", "contacts", "events"):
            assert [row.key for row in getattr(first, name)] == [row.key for row in getattr(second, name)]
        assert [partner.other for partner in first.partners] == [partner.other for partner in second.partners]
        for name in ("projects", "links", "indicators"):
            ids = [
                {group: [row.key for row in rows] for group, rows in getattr(found, name)} for found in (first, second)
            ]
            assert ids[0] == ids[1]
        for t in words.values():
            assert narrative(first, Phrases(shipped, t)) == narrative(second, Phrases(shuffled, t)), key


def test_statuses_follow_their_ranks_in_a_dossier(shuffled: Catalogue) -> None:
    found = dossier_of(select(shuffled, Filter()), "BY-MI_CN-CQ")
    order = ["operating", "completed", "under_way", "agreed", "negotiating", "idea", "stopped"]
    assert [status for status, _ in found.projects] == [status for status in order if status in dict(found.projects)]


MISTAKES = [
    (
        "role: met}",
        "role: mett}",
        "kinds.yaml:5: closeness.contacts.role: 'mett' is not 'met', 'below' or 'unlinked'; did you mean 'met'?",
    ),
    (
        ", rank: 3, role: met}",
        ", rank: 3}",
        "kinds.yaml:2: closeness: exactly one entry must have 'role: met', found none",
    ),
    (
        ", rank: 2}\n  contacts",
        ", rank: 2, role: met}\n  contacts",
        "kinds.yaml:2: closeness: exactly one entry must have 'role: met', found 2: agreement, contacts",
    ),
    (
        ", rank: 2}\n  contacts",
        ", rank: 1}\n  contacts",
        "kinds.yaml:2: closeness: 'twinned' and 'agreement' have the same rank 1",
    ),
    (
        ", rank: 2}\n  contacts",
        "}\n  contacts",
        "kinds.yaml:4: closeness.agreement: the field 'rank' is missing",
    ),
    (
        ", role: regional}",
        "}",
        "kinds.yaml:22: levels: exactly one entry must have 'role: regional', found none",
    ),
    (
        ", role: headline}",
        "}",
        "kinds.yaml:37: measures: exactly one entry must have 'role: headline', found none",
    ),
]


@pytest.mark.parametrize(("old", "new", "message"), MISTAKES)
def test_a_role_or_rank_that_is_wrong_is_told(config: Path, edit: Edit, old: str, new: str, message: str) -> None:
    edit("kinds.yaml", old, new)
    with pytest.raises(BrokenTable) as broken:
        load(config)
    assert [str(problem) for problem in broken.value.problems] == [message]
