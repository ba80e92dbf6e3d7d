"""A cache in a temporary folder, a vendor whose answers the test decides, and a clock."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from pydantic import HttpUrl, SecretStr
from pydantic_settings import SettingsConfigDict

from services.cache.store import open_store
from services.config import VendorSettings
from services.errors import PayloadError
from services.models.interview import Interview, Status
from services.models.score import Score, ScoreKind, ScoreState
from services.use_cases.sync import Sync
from services.vendors.vendor import Vendor
from tests.databases import put_empty

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **span: float) -> None:
        self.now += timedelta(**span)


@dataclass
class Api:
    """A vendor's API in memory: `answer` decides what each id gets."""

    answer: Callable[[str], bytes] = lambda name: f"{name} reported 70".encode()
    asked: list[str] = field(default_factory=list)
    closed: int = 0

    def fetch(self, vendor_interview_id: str) -> bytes:
        self.asked.append(vendor_interview_id)
        return self.answer(vendor_interview_id)

    def check(self) -> str:
        return "The key is good."

    def close(self) -> None:
        self.closed += 1


def parse(payload: bytes) -> Interview:
    """Read a toy document: `<id> <status> <score>`."""
    try:
        name, status, value = payload.decode().split()
    except ValueError as error:
        msg = "This is not a toy document."
        raise PayloadError(msg) from error
    overall = Score(
        kind=ScoreKind.OVERALL, name="Overall", state=ScoreState.SCORED, value=float(value)
    )
    return Interview(
        vendor="toy",
        vendor_interview_id=name,
        status=Status(status),
        is_final=status == "reported",
        scores=(overall,),
    )


class ToySettings(VendorSettings):
    """Settings of the toy vendor."""

    model_config = SettingsConfigDict(env_prefix="SCOREBAND_TOY_")

    api_key: SecretStr | None = None
    url: HttpUrl = HttpUrl("https://toy.example.com")
    requests_per_minute: float = 600
    webhook_secret: SecretStr | None = None


TOY = Vendor(
    name="toy",
    title="Toy",
    parse=parse,
    recognises=lambda document: "toy" in document,
    settings=ToySettings,
    connect=lambda _settings, _wiring: Api(),
)


def syncing(store, api, clock, *, toy=TOY, **options) -> Sync:
    """Return a sync of the one vendor."""
    return Sync(store, {"toy": toy}, lambda _vendor: api, lambda _vendor: True, clock, **options)


def raising(error, what="No usable answer."):
    """Return an answer that is always this error."""

    def answer(_name):
        raise error("Toy", what)

    return answer


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def api():
    return Api()


@pytest.fixture
def store(tmp_path, clock):
    put_empty(tmp_path / "cache.db")
    store = open_store(f"sqlite:///{tmp_path / 'cache.db'}", clock=clock)
    yield store
    store.close()
