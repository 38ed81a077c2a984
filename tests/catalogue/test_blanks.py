"""New pairs, records and entries: what `twinned new` writes, and that the check accepts it once it is filled."""

import shutil

import pytest

from dashboard.catalogue.blanks import KINDS, WHERE
from dashboard.catalogue.canonical import formatted
from dashboard.cli import main
from dashboard.loading import CONFIG

NEW = "relations/BY-HR_CN-GS.yaml"
LIES = {"place": "BY-HR", "organisation": "grodno"} | {
    kind: "BY-HR_CN-GS" for kind, where in WHERE.items() if where == "PAIR"
}
IDS = {"pair": "BY-HR_CN-GS"}
TEXTS = {"en": "A thing of Grodno", "ru": "Дело", "zh": "中国"}
FILLED = {
    "agreement": {"kind": "memorandum", "sectors": "[]"},
    "link": {"kind": "partnership", "a": "grodno", "b": "lanzhou", "sectors": "[]"},
    "project": {"status": "idea", "sectors": "[medicine]"},
    "indicator": {"measure": "turnover", "value": "7", "unit": "percent", "of": "BY-HR", "sectors": "[]"},
    "event": {"sectors": "[]"},
    "place": {"kind": "town", "lon": "25.3", "lat": "53.88"},
    "organisation": {"kind": "company"},
    "source": {"kind": "article", "language": "ru"},
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return shutil.copytree(
        CONFIG, tmp_path_factory.mktemp("shipped") / "config", ignore=shutil.ignore_patterns("schema")
    )


def new(config, *words):
    return main(["new", *words, "--config", str(config)])


def test_what_is_written_and_what_is_to_be_filled(config, capsys):
    assert new(config, "agreement", "XA-S_XB-E", "roadmap-2024") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{config}/relations/XA-S_XB-E.yaml: written"
    assert lines[1:3] == [
        "relations/XA-S_XB-E.yaml:5: kind: to be filled; kinds.yaml › agreements",
        "relations/XA-S_XB-E.yaml:7: title.en: to be filled; what it is, in every language; about 70 characters",
    ]
    assert [line.split(": ")[1] for line in lines[3:-1]] == ["title.fr", "sectors", "sources"]
    text = (config / "relations/XA-S_XB-E.yaml").read_text(encoding="utf-8")
    assert text.splitlines()[:9] == [
        "# Southland — Eastland.",
        "",
        "agreements:",
        "  - id: roadmap-2024",
        "    kind:                           # kinds.yaml › agreements",
        "    title:                          # what it is, in every language; about 70 characters",
        "      en:",
        "      fr:",
        "    # aliases: [{en: '', fr: ''}]   # optional: other titles by which search finds it, such as those of "
        "records it includes",
    ]
    assert formatted(text) == text
    assert main(["check", "--config", str(config)]) == 1
    assert (
        "relations/XA-S_XB-E.yaml:5: agreements.roadmap-2024.kind: expected a text, found nothing"
        in capsys.readouterr().out
    )


def test_a_record_goes_to_the_others_of_its_kind(config):
    before = (config / "relations/XA-N_XB-E.yaml").read_text(encoding="utf-8").splitlines()
    assert new(config, "link", "XA-N_XB-E", "ferry-line") == 0
    after = (config / "relations/XA-N_XB-E.yaml").read_text(encoding="utf-8").splitlines()
    at = after.index("  - id: ferry-line")
    end = after.index("projects:")
    assert after[: at - 1] + after[end:] == before
    assert before[at - 1] == "projects:"


REFUSED = {
    "a record that is there": (
        ("project", "XA-N_XB-E", "clinic"),
        "relations/XA-N_XB-E.yaml has a record 'clinic' already",
    ),
    "an unknown unit": (
        ("agreement", "XA-NN_XB-E", "x"),
        "the pair contains the unknown unit 'XA-NN'; did you mean 'XA-N'?",
    ),
    "a unit that is near to none": (("agreement", "QQ_XB-E", "x"), "the pair contains the unknown unit 'QQ'"),
    "the wrong order": (("pair", "XB-E_XA-N"), "the pair is in the wrong order; write 'XA-N_XB-E'"),
    "a pair that is there": (("pair", "XA-N_XB-E"), "relations/XA-N_XB-E.yaml is there already"),
    "one side": (("pair", "XA-N"), "the pair 'XA-N' is not two sides joined by '_', such as XA_XB"),
    "no id": (
        ("source", "Gazette 3"),
        "'Gazette 3' is no id; write small Latin letters, digits and hyphens, such as 'roadmap-2024'",
    ),
    "a source that is there": (("source", "gazette-1"), "the source 'gazette-1' is there already"),
    "a place in an unknown unit": (("place", "XA-SS", "x"), "unknown unit 'XA-SS'; did you mean 'XA-S'?"),
    "an organisation in an unknown place": (
        ("organisation", "nordport", "x"),
        "unknown place, unit or country 'nordport'; did you mean 'northport'?",
    ),
    "an organisation with the key of a place": (
        ("organisation", "XA", "northport"),
        "a place or organisation 'northport' is there already",
    ),
}


@pytest.mark.parametrize(("words", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_refused_in_a_sentence(config, capsys, words, sentence):
    before = {path: path.read_bytes() for path in config.rglob("*.yaml")}
    assert new(config, *words) == 1
    assert capsys.readouterr().out == f"{sentence}\n"
    assert {path: path.read_bytes() for path in config.rglob("*.yaml")} == before


def test_a_file_that_cannot_be_read_is_told_and_left(config, edit, capsys):
    edit("sources.yaml", "date: '2024'", "date: '2024")
    assert new(config, "source", "gazette-9") == 1
    assert "sources.yaml:12: this is not YAML: the quote that opens here" in capsys.readouterr().out


def test_a_template_that_cannot_be_read_is_told(config, capsys):
    (config / "templates").mkdir(exist_ok=True)
    (config / "templates/source.yaml").write_text("key: [\n")
    assert main(["new", "source", "news", "--config", str(config)]) == 1
    assert "templates/source.yaml:" in "".join(capsys.readouterr())


def test_all_kinds_pass_the_check_once_they_are_filled(folder, capsys):
    for kind in KINDS:
        where = [LIES[kind]] if kind in LIES else []
        assert new(folder, kind, *where, IDS.get(kind, f"new-{kind}")) == 0
        gaps = [line.split(": ") for line in capsys.readouterr().out.splitlines() if ": to be filled" in line]
        for place, field, *_ in gaps:
            name, line = place.split(":")
            fill(folder / name, int(line), field.rpartition(".")[2], kind)
    for path in (folder / NEW, folder / "places.yaml", folder / "organisations.yaml", folder / "sources.yaml"):
        text = path.read_text(encoding="utf-8")
        assert formatted(text) == text
    assert main(["check", "--config", str(folder)]) == 0, capsys.readouterr().out
    assert "no problems in 51 pairs, 480 records, 78 places, 142 organisations, 106 sources" in capsys.readouterr().out


def fill(path, line, field, kind):
    """Fill one gap, as an editor would."""
    lines = path.read_text(encoding="utf-8").splitlines()
    head, _, rest = lines[line - 1].partition(":")
    value = f"{TEXTS[field]} {kind}" if field in TEXTS else FILLED[kind].get(field, "[new-source, belta-590444]")
    lines[line - 1] = f"{head + ': ' + value:35} {rest.strip()}" if rest else f"{head}: {value}"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
