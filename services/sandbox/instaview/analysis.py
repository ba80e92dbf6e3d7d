"""The analysis of a finished conversation: the general part, and the part of a language test."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

from services.sandbox.clock import iso
from services.sandbox.draw import identifier, stream
from services.sandbox.instaview import phrases
from services.sandbox.instaview.agent import Focus
from services.sandbox.instaview.plan import Plan
from services.sandbox.instaview.stage import Stage

PENDING, PROCESSING, COMPLETED, FAILED = 1, 2, 3, 4
_EDUCATION = (
    "UNDEFINED",
    "SECONDARY_WITH_DIPLOMA",
    "POST_SECONDARY_VOCATIONAL",
    "UNIVERSITY_STUDENT",
    "BACHELOR_LEVEL",
    "BACHELOR_LEVEL",
    "MASTER_LEVEL",
    "MASTER_LEVEL",
    "POSTGRADUATE",
)
_EXPERIENCE = (
    "UNDEFINED",
    "NO_EXPERIENCE",
    "LESS_THAN_1_YEAR",
    "ONE_TO_3_YEARS",
    "THREE_TO_5_YEARS",
    "FIVE_TO_10_YEARS",
    "TEN_TO_15_YEARS",
    "MORE_THAN_15_YEARS",
)
_SOUNDS = ("pronunciation", "accuracy", "fluency", "completeness", "prosody")
_LEVELS = ((92, "C2"), (83, "C1"), (72, "B2"), (60, "B1"), (48, "A2"), (0, "A1"))
"""The sandbox's own table, so that a level fits the scores beside it; the vendor's is unknown."""


def analysis(plan: Plan, *, ended_at: datetime) -> dict[str, Any] | None:
    """Return the analysis as far as it is; None while the conversation is not over."""
    if not plan.stage.is_held:
        return None
    is_done = plan.stage is Stage.ANALYSIS_COMPLETED
    return {
        "id": identifier(plan.key, "analysis"),
        "general": {
            **(_found(plan) if is_done else _nothing_yet()),
            "status": {Stage.ANALYSIS_COMPLETED: COMPLETED, Stage.ANALYSIS_FAILED: FAILED}.get(
                plan.stage, PROCESSING
            ),
            "createdAt": iso(ended_at),
            "updatedAt": iso(ended_at + timedelta(minutes=3 if is_done else 1)),
        },
        "specific": _specific(plan) if is_done else None,
    }


def _nothing_yet() -> dict[str, Any]:
    return {
        "overallRating": None,
        "companyFitRating": "UNDEFINED",
        "education": "UNDEFINED",
        "experience": "UNDEFINED",
        "strongPoints": [],
        "weakPoints": [],
        "evaluation": [],
    }


def _found(plan: Plan) -> dict[str, Any]:
    rng = stream(plan.key, "analysis")
    rating = _level(plan)
    is_test = plan.agent.focus is Focus.LANGUAGE_TEST
    strong = phrases.LANGUAGE_STRONG_POINTS if is_test else phrases.STRONG_POINTS
    weak = phrases.LANGUAGE_WEAK_POINTS if is_test else phrases.WEAK_POINTS
    verdicts = next(texts for least, texts in phrases.EVALUATIONS.items() if rating >= least)
    evaluation = phrases.LANGUAGE_EVALUATIONS if is_test else verdicts
    return {
        "overallRating": rating,
        "companyFitRating": _fit(rng, rating, plan.agent.focus),
        "education": rng.choice(_EDUCATION),
        "experience": rng.choice(_EXPERIENCE),
        "strongPoints": _said(rng, plan, strong, 2 + (rating >= 70)),
        "weakPoints": _said(rng, plan, weak, 1 + (rating < 70)),
        "evaluation": _said(rng, plan, evaluation, len(evaluation)),
    }


def _level(plan: Plan) -> int:
    """Return how well it went, 0 to 100; ratings and the sounds of a test lie around it."""
    return round(min(96.0, max(38.0, stream(plan.key, "level").gauss(70, 12))))


def _fit(rng: Random, rating: int, focus: Focus) -> str:
    if focus in (Focus.OUTREACH, Focus.LANGUAGE_TEST) or rng.random() < 0.08:
        return "UNDEFINED"
    return "HIGH" if rating >= 78 else "MEDIUM" if rating >= 58 else "LOW"


def _said(rng: Random, plan: Plan, texts: tuple[str, ...], count: int) -> list[str]:
    skills = [skill for domain in plan.role.domains for skill in domain.skills]
    points = [point for question in plan.role.questions for point in question.points]
    return [
        text.format(skill=rng.choice(skills), point=rng.choice(points))
        for text in rng.sample(texts, min(count, len(texts)))
    ]


def _specific(plan: Plan) -> dict[str, Any] | None:
    """Return the scores of a language test; all other interviews have none.

    Only the key `pronunciationScores` is known; the names below it and the level are assumptions.
    """
    if plan.agent.focus is not Focus.LANGUAGE_TEST:
        return None
    rng = stream(plan.key, "sounds")
    level = _level(plan)
    scores = {sound: round(min(100.0, max(5.0, rng.gauss(level, 5)))) for sound in _SOUNDS}
    specific: dict[str, Any] = {"pronunciationScores": scores}
    if rng.random() < 0.6:
        specific["cefrLevel"] = next(word for least, word in _LEVELS if level >= least)
    return specific
