"""Runs Streamlit in this process, with the app, until it is told to stop."""

from __future__ import annotations

import os
import signal
import socket
import threading
import time
from pathlib import Path

from streamlit import config as options
from streamlit.web import bootstrap

APP = Path(__file__).parent / "app.py"
GRACE = 1.0  # seconds that open connections get to end once the atlas is told to stop
WILDCARDS = ("0.0.0.0", "::")  # noqa: S104 - compared with, not bound


def run(address: str, port: int) -> None:
    """Serves the app until SIGTERM or SIGINT; asks no other host for anything."""
    flags = {
        "server_address": address,
        "server_port": port,
        "server_headless": True,
        "browser_serverAddress": "localhost" if address in WILDCARDS else address,
        "browser_gatherUsageStats": False,
    }
    options._main_script_path = str(APP)  # so that dashboard/.streamlit/config.toml is found from any folder
    bootstrap.load_config_options(flags)
    leave_in_time()
    bootstrap.run(str(APP), is_hello=False, args=[], flag_options=flags)
    os._exit(0)  # everything is closed; to take the interpreter down would only take time


def leave_in_time() -> None:
    """Ends the process soon after a signal to stop; Streamlit alone would wait for the slowest download."""
    told, wake = socket.socketpair()
    wake.setblocking(False)
    signal.set_wakeup_fd(wake.detach())

    def wait() -> None:
        while told.recv(1)[0] not in (signal.SIGTERM, signal.SIGINT):
            pass
        time.sleep(GRACE)
        os._exit(0)

    threading.Thread(target=wait, daemon=True).start()
