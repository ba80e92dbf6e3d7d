"""Who is let in, with which scopes, and how often."""

from dataclasses import replace

import pytest

from services.sandbox.app import create_app
from services.sandbox.instaview.schedule import interview_id
from tests.services.sandbox.conftest import OPTIONS, MovableClock, connect

FIRST = f"/instaview/interviews/{interview_id(OPTIONS.seed, 0)}"


def _ask(path, *, key, method="GET"):
    with connect(create_app(OPTIONS), key=key) as client:
        return client.request(method, path)


@pytest.mark.parametrize("key", [None, "wrong", "sandbox-key-no-such-thing"])
def test_a_missing_or_wrong_key_is_refused(key):
    """401 in the envelope, for a known id as well."""
    answer = _ask(FIRST, key=key)

    body = answer.json()
    assert answer.status_code == 401
    assert (body["success"], body["data"]) == (False, None)
    assert set(body["error"]) == {"code", "message"}


@pytest.mark.parametrize(
    ("lack", "method", "path"),
    [
        ("no-candidates", "GET", "/instaview/candidates"),
        ("no-candidates", "GET", "/instaview/interviews?candidateId=x"),
        ("no-agents", "GET", "/instaview/interviews?candidateId=x"),
        ("no-agents", "GET", "/instaview/agents"),
        ("no-jobs", "GET", "/instaview/jobs/x"),
        ("no-interviews", "GET", FIRST),
        ("read-only", "POST", "/instaview/interviews"),
        ("no-candidates", "POST", "/instaview/interviews"),
        ("read-only", "DELETE", FIRST),
        ("no-delete", "DELETE", FIRST),
    ],
)
def test_a_key_without_a_scope_is_refused(lack, method, path):
    """403 that names the scopes that the route needs."""
    answer = _ask(path, key=f"sandbox-key-{lack}", method=method)

    error = answer.json()["error"]
    assert answer.status_code == 403
    assert "lacks the scope" in error["message"]
    assert error["details"]["requiredScopes"]


@pytest.mark.parametrize("lack", ["no-candidates", "no-agents", "no-jobs", "read-only"])
def test_an_interview_needs_its_own_scope_only(lack):
    """Candidates and agents may be closed to a key that reads interviews."""
    answer = _ask(FIRST, key=f"sandbox-key-{lack}")

    assert answer.status_code == 200


def test_limits_are_told_in_every_answer():
    """Two limits, what is left of each, and when it begins anew; also with a 404."""
    clock = MovableClock()
    app = create_app(replace(OPTIONS, requests_per_minute=60), clock=clock)

    with connect(app) as client:
        client.get(FIRST)
        headers = client.get("/instaview/jobs/nothing").headers

    start = int(clock.now.timestamp())
    assert headers["x-ratelimit-limit-minute"] == "60"
    assert headers["x-ratelimit-remaining-minute"] == "58"
    assert headers["x-ratelimit-reset-minute"] == str(start + 60)
    assert headers["x-ratelimit-limit-hour"] == "2000"
    assert headers["x-ratelimit-remaining-hour"] == "1998"
    assert headers["x-ratelimit-reset-hour"] == str(start + 3600)


def test_too_many_in_a_minute_are_refused_outside_of_the_envelope():
    """The header and the body disagree on how long to wait; after a minute it goes on."""
    clock = MovableClock()
    app = create_app(replace(OPTIONS, requests_per_minute=3), clock=clock)

    with connect(app) as client:
        eager = [client.get(FIRST) for _ in range(4)]
        clock.move(seconds=60)
        patient = client.get(FIRST)

    assert [answer.status_code for answer in eager] == [200, 200, 200, 429]
    assert set(eager[-1].json()) == {
        "statusCode", "message", "error", "retryAfter", "limit", "remaining", "reset",
    }  # fmt: skip
    assert (eager[-1].headers["retry-after"], eager[-1].json()["retryAfter"]) == ("60", 30)
    assert patient.status_code == 200


def test_the_hour_has_a_limit_of_its_own():
    """Three a minute are a hundred an hour: in the 34th minute nothing is left of it."""
    clock = MovableClock()
    app = create_app(replace(OPTIONS, requests_per_minute=3), clock=clock)

    with connect(app) as client:
        answers = []
        for _ in range(34):
            answers += [client.get(FIRST) for _ in range(3)]
            clock.move(seconds=60)

    refused = [answer for answer in answers if answer.status_code == 429]
    assert len(refused) == 2
    assert refused[0].json()["limit"] == 100
    assert refused[0].headers["retry-after"] == str(27 * 60)


def test_without_a_limit_nothing_is_told_of_one(client):
    """The headers are there only where something is counted."""
    answer = client.get(FIRST)

    assert not [name for name in answer.headers if name.startswith("x-ratelimit")]
