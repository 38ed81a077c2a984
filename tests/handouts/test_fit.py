"""Room that text takes: Chinese characters are as wide as high, so that their lines can be counted by hand."""

from dashboard.handouts.fit import height_of, lines_of, shortened


def test_chinese_lines_are_counted_by_characters():
    ten = "明斯克州与重庆市结好"
    assert lines_of(ten, 104, 10) == 1  # ten of 10 points, and 3 % to be safe
    assert lines_of(ten, 102, 10) == 2
    assert lines_of(ten, 21, 10) == 5
    assert height_of(ten, 102, 10) == 2 * 10 * 1.3


def test_words_stay_whole_but_for_those_longer_than_a_line():
    assert lines_of("Minsk Minsk", 400, 12) == 1
    assert lines_of("Minsk Minsk", 50, 12) == 2
    assert lines_of("Minsk", 50, 12) == 1
    assert lines_of("https://example.org/" + "a" * 60, 50, 12) > 5


def test_what_is_wider_in_bold_may_need_more_lines():
    text = "Cooperation agreement between Minsk Region and Chongqing"
    widths = range(60, 400)
    assert all(lines_of(text, width, 12, bold=True) >= lines_of(text, width, 12) for width in widths)
    assert any(lines_of(text, width, 12, bold=True) > lines_of(text, width, 12) for width in widths)


def test_empty_text_takes_a_line():
    assert lines_of("", 100, 12) == 1


def test_shortened_at_a_word():
    text = "one two three four five six seven eight nine ten"
    assert shortened(text, 9, 400, 12) == text
    short = shortened(text, 1, 100, 12)
    assert short.endswith("…")
    assert text.startswith(short[:-1])
    assert text[len(short) - 1] == " "  # not within a word
    assert lines_of(short, 100, 12) == 1


def test_shortened_in_chinese():
    short = shortened("明斯克州与重庆市结好" * 5, 1, 105, 10)
    assert short == "明斯克州与重庆市结…" or len(short) in (9, 10)
    assert lines_of(short, 105, 10) == 1
