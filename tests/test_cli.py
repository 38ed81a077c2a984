"""The command line: output, exit codes, and a server that starts, stops, or refuses to start."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections import Counter
from pathlib import Path

import pytest
import uvicorn

from dashboard import cli, loading
from dashboard.cli import main
from dashboard.serving import gate
from geodata import DETAILS

TWINNED = "relations/XA-N_XB-E.yaml"
ROOT = Path(__file__).parent.parent


def test_check_says_what_was_checked(config, capsys):
    assert main(["check", "--config", str(config)]) == 0
    assert capsys.readouterr().out == (
        f"{config}: no problems in 5 pairs, 13 records, 5 places, 3 organisations, 3 sources, 2 languages\n"
    )


def test_check_prints_every_problem_sorted(config, edit, capsys):
    edit(TWINNED, "status: operating", "status: operates")
    edit("places.yaml", "unit: XA-S", "unit: XA-SS")
    assert main(["check", "--config", str(config)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "places.yaml:10: southport.unit: unknown unit 'XA-SS'; did you mean 'XA-S'?",
        f"{TWINNED}:37: projects.clinic.status: unknown status 'operates'; did you mean 'operating'?",
        "2 problems",
    ]


def test_check_finds_places_outside_their_unit(config, edit, capsys):
    edit("places.yaml", "lat: 15\n", "lat: 5\n")
    edit("places.yaml", "lon: 25.0\n  lat: 10.0", "lon: 10.0\n  lat: 25.0")
    edit("places.yaml", "lon: 26.0", "lon: 126.0")
    assert main(["check", "--config", str(config)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "places.yaml:2: northport: lies in XA-S, not in XA-N",
        "places.yaml:21: westham: lies in no unit, not in XB-W; lon and lat are swapped",
        "places.yaml:27: west-park: lies in no unit, not in XB-W",
        "3 problems",
    ]


def test_check_finds_units_without_a_shape_and_shapes_without_a_unit(config, edit, capsys):
    for detail in DETAILS:
        edit(f"geodata/units-{detail}.geojson", "XA-S", "XA-T")
    assert main(["check", "--config", str(config)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "atlas.yaml:4: countries: XA-S has a name in units/XA.yaml but no geometry",
        "atlas.yaml:4: countries: XA-T has geometry but no name in units/XA.yaml",
        "places.yaml:9: southport: lies in XA-T, not in XA-S",
        "3 problems",
    ]


def test_the_environment_names_the_folder(config, monkeypatch, capsys):
    monkeypatch.setenv("TWINNED_CONFIG", str(config))
    assert main(["check"]) == 0
    assert str(config) in capsys.readouterr().out


def test_export(config, tmp_path):
    words = (loading.CONFIG / "i18n/en.yaml").read_text(encoding="utf-8")
    (config / "i18n/en.yaml").write_text(words, encoding="utf-8")
    (config / "i18n/fr.yaml").write_text(words.replace("locale: en_GB", "locale: fr"), encoding="utf-8")
    for form in ("csv", "xlsx", "geojson", "json"):
        asked = ["export", str(tmp_path / form), "--format", form, "--language", "fr"]
        assert main([*asked, "--config", str(config)]) == 0
    assert (tmp_path / "csv/projects.csv").read_text(encoding="utf-8-sig").splitlines()[1].startswith("Une clinique,")
    (book,) = (tmp_path / "xlsx").iterdir()
    assert re.fullmatch(r"aland-and-bland_all_\d{4}-\d\d-\d\d_fr\.xlsx", book.name)
    (map_file,) = (tmp_path / "geojson").iterdir()
    features = json.loads(map_file.read_text(encoding="utf-8"))["features"]
    assert Counter(each["properties"]["kind"] for each in features) == {"unit": 4, "pair": 3, "link": 4, "place": 5}
    (everything,) = (tmp_path / "json").iterdir()
    assert json.loads(everything.read_text(encoding="utf-8"))["atlas"]["title"]["fr"]
    assert main(["export", str(tmp_path / "no"), "--language", "de", "--config", str(config)]) == 1
    assert not (tmp_path / "no").exists()


def test_export_of_a_broken_table_writes_nothing(config, edit, tmp_path, capsys):
    edit(TWINNED, "status: operating", "status: operates")
    assert main(["export", str(tmp_path / "out"), "--config", str(config)]) == 1
    assert capsys.readouterr().out.endswith("\n1 problem\n")
    assert not (tmp_path / "out").exists()


def test_stats_are_a_plain_table(config, capsys):
    assert main(["stats", "--config", str(config)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:4] == [
        "as of 2024",
        "",
        "kind         records  inferred     noted   undated",
        "agreements         3         0         0         0",
    ]
    assert "XA-N              10         1         1         2" in lines
    assert "gazette-1          4         0         0         0" in lines
    assert lines[-1] == "all               13         1         1         2"


def test_schema_is_written_and_checked(config, capsys):
    assert main(["schema", "--check", "--config", str(config)]) == 1
    assert "schema/relation.json is out of date; run `twinned schema`\n" in capsys.readouterr().out
    assert main(["schema", "--config", str(config)]) == 0
    assert main(["schema", "--check", "--config", str(config)]) == 0


def test_serve_refuses_a_broken_table(config, edit, capsys, monkeypatch):
    loading.live.cache_clear()  # another test may have loaded the shipped table
    monkeypatch.setenv("TWINNED_CONFIG", "put back after the test")
    edit(TWINNED, "status: operating", "status: operates")
    assert main(["serve", "--config", str(config)]) == 1
    assert capsys.readouterr().out.endswith("did you mean 'operating'?\n1 problem\n")


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_serve_starts_and_stops_by_itself(config, sign):
    process, port = served(config)
    try:
        wait_until_healthy(process, f"http://127.0.0.1:{port}/_stcore/health")
        process.send_signal(sign)
        assert process.wait(10) == 0
    finally:
        process.kill()


def served(config):
    """Start a server of a folder; return its process and its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dashboard.cli", "--config", str(config), "serve", "--port", str(port)]
    return subprocess.Popen(command, cwd=ROOT), port


def test_one_installation_serves_two_folders_at_once(config, edit, tmp_path):
    words = (loading.CONFIG / "i18n/en.yaml").read_text(encoding="utf-8")
    (config / "i18n/en.yaml").write_text(words, encoding="utf-8")
    (config / "i18n/fr.yaml").write_text(words.replace("locale: en_GB", "locale: fr"), encoding="utf-8")
    other = shutil.copytree(config, tmp_path / "other")
    edit("atlas.yaml", "en: Aland and Bland", "en: The first of two")
    servers = {"The first of two": served(config), "Aland and Bland": served(other)}
    try:
        for title, (process, port) in servers.items():
            wait_until_healthy(process, f"http://127.0.0.1:{port}/_stcore/health")
            page = urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=30).read().decode()
            assert [each for each in servers if f"<title>{each}" in page] == [title]
    finally:
        for process, _ in servers.values():
            process.kill()


def test_a_connection_that_does_not_end_holds_the_server_no_longer():
    stuck = """
import signal, time
from dashboard import cli
cli.exit_after_signal()
signal.signal(signal.SIGTERM, lambda *_: print("not yet", flush=True))
print("ready", flush=True)
while True:
    time.sleep(1)
"""
    with subprocess.Popen([sys.executable, "-c", stuck], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "ready\n"
        started = time.monotonic()
        process.terminate()
        assert process.stdout.readline() == "not yet\n"
        assert process.wait(10) == 0
        assert cli.GRACE < time.monotonic() - started < 2


def wait_until_healthy(process, url):
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        try:
            if urllib.request.urlopen(url, timeout=5).status == 200:  # noqa: S310
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the server did not start")


SHOWN = "BROWSER_SERVER_ADDRESS"


@pytest.mark.parametrize(("address", "shown"), [("127.0.0.1", "127.0.0.1"), ("::", "localhost")])
def test_no_outside_service_is_asked_for_an_address(config, monkeypatch, address, shown):
    monkeypatch.setattr(uvicorn.Server, "run", lambda *_: None)
    monkeypatch.setattr(cli, "exit_after_signal", lambda: None)
    monkeypatch.setattr(gate, "check_unknown", lambda: None)
    monkeypatch.setattr(cli, "socket_for", lambda *_: socket.socket())
    for name in ("TWINNED_CONFIG", *(f"STREAMLIT_{each}" for each in ("SERVER_ADDRESS", "SERVER_PORT", SHOWN))):
        monkeypatch.setenv(name, "put back after the test")
    main(["serve", "--address", address, "--config", str(config)])
    assert (os.environ["STREAMLIT_SERVER_ADDRESS"], os.environ[f"STREAMLIT_{SHOWN}"]) == (address, shown)


def test_no_answer_is_held_back_until_its_first_part_is_acknowledged():
    with cli.socket_for("127.0.0.1", 0) as served:
        served.listen()
        with socket.create_connection(served.getsockname()), served.accept()[0] as connection:
            assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_a_port_that_is_taken_is_named():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(SystemExit, match=f"^cannot serve on 127.0.0.1, port {port}: .* choose with --port$"):
            cli.socket_for("127.0.0.1", port)
