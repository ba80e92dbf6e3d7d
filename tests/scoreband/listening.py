"""A receiver of webhooks that listens, with vendors whose webhooks are real and nothing else."""

import socket
import sqlite3
import threading
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
import uvicorn

from scoreband.receiver import server_config
from services.vendors.registry import VENDORS as ALL
from tests import signing

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
VENDORS = {name: ALL[name] for name in ("qode", "instaview", "round0")}
VENDORS["silent"] = replace(ALL["qode"], name="silent", title="Silent", read_webhook=None)
SECRETS = {
    "qode": signing.QODE_SECRET,
    "instaview": signing.INSTAVIEW_SECRET,
    "round0": signing.ROUND0_SECRET,
}
SIGNERS = {
    "qode": (signing.qode_event(), signing.by_qode),
    "instaview": (signing.instaview_event(at=NOON), signing.by_instaview),
    "round0": (signing.round0_event(), signing.by_round0),
}


@dataclass
class Receiver:
    """A receiver that listens, the cache behind it, and what it wrote into its log."""

    http: httpx.Client
    path: Path
    log: pytest.LogCaptureFixture

    def post(self, vendor, document=None, *, at=NOON, **how):
        """Send what a vendor would, signed by it."""
        usual, sign = SIGNERS[vendor]
        body, headers = sign(usual if document is None else document, at, **how)
        return self.http.post(f"/webhooks/{vendor}", content=body, headers=headers)

    @property
    def address(self):
        """Where it listens."""
        return self.http.base_url.host, self.http.base_url.port

    def inbox(self):
        """Return what is kept: vendor, delivery's id, interview's id."""
        with closing(sqlite3.connect(self.path)) as database:
            columns = "vendor, delivery_id, vendor_interview_id"
            return database.execute(f"SELECT {columns} FROM inbox ORDER BY id").fetchall()  # noqa: S608  (a constant)

    def lines(self):
        """Return the log's lines about deliveries."""
        mine = [each for each in self.log.records if each.name == "scoreband.receiver"]
        return [each.getMessage() for each in mine]


def nobody(_vendor):
    """Connect to no vendor: the receiver itself asks nobody."""
    msg = "Nothing may be fetched here."
    raise AssertionError(msg)


@contextmanager
def listening(app):
    """Serve on a free port while the block lasts; yields the address."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        server = uvicorn.Server(server_config(app))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.005)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()
