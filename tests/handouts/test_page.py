"""The one-file page as text: what it holds, what it allows, and that no text of the table can become code."""

import base64
import hashlib
import json
import lzma
import re
from pathlib import Path

import pytest

from dashboard.catalogue.filtering import Filter
from dashboard.handouts import page
from dashboard.handouts.content import Request
from dashboard.loading import CONFIG, Snapshot, load_all
from dashboard.published import store
from dashboard.state import State
from tests.hostile import complete, poison

SHIPPED = load_all(CONFIG)
ADDRESS = "https://atlas.example/twins/"


def one_file(snapshot: Snapshot, state: State, address: str = "") -> bytes:
    return page.one_file(Request(snapshot, state, address=address))


def policy(html: str) -> dict[str, str]:
    rules = re.search(r'Content-Security-Policy" content="([^"]+)"', html)[1].replace("&#39;", "'")
    return {name: value for name, _, value in (rule.partition(" ") for rule in rules.split("; "))}


def packed(html: str) -> list[tuple[dict[str, object], bytes]]:
    """Everything that the page unpacks, after what is said of it."""
    size, text = re.search(r'<script type="application/x-lzma" id="packed" data-size="(\d+)">([^<]+)<', html).groups()
    content = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[page.PACKING]).decompress(read(text))
    assert len(content) == int(size)
    head, _, rest = content.partition(b"\0")
    found = []
    for about in json.loads(head):
        found.append((about, rest[: about["size"]]))
        rest = rest[about["size"] :]
    assert rest == b""
    return found


def read(text: str) -> bytes:
    """Bytes that are written as letters."""
    bits = "".join(
        format(ord(letter), "07b")
        if ord(letter) < 128
        else format(b"\0\r<"[ord(letter) - 0xA0 >> 9], "07b") + format(ord(letter) - 0xA0 & 511, "09b")
        for letter in text
    )
    return bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits) - 7, 8))


def held(html: str) -> dict[str, object]:
    """Every file in the page by its name."""
    return {about["id"]: json.loads(text) for about, text in packed(html) if about.get("id", "script") != "script"}


def named(value: object) -> set[str]:
    """Every URL of a published file that a value names."""
    if isinstance(value, str):
        return {value} if value.startswith(f"{store.URL}/") else set()
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return {url for each in inner for url in named(each)}


def test_the_page_holds_every_file_that_its_files_name() -> None:
    files = held(one_file(SHIPPED, State("en")).decode())
    assert {f"words-{code}" for code in ("en", "ru", "zh")} <= {name.split("/")[-1][:8] for name in files}
    assert named(list(files.values())) <= files.keys()
    assert files["list"]["table"] in files


def test_the_shipped_table_takes_less_than_1_05_mb() -> None:
    assert 0.9e6 < len(one_file(SHIPPED, State("zh"))) < 1.05e6


@pytest.mark.parametrize("content", [b"", b"\0", bytes(range(256)), b"\0\r<" * 9, b"<!--\r\n</script>", b"\xff" * 7])
def test_bytes_are_written_in_letters_that_html_keeps(content: bytes) -> None:
    text = page.letters(content)
    assert not set("\0\r<") & set(text)
    assert not any(0x80 <= ord(letter) < 0xA0 or ord(letter) > 0x69F for letter in text)
    assert read(text)[: len(content)] == content


def test_seven_bits_make_a_letter_and_sixteen_one_in_place_of_a_character_that_html_changes() -> None:
    assert page.letters(bytes([0b1000001_1, 0b000010_00, 0b0111100_1, 0b11111111])).startswith("AB")
    assert page.letters(bytes([0b0001101_0, 0b0000_0101]))[0] == chr(0xA0 + 512 + 5)
    assert page.letters(bytes([0b0111100_1, 0b1111_1111]))[0] == chr(0xA0 + 1024 + 511)


def test_the_page_holds_the_fonts_of_its_style() -> None:
    faces = [about for about, _ in packed(one_file(SHIPPED, State("en")).decode()) if "family" in about]
    assert {(face["family"], face["weight"]) for face in faces} == {
        ("Inter", "100 900"),
        ("Noto Sans SC", "400"),
        ("Noto Sans SC", "600"),
        ("Language Names", "normal"),
    }
    assert all(face["unicodeRange"].startswith("U+") for face in faces)


def test_nothing_from_outside_is_allowed_and_only_the_scripts_of_the_page() -> None:
    html = one_file(SHIPPED, State("en"), f"{ADDRESS}dossier?lang=en").decode()
    rules = policy(html)
    unpacking, script = re.search(r"<script>(.*?)</script>", html, re.DOTALL)[1], packed(html)[-1][1].decode()
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)[1]
    digests = {"script-src": f"{digest(unpacking)} {digest(script)}", "style-src-elem": digest(style)}
    assert rules == {
        "default-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        **digests,
    }
    assert set(re.findall(r'(?:href|src)="([^"#]+)', html)) == {
        "https://creativecommons.org/licenses/by/4.0/",
        *(f"{ADDRESS}?lang={code}" for code in ("en", "ru", "zh")),
    }
    assert "url(" not in html


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_it_opens_with_its_state_and_says_what_it_is() -> None:
    state = State("ru", selected="BY-MI", filter=Filter(sectors=frozenset({"medicine"}), years=(2010, 2024)))
    html = one_file(SHIPPED, state).decode()
    assert '<html lang="ru" dir="ltr" data-handout=""' in html
    assert 'data-asked="lang=ru&amp;selected=BY-MI&amp;sectors=medicine&amp;years=2010-2024"' in html
    assert (
        "<title>Беларусь\N{NO-BREAK SPACE}— Китай · регионы-побратимы · Отрасль: Медицина · Годы: 2010–2024 (" in html
    )
    assert '<p lang="ru" dir="ltr">По состоянию на' in html
    assert '<p lang="zh" dir="ltr" hidden>数据截至' in html


@pytest.fixture
def hostile(config: Path) -> Snapshot:
    complete(config)
    poison(config)
    return load_all(config)


def test_no_text_of_the_table_or_of_an_address_becomes_markup(hostile: Snapshot) -> None:
    state = State("en", filter=Filter(text="</script><script>alert(1)</script><!--"))
    html = one_file(hostile, state, 'https://x.example/"><script>alert(1)</script>').decode()
    shown = re.sub(r"<(script|style)\b[^>]*>.*?</\1>", "", html, flags=re.DOTALL)
    assert html.count("<script") == 2, "what is packed, and what unpacks it"
    assert "<script" not in shown
    assert "<!--" not in html
    assert "<img" not in shown
    assert any("alert(name)" in str(file) for file in held(html).values()), "as data"


def test_the_page_is_whole_where_nothing_can_be_published(
    config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    complete(config)
    (blocked := tmp_path / "blocked").write_text("a file, not a folder")
    monkeypatch.setattr(store, "FOLDERS", [blocked])
    files = held(one_file(load_all(config), State("fr")).decode())
    named = files["list"]
    assert {named["index"], named["search"], named["citations"]["fr"], *named["panels"]["fr"]} <= files.keys()
    assert files["list"]["words"]["fr"]["title"] == "Alande et Blande"
