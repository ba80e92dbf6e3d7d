"""round0's sandbox in this process, with a clock that a test can move."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from services.sandbox.app import create_app
from services.sandbox.round0.library import Library, describe
from services.sandbox.vendor_api import Happening, Setting
from tests.services.sandbox.conftest import OPTIONS, MovableClock, connect

ROOT = "/round0/api/v1"


class Round0:
    """Asks round0's sandbox as a client with the right key would."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client

    def get(self, path: str, **options: Any) -> httpx.Response:
        """Ask for something below the API's root."""
        return self.client.get(f"{ROOT}{path}", **options)

    def post(self, path: str, **options: Any) -> httpx.Response:
        """Send something below the API's root."""
        return self.client.post(f"{ROOT}{path}", **options)

    def interview(self, interview_id: str) -> dict[str, Any]:
        """Return an interview's body."""
        return self.get(f"/interviews/{interview_id}").json()

    def questions(self, interview_id: str) -> dict[str, Any]:
        """Return an interview's questions."""
        return self.get(f"/interviews/{interview_id}/questions").json()

    def advance(self, interview_id: str, target: str | None = None) -> httpx.Response:
        """Move an interview along."""
        body = {"target": target} if target else None
        return self.client.post(f"/_sandbox/interviews/{interview_id}/advance", json=body)

    def invite(self, headers: dict[str, str] | None = None, **changes: Any) -> httpx.Response:
        """Invite somebody for the first job."""
        job_id = self.get("/jobs").json()["jobs"][0]["id"]
        candidate = {"name": "Ngozi Invented", "email": "ngozi.invented@example.com"}
        body = {"job_id": job_id, "candidate": candidate} | changes
        return self.post("/invitations", json=body, headers=headers)


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def round0(clock: MovableClock) -> Iterator[Round0]:
    with connect(create_app(OPTIONS, clock=clock)) as client:
        yield Round0(client)


@pytest.fixture
def told() -> list[Happening]:
    """Every webhook that the library asked to send."""
    return []


@pytest.fixture
def library(clock: MovableClock, told: list[Happening]) -> Library:
    return Library(Setting(OPTIONS, clock, told.append))


def first(status: str) -> str:
    """Return the id of the first planned interview that stands at a status and is not broken."""
    return next(
        one.interview_id
        for one in describe(OPTIONS)
        if one.status == status and one.broken_case is None
    )


@pytest.fixture(scope="session")
def round0_bodies() -> dict[str, dict[str, Any]]:
    """Every planned interview by its id."""
    with connect(create_app(OPTIONS, clock=MovableClock())) as client:
        asked = Round0(client)
        return {one.interview_id: asked.interview(one.interview_id) for one in describe(OPTIONS)}


@pytest.fixture
def broken(round0_bodies: dict[str, dict[str, Any]]) -> Callable[[str], dict[str, Any]]:
    """Find the first interview that carries a broken case; a copy, since tests may change it."""
    ids = {one.broken_case: one.interview_id for one in reversed(describe(OPTIONS))}
    return lambda case: json.loads(json.dumps(round0_bodies[ids[case]]))
