"""ZenHire's sandbox in this process, with a clock that a test can move."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from services.sandbox.app import create_app
from services.sandbox.zenhire.plan import plan, planned_count
from services.sandbox.zenhire.result import result
from services.sandbox.zenhire.run_book import describe
from tests.services.sandbox.conftest import OPTIONS, MovableClock, connect

ROOT = "/zenhire/api/v1"
KEY = "sandbox-key"


def wav(seconds: float, *, rate: int = 100) -> bytes:
    """Return silence as a WAV file: eight bits, one voice, and as few samples as do."""
    data = bytes(round(seconds * rate))
    sound = [1, 1, rate, rate, 1, 8]
    sizes = (2, 2, 4, 4, 2, 2)
    form = b"".join(n.to_bytes(size, "little") for n, size in zip(sound, sizes, strict=True))
    chunks = b"".join(
        name + len(chunk).to_bytes(4, "little") + chunk
        for name, chunk in ((b"fmt ", form), (b"data", data))
    )
    return b"RIFF" + (4 + len(chunks)).to_bytes(4, "little") + b"WAVE" + chunks


class ZenHire:
    """Asks ZenHire's sandbox as a client with the right key would."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client

    def get(self, path: str, **options: Any) -> httpx.Response:
        """Ask for something below the API's root."""
        return self.client.get(f"{ROOT}{path}", **options)

    def poll(self, run_id: str) -> httpx.Response:
        """Ask how far a run is."""
        return self.get(f"/speech/analyze/{run_id}")

    def submit(
        self, audio: bytes | None = None, *, key: str = KEY, **fields: Any
    ) -> httpx.Response:
        """Send a recording; by default, three minutes and twenty seconds of silence."""
        files = {"audio": ("talk.wav", wav(200) if audio is None else audio)}
        headers = {"X-API-Key": key}
        path = f"{ROOT}/speech/analyze"
        return self.client.post(path, files=files, data=fields, headers=headers)

    def advance(self, run_id: str, target: str | None = None) -> httpx.Response:
        """Move a run along."""
        body = {"target": target} if target else None
        return self.client.post(f"/_sandbox/interviews/{run_id}/advance", json=body)

    def finished(self, target: str = "success", *, seconds: float = 200) -> dict[str, Any]:
        """Send a recording, move its run to an end, and return its body."""
        run_id = self.submit(wav(seconds)).json()["id"]
        self.advance(run_id)
        self.advance(run_id, target)
        return self.poll(run_id).json()


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def zenhire(clock: MovableClock) -> Iterator[ZenHire]:
    with connect(create_app(OPTIONS, clock=clock), key=None) as client:
        client.headers["X-API-Key"] = KEY
        yield ZenHire(client)


def first(status: str) -> str:
    """Return the id of the first planned run that stands at a status and is not broken."""
    return next(
        one.interview_id
        for one in describe(OPTIONS)
        if one.status == status and one.broken_case is None
    )


def bodies_of(options: Any) -> list[dict[str, Any]]:
    """Return every planned run of a sandbox, without any HTTP."""
    plans = [plan(options, index) for index in range(planned_count(options))]
    return [result(made, made.status, balance=0) for made in plans]


@pytest.fixture(scope="session")
def zenhire_bodies() -> list[dict[str, Any]]:
    """Every planned run of a sandbox of the usual size."""
    return bodies_of(OPTIONS)


@pytest.fixture
def broken(zenhire_bodies: list[dict[str, Any]]) -> Callable[[str], dict[str, Any]]:
    """Find the first run that carries a broken case; a copy, since tests may change it."""
    cases = [one.broken_case for one in describe(OPTIONS)]
    return lambda case: json.loads(json.dumps(zenhire_bodies[cases.index(case)]))
