"""The command line: `twinned serve`, and what `dashboard/commands.py` adds to it."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from dashboard.catalogue.folder import config_folder
from dashboard.catalogue.problems import BrokenTable, report
from dashboard.editor import EDIT, is_loopback

LOG = logging.getLogger(__name__)
STOPS = (signal.SIGTERM, signal.SIGINT)
GRACE = 0.5  # seconds for open connections to close after a signal to stop; those of visitors never do
WILDCARDS = ("0.0.0.0", "::")  # noqa: S104 - compared with, not bound


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 if all is well and 1 if the table is broken."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    asked = _parser(whole=given[:1] != ["serve"]).parse_args(given)
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
    if asked.edit and not is_loopback(asked.address):
        raise SystemExit(f"--edit lets whoever reaches the server write files: leave out --address {asked.address}")
    shown = "localhost" if asked.address in WILDCARDS else asked.address
    settings = {"SERVER_ADDRESS": asked.address, "SERVER_PORT": asked.port, "BROWSER_SERVER_ADDRESS": shown}
    os.environ.update({f"STREAMLIT_{name}": str(value) for name, value in settings.items()})
    os.environ["TWINNED_CONFIG"] = str(asked.config)
    os.environ[EDIT] = "yes" if asked.edit else ""
    if asked.log == "json":
        from dashboard.serving.logs import log_as_json

        log_as_json()  # before anything is said, such as what is wrong with the table
    with socket_for(asked.address, asked.port) as visitors:
        import uvicorn  # all imported here: they take half a second that the other commands save

        from dashboard.app import app
        from dashboard.serving.gate import check_unknown
        from dashboard.serving.limits import LIMITS
        from dashboard.serving.prompt import PromptProtocol

        check_unknown()
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
            from dashboard.serving.metrics import serve_metrics

            serve_metrics(asked.address, asked.metrics_port)
        started = f"The atlas: http://{shown}:{asked.port}{LIMITS.path}{'/desk/' if asked.edit else ''}"
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


def _parser(*, whole: bool = True) -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--config", type=Path, metavar="DIR", default=argparse.SUPPRESS, help="folder of the atlas")
    parser = argparse.ArgumentParser(prog="twinned", description="An atlas of twinned regions.")
    folder = "folder of the atlas (%(default)s)"
    parser.add_argument("--config", type=Path, metavar="DIR", default=config_folder(), help=folder)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    serving = commands.add_parser("serve", parents=[common], help="serve the atlas to browsers")
    serving.add_argument("--address", default="127.0.0.1", help="address to listen on; 0.0.0.0 means all (%(default)s)")
    serving.add_argument("--port", type=int, default=8501, help="default: %(default)s")
    serving.add_argument("--edit", action="store_true", help="serve forms to edit the table, to this machine alone")
    serving.add_argument("--log", choices=("plain", "json"), default="plain", help="form of the log (%(default)s)")
    serving.add_argument("--metrics-port", type=int, default=0, metavar="PORT", help="serve /metrics; default: nowhere")
    serving.set_defaults(command=serve)

    if whole:
        from dashboard.commands import add_to  # late: a start waits for none of what they load

        add_to(commands, common)
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
