"""Sending a recording: every documented refusal, the run that comes of it, and what it costs."""

import json
from dataclasses import replace

import pytest

from services.sandbox.app import create_app
from tests.services.sandbox.conftest import OPTIONS, connect
from tests.services.sandbox.zenhire.conftest import KEY, ROOT, ZenHire, wav

BROKEN_WAV = b"RIFF\x04\x00\x00\x00WAVE"


def code_of(answer):
    error = answer.json()["error"]
    assert {"code", "message", "timestamp", "requestId"} <= set(error)
    return answer.status_code, error["code"]


def test_a_recording_is_taken_in(zenhire):
    """202 with an id to poll for, and how often."""
    answer = zenhire.submit(externalId="cand-1")

    assert answer.status_code == 202
    told = answer.json()
    assert set(told) == {
        "id", "status", "queuePosition", "activeRequests", "pollIntervalSeconds",
    }  # fmt: skip
    assert told["id"].startswith("req_")
    assert (told["status"], told["queuePosition"], told["activeRequests"]) == ("queued", 0, 1)


def test_what_was_sent_with_it_comes_back(zenhire):
    """Metadata as told and marked as synthetic; tags trimmed, each once."""
    metadata = json.dumps({"role": "backend"})
    run_id = zenhire.submit(
        externalId="cand-1", language="de", metadata=metadata, tags=["a", " a ", '["b", "c"]']
    ).json()["id"]

    body = zenhire.poll(run_id).json()

    assert body["externalId"] == "cand-1"
    assert body["metadata"] == {"role": "backend", "synthetic": "true"}
    assert body["tags"] == ["a", "b", "c"]


def test_the_ninth_run_at_once_waits_in_line(zenhire):
    """More than eight are no error; they are told their place."""
    places = [zenhire.submit().json()["queuePosition"] for _ in range(10)]

    assert places == [0] * 8 + [1, 2]


@pytest.mark.parametrize(
    "beginning",
    [
        b"ID3\x04", b"\xff\xfb\x90\x00", b"\x00\x00\x00\x20ftypM4A ", b"\x1a\x45\xdf\xa3",
        b"OggS\x00", b"fLaC\x00",
    ],
)  # fmt: skip
def test_six_formats_are_known_by_their_content(zenhire, beginning):
    """The file is called a WAV throughout, and nobody believes it."""
    answer = zenhire.submit(beginning + bytes(1000))

    assert answer.status_code == 202


@pytest.mark.parametrize(
    ("audio", "code"),
    [
        (b"", "MISSING_AUDIO_FILE"),
        (b"%PDF-1.4" + bytes(100), "UNSUPPORTED_FORMAT"),
        (b"x", "UNSUPPORTED_FORMAT"),
        (wav(179), "AUDIO_TOO_SHORT"),
        (wav(45 * 60 + 1), "AUDIO_TOO_LONG"),
        (BROKEN_WAV, "AUDIO_DURATION_UNAVAILABLE"),
        (b"OggS" + bytes(25_000_000), "FILE_TOO_LARGE"),
    ],
)
def test_a_wrong_recording_is_refused(zenhire, audio, code):
    """400 with the documented code, and nothing is charged."""
    answer = zenhire.submit(audio)

    assert code_of(answer) == (400, code)
    assert zenhire.get("/credits").json()["held"] == 0


@pytest.mark.parametrize("seconds", [180, 2700])
def test_the_shortest_and_the_longest_recording_are_taken(zenhire, seconds):
    """Three minutes and forty-five minutes are within."""
    answer = zenhire.submit(wav(seconds))

    assert answer.status_code == 202


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"language": "english"}, "INVALID_LANGUAGE_CODE"),
        ({"language": "xx"}, "INVALID_LANGUAGE_CODE"),
        ({"externalId": ""}, "INVALID_EXTERNAL_ID"),
        ({"externalId": "x" * 256}, "INVALID_EXTERNAL_ID"),
        ({"metadata": "{"}, "INVALID_METADATA"),
        ({"metadata": "[]"}, "INVALID_METADATA"),
        ({"metadata": '{"n": 1}'}, "INVALID_METADATA"),
    ],
)
def test_a_wrong_field_is_refused(zenhire, fields, code):
    """400 with the documented code."""
    answer = zenhire.submit(**fields)

    assert code_of(answer) == (400, code)


def test_a_body_without_parts_has_no_recording(zenhire):
    """JSON is not what this route takes."""
    answer = zenhire.client.post(f"{ROOT}/speech/analyze", json={"audio": "loud"})

    assert code_of(answer) == (400, "MISSING_AUDIO_FILE")


def test_a_body_in_broken_parts_is_refused(zenhire):
    """The boundary that the header names does not occur."""
    headers = {"Content-Type": "multipart/form-data; boundary=x"}

    answer = zenhire.client.post(f"{ROOT}/speech/analyze", content=b"nothing", headers=headers)

    assert code_of(answer) == (400, "INVALID_PARAMETERS")


def test_another_language_needs_its_right(zenhire):
    """403 for a key that scores English only; English is let through."""
    key = f"{KEY}-english-only"

    refused, let_through = (zenhire.submit(key=key, language=each) for each in ("de", "en"))

    assert code_of(refused) == (403, "MULTILINGUAL_NOT_ENABLED")
    assert let_through.status_code == 202


@pytest.mark.parametrize(("seconds", "cost"), [(180, 3), (200, 4), (725, 13)])
def test_a_run_costs_a_credit_for_every_minute_begun(zenhire, seconds, cost):
    """Held at once, charged at the end."""
    before = zenhire.get("/credits").json()

    body = zenhire.finished(seconds=seconds)

    after = zenhire.get("/credits").json()
    assert body["credits"]["deducted"] == cost
    assert body["credits"]["remainingBalance"] == after["balance"] == before["balance"] - cost
    assert after["transactions"][0] == {
        "runId": body["id"], "amount": -cost, "serviceType": "speech",
    }  # fmt: skip


def test_credits_are_held_while_a_run_is_under_way(zenhire):
    """The balance stays, and less of it is available."""
    before = zenhire.get("/credits").json()["balance"]

    zenhire.submit(wav(600))

    account = zenhire.get("/credits").json()
    assert (account["balance"], account["held"]) == (before, 10)
    assert account["available"] == before - 10


def test_a_failed_run_costs_nothing_and_a_partial_one_a_part(zenhire):
    """What was held is given back; of a partial run, what was not scored."""
    failed, partial = (zenhire.finished(end, seconds=900) for end in ("failed", "partial"))

    account = zenhire.get("/credits").json()

    assert failed["credits"]["deducted"] == 0
    assert 0 < partial["credits"]["deducted"] < 15
    assert account["held"] == 0
    assert account["usage"] == {"runs": 2, "deducted": partial["credits"]["deducted"]}


def test_when_the_credits_run_out_nothing_is_taken_in(zenhire):
    """402 with the cost and what is available; a cheaper run still goes through."""
    taken = [zenhire.submit(wav(2700)).status_code for _ in range(2)]

    refused, cheap = zenhire.submit(wav(2700)), zenhire.submit(wav(180))

    assert taken == [202, 202]
    assert code_of(refused) == (402, "INSUFFICIENT_CREDITS")
    assert refused.json()["error"]["details"] == {"cost": 45, "available": 30}
    assert cheap.status_code == 202


def test_the_cost_is_released_when_time_ends_the_run(clock):
    """A run that time has finished holds nothing any more."""
    options = replace(OPTIONS, step_seconds=30)

    with connect(create_app(options, clock=clock), key=KEY) as client:
        client.headers["X-API-Key"] = KEY
        zenhire = ZenHire(client)
        zenhire.submit(wav(600))
        clock.move(seconds=60)
        account = zenhire.get("/credits").json()

    assert (account["held"], account["usage"]["deducted"]) == (0, 10)
