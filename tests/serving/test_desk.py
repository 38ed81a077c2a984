"""The editor's desk answers to this machine and its own pages alone, and only where it was asked for."""

from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse

from dashboard import cli
from dashboard.app import app
from dashboard.serving.desk import Desk, refusal
from tests.asgi import ask

HOST = "localhost:8501"
OWN = f"http://{HOST}"


def asked(method="GET", host=HOST, origin=None, client="127.0.0.1", **more):
    headers = {"host": host} | ({"origin": origin} if origin else {}) | more
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {
        "type": "http",
        "method": method,
        "path": "/desk/",
        "headers": raw,
        "client": (client, 1),
        "query_string": b"",
    }
    answer = refusal(Request(scope))
    return answer.status_code if answer else 200


def test_a_page_of_its_own_may_write():
    assert asked() == 200
    assert asked("POST", origin=OWN) == 200
    assert asked("POST", host="127.0.0.1:8501", origin="http://127.0.0.1:8501") == 200


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "null",
        "http://evil.example",
        "http://localhost:9000",
        "https://localhost:8501",
        "http://[",
        "http://localhost.evil.example:8501",
    ],
)
def test_the_page_of_a_stranger_may_not_write(origin):
    assert asked("POST", origin=origin) == 403


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example:8501", "192.168.1.20:8501", "[", ""])
def test_a_foreign_name_for_this_machine_is_refused(host):
    assert asked(host=host) == 403
    assert asked("POST", host=host, origin=f"http://{host}") == 403


def test_another_machine_is_refused_also_behind_a_proxy():
    assert asked(client="192.168.1.20") == 403
    assert asked(x_forwarded_for="192.168.1.20") == 403


def test_a_form_too_long_is_refused():
    assert asked("POST", origin=OWN, content_length="1000001") == 413


def test_only_what_is_below_the_desk_is_answered_there():
    other = Desk(PlainTextResponse("the atlas"))
    assert ask(other, "/data", host=HOST).content == b"the atlas"
    assert ask(other, "/desk/", host="evil.example").status == 403


def test_without_the_option_there_is_no_desk():
    assert ask(app, "/desk/", host=HOST).status == 404


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "192.168.1.20", "atlas.example.org"])  # noqa: S104 - refused
def test_it_is_served_on_a_loopback_address_alone(address):
    with pytest.raises(SystemExit, match="lets whoever reaches the server write files"):
        cli.main(["serve", "--edit", "--address", address])


def test_the_image_does_not_serve_it():
    assert "--edit" not in (Path(__file__).parents[2] / "Dockerfile").read_text("utf-8")
