"""Invitation: the form that invites a candidate, and round0's rules, checked before sending."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import uuid4

from pydantic import JsonValue

from services.errors import InputError
from services.models.scheduling import (
    Answers,
    FieldKind,
    FormField,
    NewInterviewRequest,
    Scheduling,
)
from services.vendors._email import EMAIL
from services.vendors.round0.custom_questions import custom_questions_in

_ID = re.compile(r"[^\s/?#]{1,200}")
_KEY = re.compile(r"[\x21-\x7e]{8,200}")
_CUSTOM = re.compile(r"custom_(\d{1,4})")
_MOST_DAYS = 365

FIELDS = (
    FormField(
        name="job_id",
        label="Job id",
        required=True,
        help="The job's id at round0: the candidate is asked that job's questions.",
    ),
    FormField(name="candidate_name", label="Name", required=True, group="Candidate"),
    FormField(
        name="candidate_email",
        label="E-mail",
        required=True,
        group="Candidate",
        help="round0 knows a candidate again by it.",
    ),
    FormField(
        name="cv_summary", label="Summary of the CV", kind=FieldKind.LONG_TEXT, group="Candidate"
    ),
    FormField(
        name="skills", label="Skills", kind=FieldKind.LIST, group="Candidate", help="One a line."
    ),
    FormField(
        name="excluded_question_ids",
        label="Questions of the job to leave out",
        kind=FieldKind.LIST,
        group="Questions",
        help="Their ids, one a line.",
    ),
    FormField(
        name="custom_questions",
        label="Questions to add",
        kind=FieldKind.LIST,
        group="Questions",
        help="One a line: type | seconds | text, such as: "
        "behavioral | 120 | What would you ask of us?",
    ),
    FormField(
        name="question_order",
        label="Order of the questions",
        kind=FieldKind.LIST,
        group="Questions",
        help="Ids of questions, one a line; custom_0 is the first of those to add.",
    ),
    FormField(
        name="expires_in_days",
        label="Days until the invitation expires",
        kind=FieldKind.NUMBER,
        help="Empty: round0's own default.",
    ),
)


def prepare(answers: Answers, _now: datetime) -> NewInterviewRequest:
    """Return what will be sent, under a key that makes sending it twice harmless.

    Raises:
        InputError: a field is wrong; the sentence names it.
    """
    name = _required(answers, "candidate_name")
    email = _required(answers, "candidate_email")
    _check("candidate_email", email, EMAIL, "an e-mail address, such as ada@example.com")
    job_id = _required(answers, "job_id")
    _check("job_id", job_id, _ID, "an id as round0 gives it, without spaces or slashes")
    body: dict[str, JsonValue] = {
        "job_id": job_id,
        "candidate_name": name,
        # round0's two pages disagree about where the e-mail goes (assumption: here as well).
        "candidate": {"name": name, "email": email},
    }
    parts = (
        ("candidate_cv", _cv(answers)),
        ("question_config", _question_config(answers)),
        ("expires_in_days", _days(answers)),
    )
    body |= {key: value for key, value in parts if value}
    return NewInterviewRequest(body=body, idempotency_key=_key(answers))


def _cv(answers: Answers) -> dict[str, JsonValue]:
    told: tuple[tuple[str, JsonValue], ...] = (
        ("summary", answers.get("cv_summary", "").strip()),
        ("skills", [*_lines(answers, "skills")]),
    )
    return {key: value for key, value in told if value}


def _question_config(answers: Answers) -> dict[str, JsonValue]:
    excluded = _ids(answers, "excluded_question_ids")
    custom = custom_questions_in(_lines(answers, "custom_questions"))
    order = _ids(answers, "question_order")
    _check_order(order, excluded, custom=len(custom))
    told: tuple[tuple[str, JsonValue], ...] = (
        ("excluded_question_ids", [*excluded]),
        ("custom_questions", [*custom]),
        ("question_order", [*order]),
    )
    return {key: value for key, value in told if value}


def _check_order(order: Sequence[str], excluded: Sequence[str], *, custom: int) -> None:
    for wanted in order:
        counted = _CUSTOM.fullmatch(wanted)
        if counted and int(counted[1]) >= custom:
            msg = (
                f"question_order names {wanted}, but there are only {custom} questions to add "
                "(the first is custom_0)."
            )
            raise InputError(msg)
        if wanted in excluded:
            msg = f"question_order names {wanted}, which excluded_question_ids leaves out."
            raise InputError(msg)


def _days(answers: Answers) -> int | None:
    told = answers.get("expires_in_days", "").strip()
    if not told:
        return None
    number = told.removesuffix(".0")
    if not (number.isascii() and number.isdigit()) or not 1 <= int(number[:9]) <= _MOST_DAYS:
        msg = f"expires_in_days should be a whole number from 1 to {_MOST_DAYS}."
        raise InputError(msg)
    return int(number)


def _key(answers: Answers) -> str:
    key = answers.get("idempotency_key", "").strip()
    if not key:
        return str(uuid4())
    _check("idempotency_key", key, _KEY, "8 to 200 letters, digits or signs without spaces")
    return key


def _required(answers: Answers, field: str) -> str:
    given = answers.get(field, "").strip()
    if not given:
        msg = f"{field} is empty: round0 needs it."
        raise InputError(msg)
    return given


def _check(field: str, value: str, pattern: re.Pattern[str], expected: str) -> None:
    if not pattern.fullmatch(value):
        msg = f"{field} should be {expected}."
        raise InputError(msg)


def _lines(answers: Answers, field: str) -> Iterator[str]:
    return (line.strip() for line in answers.get(field, "").splitlines() if line.strip())


def _ids(answers: Answers, field: str) -> tuple[str, ...]:
    found = tuple(_lines(answers, field))
    for each in found:
        _check(field, each, _ID, "one id a line, without spaces or slashes")
    if len(set(found)) < len(found):
        msg = f"{field} names a question twice: leave one of the two out."
        raise InputError(msg)
    return found


SCHEDULING = Scheduling(fields=FIELDS, prepare=prepare)
