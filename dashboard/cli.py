"""The command line: `twinned serve`, `check`, `stats`, `export`, `handout`, `schema` and `synth`."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import socket
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from dashboard.catalogue.load import load
from dashboard.catalogue.problems import BrokenTable, report
from dashboard.exports import formats, schema_json
from dashboard.exports.extract import whole
from dashboard.exports.stats import stats_text
from dashboard.handouts.forms import FORMS
from dashboard.loading import config_folder, live, load_all
from dashboard.text.glyphs import check_glyphs

LOG = logging.getLogger(__name__)
STOPS = (signal.SIGTERM, signal.SIGINT)
GRACE = 0.5  # seconds for open connections to close after a signal to stop; those of visitors never do
WILDCARDS = ("0.0.0.0", "::")  # noqa: S104 - compared with, not bound


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 if all is well and 1 if the table is broken."""
    asked = _parser().parse_args(arguments)
    as_json = getattr(asked, "log", "plain") == "json"
    try:
        return int(asked.command(asked))
    except BrokenTable as broken:
        count = "1 problem" if len(broken.problems) == 1 else f"{len(broken.problems)} problems"
        for line in [*report(broken.problems), count]:
            LOG.error(line) if as_json else print(line)
    except SystemExit as failed:  # with a sentence, such as that the port is taken
        if not as_json:
            raise
        LOG.error(failed.code)
    return 1


def serve(asked: argparse.Namespace) -> int:
    """Serve the atlas until stopped; raises BrokenTable if the table is broken at start-up."""
    shown = "localhost" if asked.address in WILDCARDS else asked.address
    settings = {"SERVER_ADDRESS": asked.address, "SERVER_PORT": asked.port, "BROWSER_SERVER_ADDRESS": shown}
    os.environ.update({f"STREAMLIT_{name}": str(value) for name, value in settings.items()})
    os.environ["TWINNED_CONFIG"] = str(asked.config)
    if asked.log == "json":
        from dashboard.serving.logs import log_as_json

        log_as_json()  # before anything is said, such as what is wrong with the table
    with socket_for(asked.address, asked.port) as visitors:
        live()
        import uvicorn  # all imported here: they take a second that the other commands save

        from dashboard.app import app
        from dashboard.serving.limits import LIMITS
        from dashboard.serving.metrics import serve_metrics
        from dashboard.serving.prompt import PromptProtocol

        exit_after_signal()
        options = uvicorn.Config(
            app,
            http=PromptProtocol,
            ws="websockets-sansio",
            ws_max_size=LIMITS.message_bytes,
            log_level="warning",
            access_log=False,
            server_header=False,
        )
        if asked.metrics_port:
            serve_metrics(asked.address, asked.metrics_port)
        started = f"The atlas: http://{shown}:{asked.port}{LIMITS.path}"
        if asked.log == "json":
            log_as_json()  # also what those libraries have set up
            LOG.info(started)
        else:
            print(started, flush=True)
        uvicorn.Server(options).run([visitors])
    return 0


def socket_for(address: str, port: int) -> socket.socket:
    """Socket for a server; exits if another program has the port.

    Streamlit's own `app.run` makes a socket without TCP_NODELAY, which holds back the second part of each answer for
    40 ms.
    """
    made = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, True)
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)  # connections inherit it
    try:
        made.bind((address, port))
    except OSError as failed:
        raise SystemExit(f"cannot serve on {address}, port {port}: {failed.strerror}; choose with --port") from None
    return made


def exit_after_signal() -> None:
    """End the process GRACE seconds after a signal to stop. Streamlit alone would wait for the last visitor."""
    for stop in STOPS:  # uvicorn raises it again after its shutdown, and interpreter teardown is slow
        signal.signal(stop, lambda *_: os._exit(0))
    received, wake = socket.socketpair()
    wake.setblocking(False)
    signal.set_wakeup_fd(wake.detach())

    def wait() -> None:
        while received.recv(1)[0] not in STOPS:
            pass
        time.sleep(GRACE)
        os._exit(0)

    threading.Thread(target=wait, daemon=True).start()


def check(asked: argparse.Namespace) -> int:
    """Check the table, the map, the texts and their fonts, and print what was checked; raises BrokenTable."""
    problems = check_glyphs(asked.config)
    try:
        catalogue = load_all(asked.config).catalogue
    except BrokenTable as broken:
        raise BrokenTable([*broken.problems, *problems]) from None
    if problems:
        raise BrokenTable(problems)
    counts = {
        "pairs": catalogue.pairs,
        "records": catalogue.rows,
        "places": catalogue.places,
        "organisations": catalogue.organisations,
        "sources": catalogue.sources,
        "languages": catalogue.atlas.languages,
    }
    print(f"{asked.config}: no problems in", ", ".join(f"{len(found)} {name}" for name, found in counts.items()))
    return 0


def export(asked: argparse.Namespace) -> int:
    """Write the table as files, in one language."""
    loaded = load_all(asked.config)
    language = asked.language or next(iter(loaded.translators))
    if language not in loaded.translators:
        print(f"the atlas has no language '{language}', only {', '.join(loaded.translators)}")
        return 1
    formats.write_export(whole(loaded.catalogue, loaded.translators[language]), asked.format, asked.folder)
    return 0


def handout(asked: argparse.Namespace) -> int:
    """Write hand-outs of a view, or of every pair and region; report those that fail, and return 1 if any did."""
    from dashboard.handouts import many  # late: only this command needs it

    snapshot = load_all(asked.config)
    if asked.all:
        wanted = [*many.of_all(asked.what, asked.at, snapshot)]
    else:
        one = many.of_view(asked.view, asked.what, asked.at, snapshot)
        if not one:
            print(f"the view '{asked.view}' names something that the atlas does not have")
            return 1
        wanted = [one]
    failures = many.write(wanted, asked.out, snapshot)
    print(*failures, f"{len(wanted) - len(failures)} of {len(wanted)} written to {asked.out}", sep="\n")
    return 1 if failures else 0


def stats(asked: argparse.Namespace) -> int:
    """Print how much the table holds and how well sourced it is."""
    print(stats_text(load_all(asked.config).catalogue))
    return 0


def schema(asked: argparse.Namespace) -> int:
    """Write the JSON Schemas for editors; with --check, print those that are out of date and return 1."""
    catalogue, folder = load(asked.config), asked.config / "schema"
    if not asked.check:
        schema_json.write_schemas(catalogue, folder)
        return 0
    stale = schema_json.stale_schemas(catalogue, folder)
    for name in stale:
        print(f"schema/{name} is out of date; run `twinned schema`")
    return 1 if stale else 0


def synth(asked: argparse.Namespace) -> int:
    """Write an invented table, many times as large, unless its folder is there."""
    from dashboard.synth import write_synth  # late: only this command needs it

    if asked.out.exists():
        print(f"{asked.out} is there already; name a new folder")
        return 1
    loaded = load_all(asked.config)
    write_synth(asked.config, loaded.catalogue, loaded.translators, asked.times, asked.seed, asked.out)
    return 0


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--config", type=Path, metavar="DIR", default=argparse.SUPPRESS, help="folder of the atlas")
    parser = argparse.ArgumentParser(prog="twinned", description="An atlas of twinned regions.")
    folder = "folder of the atlas (%(default)s)"
    parser.add_argument("--config", type=Path, metavar="DIR", default=config_folder(), help=folder)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    serving = commands.add_parser("serve", parents=[common], help="serve the atlas to browsers")
    serving.add_argument("--address", default="127.0.0.1", help="address to listen on; 0.0.0.0 means all (%(default)s)")
    serving.add_argument("--port", type=int, default=8501, help="default: %(default)s")
    serving.add_argument("--log", choices=("plain", "json"), default="plain", help="form of the log (%(default)s)")
    serving.add_argument("--metrics-port", type=int, default=0, metavar="PORT", help="serve /metrics; default: nowhere")
    serving.set_defaults(command=serve)

    checking = commands.add_parser("check", parents=[common], help="list all errors in the table, by file and line")
    checking.set_defaults(command=check)

    counting = commands.add_parser("stats", parents=[common], help="count the records, by kind, region and source")
    counting.set_defaults(command=stats)

    exporting = commands.add_parser("export", parents=[common], help="write the table as files")
    exporting.add_argument("folder", type=Path, metavar="DIR", help="folder to write to")
    exporting.add_argument("--format", choices=formats.FORMATS, default="csv", help="default: %(default)s")
    exporting.add_argument("--language", metavar="CODE", help="of names and notes; default: the first of the atlas")
    exporting.set_defaults(command=export)

    handing = commands.add_parser("handout", parents=[common], help="write slides, briefings, pages or pictures")
    handing.add_argument("--what", choices=FORMS, default="pdf", help="form (%(default)s)")
    handing.add_argument("--view", default="", metavar="QUERY", help="such as 'selected=BY-MI_CN-CQ&lang=zh'")
    handing.add_argument("--all", action="store_true", help="of every pair and region, in every language, instead")
    handing.add_argument("--at", default="", metavar="URL", help="where the atlas is served, to be named in them")
    handing.add_argument("--out", type=Path, default=Path("handouts"), metavar="DIR", help="folder (%(default)s)")
    handing.set_defaults(command=handout)

    describing = commands.add_parser("schema", parents=[common], help="write config/schema/*.json for editors")
    describing.add_argument("--check", action="store_true", help="write nothing; list the files that are out of date")
    describing.set_defaults(command=schema)

    inventing = commands.add_parser("synth", parents=[common], help="invent a larger table, to see how the atlas grows")
    inventing.add_argument("--times", type=int, default=100, help="how many times as large (%(default)s)")
    inventing.add_argument("--seed", type=int, default=1, help="start of the random numbers (%(default)s)")
    inventing.add_argument("--out", type=Path, required=True, metavar="DIR", help="new folder")
    inventing.set_defaults(command=synth)
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
