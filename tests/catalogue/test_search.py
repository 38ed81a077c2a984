"""The index of the search box: its entries, their names, and the selection that each makes."""

import pytest

from dashboard.catalogue.load import load
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.search import Entry, index, stems
from dashboard.loading import CONFIG


@pytest.fixture(scope="module")
def entries(tiny) -> dict[str, Entry]:
    return {entry.key: entry for entry in index(tiny)}


@pytest.fixture(scope="module")
def atlas() -> Catalogue:
    return load(CONFIG)


@pytest.fixture(scope="module")
def shipped(atlas) -> tuple[Entry, ...]:
    return index(atlas)


def test_everything_is_there_once_group_by_group(entries, tiny):
    groups = [entry.group for entry in index(tiny)]
    assert groups == sorted(groups, key=["units", "pairs", "places", "sectors", "organisations", "projects"].index)
    assert len(entries) == len(groups)
    for group in ("units", "pairs", "places", "sectors", "organisations"):
        assert groups.count(group) == len(getattr(tiny, group))
    assert groups.count("projects") == sum(len(pair.projects) for pair in tiny.pairs.values())


def test_every_find_can_be_selected(entries, tiny, shipped, atlas):
    for found, table in ((entries.values(), tiny), (shipped, atlas)):
        assert {entry.select for entry in found if entry.group != "sectors"} <= table.keys
        assert [entry.select for entry in found if entry.group == "sectors"] == list(table.sectors)


def test_the_closest_pairs_come_first(entries, tiny):
    order = [*tiny.kinds.closeness, None]
    ranks = [order.index(tiny.pairs[entry.key].closeness) for entry in entries.values() if entry.group == "pairs"]
    assert ranks == sorted(ranks)


def test_an_entry_says_what_and_where_it_is(entries):
    assert entries["northport"].where == {"en": "City · Northland", "fr": "Ville · Nordlande"}
    assert entries["XA-N_XB-W"].names["fr"] == "Nordlande – Ouestlande"
    assert "Nordprovinz" in entries["XA-N_XB-W"].aliases


@pytest.mark.parametrize(
    ("organisation", "selected"),
    [("north-university", "northport"), ("east-works", "XB-E")],
)
def test_an_organisation_selects_where_it_sits(entries, organisation, selected):
    assert entries[f"organisation/{organisation}"].select == selected


def test_an_organisation_of_a_country_selects_its_first_pair(entries, tiny):
    found = entries["organisation/bland-lines"].select
    assert "bland-lines" in {party for row in tiny.rows if row.pair.key == found for party in row.parties}


def test_a_project_selects_its_pair(entries):
    projects = [entry for entry in entries.values() if entry.group == "projects"]
    assert projects
    assert all(entry.key.split("/")[0] == entry.select for entry in projects)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Homel", {"BY-HO", "gomel"}),
        ("Homiel", {"gomel"}),
        ("Гомель", {"gomel"}),
        ("戈梅利", {"BY-HO", "gomel"}),
        ("重庆", {"CN-CQ", "chongqing"}),
        ("Чунцин", {"CN-CQ", "chongqing"}),
        ("Chungking", {"CN-CQ", "chongqing"}),
    ],
)
def test_the_shipped_table_is_found_by_any_name(shipped, name, found):
    assert found <= {entry.key for entry in shipped if name in (*entry.names.values(), *entry.aliases)}


def test_a_shipped_project_has_its_chinese_title(shipped):
    [found] = [entry for entry in shipped if entry.group == "projects" and "中欧班列定期开行" in entry.names["zh"]]
    assert found.select == "BY-MI_CN-CQ"


def test_a_pair_is_found_by_its_key(entries):
    assert "XA-N_XB-W" in entries["XA-N_XB-W"].aliases


def test_words_are_published_with_their_stems(atlas, shipped):
    found = stems(atlas, shipped)
    assert {word: found[word] for word in ("минская", "медицины", "trains")} == {
        "минская": "минск", "медицины": "медицин", "trains": "train",
    }  # fmt: skip
    assert "минск" not in found, "its own stem"
    assert not [word for word in found if "\u4e00" <= word[0] <= "\u9fff"]
