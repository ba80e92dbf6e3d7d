"""A vendor's API on no network at all, and a clock that only the tests move."""

from dataclasses import dataclass, field

import httpx
import pytest
import stamina
from pydantic import SecretStr

from services.vendors._access import Access
from services.vendors._http import VendorHttp
from services.vendors._pace import Pace

KEY = "sk-very-secret-0451"


@dataclass
class Clock:
    """Tells the time; sleeping moves it."""

    now: float = 0.0
    slept: list[float] = field(default_factory=list)

    def time(self):
        """Return the seconds since the test began."""
        return self.now

    def sleep(self, seconds):
        """Let the time pass at once."""
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock():
    """Give a clock at 0."""
    return Clock()


@pytest.fixture(autouse=True)
def _no_waiting():
    """Try again at once: how long retries wait is the library's business."""
    with stamina.set_testing(True, attempts=5, cap=True):
        yield


@pytest.fixture
def access():
    """Give the access to an invented vendor."""
    return Access(
        title="Acme",
        url="https://api.example.com/v1/",
        url_variable="SCOREBAND_ACME_URL",
        key=SecretStr(KEY),
        key_variable="SCOREBAND_ACME_API_KEY",
        requests_per_minute=60,
        timeout_s=5,
        answer_limit=10_000,
    )


@pytest.fixture
def http_for(access, clock):
    """Make an HTTP border whose other side is a function, or a list of answers in their order."""
    opened = []

    def make(other_side, **changes):
        if isinstance(other_side, list):
            answers = iter(other_side)
            handler = lambda _: next(answers)  # noqa: E731  (a name would say no more)
        else:
            handler = other_side
        pace = Pace(access.requests_per_minute, clock=clock.time, sleep=clock.sleep)
        changed = Access(**{**vars(access), **changes})
        opened.append(VendorHttp(changed, transport=httpx.MockTransport(handler), pace=pace))
        return opened[-1]

    yield make
    for http in opened:
        http.close()
