"""Two syncs at once, in two processes on one database: nothing is asked for twice."""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import unquote

import pytest

from tests.conftest import KEY
from tests.scoreband.conftest import FIXTURES

COMMAND = [sys.executable, "-c", "from scoreband.cli import main; main()", "sync", "--json"]
TAKES_S = 0.02


class _CountingVendor(ThreadingHTTPServer):
    """A vendor that takes its time, and counts how often it is asked for each interview."""

    def __init__(self, document: dict[str, object]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.document = document
        self.asked: Counter[str] = Counter()

    @property
    def url(self) -> str:
        """The address of its API."""
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with the one document, under whatever id is asked for."""
        assert isinstance(self.server, _CountingVendor)
        interview_id = unquote(self.path.rpartition("/")[2])
        self.server.asked[interview_id] += 1
        time.sleep(TAKES_S)
        body = json.dumps(self.server.document | {"interview_id": interview_id}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def vendor(monkeypatch: pytest.MonkeyPatch) -> Iterator[_CountingVendor]:
    document = json.loads((FIXTURES / "complete.json").read_text(encoding="utf-8"))
    with _CountingVendor(document) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        monkeypatch.setenv("SCOREBAND_QODE_URL", server.url)
        monkeypatch.setenv("SCOREBAND_QODE_API_KEY", KEY)
        monkeypatch.setenv("SCOREBAND_QODE_REQUESTS_PER_MINUTE", "6000")
        yield server
        server.shutdown()
        thread.join()


def test_two_processes_share_the_work(scoreband, vendor):
    """Together they store each interview, and the vendor is asked once for each."""
    names = [f"interview-{number}" for number in range(150)]
    scoreband("track", *names)

    both = [subprocess.Popen(COMMAND, env=os.environ, stdout=subprocess.PIPE) for _ in range(2)]  # noqa: S603  (our own command)
    reports = [json.loads(each.communicate()[0]) for each in both]

    assert [each.returncode for each in both] == [0, 0]
    assert vendor.asked == Counter(names)
    assert sum(len(report["stored"]) for report in reports) == 150
    assert scoreband("list", "--json").document["total"] == 150
