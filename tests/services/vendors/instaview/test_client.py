"""The client fetches interviews with their parts, and keeps to InstaView's limits."""

import json
import time

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
    VendorScopeError,
)
from services.vendors.instaview.client import InstaViewClient
from services.vendors.instaview.parsing import parse
from services.vendors.wiring import Wiring
from tests.services.vendors.instaview.answers import failed, sealed
from tests.services.vendors.instaview.conftest import KEY

INTERVIEW = {
    "id": "i-1",
    "candidateId": "c-1",
    "jobId": "j-1",
    "agentId": "a-1",
    "status": "FAILED",
}
NAMED = {"/interviews/i-1": INTERVIEW} | {
    f"/{part}s/{part[0]}-1": {"id": f"{part[0]}-1"} for part in ("candidate", "job", "agent")
}


def test_an_interview_comes_with_the_parts_that_it_names(instaview):
    """Each body byte for byte, in one document that can be read."""
    client, asked = instaview(NAMED)

    payload = client.fetch("i-1")

    assert [request.url.path for request in asked] == list(NAMED)
    assert all(sealed(data).content in payload for data in NAMED.values())
    assert parse(payload).notices == ()
    assert asked[0].headers["authorization"] == f"Bearer {KEY}"


def test_each_part_is_asked_for_once(instaview):
    """A job and an agent have many interviews."""
    client, asked = instaview(NAMED)
    client.fetch("i-1")
    asked.clear()

    client.fetch("i-1")

    assert [request.url.path for request in asked] == ["/interviews/i-1"]


@pytest.mark.parametrize(
    "answer",
    [
        failed(404, "RESOURCE_NOT_FOUND"),
        failed(403, "RESOURCE_ACCESS_DENIED"),
        failed(403, "INSUFFICIENT_PERMISSIONS", "required scope: read:agents"),
        failed(200, "RESOURCE_NOT_FOUND"),
        failed(400, "VALIDATION_ERROR"),
    ],
)
def test_a_part_that_is_closed_or_gone_is_left_out(instaview, answer):
    """The interview is worth something without it, and says what is missing."""
    client, _ = instaview(NAMED | {"/agents/a-1": answer})

    payload = client.fetch("i-1")

    assert set(json.loads(payload)) == {"interview", "candidate", "job"}
    assert [notice.where for notice in parse(payload).notices] == ["agentId"]


def test_a_missing_scope_is_asked_about_once(instaview):
    """Other agents are closed as well: the hour's calls are precious."""
    other = {"/interviews/i-2": {**INTERVIEW, "id": "i-2", "agentId": "a-2"}}
    closed = {"/agents/a-1": failed(403, "INSUFFICIENT_PERMISSIONS")}
    client, asked = instaview(NAMED | other | closed)
    client.fetch("i-1")

    client.fetch("i-2")

    assert [request.url.path for request in asked if "agents" in request.url.path] == [
        "/agents/a-1"
    ]


@pytest.mark.parametrize(
    ("answer", "error"),
    [(httpx.Response(500), VendorDownError), (failed(401, "INVALID_API_KEY"), VendorRefusedError)],
)
def test_a_part_that_may_come_later_fails_the_whole(instaview, answer, error):
    """Else a final interview would be kept without it for good."""
    client, _ = instaview(NAMED | {"/candidates/c-1": answer})

    with pytest.raises(error):
        client.fetch("i-1")


@pytest.mark.parametrize(
    ("answer", "error", "said"),
    [
        (failed(404, "RESOURCE_NOT_FOUND", "Interview gone"), NotFoundAtVendorError, "gone"),
        (failed(401, "API_KEY_SUSPENDED"), VendorRefusedError, "SCOREBAND_INSTAVIEW_API_KEY"),
        (failed(403, "INSUFFICIENT_PERMISSIONS"), VendorScopeError, "lacks a scope"),
        (failed(403, "RESOURCE_ACCESS_DENIED"), VendorRejectedError, "another company"),
        (failed(400, "BILLING_LIMIT_REACHED"), VendorRejectedError, "billing"),
        (failed(200, "RESOURCE_NOT_FOUND"), NotFoundAtVendorError, "no such interview"),
        (failed(200, "RATE_LIMIT_EXCEEDED"), VendorBusyError, "too often"),
        (failed(200, "INTERNAL_ERROR"), VendorDownError, "out of order"),
        (failed(200, "VALIDATION_ERROR"), VendorRejectedError, "rejected"),
        (failed(200, "SOMETHING_NEW", "Well."), VendorAnswerError, "SOMETHING_NEW.*Well"),
        (httpx.Response(200, json={"success": False}), VendorAnswerError, "no code"),
        (sealed(None), VendorAnswerError, "holds no interview"),
        (sealed([]), VendorAnswerError, "holds no interview"),
    ],
)
def test_an_error_is_an_error_whatever_its_status(instaview, answer, error, said):
    """InstaView says `success: false` also with 200; its words and ours."""
    client, _ = instaview({"/interviews/i-1": answer})

    with pytest.raises(error, match=said) as refused:
        client.fetch("i-1")

    assert KEY not in str(refused.value)


def test_ids_prefix_and_company_stay_where_they_belong(instaview):
    """An id cannot lead elsewhere."""
    client, asked = instaview(
        lambda _: sealed({"id": "x"}), path_prefix="/v1/public/", company_id="co 1"
    )

    client.fetch("../candidates?x=1#y")

    assert asked[0].url.raw_path == (
        b"/v1/public/interviews/..%2Fcandidates%3Fx%3D1%23y?companyId=co+1"
    )


@pytest.mark.parametrize("empty", ["", "  ", ".."])
def test_an_empty_id_is_not_sent(instaview, empty):
    """It would ask for the list."""
    client, asked = instaview(NAMED)

    with pytest.raises(InputError, match="id is empty"):
        client.fetch(empty)

    assert asked == []


def test_an_hour_without_calls_left_is_kept(instaview):
    """Nothing is asked until the vendor counts anew; the sentence says how long."""
    reset = str(int(time.time()) + 1800)
    headers = {"X-RateLimit-Remaining-Hour": "0", "X-RateLimit-Reset-Hour": reset}
    client, asked = instaview(lambda _: sealed({"id": "x"}, headers=headers))
    client.fetch("i-1")

    with pytest.raises(VendorBusyError, match=r"used up for (29|30|31) more minutes"):
        client.fetch("i-2")

    assert len(asked) == 1


def test_our_own_count_of_the_hour_is_kept(instaview):
    """Also where the vendor says nothing."""
    client, asked = instaview(lambda _: sealed({"id": "x"}), requests_per_hour=2)
    client.fetch("i-1")
    client.fetch("i-2")

    with pytest.raises(VendorBusyError, match="used up"):
        client.fetch("i-3")

    assert len(asked) == 2


def test_the_longer_of_two_pauses_is_kept(instaview, clock):
    """The 429 stands outside of the envelope; header and body disagree."""
    busy = httpx.Response(
        429,
        json={"statusCode": 429, "message": "Slow down.", "error": "Too Many", "retryAfter": 20},
        headers={"Retry-After": "45"},
    )
    answers = iter([busy, sealed({"id": "x"})])
    client, _ = instaview(lambda _: next(answers))

    client.fetch("i-1")

    assert sum(clock.slept) == pytest.approx(45, abs=0.1)


def test_without_a_key_there_is_no_client(settings):
    """The sentence says where to put it."""
    nobody = settings()

    with pytest.raises(ConfigurationError, match="SCOREBAND_INSTAVIEW_API_KEY"):
        InstaViewClient.connect(nobody, Wiring())
