"""The ASGI application, loaded by `streamlit run dashboard/app.py`, `twinned serve` and `uvicorn dashboard.app:app`.

In front of Streamlit stands the gate of `dashboard/serving/`, and behind that, once a start has made it, the site.
"""

from __future__ import annotations

import sys
from pathlib import Path

# `streamlit run` puts this folder on sys.path, where html/ would shadow the module of the standard library.
if (here := str(Path(__file__).parent)) in sys.path:
    sys.path.remove(here)

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.middleware import Middleware
from streamlit import config
from streamlit.starlette import App

from dashboard.serving.gate import Gate, check_unknown
from dashboard.serving.limits import LIMITS

SCRIPT = Path(__file__).parent / "main.py"


@asynccontextmanager
async def lifespan(_: App) -> AsyncIterator[None]:
    """Do not start with a broken table."""
    check_unknown()
    yield


def handle_failure(failed: Exception) -> bool:
    """Show our sentence for an error outside the body of a page."""
    from dashboard.views.parts.failure import handle_failure  # late: a start waits for nothing that draws pages

    return handle_failure(failed)


app = App(SCRIPT, lifespan=lifespan, middleware=[Middleware(Gate)], on_script_error=handle_failure)
config.set_option("server.disconnectedSessionTTL", LIMITS.left_seconds)  # once `App` has said which config.toml counts
