"""What is answered, to whom, and what browsers are told with it."""

import re
from dataclasses import replace

import pytest
from starlette.datastructures import Headers

from dashboard.app import app
from dashboard.serving import doors, pages, visitors
from dashboard.serving.doors import is_allowed, is_ours
from dashboard.serving.limits import Limits
from tests.asgi import Answer, ask

CLOSED = (
    "/_stcore/metrics",
    "/_stcore/upload_file/session/file",
    "/_stcore/agent/openapi.json",
    "/auth/login",
    "/auth/logout",
    "/oauth2callback",
    "/component/any/index.html",
    "/media/none.png",
    "/a/b",
    "/a/a",
    "/insights/",
    "/insights/x",
    "/a%2Fb",
    "/%2e%2e/etc",
    "/static/none.js",
    "/app/static/build/none.js",
    "//evil.example",
)
EVERY = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
}


def get(address: str, method: str = "GET", host: str = "localhost:8501", scheme: str = "http") -> Answer:
    return ask(app, address, method, host=host, scheme=scheme)


def rules(answer: Answer) -> dict[str, str]:
    return dict(rule.split(" ", 1) for rule in answer.headers["content-security-policy"].split("; "))


@pytest.mark.parametrize("address", CLOSED)
def test_what_the_atlas_does_not_have_is_missing(address):
    assert get(address).status == 404


@pytest.mark.parametrize(("address", "root"), [("/a", "./"), ("/a/b", "../"), ("/a/b/", "../../"), ("/a%2Fb", "./")])
def test_links_of_a_missing_page_hold_at_any_depth(address, root):
    html = get(f"{address}?lang=zh").content.decode()
    assert f'href="{root}insights?lang=zh"' in html
    assert {link[: -len(link.lstrip("./"))] for link in re.findall(r'(?:href|src)="([^"]+)"', html)} == {root}


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE"])
def test_nothing_can_be_changed(method):
    answer = get("/_stcore/upload_file/session/file?lang=ru", method)
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
    assert answer.content.decode() == "Здесь можно только смотреть, но не изменять."


@pytest.mark.parametrize(
    "address",
    ["/", "/insights", "/none", "/config-version", "/favicon.png", "/code?lang=en", "/download/no"],
)
def test_every_answer_has_the_headers(address):
    answer = get(address)
    assert {name: answer.headers[name] for name in EVERY} == EVERY
    assert rules(answer)["default-src"] == rules(answer)["frame-ancestors"] == "'none'"
    assert "camera=()" in answer.headers["permissions-policy"]
    assert "strict-transport-security" not in answer.headers
    assert "server" not in answer.headers


def test_only_https_is_kept_to_https():
    assert get("/", scheme="https").headers["strict-transport-security"] == "max-age=31536000"


def test_a_page_runs_no_script_but_its_own():
    policy = rules(get("/?lang=en"))
    assert re.fullmatch(r"'self' 'sha256-[\w+/]{43}='", policy["script-src"])
    assert policy["style-src-attr"] == "'none'"
    assert policy["require-trusted-types-for"] == "'script'"
    assert "unsafe" not in str(policy)
    assert "blob:" not in str(policy)


@pytest.mark.parametrize(
    ("host", "allowed"),
    [
        ("localhost:8501", True),
        ("127.0.0.1", True),
        ("[::1]:8501", True),
        ("192.168.1.5:8501", True),
        ("atlas", True),
        ("app.localhost", True),
        (None, True),
        ("evil.example", False),
        ("127.0.0.1.evil.example", False),
        ("localhost.evil.example", False),
        ("[::1", False),
        ("", False),
    ],
)
def test_a_name_that_a_stranger_can_lead_here_is_refused(host, allowed):
    assert is_allowed(host) == allowed


def test_names_are_allowed_by_configuration(monkeypatch):
    settings = Limits.read({"TWINNED_ALLOWED_HOSTS": "Atlas.example, *.example.org"})
    monkeypatch.setattr(doors, "LIMITS", settings)
    assert [is_allowed(each) for each in ("atlas.example", "a.example.org", "example.org")] == [True, True, False]
    monkeypatch.setattr(doors, "LIMITS", Limits(allowed_hosts=("*",)))
    assert is_allowed("any.example")


def test_another_name_is_told_what_to_do():
    answer = get("/?lang=en", host="evil.example")
    assert answer.status == 421
    assert answer.content.decode().startswith("This atlas does not answer to the name “evil.example”.")


@pytest.mark.parametrize(
    ("headers", "path", "ours"),
    [
        ({"host": "localhost:1", "origin": "http://localhost:1"}, "/_stcore/stream", True),
        ({"host": "localhost:1"}, "/_stcore/stream", True),
        ({"host": "localhost:1", "origin": "http://localhost:2"}, "/_stcore/stream", False),
        ({"host": "evil.example", "origin": "http://evil.example"}, "/_stcore/stream", False),
        ({"host": "localhost:1", "origin": "null"}, "/_stcore/stream", False),
        ({"host": "localhost:1", "origin": "http://["}, "/_stcore/stream", False),
        ({"host": "localhost:1", "origin": "http://localhost:1"}, "/other", False),
    ],
)
def test_a_websocket_is_for_our_own_pages(headers, path, ours):
    assert is_ours(Headers(headers), path) == ours


@pytest.mark.parametrize(("language", "said"), [("en", "too long"), ("ru", "слишком длинный"), ("zh", "过长")])
def test_too_long_an_address_is_refused_kindly(language, said):
    answer = get(f"/?lang={language}&text={'x' * 9000}")
    assert answer.status == 414
    assert said in answer.content.decode()


@pytest.mark.parametrize(("language", "said"), [("en", "full"), ("ru", "переполнен"), ("zh", "已满")])
def test_a_full_atlas_says_so_and_when_to_come_back(monkeypatch, language, said):
    monkeypatch.setattr(visitors, "LIMITS", replace(Limits(), sessions_of_address=0))
    answer = get(f"/insights?lang={language}")
    assert (answer.status, answer.headers["retry-after"]) == (503, "30")
    assert said in answer.content.decode()
    assert rules(answer)["script-src"] == "'self'"


def test_the_version_is_told_to_whom_all_else_is():
    answer = get("/config-version")
    assert re.fullmatch(rb"[0-9a-f]{8} [0-9a-f]{16}", answer.content)
    assert (answer.headers["cache-control"], answer.headers["content-type"][:10]) == ("no-store", "text/plain")
    assert [get("/config-version", "HEAD").status, get("/config-version", "POST").status] == [200, 405]
    assert get("/config-version", host="evil.example").status == 421


def test_a_failure_is_a_page_with_the_same_headers(monkeypatch, caplog):
    def fail(*_asked, **_how):
        raise RuntimeError("injected")

    monkeypatch.setattr(pages, "FRESH", 0)
    monkeypatch.setattr(pages, "page_html", fail)
    answer = get("/?lang=zh")
    assert answer.status == 500
    assert "此页面未能显示" in answer.content.decode()
    assert "injected" not in answer.content.decode()
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "RuntimeError: injected" in caplog.text
