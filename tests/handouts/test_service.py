"""Hand-outs over HTTP: made beside the server, once for all who ask, and for known addresses alone."""

import asyncio
import io
import json
import signal
from xml.etree import ElementTree

import pytest
from PIL import Image
from starlette.applications import Starlette
from starlette.routing import Route

from dashboard.handouts import service
from dashboard.handouts.content import Request
from dashboard.handouts.forms import FORMS
from dashboard.handouts.service import handout, made_once, qr_code, queue, request_of
from dashboard.handouts.worker import Work, Workers, framed, made, serve
from dashboard.loading import live
from dashboard.state import State
from tests.asgi import Answer, run_beside
from tests.asgi import ask as ask_app

APP = Starlette(
    routes=[Route("/handout/{form}", handout), Route("/handouts", queue), Route("/code", qr_code)],
)


class Here:
    """Makes hand-outs in this process: each request of a test has a loop of its own, and a process belongs to one."""

    async def make(self, work: Work) -> bytes:
        """Make a hand-out."""
        done, result = made(work)
        assert done, result.decode()
        return result


@pytest.fixture
def ask(monkeypatch):
    monkeypatch.setattr(service, "_workers", Here())

    def asked(address: str) -> Answer:
        return ask_app(APP, address)

    return asked


def test_a_process_of_its_own_makes_a_hand_out_and_is_used_again_and_ended_if_nobody_wants_it():
    snapshot = live().get()
    workers = Workers()

    async def run() -> tuple[bytes, int, int]:
        data = service.pickled(snapshot)
        first = await workers.make((data, State("en"), None, "", "svg"))
        (process,) = workers.idle
        await workers.make((data, State("zh"), None, "", "svg"))
        assert workers.idle == [process]
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(workers.make((data, State("en"), None, "", "png-a3")), 0.05)
        return first, len(workers.idle), await process.wait()

    picture, idle, ended = run_beside(run())
    assert picture.startswith(b"<svg")
    assert idle == 0
    assert ended == -signal.SIGKILL


def test_a_picture_has_the_size_the_dots_and_the_name_that_were_asked_for(ask):
    answer = ask("/handout/png-1920?lang=ru&selected=BY-MI_CN-CQ&page=dossier")
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["content-disposition"].endswith('_BY-MI_CN-CQ_2025-06-03_ru_1920.png"')
    picture = Image.open(io.BytesIO(answer.content))
    assert picture.size == (1920, 1080)
    assert picture.info["dpi"] == pytest.approx((144, 144), abs=0.1)
    assert json.loads(ask("/handouts").content) == {"making": 0, "waiting": 0}


def test_the_svg_carries_title_filter_source_date_and_address(ask):
    text = ask("/handout/svg?lang=en&sectors=medicine&page=explore").content
    words = " ".join(each.text or "" for each in ElementTree.fromstring(text).iter() if each.tag.endswith("text"))
    for part in ("Health", "3 June 2025", "CC BY 4.0", "http://atlas.example.org/explore?lang=en&sectors=medicine"):
        assert part in words


@pytest.mark.parametrize("asked", ["svg?selected=nowhere", "svg?foo=1", "gif?lang=en", "svg?lang=xx"])
def test_an_address_that_is_not_known_is_refused_with_a_sentence(ask, asked):
    answer = ask(f"/handout/{asked}")
    assert answer.status == 404
    assert (
        answer.content.decode()
        == "There is no such hand-out, or its filter names something that the atlas does not have."
    )


def test_a_code_is_an_svg_and_too_long_an_address_has_none(ask):
    answer = ask("/code?lang=zh&selected=BY-MI_CN-CQ")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert ElementTree.fromstring(answer.content).tag.endswith("svg")
    assert ask(f"/code?text={'x' * 3900}").status == 404


def test_a_table_for_a_letter_escapes_what_it_holds_and_numbers_its_sources(ask):
    answer = ask("/handout/html-table?lang=en&selected=BY-MI_CN-CQ")
    assert "Twinned since March 2017" in answer.content.decode()
    assert "[1]" in answer.content.decode()
    assert "<script" not in answer.content.decode()


def test_those_who_ask_for_the_same_wait_for_one_and_it_is_kept(monkeypatch):
    asked = []

    async def make(_self: Workers, work: Work) -> bytes:
        asked.append(work[-1])
        await asyncio.sleep(0.01)
        return b"made"

    monkeypatch.setattr(Workers, "make", make)
    request = Request(live().get(), State("zh", selected="BY-VI"))

    async def run() -> list[bytes]:
        return await asyncio.gather(*(made_once(request, "svg") for _ in range(5)))

    assert run_beside(run()) == [b"made"] * 5
    assert asked == ["svg"]


def test_a_hand_out_that_fails_tells_why_and_ends_nothing():
    asked = io.BytesIO(framed((b"not a pickle", State("en"), None, "", "svg")))
    answers = io.BytesIO()
    serve(asked, answers)
    assert b"UnpicklingError" in answers.getvalue()


def test_a_sector_alone_is_the_subject_but_not_beside_a_selection():
    snapshot = live().get()
    assert request_of({"sectors": ["medicine"]}, snapshot, "").sector == "medicine"
    assert request_of({"sectors": ["medicine"], "selected": ["BY-MI"]}, snapshot, "").sector is None
    assert request_of({"sectors": ["medicine", "logistics"]}, snapshot, "").sector is None


def test_every_form_has_a_name_in_every_language():
    for t in live().get().translators.values():
        names = t.find("share.forms")
        assert FORMS.keys() - {"html-table"} <= names.keys()
