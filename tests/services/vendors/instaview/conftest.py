"""InstaView documents for the tests: files of our own writing, and small ones made on the spot."""

import json
from pathlib import Path

import httpx
import pytest

from services.vendors._pace import Pace
from services.vendors.instaview.client import InstaViewClient
from services.vendors.instaview.parsing import reader_with
from services.vendors.instaview.settings import InstaViewSettings
from services.vendors.wiring import Wiring
from tests.services.vendors.instaview.answers import failed, sealed

KEY = "sk_nobodysKey0451"
FIXTURES = Path(__file__).parents[3] / "fixtures" / "instaview"


@pytest.fixture
def document():
    """Give the bytes of a fixture file by its name."""
    return lambda name: (FIXTURES / f"{name}.json").read_bytes()


@pytest.fixture
def settings():
    """Make settings that nothing outside of the test has a part in."""
    return lambda **changes: InstaViewSettings(_env_file=None, **changes)


@pytest.fixture
def read(settings):
    """Read an interview that has an id and the fields given; the parts are its last three."""

    def reading(*, candidate=None, job=None, agent=None, **fields):
        parts = {"candidate": candidate, "job": job, "agent": agent}
        given = {name: part for name, part in parts.items() if part is not None}
        payload = json.dumps({"interview": {"id": "made-up-1", **fields}, **given}).encode()
        return reader_with(settings())(payload)

    return reading


@pytest.fixture
def codes():
    """List the codes of an interview's notices."""
    return lambda interview: [notice.code.value for notice in interview.notices]


@pytest.fixture
def instaview(clock, settings):
    """Make a client whose other side is a function of the path, or a dictionary by path."""
    clients = []

    def make(answers, **changes):
        asked = []

        def handler(request):
            asked.append(request)
            if callable(answers):
                return answers(request)
            found = answers.get(request.url.path)
            if isinstance(found, httpx.Response):
                return found
            return failed(404, "RESOURCE_NOT_FOUND") if found is None else sealed(found)

        pace = Pace(60_000, clock=clock.time, sleep=clock.sleep)
        wiring = Wiring(transport=httpx.MockTransport(handler), turns=pace)
        client = InstaViewClient.connect(settings(api_key=KEY, **changes), wiring)
        clients.append(client)
        return client, asked

    yield make
    for client in clients:
        client.close()
