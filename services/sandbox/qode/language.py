"""The part `language_proficiency_scores`: eight dimensions, 0 to 100, and no CEFR level."""

from typing import Any

from services.sandbox import phrases
from services.sandbox.draw import stream
from services.sandbox.qode.plan import Plan

_DIMENSIONS = (
    "coherence",
    "fluency",
    "grammar",
    "pronunciation",
    "prosody",
    "accuracy",
    "completeness",
    "vocabulary",
)


def language_proficiency_scores(plan: Plan) -> dict[str, Any]:
    """Return the profile of somebody who speaks at one level with small ups and downs."""
    rng = stream(plan.key, "language")
    level = min(95.0, max(40.0, rng.gauss(74, 10)))
    summary = next(text for least, text in phrases.LANGUAGE_SUMMARIES if level >= least)
    return {
        **{
            f"{dimension}_score": round(min(100.0, max(0.0, rng.gauss(level, 5))))
            for dimension in _DIMENSIONS
        },
        "summary": summary,
        "language": "en",
    }
