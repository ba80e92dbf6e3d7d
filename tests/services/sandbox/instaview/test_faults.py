"""Faults over real HTTP, put in force for this vendor alone."""

import json

import pytest

FAULTS = {"vendor": "instaview"}


@pytest.fixture
def path(sandbox):
    """The address of the first interview, which is reported and sound."""
    return f"{sandbox.root('instaview')}/interviews/{sandbox.ids['instaview'][0]}"


def test_a_burst_is_answered_outside_of_the_envelope(caller, path):
    """The header tells to wait longer than the body; then the interview is given."""
    caller.put_faults("burst=1,retry_after=4s", **FAULTS)

    answers = [caller.client.get(path) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [429, 200]
    assert answers[0].headers["retry-after"] == "4"
    assert answers[0].json()["retryAfter"] == 2


def test_a_status_is_answered_in_the_envelope(caller, path):
    """A fault of the vendor's server is an envelope without success."""
    caller.put_faults("status503", **FAULTS)

    answer = caller.client.get(path)

    assert answer.status_code == 503
    assert answer.json()["error"]["message"] == "Synthetic fault 503."


def test_other_vendors_are_spared(caller, path):
    """One vendor's outage is its own."""
    caller.put_faults("status500", **FAULTS)

    struck, spared = caller.client.get(path), caller.get(1)

    assert (struck.status_code, spared.status_code) == (500, 200)


def test_types_are_swapped(caller, path):
    """Texts stand where numbers belong, and an object where a list does; the id stays."""
    sound = caller.client.get(path).json()["data"]
    caller.put_faults("wrong_types", **FAULTS)

    body = caller.client.get(path).json()["data"]

    assert body["analysis"]["general"]["overallRating"].startswith("about")
    assert isinstance(body["callAttempts"], dict)
    assert body["id"] == sound["id"]


def test_a_long_analysis_is_longer_than_100_kilobytes(caller, path):
    """The same points over and over."""
    caller.put_faults("long", **FAULTS)

    answer = caller.client.get(path)

    assert len(answer.content) > 100_000


def test_hostile_text_is_in_what_people_read_and_nowhere_else(caller, path):
    """Points carry it; ids, times, links and words of lists do not."""
    sound = caller.client.get(path).json()["data"]
    caller.put_faults("hostile", **FAULTS)

    body = caller.client.get(path).json()["data"]

    assert (
        body["analysis"]["general"]["strongPoints"] != sound["analysis"]["general"]["strongPoints"]
    )
    for name in ("id", "candidateId", "status", "finishedDate", "scheduledAt"):
        assert body[name] == sound[name]
    assert body["callAttempts"][-1]["recordingUrl"] == sound["callAttempts"][-1]["recordingUrl"]


def test_lists_survive_what_strikes_interviews(caller, sandbox):
    """A list has the same rows, though their texts may be hostile."""
    caller.put_faults("wrong_types,long,hostile", **FAULTS)
    root = sandbox.root("instaview")

    rows = caller.client.get(f"{root}/candidates").json()["data"]

    found = caller.client.get(f"{root}/interviews", params={"candidateId": rows[0]["id"]})
    assert [item["id"] for item in found.json()["data"]["items"]] == [sandbox.ids["instaview"][0]]


def test_a_cut_body_is_no_json(caller, path):
    """The answer ends early although its length is right."""
    caller.put_faults("truncate", **FAULTS)

    answer = caller.client.get(path)

    with pytest.raises(json.JSONDecodeError):
        answer.json()


def test_the_recording_of_a_call_can_be_fetched(caller, path):
    """Its link leads to the address that was asked."""
    link = caller.client.get(path).json()["data"]["callAttempts"][-1]["recordingUrl"]

    answer = caller.client.head(link)

    assert answer.status_code == 200
    assert link.startswith(caller.sandbox.url)
