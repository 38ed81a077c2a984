"""`twinned check` reports characters that the fonts lack, and what to do about them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.loading import CONFIG
from dashboard.text.glyphs import check_glyphs


def test_the_fonts_have_every_character_of_the_shipped_table() -> None:
    assert check_glyphs(CONFIG) == ([], [])


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Port Ω", "the fonts have no character 'Ω' (U+03A9); write it with Latin, Cyrillic or Chinese characters"),
        ("Port →", "the fonts have no character '→' (U+2192); write it with Latin, Cyrillic or Chinese characters"),
        ("Portӝ", "the fonts have no character 'ӝ' (U+04DD); write it with Latin, Cyrillic or Chinese characters"),
    ],
)
def test_a_character_that_no_font_has(
    config: Path, capsys: pytest.CaptureFixture[str], name: str, message: str
) -> None:
    sources = config / "sources.yaml"
    sources.write_text(sources.read_text(encoding="utf-8").replace("en: On ties", f"en: {name}"), encoding="utf-8")
    assert main(["check", "--config", str(config)]) == 1
    assert capsys.readouterr().out == f"sources.yaml:8: gazette-1.about.en: {message}\n1 problem\n"


def test_a_chinese_character_that_no_font_has_is_noted(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sources = config / "sources.yaml"
    sources.write_text(sources.read_text(encoding="utf-8").replace("en: On ties", "en: Port 龘"), encoding="utf-8")
    assert main(["check", "--config", str(config)]) == 0, "browsers draw it in a font of their own"
    assert capsys.readouterr().out.startswith(
        "note: sources.yaml:8: gazette-1.about.en: the fonts lack the character '龘' (U+9F98); write another, or run "
        "`TWINNED_CONFIG=<this folder> make fonts`\n"
    )


@pytest.mark.parametrize("name", ["Portё", "Е\u0308лка", "Min\u00adsk", "Łódź", "a\u00a0b", "中，"])
def test_what_the_fonts_have_or_need_not_have(config: Path, name: str) -> None:
    sources = config / "sources.yaml"
    sources.write_text(sources.read_text(encoding="utf-8").replace("en: On ties", f"en: {name}"), encoding="utf-8")
    assert check_glyphs(config) == ([], [])


def test_a_broken_table_and_a_missing_character_are_told_together(
    config: Path, edit: Callable[[str, str, str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    edit("sources.yaml", "en: On ties", "en: On Ω")
    edit("relations/XA-N_XB-E.yaml", "status: operating", "status: operates")
    assert main(["check", "--config", str(config)]) == 1
    assert capsys.readouterr().out.endswith("\n2 problems\n")
