"""The answers to "give me this interview" and "which questions were asked"."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services.sandbox.round0.breakage import break_interview, break_questions
from services.sandbox.round0.moment import moment
from services.sandbox.round0.plan import Plan
from services.sandbox.round0.sitting import Answer, ended_at, sit
from services.sandbox.round0.status import HAS_RESULTS, Status

Sign = Callable[[str], str]
"""Makes a link to the audio with this id that lasts for a day."""


@dataclass(frozen=True)
class Standing:
    """Where an interview stands now, and when it was begun (if it was)."""

    status: str
    started_at: datetime


def interview(plan: Plan, standing: Standing, *, sign: Sign) -> dict[str, Any]:
    """Return the body: the further the interview, the more fields."""
    body: dict[str, Any] = {
        "id": plan.interview_id,
        "status": standing.status,
        "job": {"id": plan.job.job_id, "title": plan.job.title},
        "candidate": {"id": plan.candidate_id, "name": plan.person.name, "email": plan.email},
    }
    if standing.status in HAS_RESULTS:
        _add_results(body, plan, standing, sign)
    elif standing.status == Status.IN_PROGRESS:
        _add_first_answers(body, plan, standing, sign)
    body["created_at"] = moment(plan.created_at)
    if standing.status == Status.INVITED:
        body["expires_at"] = moment(plan.expires_at)
    return body


def questions(plan: Plan) -> dict[str, Any]:
    """Return the questions, which are known whatever the status is."""
    body = {
        "interview_id": plan.interview_id,
        "questions": [question.body() for question in plan.questions],
        "total_questions": len(plan.questions),
        "estimated_duration_seconds": plan.estimated_seconds,
    }
    break_questions(body, plan)
    return body


def _add_results(body: dict[str, Any], plan: Plan, standing: Standing, sign: Sign) -> None:
    answers = sit(plan, started_at=standing.started_at)
    body["job"]["department"] = plan.job.department
    body["started_at"] = moment(standing.started_at)
    body["completed_at"] = moment(ended_at(answers))
    body["responses"] = [_response(answer, sign) for answer in answers]
    break_interview(body, plan)


def _add_first_answers(body: dict[str, Any], plan: Plan, standing: Standing, sign: Sign) -> None:
    """Add what is answered already; half of the running interviews tell nothing yet."""
    if int(plan.token[0], 16) % 2:
        answers = sit(plan, started_at=standing.started_at)
        body["responses"] = [_response(answer, sign) for answer in answers[:-1]]


def _response(answer: Answer, sign: Sign) -> dict[str, Any]:
    return {
        "question_id": answer.question.question_id,
        "question_text": answer.question.text,
        "question_type": answer.question.kind,
        "transcript": answer.transcript,
        "audio_url": sign(answer.audio_id),
        "duration_seconds": answer.seconds,
        "answered_at": moment(answer.answered_at),
    }
