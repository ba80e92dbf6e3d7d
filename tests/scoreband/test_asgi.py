"""The ASGI app: health, assets, headers, and the last word on errors."""

import hashlib
import logging
import os
import signal
import socket
import subprocess
import sys

import httpx
import pytest

from components.widgets.figures import PLOTLY_URL
from scoreband.asgi import STATIC
from tests.components.widgets.events import app_of

_SERVE = """
from scoreband.asgi import serve
from services.config import Settings

serve(Settings(), on_ready=lambda: print("ready", flush=True))
"""


@pytest.fixture(scope="module")
def dashboard(tmp_path_factory):
    """Run the app in a process of its own, as a server does: one app, one process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    database = tmp_path_factory.mktemp("dashboard") / "scoreband.db"
    settings = {
        "SCOREBAND_DATABASE_URL": f"sqlite:///{database}",
        "SCOREBAND_PORT": str(port),
    }
    with subprocess.Popen(  # noqa: S603  (our own server)
        [sys.executable, "-c", _SERVE],
        env={**os.environ, **settings},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        # An empty line is the end: the server has stopped, and there is nothing to wait for.
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        with httpx.Client(base_url=f"http://127.0.0.1:{port}") as client:
            yield client
        process.send_signal(signal.SIGTERM)
        process.communicate()


def _failing_page():
    from scoreband.asgi import show_and_log  # noqa: PLC0415  (a script of its own for AppTest)

    try:
        int("Bearer of-nobody")
    except ValueError as error:
        show_and_log(error)


def test_health_says_status_and_version(dashboard):
    """Whoever watches the server needs no page for it."""
    answer = dashboard.get("/healthz")

    body = answer.json()

    assert answer.status_code == 200
    assert body["status"] == "ok"
    assert body["version"]


def test_the_page_and_the_assets_carry_the_headers(dashboard):
    """No route is left without the policy."""
    paths = ("/", "/healthz", PLOTLY_URL, "/_stcore/health")

    answers = [dashboard.get(path) for path in paths]

    assert [answer.status_code for answer in answers] == [200] * 4
    assert all("frame-ancestors 'none'" in str(a.headers) for a in answers)


def test_the_drawing_library_is_served_for_good(dashboard):
    """It is fetched once and kept: a new version has a new URL."""
    answer = dashboard.get(PLOTLY_URL)

    kind, kept = answer.headers["content-type"], answer.headers["cache-control"]

    assert kind.startswith("text/javascript")
    assert "immutable" in kept
    assert answer.content == (STATIC / "plotly-cartesian.min.js").read_bytes()


def test_nobody_can_drive_the_app_from_outside(dashboard):
    """Streamlit's agent interface stays off."""
    answer = dashboard.post("/_stcore/agent/interact", json={})

    status = answer.status_code

    assert status >= 400


def test_the_vendored_library_is_the_one_that_was_checked():
    """Bytes, checksum and licence lie together, and the licence allows it."""
    script = (STATIC / "plotly-cartesian.min.js").read_bytes()

    digest, name = (STATIC / "plotly-cartesian.min.js.sha256").read_text().split()

    assert hashlib.sha256(script).hexdigest() == digest
    assert name == "plotly-cartesian.min.js"
    assert "MIT License" in (STATIC / "plotly-cartesian.LICENSE.txt").read_text()


def test_the_vendored_library_is_of_the_version_that_python_speaks():
    """A figure in a file is drawn as on the screen."""
    from plotly.offline import get_plotlyjs_version  # noqa: PLC0415  (heavy, for one test)

    head = (STATIC / "plotly-cartesian.min.js").read_text(encoding="utf-8")[:200]

    assert f"v{get_plotlyjs_version()}" in head
    assert get_plotlyjs_version() in PLOTLY_URL


def test_an_error_is_a_sentence_and_the_log_has_no_secret(caplog):
    """The reader learns what to do; the log gets kind and place, never the error's own text."""
    page = app_of(_failing_page)

    with caplog.at_level(logging.ERROR):
        page.run()

    assert "Reload the page" in page.error[0].value
    assert "ValueError" in caplog.text
    assert "of-nobody" not in caplog.text
