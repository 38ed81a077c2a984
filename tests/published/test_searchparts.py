"""The parts of a long search index, on entries made by hand."""

from dashboard.catalogue.search import Entry
from dashboard.published import searchparts
from dashboard.published.searchparts import entry_files, shard, split, word_files


def entry(group, name, where="", aliases=()):
    return Entry(name, group, {"en": name}, aliases, {"en": where} if where else {}, "")


def test_only_long_groups_are_put_into_parts(monkeypatch):
    entries = [entry("units", "Brest"), entry("organisations", "Tractor Works"), entry("projects", "Buses")]
    assert split(entries) == (entries, [])
    monkeypatch.setattr(searchparts, "MOST", 1)
    assert split(entries) == (entries[:1], entries[1:])


def test_a_word_stands_in_the_file_of_its_first_two_characters():
    assert [shard(word) for word in ("brest", "минск", "中")] == [16, 60, 19]  # as in the test of the frontend


def test_a_word_leads_to_the_names_that_begin_with_it_and_then_to_others():
    entries = [
        entry("organisations", "Tractor Works", where="Company · Minsk"),
        entry("organisations", "Minsk Tractor Works", aliases=("Tractors of Minsk",)),
        entry("projects", "Bus"),
        entry("projects", "Tractor assembly"),
    ]
    files = word_files(entries, {"tractors": "tractor", "works": "work"})
    words = {word: lists for file in files for word, lists in file.items()}
    assert words["tractor"] == ("", [0, 3], [1])
    assert words["tractors"] == ("tractor", [1], [])
    assert words["minsk"] == ("", [1], [0])
    assert words["works"] == ("work", [], [0, 1])
    assert all(shard(word) == number for number, file in enumerate(files) for word in file)


def test_entries_lie_in_blocks():
    assert [len(block) for block in entry_files([{}] * 250)] == [100, 100, 50]
