"""Hand-outs on the command line: of one view, and of every pair and region."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from dashboard.cli import main
from dashboard.handouts import many
from dashboard.handouts.worker import Work, Workers
from dashboard.loading import CONFIG, load_all


def aside(call, *arguments):
    """What a function returns in another thread: the browser of other tests has a loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(call, *arguments).result()


def test_one_view_is_written_in_its_language_with_its_address(tmp_path, capsys):
    view = "selected=BY-MI_CN-CQ&lang=zh"
    asked = ["handout", "--what", "svg", "--view", view, "--at", "https://atlas.example/", "--out", str(tmp_path)]
    assert aside(main, asked) == 0
    assert capsys.readouterr().out == f"1 of 1 written to {tmp_path}\n"
    (written,) = tmp_path.iterdir()
    assert written.name.endswith("_BY-MI_CN-CQ_2025-06-03_zh.svg")
    assert "https://atlas.example/?selected=BY-MI_CN-CQ&amp;lang=zh" in written.read_text(encoding="utf-8")


def test_a_view_of_something_unknown_is_named(capsys):
    assert main(["handout", "--view", "selected=BY-XX"]) == 1
    assert "'selected=BY-XX' names something that the atlas does not have" in capsys.readouterr().out


def test_all_means_every_pair_and_every_region_with_records_in_each_language():
    asked = [*many.of_all("pdf", "", load_all(CONFIG))]
    languages = Counter(state.language for _, state, _, _ in asked)
    assert languages == dict.fromkeys(("en", "ru", "zh"), len(asked) // 3)
    subjects = {state.selected for _, state, _, _ in asked}
    assert {"BY-MI_CN-CQ", "BY-MI", "CN-CQ"} <= subjects
    assert "CN-XZ" not in subjects, "no record names Xizang"


def test_one_that_fails_is_reported_and_the_rest_is_written(monkeypatch, tmp_path):
    async def make(_self: Workers, work: Work) -> bytes:
        if work[1].selected == "BY-VI":
            raise RuntimeError("Traceback\n  …\nValueError: no room")
        return b"made"

    monkeypatch.setattr(Workers, "make", make)
    snapshot = load_all(CONFIG)
    wanted = [many.of_view(f"lang=ru&selected={key}", "svg", "", snapshot) for key in ("BY-VI", "BY-MI", "CN-CQ")]
    assert aside(many.write, wanted, tmp_path, snapshot) == ["svg of BY-VI in ru: ValueError: no room"]
    assert len([*tmp_path.iterdir()]) == 2
