"""The client asks Qode for interviews, makes them, and tells whether the key is good."""

import json
from datetime import UTC, datetime

import httpx
import pytest

from services.errors import (
    ConfigurationError,
    InputError,
    NotFoundAtVendorError,
    VendorAnswerError,
    VendorRefusedError,
)
from services.models.interview import Status
from services.vendors._pace import Pace
from services.vendors.qode.client import QodeClient
from services.vendors.qode.creation import prepare
from services.vendors.qode.settings import QodeSettings
from services.vendors.registry import VENDORS
from services.vendors.wiring import Wiring

CREATED = {
    "interview_id": "i-1_c-1",
    "candidate_id": "c-1",
    "iframe_url": "https://turing.gomu.ai/interview/made",
    "expires_at": "2026-02-01T00:00:00+01:00",
    "email": "thuy.nguyen@example.com",
    "talent_id": None,
    "completion_status": "SCHEDULED",
    "session_id": "s-1",
}


@pytest.fixture
def qode(clock):
    """Make a client whose other side is a function; what it was asked is in `asked`."""
    clients = []

    def make(answer):
        asked = []

        def handler(request):
            asked.append(request)
            return answer(request) if callable(answer) else answer

        pace = Pace(600, clock=clock.time, sleep=clock.sleep)
        wiring = Wiring(transport=httpx.MockTransport(handler), turns=pace)
        client = QodeClient.connect(QodeSettings(api_key="k-123"), wiring)
        clients.append(client)
        return client, asked

    yield make
    for client in clients:
        client.close()


def test_an_interview_is_fetched_as_it_is(qode, document):
    """The documented route, the bytes unchanged."""
    payload = document("complete")
    client, asked = qode(httpx.Response(200, content=payload))

    fetched = client.fetch("a_b")

    assert fetched == payload
    assert str(asked[0].url) == (
        "https://turing.gomu.ai/api/v1/integrations/candidates/interviews/a_b"
    )
    assert asked[0].headers["authorization"] == "Bearer k-123"


def test_an_id_cannot_lead_elsewhere(qode):
    """Slashes, dots and question marks in an id stay a part of the id."""
    client, asked = qode(httpx.Response(200, json={}))

    client.fetch("../../admin?x=1#y")

    assert asked[0].url.raw_path.endswith(b"/interviews/..%2F..%2Fadmin%3Fx%3D1%23y")


@pytest.mark.parametrize("empty", ["", "  ", "..", "."])
def test_an_empty_id_is_not_sent(qode, empty):
    """It would ask for the list, or for what lies above it."""
    client, asked = qode(httpx.Response(200, json={}))

    with pytest.raises(InputError, match="id is empty"):
        client.fetch(empty)

    assert asked == []


def test_an_unknown_id_is_not_found(qode):
    """The error's sentence names Qode."""
    client, _ = qode(httpx.Response(404, json={"status": 404, "errors": "Interview not found"}))

    with pytest.raises(NotFoundAtVendorError, match=r"^Qode: .*Interview not found"):
        client.fetch("a_b")


def test_a_good_key_is_told_by_an_unknown_interview(qode):
    """Qode has no list: "not found" is the answer to a good key."""
    client, asked = qode(httpx.Response(404, json={}))

    said = client.check()

    assert said == "Qode answers, and the key is good."
    assert b"00000000" in asked[0].url.raw_path


def test_a_bad_key_is_told_with_what_to_do(qode):
    """Which variable to look at."""
    client, _ = qode(httpx.Response(401, json={"status": 401, "errors": "Unauthorized"}))

    with pytest.raises(VendorRefusedError, match="check SCOREBAND_QODE_API_KEY"):
        client.check()


def test_without_a_key_there_is_no_client():
    """The sentence says where to put it."""
    settings = QodeSettings()

    with pytest.raises(ConfigurationError, match="Set SCOREBAND_QODE_API_KEY"):
        VENDORS["qode"].connect(settings, Wiring())

    assert not settings.has_key


def test_the_vendors_entry_makes_a_client(document):
    """What the rest of the program uses."""
    payload = document("scheduled")
    settings = VENDORS["qode"].settings(api_key="k-123", url="http://127.0.0.1:9/x/")
    transport = httpx.MockTransport(lambda _: httpx.Response(200, content=payload))

    client = VENDORS["qode"].connect(settings, Wiring(transport=transport))
    fetched = client.fetch("a")
    client.close()

    assert settings.has_key
    assert VENDORS["qode"].parse(fetched).candidate.name == "Nguyễn Thùy"


NEW = {"email": "a@example.com", "interview_type": "STEM"}


def prepared(**answers):
    return prepare({**NEW, **answers}, datetime(2026, 1, 1, tzinfo=UTC))


def test_an_interview_is_made_with_all_fields(qode):
    """Every documented field goes out, and what a person needs of the answer comes back."""
    client, asked = qode(httpx.Response(200, json=CREATED))
    request = prepared(
        email="thuy.nguyen@example.com",
        interview_type="NON_STEM",
        talent_id="t-1",
        name="Nguyễn Thùy",
        resume_url="https://example.com/cv.pdf",
        role_title="Retail Operator",
        language="vi",
        metadata="req_id = AS-1\n\nteam=Harbour",
    )

    made = client.schedule(request)

    assert asked[0].method == "POST"
    assert json.loads(asked[0].content) == {
        "email": "thuy.nguyen@example.com",
        "interview_type": "NON_STEM",
        "talent_id": "t-1",
        "name": "Nguyễn Thùy",
        "resume_url": "https://example.com/cv.pdf",
        "role_title": "Retail Operator",
        "language": "vi",
        "metadata": {"req_id": "AS-1", "team": "Harbour"},
    }
    assert made.vendor_interview_id == "i-1_c-1"
    assert made.link == "https://turing.gomu.ai/interview/made"
    assert made.expires_at == datetime(2026, 1, 31, 23, tzinfo=UTC)
    assert (made.status, made.vendor_status) == (Status.SCHEDULED, "SCHEDULED")


def test_what_is_not_given_is_not_sent(qode):
    """Qode's own defaults hold; a type that is not in our list may be one of tomorrow's."""
    client, asked = qode(httpx.Response(200, json=CREATED))
    request = prepared(interview_type="JD_GARDENING_AI", name=" ")

    client.schedule(request)

    assert json.loads(asked[0].content) == {
        "email": "a@example.com",
        "interview_type": "JD_GARDENING_AI",
    }


@pytest.mark.parametrize(
    "wrong",
    [
        {"email": "nobody"},
        {"email": "a@b@example.com"},
        {"email": ""},
        {"interview_type": ""},
        {"interview_type": "stem please"},
        {"resume_url": "cv.pdf"},
        {"language": "English"},
        {"metadata": "no equals sign"},
        {"metadata": "= no name"},
    ],
)
def test_a_wrong_field_is_named_before_anything_is_sent(wrong):
    """The sentence begins with the field."""
    name = next(iter(wrong))

    with pytest.raises(InputError, match=f"^{name} should be "):
        prepared(**wrong)


@pytest.mark.parametrize("answer", [{}, [], {**CREATED, "interview_id": 5}])
def test_an_odd_answer_to_a_creation_is_told(qode, answer):
    """The interview may be there all the same."""
    client, _ = qode(httpx.Response(200, json=answer))
    request = prepared()

    with pytest.raises(VendorAnswerError, match="Look for it at Qode"):
        client.schedule(request)
