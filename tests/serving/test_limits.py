"""Settings from the environment, and the pace at which messages pass."""

import asyncio
import re
from pathlib import Path
from time import monotonic

import pytest

from dashboard.serving import visitors
from dashboard.serving.limits import Limits
from dashboard.serving.visitors import Pace
from tests.asgi import run_beside


def test_settings_are_read_and_nonsense_is_refused():
    assert Limits.read({"TWINNED_SESSIONS": "40", "TWINNED_STEADY": " "}) == Limits(sessions=40)
    for text in ("none", "0", "-1", "nan", "inf"):
        with pytest.raises(SystemExit, match=f"TWINNED_STEADY must be a number above 0, not '{text}'"):
            Limits.read({"TWINNED_STEADY": text})


def test_a_path_is_read_without_its_last_slash_and_nonsense_is_refused():
    assert Limits.read({"TWINNED_PATH": "/maps/atlas/"}) == Limits(path="/maps/atlas")
    for text in ("atlas", "/", "//evil.example", "/a b"):
        with pytest.raises(SystemExit, match="TWINNED_PATH must be a path such as /atlas"):
            Limits.read({"TWINNED_PATH": text})


def test_the_guide_tells_the_defaults():
    guide = (Path(__file__).parents[2] / "docs" / "deployment.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `TWINNED_(\w+)`\*? \| ([\d,]+) ", guide, re.MULTILINE))
    numbers = {name: value for name, value in vars(Limits()).items() if isinstance(value, int | float)}
    assert {name.lower(): float(text.replace(",", "")) for name, text in told.items()} == numbers


def test_no_more_sessions_than_descriptors_for_them():
    """1,024 descriptors less 800 for the rest are 56 sessions of four."""
    assert Limits().fitting(1024).sessions == 56
    assert Limits(sessions=40).fitting(20_000).sessions == 40


def test_a_visitor_has_a_few_messages_at_once_and_the_greedy_take_turns(monkeypatch):
    """Two that have used up their three share ten a second: after six at once, six more take 0.6 s."""
    monkeypatch.setattr(visitors, "LIMITS", Limits(burst=3, steady=0.001, shared=10))

    async def all_of_them() -> tuple[float, float]:
        turns = asyncio.Lock()
        greedy = [Pace(turns), Pace(turns)]
        began = monotonic()
        for _ in range(3):
            await asyncio.gather(*(pace.wait() for pace in greedy))
        at_once = monotonic() - began
        queue = asyncio.gather(*(pace.wait() for pace in greedy for _ in range(3)))
        await asyncio.sleep(0)
        asked = monotonic()
        await Pace(turns).wait()
        honest = monotonic() - asked
        await queue
        assert monotonic() - began >= 0.6
        return at_once, honest

    at_once, honest = run_beside(all_of_them())
    assert at_once < 0.3
    assert honest < 0.1, "who has asked for little does not queue"
