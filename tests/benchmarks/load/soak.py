"""Twenty visitors for some minutes while a copy of the table is edited each minute: does anything grow?"""

from __future__ import annotations

import asyncio
import random
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

from dashboard.loading import CONFIG
from dashboard.published.store import FOLDERS
from tests.benchmarks.apps import atlas
from tests.benchmarks.load.figures import Figures, look
from tests.benchmarks.load.people import AtlasVisitor
from tests.benchmarks.load.served import Program, served
from tests.browser.host import Server

VISITORS = 20


def soak(minutes: int, shown: Any) -> None:
    """Print a line for each minute."""
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder, "config")
        shutil.copytree(CONFIG, config)
        program = Program("Atlas", lambda port: [*atlas(port), "--config", str(config)], AtlasVisitor)
        with served(program) as server:
            asyncio.run(_watch(minutes, server, shown, config))


async def _watch(minutes: int, server: Server, shown: Any, config: Path) -> None:
    figures = Figures()
    guests = [AtlasVisitor(server.port, figures, random.Random(number), shown) for number in range(VISITORS)]  # noqa: S311
    tasks = [asyncio.create_task(guest.live(number)) for number, guest in enumerate(guests)]
    print("| Minute | Memory | Threads | Open files | Published files | Acts | Errors |\n|--:|--:|--:|--:|--:|--:|--:|")
    for minute in range(1, minutes + 1):
        await asyncio.sleep(60)
        found, published = look(server.pid), sum(len([*each.glob("*")]) for each in FOLDERS if each.is_dir())
        acts, errors = len(figures.seconds["act"]), sum(figures.errors.values())
        told = minute, f"{found.memory:.0f} MB", found.threads, found.files, published, acts, errors
        print(f"| {' | '.join(map(str, told))} |", flush=True)
        _edit(config / "atlas.yaml", minute)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(*(f"{count} times: {error}" for error, count in figures.errors.items()), sep="\n")


def _edit(path: Path, number: int) -> None:
    """Number the English title, so that all files with texts are published anew."""
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^  en: (.*?)( \d+)?$", rf"  en: \1 {number}", text, count=1), encoding="utf-8")
