"""Every fault over real HTTP, as a client meets it."""

import json
from dataclasses import replace

import httpx
import pytest

from services.sandbox.app import create_app
from services.sandbox.faults import Faults
from services.sandbox.qode.library import describe
from tests.services.sandbox.conftest import OPTIONS, connect


def test_a_burst_ends_after_its_number(caller):
    """The first requests for each interview are refused with a time to wait, then it is given."""
    caller.put_faults("burst=2,retry_after=3s")

    answers = [caller.get(1) for _ in range(3)] + [caller.get(2)]

    assert [answer.status_code for answer in answers] == [429, 429, 200, 429]
    assert answers[0].headers["retry-after"] == "3"


def test_a_status_is_answered_in_the_error_envelope(caller):
    """A fault of the vendor's server is JSON with status and errors."""
    caller.put_faults("status503")

    answer = caller.get()

    assert answer.status_code == 503
    assert answer.json() == {"status": 503, "errors": "Synthetic fault 503."}


def test_a_connection_is_dropped_without_an_answer(caller):
    """The client sees a closed connection, and the next request is answered."""
    caller.put_faults("drop")

    with pytest.raises(httpx.RemoteProtocolError, match="without sending a response"):
        caller.get()

    caller.clear_faults()
    assert caller.get().status_code == 200


def test_a_connection_is_cut_in_the_middle_of_the_body(caller):
    """The length promises more than comes."""
    caller.put_faults("cut")

    with pytest.raises(httpx.RemoteProtocolError, match="without sending complete"):
        caller.get()


def test_a_truncated_answer_is_whole_http_and_no_json(caller):
    """The body ends early although its length is right."""
    caller.put_faults("truncate")

    answer = caller.get()

    assert answer.status_code == 200
    with pytest.raises(json.JSONDecodeError):
        answer.json()


def test_a_page_comes_in_place_of_json(caller):
    """Status 200, and HTML in the body."""
    caller.put_faults("html")

    answer = caller.get()

    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")


def test_types_are_swapped(caller):
    """Texts stand where numbers belong, and an object is a number."""
    sound = caller.get().json()
    caller.put_faults("wrong_types")

    body = caller.get().json()

    assert isinstance(body["overall_score"], str)
    assert isinstance(body["meeting_data"], float)
    assert body["interview_id"] == sound["interview_id"]


def test_a_long_transcript_is_longer_than_100_kilobytes(caller):
    """The same lines are said over and over."""
    caller.put_faults("long")

    body = caller.get().json()

    assert len(body["meeting_data"]["raw_transcript"]) > 100_000
    assert len(body["summary"]["interview_transcript_line"]) > 200


def test_hostile_text_is_in_every_text_that_people_read(caller):
    """Names, titles, questions and rationales carry it; ids, links and times do not."""
    sound = caller.get().json()
    caller.put_faults("hostile")

    body = caller.get().json()

    text = json.dumps(body, ensure_ascii=False)
    for nasty in ("<script>", "**bold**", "$\\\\frac", "=HYPERLINK", "@SUM", "\u202e", "\\u0000"):
        assert nasty in text
    assert body["candidate_profile"]["fullname"] != sound["candidate_profile"]["fullname"]
    assert body["interview_id"] == sound["interview_id"]
    assert body["metadata"]["start_time"] == sound["metadata"]["start_time"]


def test_a_fault_can_strike_a_single_interview(caller):
    """The others are answered as ever."""
    caller.put_faults("status500", interview_id=caller.sandbox.interview_ids[3])

    struck, spared = caller.get(3), caller.get(4)

    assert struck.status_code == 500
    assert spared.status_code == 200


def test_a_share_strikes_some_requests_and_repeats(caller):
    """Half of the requests fail, and they are the same ones when the faults are put again."""
    rounds = []

    for _ in range(2):
        caller.put_faults("status500=0.5")
        rounds.append([caller.get(number).status_code for number in range(12)])

    assert rounds[0] == rounds[1]
    assert set(rounds[0]) == {200, 500}


def test_latency_delays_the_answer_and_spoils_nothing(caller):
    """A slow answer is still the sound one."""
    sound = caller.get().content
    caller.put_faults("latency=5ms")

    slow = caller.get()

    assert slow.content == sound
    assert slow.elapsed.total_seconds() >= 0.005


def test_a_wrong_notation_is_refused(caller):
    """The control route tells what is wrong."""
    answer = caller.put_faults("sabotage")

    assert answer.status_code == 422
    assert "sabotage" in answer.json()["errors"]


def test_faults_of_the_run_are_in_force_from_the_start():
    """What the options ask for holds at once, and again when other faults are cleared."""
    options = replace(OPTIONS, faults=Faults.parse("status502"))
    path = f"/qode/api/v1/integrations/candidates/interviews/{describe(OPTIONS)[0].interview_id}"

    with connect(create_app(options)) as client:
        first = client.get(path)
        client.post("/_sandbox/faults", json={"faults": ""})
        spared = client.get(path)
        client.delete("/_sandbox/faults")
        last = client.get(path)

    assert [a.status_code for a in (first, spared, last)] == [502, 200, 502]
