"""What goes wrong in a body, on purpose: each broken case as its name says."""

from collections.abc import Callable
from typing import Any

from services.sandbox.round0.broken_case import BrokenCase
from services.sandbox.round0.opaque_id import opaque_id
from services.sandbox.round0.plan import Plan

_Body = dict[str, Any]


def break_interview(body: _Body, plan: Plan) -> None:
    """Break the body of an interview with results in its plan's way."""
    if plan.broken in _BREAKAGES:
        _BREAKAGES[plan.broken](body, plan)


def break_questions(body: _Body, plan: Plan) -> None:
    """Break the list of questions, if that is the plan's way."""
    if plan.broken is BrokenCase.MISCOUNTED:
        body["total_questions"] += 3


def _leave_unanswered(body: _Body, _plan: Plan) -> None:
    body["responses"].pop(1)


def _answer_a_stranger(body: _Body, plan: Plan) -> None:
    body["responses"].append(
        body["responses"][-1]
        | {
            "question_id": opaque_id(plan.key, "question of another interview"),
            "question_text": "How would you hand your work over before a long leave?",
            "transcript": "I would write the three things that cannot wait on the first page.",
            "duration_seconds": 21,
        }
    )


def _fall_silent(body: _Body, _plan: Plan) -> None:
    body["responses"][0]["transcript"] = ""


def _lose_audio(body: _Body, _plan: Plan) -> None:
    for response in body["responses"]:
        del response["audio_url"]


_BREAKAGES: dict[BrokenCase, Callable[[_Body, Plan], None]] = {
    BrokenCase.UNANSWERED: _leave_unanswered,
    BrokenCase.STRANGER: _answer_a_stranger,
    BrokenCase.SILENT: _fall_silent,
    BrokenCase.NO_AUDIO: _lose_audio,
}
