"""The dashboard as an ASGI app: health, assets, headers, warm-up and the last word on errors."""

import importlib
import logging
import traceback
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path
from socket import socket

import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from components.widgets.figures import PLOTLY_URL
from scoreband import heap
from scoreband.security_headers import SecurityHeaders
from services.config import Settings
from services.errors import ScorebandError

_log = logging.getLogger(__name__)

SCRIPT = Path(__file__).resolve().parent.parent / "app.py"
STATIC = SCRIPT.parent / "services" / "reports" / "static"

# What the first session would otherwise wait for.
_HEAVY = (
    *("plotly.graph_objects", "pandas", "pyarrow", "components.widgets.figures"),
    "services.use_cases.analyses",
)
_A_YEAR = "public, max-age=31536000, immutable"
_SORRY = (
    "Scoreband could not draw this page. Nothing that was stored is lost. "
    "Reload the page; if this comes back, the log of “scoreband serve” says where it happened."
)


def create_app(settings: Settings | None = None) -> st.App:
    """Return the dashboard around `app.py`; `settings` are read from the environment if absent."""
    chosen = settings or Settings()
    # Until the first `st.navigation` of the process, the folder `pages/` would make Streamlit look
    # for its old kind of pages: the first deep link after a start would not find its page.
    PagesManager.uses_pages_directory = False
    return st.App(
        SCRIPT,
        routes=[Route("/healthz", _health), Route(PLOTLY_URL, _plotly)],
        middleware=[Middleware(SecurityHeaders, media_hosts=chosen.media_hosts)],
        lifespan=_warmed_up,
        on_script_error=show_and_log,
    )


def serve(settings: Settings, *, on_ready: Callable[[], None] | None = None) -> None:
    """Serve the dashboard on `settings.host` and `settings.port` until it is stopped.

    `on_ready` is called once the address answers, for instance to open a browser.
    """
    config = uvicorn.Config(
        create_app(settings),
        host=settings.host,
        port=settings.port,
        log_level="warning",
        access_log=False,
    )
    _Server(config, on_ready).run()


class _Server(uvicorn.Server):
    """A uvicorn server that says when it listens."""

    def __init__(self, config: uvicorn.Config, on_ready: Callable[[], None] | None) -> None:
        super().__init__(config)
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket] | None = None) -> None:
        """Begin to listen, then say so."""
        await super().startup(sockets)
        if self.started and self._on_ready:
            self._on_ready()


async def _health(_: Request) -> Response:
    return JSONResponse({"status": "ok", "version": version("scoreband")})


async def _plotly(_: Request) -> Response:
    return FileResponse(
        STATIC / "plotly-cartesian.min.js",
        media_type="text/javascript",
        headers={"cache-control": _A_YEAR},
    )


@asynccontextmanager
async def _warmed_up(_: st.App) -> AsyncIterator[None]:
    """Import what is heavy before the first reader comes, and freeze it out of the collector.

    With a frozen heap a rerun is not held back by a full collection (see .streamlit/config.toml).
    """
    _hush()
    for name in _HEAVY:
        importlib.import_module(name)
    _open_services()
    heap.settle()
    yield


def _hush() -> None:
    """Keep requests and the texts of errors out of the log: they may name a person.

    `show_and_log` writes where a page failed. Streamlit gives uvicorn's loggers handlers of its
    own when it starts, so that uvicorn's own options come too early.
    """
    logging.getLogger("uvicorn.access").disabled = True
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    logging.getLogger("streamlit.error_util").disabled = True


def _open_services() -> None:
    """Open the database once for all sessions; a fault is left for the page to tell."""
    loaders = importlib.import_module("components.loaders")
    try:
        loaders.services()
    except ScorebandError as error:
        _log.warning("%s", error)


def show_and_log(error: Exception) -> bool:
    """Show a sentence in place of the page and log the rest; return True: nothing more is drawn.

    The log gets the kind of the error and the places it went through, never its text: a text may
    quote a candidate's words or a key.
    """
    steps = traceback.extract_tb(error.__traceback__)
    places = "\n".join(f"  {step.filename}:{step.lineno} in {step.name}" for step in steps)
    _log.error("a page failed with %s\n%s", type(error).__name__, places)
    st.error(_SORRY)
    return True
