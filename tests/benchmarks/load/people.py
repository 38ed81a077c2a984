"""Visitors of the atlas and of the empty app, who behave like people: they open, click, idle, leave and return."""

from __future__ import annotations

import asyncio
import json
import random
import re
from contextlib import suppress
from time import perf_counter
from typing import Any
from urllib.parse import parse_qsl, urlencode

from websockets import InvalidStatus

from tests.benchmarks.load.browser import BUSY, Files, linked
from tests.benchmarks.load.figures import Figures
from tests.serving.session import Session, trigger

IDLE = (8.0, 12.0)  # s between two acts of a visitor
RETURNS = 0.05  # share of acts instead of which a visitor leaves, to return after a while
AWAY = (2.0, 8.0)  # s
POLL = 2.0  # s between two questions for the version of the table: EVERY of frontend/src/reload/state.js
CALM, LATER = 4.0, 12.0  # s until a page fetches ahead in its language, and in all: frontend/src/stage/index.js


class Visitor:
    """A visitor of a Streamlit app; what is particular to one is in the classes below."""

    query = ""

    def __init__(self, port: int, figures: Figures, chance: random.Random, table: Any) -> None:
        self.figures, self.chance, self.table = figures, chance, table
        self.files, self.port = Files(port, figures), port
        self.background: list[asyncio.Task[None]] = []

    async def open(self) -> None:
        """Ask for the page, all its files and a session; return when its first run has ended."""
        begun = perf_counter()
        html = (await self.files.get(f"/?{self.query}", "page")).decode()
        await asyncio.gather(*map(self.files.get, linked(html)))
        await asyncio.gather(*map(self.files.get, ("/_stcore/health", "/_stcore/host-config")))
        while True:
            self.session = Session(self.port, "", self.query)
            try:
                await self.session.open()
                break
            except InvalidStatus as refused:
                if refused.response.status_code not in BUSY:
                    raise
                self.figures.told_to_wait += 1
                await asyncio.sleep(1)
        await self.session.run()
        self.figures.took("opening", perf_counter() - begun)
        self.opened(html)

    def opened(self, html: str) -> None:
        """Begin what goes on in the background of an open page."""

    async def act(self) -> None:
        """Click on something."""
        raise NotImplementedError

    async def leave(self) -> None:
        """Close the page."""
        for task in self.background:
            task.cancel()
        await asyncio.gather(*self.background, return_exceptions=True)
        self.background.clear()
        self.files.close()
        await self.session.close()

    async def live(self, comes: float) -> None:
        """Come after some seconds, click and idle until cancelled; after an error, open the page again."""
        await asyncio.sleep(comes)
        is_open = False
        while True:
            try:
                if not is_open:
                    await self.open()
                    is_open = True
                await asyncio.sleep(self.chance.uniform(*IDLE))
                if self.chance.random() < RETURNS:
                    is_open = False
                    await self.leave()
                    await asyncio.sleep(self.chance.uniform(*AWAY))
                else:
                    await self.act()
            except asyncio.CancelledError:
                with suppress(Exception):  # whoever has not come yet has nothing to leave
                    await self.leave()
                raise
            except Exception as error:  # whatever it is: it is counted and told
                self.figures.failed(error)
                is_open = False
                await asyncio.sleep(1)


class AtlasVisitor(Visitor):
    """A visitor of the atlas, who chooses sectors, pairs, years and languages, and opens a page now and then."""

    def __init__(self, port: int, figures: Figures, chance: random.Random, table: Any) -> None:
        super().__init__(port, figures, chance, table)
        self.query = urlencode({"lang": chance.choice(table["languages"])})
        self.page = "explore"

    def opened(self, html: str) -> None:
        self.tab, self.told, self.page = f"{self.chance.getrandbits(32)}-{self.chance.getrandbits(32)}", 0, "explore"
        self.sectors: set[str] = set()
        found = re.search(r'<script type="application/json" id="atlas">(.*?)</script>', html, re.DOTALL)
        assert found
        for work in (self.fetch_ahead(json.loads(found[1])), self.ask_version()):
            self.background.append(asyncio.create_task(work))

    async def fetch_ahead(self, lists: dict[str, Any]) -> None:
        """As frontend/src/stage/ahead.js does."""
        own = dict(parse_qsl(self.query))["lang"]
        for wait, languages in ((CALM, [own]), (LATER - CALM, lists["languages"])):
            await asyncio.sleep(wait)
            for language in languages:
                maps = [f"/{each[language]}" for each in lists["maps"].values()]
                panels = lists["panels"][language]
                late = [*panels, lists["stories"][language]] if len(panels) == 1 else []
                await asyncio.gather(*(self.files.get(f"/{url}") for url in (lists["words"][language], *late)))
                layouts = await asyncio.gather(*map(self.files.get, maps))
                sheets = [json.loads(each)["sheets"][0]["urls"] for each in layouts]
                await asyncio.gather(*(self.files.get(f"/{url}") for urls in sheets for url in urls.values()))

    async def ask_version(self) -> None:
        """Ask whether the table was edited, as long as the page is open."""
        while True:
            await asyncio.sleep(POLL)
            await self.files.get("/config-version", "version")

    async def act(self) -> None:
        await self.tell(self.next_event())

    def next_event(self) -> dict[str, Any]:
        """What a visitor does next."""
        if self.page != "explore":
            return {"do": "open", "page": "explore"}
        kinds = ("sector", "pair", "years", "page", "language")
        match self.chance.choices(kinds, (8, 6, 4, 1, 1))[0]:
            case "sector":
                option = self.chance.choice(self.table["popular"])
                return {"do": "choose", "dimension": "sectors", "option": option, "on": option not in self.sectors}
            case "pair":
                return {"do": "set", "name": "selected", "value": self.chance.choice([*self.table["lines"]])}
            case "years":
                first = self.chance.randint(2000, 2020)
                return {"do": "set", "name": "years", "value": [first, self.chance.randint(first, 2025)]}
            case "page":
                return {"do": "open", "page": self.chance.choice(("insights", "dossier", "data", "about"))}
            case _:
                return {"do": "set", "name": "language", "value": self.chance.choice(self.table["languages"])}

    async def tell(self, event: dict[str, Any]) -> None:
        """Tell Python of an event, as frontend/src/reload/state.js does; return when its run has ended."""
        is_heads = event["do"] == "open" or event.get("name") == "language"
        port, begun = "reload" if is_heads else "line", perf_counter()
        message = {"tab": self.tab, "first": self.told + 1, "events": [event]}
        session = self.session
        await session.run(trigger(session.widgets[port], message), session.fragments[port])
        self.figures.took("act", perf_counter() - begun)
        self.told += 1
        answer = session.data[port]
        if (answer["tab"], answer["seen"]) != (self.tab, self.told):
            raise OSError("an event that was not confirmed")
        self.query = session.query = answer["address"].partition("?")[2]
        if event["do"] == "open":
            self.page = event["page"]
        elif event["do"] == "choose":
            self.sectors ^= {event["option"]}


class EmptyVisitor(Visitor):
    """A visitor of the empty Streamlit app, who clicks on pills."""

    async def act(self) -> None:
        chosen = self.chance.sample([*self.table["sectors"].values()], 2)
        begun = perf_counter()
        await self.session.run({self.session.widgets["pill"]: chosen})
        self.figures.took("act", perf_counter() - begun)
