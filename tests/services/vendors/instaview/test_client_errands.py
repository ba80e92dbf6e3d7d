"""The client checks the key, walks, makes interviews and deletes them."""

import json

import httpx
import pytest

from services.errors import (
    VendorAnswerError,
    VendorDownError,
    VendorRejectedError,
    VendorScopeError,
)
from services.models.interview import Status
from services.models.scheduling import NewInterviewRequest
from tests.services.vendors.instaview.answers import failed, sealed


def test_a_good_key_is_told_by_reading_one_candidate(instaview):
    """And that one's interviews, which is another scope."""
    answers = {
        "/candidates": {"items": [{"id": "c-1"}], "pagination": {"total": 42}},
        "/interviews": {"items": [], "pagination": {"total": 0}},
    }
    client, asked = instaview(answers)

    said = client.check()

    assert said == "InstaView answers, and the key is good. Candidates there: 42."
    assert [dict(request.url.params) for request in asked] == [
        {"page": "1", "limit": "1"},
        {"candidateId": "c-1", "page": "1", "limit": "1"},
    ]


@pytest.mark.parametrize(
    ("closed", "scope"), [("/candidates", "read:candidates"), ("/interviews", "read:interviews")]
)
def test_a_missing_scope_is_named(instaview, closed, scope):
    """What to add at InstaView."""
    answers = {
        "/candidates": {"items": [{"id": "c-1"}], "pagination": {}},
        "/interviews": {"items": [], "pagination": {}},
        closed: failed(403, "INSUFFICIENT_PERMISSIONS"),
    }
    client, _ = instaview(answers)

    with pytest.raises(VendorScopeError, match=f"needs the scope {scope}"):
        client.check()


def test_a_walk_asks_for_full_pages(instaview):
    """A hundred at a time; a list that is none is an error, not the end."""
    answers = {
        "/candidates": httpx.Response(
            200, json={"data": [{"id": "c-1"}], "total": 1, "page": 1, "totalPages": 1}
        ),
        "/interviews": {"items": [{"id": "i-1"}], "pagination": {"hasNextPage": False}},
    }
    client, asked = instaview(answers)

    steps = list(client.listing())

    assert [(step.vendor_interview_ids, step.cursor, step.total) for step in steps] == [
        (("i-1",), None, 1)
    ]
    assert dict(asked[1].url.params) == {"candidateId": "c-1", "page": "1", "limit": "100"}


def test_a_list_that_is_none_is_not_the_end_of_a_walk(instaview):
    """It would be taken for "nobody is there"."""
    client, _ = instaview({"/candidates": {"rows": []}})

    with pytest.raises(VendorAnswerError, match="list of candidates"):
        list(client.listing())


def test_a_new_interview_is_sent_as_it_was_shown(instaview):
    """Once, with the company for keys that need it."""
    client, asked = instaview(
        lambda _: sealed({"id": "i-9", "status": "SCHEDULED"}, status=201), company_id="co-1"
    )
    request = NewInterviewRequest(body={"candidateId": "c-1", "agentId": "a-1"})

    made = client.schedule(request)

    assert (made.vendor_interview_id, made.status) == ("i-9", Status.SCHEDULED)
    assert [each.method for each in asked] == ["POST"]
    assert json.loads(asked[0].content) == {
        "companyId": "co-1",
        "candidateId": "c-1",
        "agentId": "a-1",
    }


@pytest.mark.parametrize(
    ("answer", "error", "said"),
    [
        (failed(404, "RESOURCE_NOT_FOUND", "No such agent"), VendorRejectedError, "No such agent"),
        (failed(400, "VALIDATION_ERROR", "jobId is wrong"), VendorRejectedError, "jobId is wrong"),
        (failed(200, "VALIDATION_ERROR"), VendorRejectedError, "rejected"),
        (sealed({"status": "SCHEDULED"}), VendorAnswerError, "was made, but"),
        (httpx.Response(503), VendorDownError, "may have arrived"),
    ],
)
def test_a_refused_interview_is_told(instaview, answer, error, said):
    """Never sent again by itself."""
    client, asked = instaview({"/interviews": answer})

    with pytest.raises(error, match=said):
        client.schedule(NewInterviewRequest(body={}))

    assert len(asked) == 1


@pytest.mark.parametrize(
    "answer",
    [
        sealed(data=True),
        httpx.Response(204),
        failed(404, "RESOURCE_NOT_FOUND"),
        httpx.Response(200),
    ],
)
def test_a_deletion_is_done_when_nothing_is_there(instaview, answer):
    """Deleted now or before."""
    client, asked = instaview({"/interviews/i-1": answer})

    client.delete("i-1")

    assert [(each.method, each.url.path) for each in asked] == [("DELETE", "/interviews/i-1")]


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (failed(403, "INSUFFICIENT_PERMISSIONS"), VendorScopeError),
        (failed(200, "INSUFFICIENT_PERMISSIONS"), VendorScopeError),
    ],
)
def test_a_deletion_that_is_refused_is_told(instaview, answer, error):
    """It needs a scope of its own."""
    client, _ = instaview({"/interviews/i-1": answer})

    with pytest.raises(error):
        client.delete("i-1")
