"""The command that receives webhooks, as a process: with vendors that send, killed, and ended."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from scoreband.addresses import free_port
from services.sandbox.options import SandboxOptions, WebhookTarget
from services.sandbox.server import running
from tests import signing
from tests.conftest import KEY
from tests.waiting import GIVES_UP_AFTER_S, until

COMMAND = [sys.executable, "-c", "from scoreband.cli import main; main()", "webhooks", "--port"]
SECRETS = {
    "qode": signing.QODE_SECRET,
    "instaview": signing.INSTAVIEW_SECRET,
    "round0": signing.ROUND0_SECRET,
}
SIGNERS = {"qode": signing.by_qode, "instaview": signing.by_instaview, "round0": signing.by_round0}


@dataclass
class Site:
    """Where the receiver will listen, and the sandbox whose webhooks go there."""

    port: int
    url: str
    database: Path

    def advance(self, vendor):
        """Move one of the vendor's interviews a step on; return its id."""
        with httpx.Client(base_url=f"{self.url}/_sandbox", trust_env=False) as control:
            for one in control.get("/interviews").json():
                own_id = one["interview_id"]
                if one["vendor"] == vendor and one["broken_case"] is None:
                    answer = control.post(f"/interviews/{own_id}/advance", json={})
                    if answer.is_success:
                        return own_id
        return pytest.fail(f"No interview of {vendor} goes on.")

    def stored(self):
        """Return the ids of the interviews that are kept."""
        return self._ids("SELECT vendor_interview_id FROM interview")

    def handled(self):
        """Return the interviews' ids of the deliveries that the queue knows of."""
        return self._ids("SELECT vendor_interview_id FROM inbox WHERE handled_ms IS NOT NULL")

    def kept(self):
        """Return the interviews' ids of all deliveries."""
        return self._ids("SELECT vendor_interview_id FROM inbox")

    def _ids(self, query):
        with closing(sqlite3.connect(self.database)) as database:
            return {row[0] for row in database.execute(query)}


@pytest.fixture(scope="module")
def port():
    """A port that nobody listens on."""
    return free_port(preferred=0)


@pytest.fixture(scope="module")
def sandbox(port):
    """A sandbox that sends its webhooks to that port."""
    options = SandboxOptions(
        interviews=24,
        api_key=KEY,
        compact=True,
        webhooks={
            name: WebhookTarget(f"http://127.0.0.1:{port}/webhooks/{name}", secret)
            for name, secret in SECRETS.items()
        },
    )
    with running(options) as sandbox:
        yield sandbox


@pytest.fixture
def site(sandbox, port, monkeypatch, tmp_path):
    """Settings that lead to the sandbox, and an empty database."""
    for name, secret in SECRETS.items():
        monkeypatch.setenv(f"SCOREBAND_{name.upper()}_URL", sandbox.root(name))
        monkeypatch.setenv(f"SCOREBAND_{name.upper()}_API_KEY", KEY)
        monkeypatch.setenv(f"SCOREBAND_{name.upper()}_WEBHOOK_SECRET", secret)
        monkeypatch.setenv(f"SCOREBAND_{name.upper()}_REQUESTS_PER_MINUTE", "60000")
    return Site(port, sandbox.url, tmp_path / "scoreband.db")


@contextmanager
def receiving(site):
    """Run the command while the block lasts; `told` holds what it said once it has ended."""
    command = [*COMMAND, str(site.port)]
    with subprocess.Popen(command, env=os.environ, stderr=subprocess.PIPE) as process:  # noqa: S603  (our own command)
        try:
            until(lambda: process.poll() is not None or _answers(site.port))
            assert process.poll() is None, process.stderr.read().decode()
            yield process
        finally:
            if process.poll() is None:
                process.kill()
            process.told = process.stderr.read().decode()


def post(site, vendor, document):
    """Send what a vendor would have sent now."""
    body, headers = SIGNERS[vendor](document, datetime.now(UTC))
    with httpx.Client(base_url=f"http://127.0.0.1:{site.port}", trust_env=False) as http:
        return http.post(f"/webhooks/{vendor}", content=body, headers=headers)


def _answers(port):
    try:
        with httpx.Client(trust_env=False) as http:
            return http.get(f"http://127.0.0.1:{port}/healthz").is_success
    except httpx.TransportError:
        return False


def test_what_the_vendors_tell_is_fetched(site):
    """From each one's webhook to the interview in the cache, with nobody asking."""
    with receiving(site):
        told = {vendor: site.advance(vendor) for vendor in SECRETS}
        until(lambda: set(told.values()) <= site.stored())

    assert site.handled() == set(told.values())


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_begins_with_the_addresses_and_ends_in_good_order(site, monkeypatch, how):
    """It says what to register and which secret is missing, and leaves with 0."""
    monkeypatch.delenv("SCOREBAND_QODE_WEBHOOK_SECRET")

    with receiving(site) as process:
        process.send_signal(how)
        process.wait(GIVES_UP_AFTER_S)

    assert process.returncode == 0
    assert f"round0: http://127.0.0.1:{site.port}/webhooks/round0\n" in process.told
    assert "(no secret yet: set SCOREBAND_QODE_WEBHOOK_SECRET)" in process.told
    assert "Traceback" not in process.told
    assert [secret for secret in SECRETS.values() if secret in process.told] == []


def test_a_kill_after_the_answer_loses_nothing(site, monkeypatch):
    """The vendor cannot be reached, the process is killed; the next one fetches what was told."""
    own_id = site.advance("round0")
    reachable = os.environ["SCOREBAND_ROUND0_URL"]
    monkeypatch.setenv("SCOREBAND_ROUND0_URL", f"http://127.0.0.1:{free_port(preferred=0)}/v1")
    with receiving(site) as process:
        answer = post(site, "round0", signing.round0_event("evt_before", own_id))
        process.kill()
    before = (site.kept(), site.stored())

    monkeypatch.setenv("SCOREBAND_ROUND0_URL", reachable)
    with receiving(site):
        again = post(site, "round0", signing.round0_event("evt_before", own_id))
        until(lambda: own_id in site.stored())

    assert (answer.status_code, again.status_code) == (200, 200)
    assert before == ({own_id}, set())


def test_a_taken_port_is_told_with_the_option(scoreband):
    """No second receiver begins beside the first."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()

        ran = scoreband("webhooks", "--port", taken.getsockname()[1])

    assert ran.code == 2
    assert "is taken: choose another with --port" in ran.errors


def test_a_database_that_may_only_be_read_is_refused(filled, tmp_path):
    """Answering 503 to everybody would help nobody."""
    (tmp_path / "scoreband.db").chmod(0o444)

    ran = filled("webhooks", "--port", free_port(preferred=0))

    assert ran.code == 2
    assert "may only be read" in ran.errors
