"""The part `summary`: what the vendor wrote about the candidate, and the transcript."""

from typing import Any

from services.sandbox import phrases
from services.sandbox.draw import stream
from services.sandbox.qode.band import NOT_EVALUATED
from services.sandbox.qode.plan import Plan
from services.sandbox.qode.recording import transcript_lines
from services.sandbox.qode.scorecard import Scorecard
from services.sandbox.qode.sitting import Sitting

_WITH_REASONS = ("no_ci_v1", "ci_v2")
"""The versions that still told reasons to hire; the field was taken out later."""


def summary(plan: Plan, sitting: Sitting, card: Scorecard) -> dict[str, Any]:
    """Return remarks on skills, highlights, expertise and every line that was said."""
    rng = stream(plan.key, "summary")
    told = [sitting.questions[index] for index in sitting.evaluated]
    points = [rng.choice(question.points) for question in told]
    part: dict[str, Any] = {
        "skill_summaries": [
            {"skill_name": skill, "summary": phrases.verdict(value.value / 20)}
            for skill, value in card.skills.items()
            if value != NOT_EVALUATED
        ],
        "highlights": [
            {
                "highlight_name": question.chapter,
                "description": f"Brought up {point} and spoke from their own work.",
            }
            for question, point in list(zip(told, points, strict=True))[:3]
        ],
        "areas_of_expertise": [{"skill_name": skill} for skill in _best(card)],
        "interview_transcript_line": transcript_lines(plan, sitting),
    }
    if plan.version in _WITH_REASONS:
        part["reason_to_hire"] = [
            {
                "reason_name": told[0].skills[0],
                "description": f"Has worked with {points[0]} and can explain why.",
            }
        ]
    return part


def _best(card: Scorecard) -> list[str]:
    return sorted(card.skills, key=lambda skill: -card.skills[skill].value)[:3]
