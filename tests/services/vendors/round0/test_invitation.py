"""The form that invites a candidate: every rule is checked before anything is sent."""

from datetime import UTC, datetime

import pytest

from services.errors import InputError
from services.vendors.round0.invitation import FIELDS, SCHEDULING

NOW = datetime(2026, 5, 1, tzinfo=UTC)
LEAST = {
    "job_id": "j-7kq",
    "candidate_name": "Zoë Okonkwo",
    "candidate_email": "zoe.okonkwo@example.com",
}


def test_the_least_that_is_needed_is_sent():
    """round0's own defaults hold for the rest."""
    answers = LEAST | {"cv_summary": " ", "skills": "\n", "expires_in_days": ""}

    request = SCHEDULING.prepare(answers, NOW)

    assert dict(request.body) == {
        "job_id": "j-7kq",
        "candidate_name": "Zoë Okonkwo",
        "candidate": {"name": "Zoë Okonkwo", "email": "zoe.okonkwo@example.com"},
    }


def test_everything_lands_in_its_documented_place():
    """The CV, the questions and the days."""
    answers = LEAST | {
        "cv_summary": "Ten years in kitchens.",
        "skills": "Pastry\n\n Planning ",
        "excluded_question_ids": "q-3",
        "custom_questions": "Behavioral | 120 | Why here? | Really?\ntechnical|60|How hot?",
        "question_order": "custom_1\nq-1\ncustom_0",
        "expires_in_days": "14",
    }

    body = SCHEDULING.prepare(answers, NOW).body

    assert body["candidate_cv"] == {
        "summary": "Ten years in kitchens.",
        "skills": ["Pastry", "Planning"],
    }
    assert body["question_config"] == {
        "excluded_question_ids": ["q-3"],
        "custom_questions": [
            {
                "question_text": "Why here? | Really?",
                "question_type": "behavioral",
                "time_limit_seconds": 120,
                "order_index": 0,
            },
            {
                "question_text": "How hot?",
                "question_type": "technical",
                "time_limit_seconds": 60,
                "order_index": 1,
            },
        ],
        "question_order": ["custom_1", "q-1", "custom_0"],
    }
    assert body["expires_in_days"] == 14


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("job_id", ""),
        ("job_id", "../jobs"),
        ("candidate_name", " "),
        ("candidate_email", ""),
        ("candidate_email", "nobody"),
        ("expires_in_days", "0"),
        ("expires_in_days", "2.5"),
        ("expires_in_days", "-1"),
        ("expires_in_days", "9999"),
        ("expires_in_days", "²"),
        ("excluded_question_ids", "q-1\nq-1"),
        ("excluded_question_ids", "q 1"),
        ("question_order", "q-1\nq-1"),
        ("question_order", "custom_0"),
        ("custom_questions", "Why here?"),
        ("custom_questions", "riddle | 60 | Why?"),
        ("custom_questions", "technical | soon | Why?"),
        ("custom_questions", "technical | 0 | Why?"),
        ("custom_questions", "technical | 60 | "),
        ("idempotency_key", "a b c d e f"),
    ],
)
def test_a_broken_rule_names_its_field(field, given):
    """The sentence begins with the field."""
    answers = LEAST | {field: given}

    with pytest.raises(InputError, match=f"^{field}"):
        SCHEDULING.prepare(answers, NOW)


def test_an_order_cannot_name_what_is_left_out():
    """One of the two is a mistake."""
    answers = LEAST | {"excluded_question_ids": "q-1", "question_order": "q-1"}

    with pytest.raises(InputError, match="which excluded_question_ids leaves out"):
        SCHEDULING.prepare(answers, NOW)


def test_each_request_has_a_key_of_its_own():
    """The retry of one request reuses it, another request never does."""
    answers = LEAST

    first, second = SCHEDULING.prepare(answers, NOW), SCHEDULING.prepare(answers, NOW)

    assert len(first.idempotency_key) == 36
    assert first.idempotency_key != second.idempotency_key
    assert first.body == second.body


def test_a_key_can_be_handed_in():
    """A page that draws itself anew keeps its own."""
    answers = LEAST | {"idempotency_key": "page-4711-a"}

    request = SCHEDULING.prepare(answers, NOW)

    assert request.idempotency_key == "page-4711-a"


def test_the_form_says_what_is_required():
    """Everything else may stay empty."""
    fields = FIELDS

    required = {field.name for field in fields if field.required}

    assert required == set(LEAST)
