"""Runs Streamlit in this process, with the app, until it is told to stop."""

from __future__ import annotations

from pathlib import Path

from streamlit import config as options
from streamlit.web import bootstrap

APP = Path(__file__).parent / "app.py"
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
    bootstrap.run(str(APP), is_hello=False, args=[], flag_options=flags)
