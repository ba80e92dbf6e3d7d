"""InstaView's sandbox in this process, and its planned interviews decoded."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import httpx
import pytest

from services.sandbox.app import create_app
from services.sandbox.instaview.interview import interview_body
from services.sandbox.instaview.plan import plan
from services.sandbox.instaview.schedule import broken_case, planned_count
from tests.services.sandbox.conftest import OPTIONS, MovableClock, connect

BASE = "http://127.0.0.1:9"
BUSY = replace(OPTIONS, interviews=600)


@pytest.fixture(scope="session")
def interviews() -> list[dict[str, Any]]:
    """Every planned interview beside sixty of Qode's."""
    return [
        interview_body(plan(OPTIONS, index), base_url=BASE)
        for index in range(planned_count(OPTIONS))
    ]


@pytest.fixture(scope="session")
def broken(interviews: list[dict[str, Any]]) -> Callable[[str], dict[str, Any]]:
    """Find the first interview that carries a broken case."""
    cases = [broken_case(index) for index in range(len(interviews))]
    return lambda case: interviews[cases.index(case)]


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def client(clock: MovableClock) -> Iterator[httpx.Client]:
    """A client with the key that may do everything; a step takes half a minute."""
    options = replace(OPTIONS, step_seconds=30)
    with connect(create_app(options, clock=clock)) as client:
        yield client


@pytest.fixture
def agents(client: httpx.Client) -> dict[str, str]:
    """The first agent of each focus: its id."""
    items = client.get("/instaview/agents").json()["data"]["items"]
    return {item["focus"]: item["id"] for item in reversed(items)}


@pytest.fixture
def candidates(client: httpx.Client) -> list[dict[str, Any]]:
    """All candidates."""
    return client.get("/instaview/candidates", params={"limit": 100}).json()["data"]
