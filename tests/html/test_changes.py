"""The page that tells what is new, as HTML: of an atlas without changes, and with a record that has left the table."""

import pytest

from dashboard.catalogue.schema import Changes
from dashboard.html.changes import Day, Entry, Group, changes_html
from dashboard.loading import CONFIG, load_all
from dashboard.text.changes import lines
from dashboard.text.phrases import Phrases

LOADED = load_all(CONFIG)
NONE = {
    "en": "No changes have been recorded yet.",
    "ru": "Изменений пока не отмечено.",
    "zh": "尚无更新记录。",
}


@pytest.mark.parametrize("language", NONE)
def test_an_atlas_without_changes_says_so_and_offers_no_choice(language: str) -> None:
    html = changes_html([], [], None, Phrases(LOADED.catalogue, LOADED.translators[language]))
    assert NONE[language] in html
    assert "<select" not in html


def test_a_record_that_was_taken_out_is_a_text_and_no_link() -> None:
    words = Phrases(LOADED.catalogue, LOADED.translators["en"])
    gone = Changes.model_construct(removed={"BY_CN/gone": {"en": "<b>Gone</b>", "ru": "x", "zh": "x"}})
    (line,) = lines(gone, "removed", {}, words.t)
    days = [Day("2026-11-26", "26 November 2026", True, [Group("One.", [Entry(line, "BY_CN", "Belarus – China", "")])])]
    html = changes_html(days, [("2026-11-22", "22 November")], "2026-11-22", words)
    assert "<span>&lt;b&gt;Gone&lt;/b&gt;</span>" in html
    assert "<a " not in html
    assert '<option value="2026-11-22" selected>' in html
