"""A sandbox's answers, without HTTP and over it."""

import asyncio
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from services.sandbox.options import SandboxOptions
from services.sandbox.qode.library import describe, payloads
from services.sandbox.server import RunningSandbox, running

TODAY = datetime(2026, 3, 2, tzinfo=UTC)
OPTIONS = SandboxOptions(today=TODAY)


class MovableClock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = TODAY

    def __call__(self) -> datetime:
        """Return the time that it stands at."""
        return self.now

    def move(self, *, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)


class Caller:
    """Asks a running sandbox as a client with the right key would."""

    def __init__(self, sandbox: RunningSandbox, client: httpx.Client) -> None:
        self.sandbox = sandbox
        self.client = client

    @property
    def path(self) -> str:
        """The address of all interviews."""
        return f"{self.sandbox.qode_url}/integrations/candidates/interviews"

    def get(self, number: int = 1) -> httpx.Response:
        """Ask for the interview with this number."""
        return self.client.get(f"{self.path}/{self.sandbox.interview_ids[number]}")

    def put_faults(self, faults: str, **target: str) -> httpx.Response:
        """Put faults in force, for all interviews or for one."""
        return self.client.post(
            f"{self.sandbox.url}/_sandbox/faults", json={"faults": faults, **target}
        )

    def clear_faults(self) -> None:
        """Go back to the sound sandbox."""
        self.client.delete(f"{self.sandbox.url}/_sandbox/faults")


class _InProcess(httpx.BaseTransport):
    """Hands requests to an app without a socket, one event loop for each."""

    def __init__(self, app: FastAPI) -> None:
        self._inner = httpx.ASGITransport(app)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer one request."""
        return asyncio.run(self._answer(request))

    async def _answer(self, request: httpx.Request) -> httpx.Response:
        answer = await self._inner.handle_async_request(request)
        return httpx.Response(
            answer.status_code, headers=answer.headers, content=await answer.aread()
        )


def connect(app: FastAPI, *, key: str | None = "sandbox-key") -> httpx.Client:
    """Return a client of an app that runs in this process."""
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    return httpx.Client(
        transport=_InProcess(app), base_url="http://sandbox.example.com", headers=headers
    )


@pytest.fixture(scope="session")
def bodies() -> list[dict[str, Any]]:
    """Every interview of a sandbox of the usual size, decoded."""
    return [json.loads(payload) for payload in payloads(OPTIONS)]


@pytest.fixture(scope="session")
def broken(bodies: list[dict[str, Any]]) -> Callable[[str], dict[str, Any]]:
    """Find the first interview that carries a broken case."""
    cases = [one.broken_case for one in describe(OPTIONS)]
    return lambda case: bodies[cases.index(case)]


@pytest.fixture(scope="session")
def sandbox() -> Iterator[RunningSandbox]:
    """One running sandbox for all tests that leave it as it was."""
    with running(OPTIONS) as server:
        yield server


@pytest.fixture
def caller(sandbox: RunningSandbox) -> Iterator[Caller]:
    """A client with the key; the faults that a test puts in force end with it."""
    with httpx.Client(headers={"Authorization": "Bearer sandbox-key"}) as client:
        caller = Caller(sandbox, client)
        yield caller
        caller.clear_faults()
