"""Invitations: what they take, what they answer, and that the same key invites once."""

from datetime import timedelta

import pytest

from tests.services.sandbox.conftest import OPTIONS

CUSTOM = {"question_text": "Why tides?", "question_type": "behavioral", "time_limit_seconds": 60}


def test_an_invitation_makes_an_interview_that_can_be_asked_for(round0):
    """The answer has a link, and the interview is invited."""
    made = round0.invite()

    told = made.json()
    body = round0.interview(told["id"])
    assert made.status_code == 201
    assert told["status"] == body["status"] == "invited"
    assert len(told["interview_url"].rpartition("/")[2]) == 32
    assert body["candidate"]["email"] == "ngozi.invented@example.com"
    assert body["expires_at"] == told["expires_at"] == "2026-03-09T23:59:59Z"


def test_name_and_no_address_are_enough(round0):
    """The table of fields has a name and no e-mail; then none is known."""
    made = round0.invite(candidate=None, candidate_name="Ngozi Invented", expires_in_days=2)

    body = round0.interview(made.json()["id"])

    assert body["candidate"]["name"] == "Ngozi Invented"
    assert body["candidate"]["email"] is None
    assert body["expires_at"].startswith((OPTIONS.today + timedelta(days=2)).date().isoformat())


def test_the_same_address_is_the_same_candidate(round0):
    """Invited twice, in whatever letters, a person is found and not made anew."""
    first = round0.invite().json()
    shouted = {"name": "Ngozi", "email": "NGOZI.Invented@example.com"}

    second = round0.invite(candidate=shouted).json()

    assert first["candidate"]["id"] == second["candidate"]["id"]
    assert first["id"] != second["id"]


def test_the_same_key_and_body_give_the_same_answer(round0):
    """Sent again after a lost answer, it is carried out once."""
    key = {"Idempotency-Key": "once"}

    answers = [round0.invite(headers=key) for _ in range(2)]
    other = round0.invite(headers={"Idempotency-Key": "twice"})

    assert answers[0].content == answers[1].content
    assert [answer.status_code for answer in answers] == [201, 201]
    assert other.json()["id"] != answers[0].json()["id"]


def test_the_same_key_with_another_body_is_refused(round0):
    """409, and nobody is invited."""
    key = {"Idempotency-Key": "once"}
    round0.invite(headers=key)
    before = round0.client.get("/_sandbox/interviews").json()

    answer = round0.invite(headers=key, expires_in_days=3)

    assert answer.status_code == 409
    assert answer.json()["error"]["type"] == "idempotency_conflict"
    assert round0.client.get("/_sandbox/interviews").json() == before


def test_a_refused_body_does_not_use_the_key_up(round0):
    """Corrected, it is taken under the same key."""
    key = {"Idempotency-Key": "once"}
    refused = round0.invite(headers=key, candidate={"name": ""})

    corrected = round0.invite(headers=key)

    assert (refused.status_code, corrected.status_code) == (400, 201)


def test_questions_can_be_left_out_added_and_ordered(round0):
    """Custom questions are named `custom_0` in the order, and get ids with a prefix."""
    usual = round0.questions(round0.invite().json()["id"])["questions"]
    config = {
        "excluded_question_ids": [usual[0]["id"]],
        "custom_questions": [CUSTOM | {"order_index": 10}],
        "question_order": [usual[2]["id"], "custom_0"],
    }

    listed = round0.questions(round0.invite(question_config=config).json()["id"])["questions"]

    assert usual[0]["id"] not in {question["id"] for question in listed}
    assert listed[0]["id"] == usual[2]["id"]
    assert listed[1]["id"].startswith("custom-")
    assert (listed[1]["question_text"], listed[1]["is_custom"]) == ("Why tides?", True)
    assert (listed[1]["order"], listed[1]["time_limit_seconds"]) == (10, 60)


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"job_id": None}, "job_id"),
        ({"job_id": "nowhere"}, "job_id"),
        ({"candidate": None}, "candidate_name"),
        ({"candidate": {"name": "N", "email": "nobody"}}, "candidate.email"),
        ({"candidate_cv": "long"}, "candidate_cv"),
        ({"expires_in_days": "soon"}, "expires_in_days"),
        ({"expires_in_days": True}, "expires_in_days"),
        ({"question_config": "x"}, "question_config"),
        ({"question_config": {"custom_questions": [{}]}}, "question_type"),
        (
            {"question_config": {"custom_questions": [CUSTOM | {"question_type": "riddle"}]}},
            "question_type",
        ),
        ({"question_config": {"excluded_question_ids": "all"}}, "excluded_question_ids"),
        ({"question_config": {"question_order": ["custom_0"]}}, "question_order"),
    ],
)
def test_a_wrong_field_is_refused_by_its_name(round0, changes, named):
    """400 with the field in the sentence."""
    answer = round0.invite(**changes)

    assert answer.status_code == 400
    assert named in answer.json()["error"]["message"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'"text"'])
def test_a_body_that_is_no_object_is_refused(round0, content):
    """400 in the error envelope."""
    answer = round0.post("/invitations", content=content)

    assert answer.status_code == 400
    assert answer.json()["error"]["type"] == "invalid_request"
