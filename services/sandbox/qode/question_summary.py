"""The part `meeting_data.question_summary`: every question with its scores and its moment."""

from typing import Any

from services.sandbox import phrases
from services.sandbox.clock import offset
from services.sandbox.qode.band import NOT_EVALUATED, Band
from services.sandbox.qode.panel import Sheet
from services.sandbox.qode.scorecard import Scorecard
from services.sandbox.qode.sitting import Sitting
from services.sandbox.roles import Question

_NOT_EVALUATED = "Not evaluated"


def question_summary(sitting: Sitting, card: Scorecard, *, banded: bool) -> list[dict[str, Any]]:
    """Return all questions in order; one skipped has zeros, one unreached has no score at all."""
    return [
        {
            "question": question.text,
            "summary": _summary(sitting, card, index),
            "timestamp": offset(sitting.marks[index]),
            **_scores(sitting, card, index=index, banded=banded),
        }
        for index, question in enumerate(sitting.questions)
    ]


def banded_score(value: Band, *, banded: bool) -> dict[str, int]:
    """Return a score as the vendor nests it; the first version had no bands."""
    if not banded:
        return {"score": value.value}
    return {"score": value.value, "ci_lower": value.lower, "ci_upper": value.upper}


def _summary(sitting: Sitting, card: Scorecard, index: int) -> str:
    if index in sitting.skipped:
        return "The candidate asked to go on without an answer."
    if index in sitting.unreached:
        return "There was no time left for this question."
    question = sitting.questions[index]
    verdict = phrases.verdict(card.sheets[index].score / 20)
    return f"{verdict} The talk came to {question.points[0]} and {question.points[1]}."


def _scores(sitting: Sitting, card: Scorecard, *, index: int, banded: bool) -> dict[str, Any]:
    if index in sitting.unreached:
        return {"question_score": None, "skills_score": []}
    if index in sitting.skipped:
        return _skipped(sitting.questions[index], card, banded=banded)
    sheet = card.sheets[index]
    return {
        "question_score": {
            "agent_summary": phrases.verdict(sheet.score / 20),
            "score": banded_score(card.questions[index], banded=banded),
        },
        "skills_score": [
            {
                "name": skill,
                "score": banded_score(card.question_skills[index, skill], banded=banded),
                "summary": phrases.verdict(card.question_skills[index, skill].value / 20),
                "agents": _agents(sheet, skill),
            }
            for skill in sheet.question.skills
        ],
    }


def _agents(sheet: Sheet, skill: str) -> list[dict[str, str]]:
    return [
        {
            "name": assessment.grader.name,
            "summary": next(m.reason for m in assessment.marks if m.skill == skill),
        }
        for assessment in sheet.assessments
    ]


def _skipped(question: Question, card: Scorecard, *, banded: bool) -> dict[str, Any]:
    zero = banded_score(NOT_EVALUATED, banded=banded)
    panel = next(iter(card.sheets.values())).assessments
    nobody = [{"name": assessment.grader.name, "summary": ""} for assessment in panel]
    return {
        "question_score": {"agent_summary": _NOT_EVALUATED, "score": dict(zero)},
        "skills_score": [
            {"name": skill, "score": dict(zero), "summary": _NOT_EVALUATED, "agents": nobody}
            for skill in question.skills
        ],
    }
