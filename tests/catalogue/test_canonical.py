"""The one form of YAML files: what it does to a text, and that it never changes what a file says."""

import random

import pytest
import yaml

from dashboard.catalogue.canonical import formatted
from dashboard.catalogue.commented import parsed
from dashboard.catalogue.folder import listing
from dashboard.catalogue.yamlfile import parse, read_in
from dashboard.cli import main
from dashboard.loading import CONFIG

FORMS = {
    "indents and blank lines": ("a:\n\n- id:  x\n  b:   1\n\n\n- id: y\n\n", "a:\n  - id: x\n    b: 1\n\n  - id: y\n"),
    "line ends and byte order mark": ("\ufeffa: 1\r\nb: two\r\n", "a: 1\nb: two\n"),
    "no end of the last line": ("a: 1", "a: 1\n"),
    "needless quotes": ("a: \"two\"\nb: 'three'\n", "a: two\nb: three\n"),
    "words that are none elsewhere": ("a: no\nb: On\nc: 12:30\nd: 0x1F\n", "a: 'no'\nb: 'On'\nc: '12:30'\nd: '0x1F'\n"),
    "dates": ('a: 2017-03-21\nb: 2017-03/..\nc: "2017"\n', "a: '2017-03-21'\nb: '2017-03/..'\nc: '2017'\n"),
    "numbers stay as written": ("a: 1.50\nb: -7\nc: true\n", "a: 1.50\nb: -7\nc: true\n"),
    "nothing": ("a:\nb: ~\nc: [null]\nd: []\ne: {}\n", "a:\nb:\nc: [null]\nd: []\ne: {}\n"),
    "a colon": ('a: "one: two"\n', "a: 'one: two'\n"),
    "an apostrophe": ('a: "it\'s: so"\n', "a: 'it''s: so'\n"),
    "a placeholder at the start": ('a: "{n} of {m}"\n', "a: '{n} of {m}'\n"),
    "a sign that nobody sees": ("a: x\u00a0y\n", 'a: "x\\u00A0y"\n'),
    "brackets": ("a: [ b,'c' , d ]\ne: {f: g,\n  h: i}\n", "a: [b, c, d]\ne: {f: g, h: i}\n"),
    "a value below its key": ("a:\n  b\n", "a: b\n"),
    "lines of a text": ("a: |\n    one\n      two\n\n    three\n", "a: |\n  one\n    two\n\n  three\n"),
    "lines in quotes": ('a: "one\\ntwo"\n', "a: |-\n  one\n  two\n"),
    "a fold": (f"a: {'x' * 60} {'y' * 60} z\n", f"a: {'x' * 60} {'y' * 60}\n  z\n"),
    "a fold that is not needed": ("a: one\n  two\n", "a: one two\n"),
    "a list too long for a line": (
        f"a: [{'x' * 60}, {'y' * 60}, z]\n",
        f"a: [{'x' * 60}, {'y' * 60},\n  z]\n",
    ),
    "comments above": ("# one\n\n# two\na:\n     # three\n   b: 1\n", "# one\n\n# two\na:\n  # three\n  b: 1\n"),
    "a comment beside": ("a: 1 # one\nb:   # two\n  c: 3\n", f"{'a: 1':36}# one\n{'b:':36}# two\n  c: 3\n"),
    "a comment that goes on": ("a: 1 # one\n     # more\nb: 2\n", f"{'a: 1':36}# one\n{'':36}# more\nb: 2\n"),
    "a comment beside a long value": (f"a: {'x' * 40}   # one\n", f"a: {'x' * 40} # one\n"),
    "a comment within brackets": ("a: [b, # one\n  c]\n", "# one\na: [b, c]\n"),
    "a comment at the end of a block": ("a:\n  b: 1\n  # one\nc: 2\n# two\n", "a:\n  b: 1\n  # one\nc: 2\n# two\n"),
    "a sign that begins no comment": ("a: b#c\nd: 'e # f' # g\n", f"a: b#c\n{'''d: 'e # f' ''':36}# g\n"),
    "a comment beside a text of lines": ("a: | # one\n  b\n  # c\n\n# two\n", "# one\na: |\n  b\n  # c\n\n# two\n"),
    "a file between brackets": ("{a: b,\n c: [d]}\n", "{a: b, c: [d]}\n"),
    "a list in a list": ("a:\n- - b\n  - c\n", "a:\n  - - b\n    - c\n"),
    "nothing but comments": ("\n\n# one\n", "# one\n"),
    "nothing at all": ("", ""),
}


@pytest.mark.parametrize(("text", "form"), FORMS.values(), ids=FORMS)
def test_what_the_form_is(text, form):
    assert formatted(text) == form
    assert formatted(form) == form


def test_the_shipped_table_is_in_it():
    for name in listing(CONFIG).names:
        text = (CONFIG / name).read_text(encoding="utf-8")
        assert formatted(text) == text, f"{name}: run `twinned fmt`"


def test_five_hundred_variations_say_the_same_and_keep_their_comments():
    draw = random.Random(7)  # noqa: S311 - reproducible by its seed
    files = [read_in(CONFIG, name) for name in listing(CONFIG).names]
    for _ in range(500):
        text, comments = varied(some(draw.choice(files).content, draw), draw)
        before = parse(text, "x.yaml")
        assert before.problems == (), text
        form = formatted(text)
        after = parse(form, "x.yaml")
        assert repr(after.content) == repr(before.content), text
        assert sorted(comment.text for comment in parsed(form).comments) == sorted(comments), text
        assert formatted(form) == form, text


def some(content, draw):
    """A few neighbours among the entries of a mapping, and among the items of its lists."""
    keys = list(content)
    first = draw.randrange(len(keys))
    return {key: part(content[key], draw) for key in keys[first : first + 2]}


def part(value, draw):
    first = draw.randrange(len(value)) if isinstance(value, list) and value else 0
    return value[first : first + 2] if isinstance(value, list) else value


def varied(content, draw):
    """The same content, written as somebody else might, and the comments in it."""
    text = yaml.dump(
        content,
        Dumper=Dumper,
        allow_unicode=draw.random() < 0.8,
        width=draw.choice((20, 60, 1000)),
        indent=draw.choice((2, 3, 7)),
        default_flow_style=draw.choice((True, False, None)),
        default_style=draw.choice((None, None, "'", '"')),
        sort_keys=False,
    )
    comments = []
    lines = []
    for line in text.split("\n"):
        if draw.random() < 0.2 and is_key(line) and (not lines or closed("\n".join(lines))):
            comments.append(f"# above, {len(comments)}: 'so")
            lines += ["", " " * draw.randrange(9) + comments[-1]]
        lines.append(line)
        if draw.random() < 0.1 and line.endswith(":") and closed("\n".join(lines)):
            comments.append(f"#{len(comments)} - beside")
            lines[-1] += f"  {comments[-1]}"
    return draw.choice(("", "\ufeff")) + draw.choice(("\n", "\r\n")).join(lines), comments


class Dumper(yaml.CSafeDumper):
    """Writes only texts in quotes."""


for kind in (int, float, bool):
    Dumper.add_representer(
        kind, lambda _, value: yaml.ScalarNode(f"tag:yaml.org,2002:{type(value).__name__}", str(value).lower())
    )


def is_key(line):
    return line[:1].isalpha() and ": " in f"{line} "


def closed(text):
    """Whether a text is YAML as far as it goes, so that no quote or bracket is open at its end."""
    return not parse(text, "x.yaml").problems


def test_the_command_writes_what_is_loose_and_nothing_else(config, edit, capsys):
    main(["fmt", "--config", str(config)])
    edit("places.yaml", "unit: XA-S", "unit:   'XA-S' # south")
    capsys.readouterr()
    assert main(["fmt", "--check", "--config", str(config)]) == 1
    assert capsys.readouterr().out == "places.yaml is not in its one form; run `twinned fmt`\n"
    assert main(["fmt", "--config", str(config)]) == 0
    assert capsys.readouterr().out == "places.yaml: written anew\n"
    assert f"\n{'  unit: XA-S':36}# south\n" in (config / "places.yaml").read_text(encoding="utf-8")
    assert main(["fmt", "--check", "--config", str(config)]) == 0
    assert main(["check", "--config", str(config)]) == 0


def test_the_command_touches_nothing_if_a_file_cannot_be_read(config, edit, capsys):
    edit("places.yaml", "unit: XA-S", "unit:   XA-S")
    edit("sources.yaml", "date: '2024'", "date: '2024")
    before = (config / "places.yaml").read_bytes()
    assert main(["fmt", "--config", str(config)]) == 1
    assert capsys.readouterr().out.startswith("sources.yaml:")
    assert (config / "places.yaml").read_bytes() == before
