"""ZenHire documents for the tests, recordings that a few lines of code make, and a client."""

import io
import json
import struct
import wave
from pathlib import Path

import httpx
import pytest

from services.models.speech import Recording
from services.vendors._asked import Asked
from services.vendors._pace import Pace
from services.vendors.wiring import Wiring
from services.vendors.zenhire.client import ZenHireClient
from services.vendors.zenhire.parsing import parse
from services.vendors.zenhire.settings import ZenHireSettings

FIXTURES = Path(__file__).parents[3] / "fixtures" / "zenhire"
KEY = "zh_api_k-123"


@pytest.fixture
def document():
    """Give the bytes of a fixture file by its name."""
    return lambda name: (FIXTURES / f"{name}.json").read_bytes()


@pytest.fixture
def read():
    """Read a successful run that has the fields given, and nothing else."""

    def reading(**fields):
        return parse(json.dumps({"id": "req_made-up", "status": "success", **fields}).encode())

    return reading


@pytest.fixture
def codes():
    """List the codes of an interview's notices."""
    return lambda interview: [notice.code.value for notice in interview.notices]


def wav(seconds, *, rate=100):
    """Make silence of so many seconds, as small as it can be."""
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(rate)
        file.writeframes(b"\x80" * round(seconds * rate))
    return made.getvalue()


def element(identifier, content, *, is_open=False):
    """Make an element of a WebM file; an open one does not tell its size."""
    size = b"\x01" + b"\xff" * 7 if is_open else struct.pack(">Q", len(content) | 1 << 56)
    return identifier.to_bytes((identifier.bit_length() + 7) // 8) + size + content


def webm(*parts, is_open=False):
    """Make a WebM file of the parts of its segment."""
    head = element(0x1A45DFA3, element(0x4282, b"webm"))
    return head + element(0x18538067, b"".join(parts), is_open=is_open)


@pytest.fixture
def recording():
    """Make a recording of silence."""
    return lambda seconds: Recording("my interview.wav", wav(seconds))


@pytest.fixture
def zenhire(clock):
    """Make a client whose other side is a function or an answer; what it was asked is in `asked`.

    All clients of one test are of one program.
    """
    clients = []
    asked_before = Asked(clock=clock.time)

    def make(answer):
        asked = []

        def handler(request):
            asked.append(request)
            return answer(request) if callable(answer) else answer

        pace = Pace(60_000, clock=clock.time, sleep=clock.sleep)
        transport = httpx.MockTransport(handler)
        wiring = Wiring(transport=transport, turns=pace, asked=asked_before)
        clients.append(ZenHireClient.connect(ZenHireSettings(api_key=KEY), wiring))
        return clients[-1], asked

    yield make
    for client in clients:
        client.close()
