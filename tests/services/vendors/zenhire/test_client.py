"""The client polls ZenHire's runs at its pace, lists them, sends recordings, asks for credits."""

import json
from email.parser import BytesParser
from email.policy import HTTP

import httpx
import pytest

from services.errors import (
    ConfigurationError,
    InputError,
    NotFoundAtVendorError,
    VendorAnswerError,
    VendorBusyError,
    VendorDownError,
    VendorRefusedError,
    VendorRejectedError,
)
from services.models.speech import SpeechRequest
from services.vendors.registry import VENDORS
from services.vendors.vendor import ListingClient, SpeechClient
from services.vendors.wiring import Wiring
from services.vendors.zenhire.settings import ZenHireSettings
from tests.services.vendors.zenhire.conftest import KEY

TAKEN = {
    "id": "req_new",
    "status": "queued",
    "queuePosition": 2,
    "activeRequests": 9,
    "pollIntervalSeconds": 15,
}


def parts_of(request):
    """Take a multipart body apart: name, file name, media type and content of each part."""
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + request.content)
    return [
        (
            part.get_param("name", header="content-disposition"),
            part.get_filename(),
            part.get_content_type() if part.get_filename() else None,
            part.get_payload(decode=True),
        )
        for part in message.iter_parts()
    ]


def test_a_run_is_fetched_as_it_is(zenhire, document):
    """The documented route, the key in its own header, the bytes unchanged."""
    payload = document("success")
    client, asked = zenhire(httpx.Response(200, content=payload))

    fetched = client.fetch("req_1")

    assert fetched == payload
    assert str(asked[0].url) == "https://platform.zenhire.ai/api/v1/speech/analyze/req_1"
    assert asked[0].headers["x-api-key"] == KEY
    assert "authorization" not in asked[0].headers


def test_an_id_cannot_lead_elsewhere(zenhire):
    """Slashes, dots and question marks in an id stay a part of the id."""
    client, asked = zenhire(httpx.Response(200, json={}))

    client.fetch("../../admin?x=1#y")

    assert asked[0].url.raw_path.endswith(b"/analyze/..%2F..%2Fadmin%3Fx%3D1%23y")


@pytest.mark.parametrize("empty", ["", "  ", "..", "."])
def test_an_empty_id_is_not_sent(zenhire, empty):
    """It would ask for something else."""
    client, asked = zenhire(httpx.Response(200, json={}))

    with pytest.raises(InputError, match="is empty"):
        client.fetch(empty)

    assert asked == []


def test_a_run_is_not_asked_for_again_within_ten_seconds(zenhire, clock):
    """Not by another client of the program either; the error tells how long to wait."""
    first, asked = zenhire(httpx.Response(200, json={}))
    second, asked_by_second = zenhire(httpx.Response(200, json={}))
    first.fetch("req_1")
    clock.now += 4

    with pytest.raises(VendorBusyError, match="in 6 seconds"):
        second.fetch(" req_1 ")

    assert (len(asked), asked_by_second) == (1, [])


def test_after_ten_seconds_it_is_asked_for_again(zenhire, clock):
    """And another run may be asked for at any time."""
    client, asked = zenhire(httpx.Response(200, json={}))
    client.fetch("req_1")
    client.fetch("req_2")
    clock.now += 10

    client.fetch("req_1")

    assert len(asked) == 3


def test_a_poll_that_zenhire_calls_too_soon_is_told_at_once(zenhire):
    """Another program may have polled; asking five times more would be no better."""
    error = {"code": "POLL_RATE_LIMITED", "message": "Too soon.", "retryAfterSeconds": 8}
    client, asked = zenhire(httpx.Response(429, json={"error": error}))

    with pytest.raises(VendorBusyError, match="in 8 seconds"):
        client.fetch("req_1")

    assert len(asked) == 1


def test_a_warm_up_is_waited_for(zenhire, document):
    """503 passes by itself."""
    answers = iter([httpx.Response(503), httpx.Response(200, content=document("queued"))])
    client, _ = zenhire(lambda _: next(answers))

    fetched = client.fetch("req_1")

    assert fetched == document("queued")


@pytest.mark.parametrize(
    ("status", "error", "kind", "said"),
    [
        (401, {"code": "INVALID_API_KEY"}, VendorRefusedError, "check SCOREBAND_ZENHIRE_API_KEY"),
        (401, {"code": "API_KEY_EXPIRED"}, VendorRefusedError, "has expired"),
        (401, {"code": "CLIENT_INACTIVE"}, VendorRefusedError, "not active"),
        (403, {"code": "MISSING_PERMISSION"}, VendorRefusedError, "may not use speech analysis"),
        (403, {"code": "IP_NOT_ALLOWED"}, VendorRefusedError, "not allowed from this network"),
        (403, {"code": "MULTILINGUAL_NOT_ENABLED"}, VendorRejectedError, "English only"),
        (402, {"code": "INSUFFICIENT_CREDITS"}, VendorRejectedError, "not enough credits"),
        (404, {"code": "NOT_FOUND"}, NotFoundAtVendorError, "no such recording"),
        (400, {"code": "INVALID_STATUS"}, VendorRejectedError, "rejected"),
        (400, "odd", VendorRejectedError, "rejected"),
        (500, {"code": ["odd"]}, VendorDownError, "out of order"),
    ],
)
def test_error_codes_are_told_with_what_to_do(zenhire, status, error, kind, said):
    """The sentence names ZenHire and never the key."""
    body = {"error": {**error, "message": "Sorry."} if isinstance(error, dict) else error}
    client, _ = zenhire(httpx.Response(status, json=body))

    with pytest.raises(kind, match=f"^ZenHire: .*{said}") as refused:
        client.fetch("req_1")

    assert KEY not in str(refused.value)


def test_missing_credits_are_told_in_numbers(zenhire, recording):
    """What it costs and what is left."""
    error = {"code": "INSUFFICIENT_CREDITS", "details": {"cost": 4, "available": 1}}
    client, _ = zenhire(httpx.Response(402, json={"error": error}))

    with pytest.raises(VendorRejectedError, match=r"costs 4 credits and 1 are left"):
        client.submit(recording(200), SpeechRequest())


@pytest.mark.parametrize(
    ("answer", "left"),
    [
        ({"available": 40, "balance": 43}, 40),
        ({"balance": 43}, 43),
        ({"credits": {"remaining": 7}}, 7),
        ({"data": {"credits": 5}}, 5),
        ({"plan": "gold"}, None),
        ([], None),
    ],
)
def test_credits_are_found_under_any_likely_name(zenhire, answer, left):
    """The answer's shape is not documented; a balance is never made up."""
    client, asked = zenhire(httpx.Response(200, json=answer))

    found = client.credits()

    assert found == left
    assert asked[0].url.path == "/api/v1/credits"


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"balance": 1240}, "ZenHire answers, and the key is good. 1,240 credits are left."),
        ({}, "ZenHire answers, and the key is good."),
    ],
)
def test_the_key_is_good(zenhire, answer, said):
    """Told by the credits."""
    client, _ = zenhire(httpx.Response(200, json=answer))

    told = client.check()

    assert told == said


@pytest.mark.parametrize(
    ("seconds", "cost"), [(180, 3), (200, 4), (725, 13), (2700, 45), (180.5, 4)]
)
def test_an_estimate_tells_length_cost_and_balance(zenhire, recording, seconds, cost):
    """One credit for each started minute; nothing is sent but the question for the balance."""
    client, asked = zenhire(httpx.Response(200, json={"balance": 50}))

    estimate = client.estimate(recording(seconds))

    assert (estimate.duration_s, estimate.cost, estimate.balance) == (seconds, cost, 50)
    assert [request.method for request in asked] == ["GET"]


def test_a_recording_is_sent_with_what_belongs_to_it(zenhire, recording):
    """A multipart form; the file's own name, which may be a person's, stays here."""
    client, asked = zenhire(httpx.Response(202, json=TAKEN))
    sound = recording(200)
    request = SpeechRequest(
        language="fr",
        reference=" c-204 ",
        metadata={"role": "Café", "candidate_id": "c-204"},
        tags=("a", "b", "a"),
    )

    run = client.submit(sound, request)

    assert (run.vendor_interview_id, run.vendor_status, run.queue_position) == (
        "req_new", "queued", 2
    )  # fmt: skip
    parts = parts_of(asked[0])
    texts = [(name, text) for name, file, _, text in parts if not file and name != "metadata"]
    assert texts == [
        ("language", b"fr"),
        ("externalId", b"c-204"),
        ("tags", b"a"),
        ("tags", b"b"),
    ]
    [metadata] = [json.loads(text) for name, _, _, text in parts if name == "metadata"]
    assert metadata == {"role": "Café", "candidate_id": "c-204"}
    assert parts[-1] == ("audio", "recording.wav", "audio/wav", sound.content)


def test_a_recording_is_sent_once(zenhire, recording):
    """Nobody knows whether a lost answer had its effect, and each try costs credits."""
    client, asked = zenhire(httpx.Response(503))

    with pytest.raises(VendorDownError, match="look there before sending again"):
        client.submit(recording(200), SpeechRequest())

    assert len(asked) == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"language": "English"}, "language"),
        ({"language": "EN"}, "language"),
        ({"language": ""}, "language"),
        ({"reference": ""}, "reference"),
        ({"reference": "x" * 256}, "reference"),
        ({"metadata": {"": "x"}}, "metadata"),
        ({"metadata": {"x": " "}}, "metadata"),
        ({"tags": ("a\nb",)}, "tags"),
        ({"tags": ("",)}, "tags"),
    ],
)
def test_a_wrong_field_is_named_and_nothing_is_sent(zenhire, recording, wrong, field):
    """The sentence begins with the field."""
    client, asked = zenhire(httpx.Response(202, json=TAKEN))

    with pytest.raises(InputError, match=f"^{field} should"):
        client.submit(recording(200), SpeechRequest(**wrong))

    assert asked == []


@pytest.mark.parametrize("answer", [{}, [], {**TAKEN, "id": 5}])
def test_an_odd_answer_to_a_sending_is_told(zenhire, recording, answer):
    """The run may be there all the same."""
    client, _ = zenhire(httpx.Response(202, json=answer))

    with pytest.raises(VendorAnswerError, match="Look for it at ZenHire"):
        client.submit(recording(200), SpeechRequest())


def test_without_a_key_there_is_no_client():
    """The sentence says where to put it."""
    settings = ZenHireSettings()

    with pytest.raises(ConfigurationError, match="Set SCOREBAND_ZENHIRE_API_KEY"):
        VENDORS["zenhire"].connect(settings, Wiring())

    assert not settings.has_key


def test_the_client_can_what_the_entry_says(zenhire):
    """The rest of the program goes by the entry."""
    client, _ = zenhire(httpx.Response(200, json={}))
    vendor = VENDORS["zenhire"]

    told = (vendor.lists, vendor.scores_speech, vendor.least_pause_s)

    assert told == (True, True, 10)
    assert isinstance(client, ListingClient)
    assert isinstance(client, SpeechClient)
