"""A sync that is killed in the middle: what was stored stays, and the next one fetches the rest."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager

import httpx
import pytest

from services.bootstrap import utc_now
from services.cache.store import Store, open_store
from services.models.browse import InterviewFilter, PageRequest, Sort
from services.sandbox.faults import Faults
from services.sandbox.options import SandboxOptions
from services.sandbox.server import RunningSandbox, running
from tests.conftest import KEY
from tests.waiting import comes_true

COMMAND = [sys.executable, "-c", "from scoreband.cli import main; main()"]


@pytest.fixture
def slow_api(monkeypatch):
    """Run a vendor that takes its time, so that there is a middle to be killed in."""
    slow = Faults(latency_s=0.15)
    options = SandboxOptions(interviews=72, api_key=KEY, compact=True, faults=slow)
    with running(options) as sandbox:
        monkeypatch.setenv("SCOREBAND_QODE_URL", sandbox.qode_url)
        monkeypatch.setenv("SCOREBAND_QODE_API_KEY", KEY)
        monkeypatch.setenv("SCOREBAND_QODE_REQUESTS_PER_MINUTE", "60000")
        yield sandbox


def test_a_killed_sync_loses_nothing_and_the_next_one_goes_on(scoreband, slow_api):
    """What was written before the kill is whole; afterwards exactly the rest is fetched."""
    scoreband("track", *slow_api.interview_ids)

    with _sync_in_a_process() as process:
        _wait_until_something_is_stored(process)
        process.kill()
    kept = _payloads()
    _hurry(slow_api)
    finished = scoreband("sync", "--json").document

    assert process.returncode == -9
    assert 0 < len(kept) < len(slow_api.interview_ids)
    assert finished["failures"] == []
    assert not kept.keys() & set(finished["stored"])
    assert len(finished["stored"]) == len(slow_api.interview_ids) - len(kept)
    assert kept.items() <= _payloads().items()
    assert scoreband("doctor").code == 0


def _hurry(api: RunningSandbox) -> None:
    with httpx.Client(base_url=api.url, trust_env=False) as control:
        control.post("/_sandbox/faults", json={"faults": ""}).raise_for_status()


@contextmanager
def _sync_in_a_process() -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen([*COMMAND, "sync"], env=os.environ, stdout=subprocess.DEVNULL) as process:  # noqa: S603  (our own command)
        try:
            yield process
        finally:
            process.kill()


def _wait_until_something_is_stored(process: subprocess.Popen[bytes]) -> None:
    with closing(_store()) as store:
        comes_true(lambda: store.count(InterviewFilter()) or process.poll() is not None)
    if process.poll() is not None:
        pytest.fail(f"The sync ended ({process.returncode}) before it could be killed.")


def _payloads() -> dict[str, str]:
    """Return the fingerprint of every stored payload by its interview, each of them unpacked."""
    with closing(_store()) as store:
        page = store.page(InterviewFilter(), Sort(), PageRequest(limit=1000))
        return {row.id: _fingerprint(store, row.id) for row in page.rows}


def _fingerprint(store: Store, interview_id: str) -> str:
    stored = store.payload(interview_id)
    assert stored is not None
    return hashlib.sha256(stored.payload).hexdigest()


def _store() -> Store:
    return open_store(os.environ["SCOREBAND_DATABASE_URL"], clock=utc_now)
