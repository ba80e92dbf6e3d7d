"""What goes wrong in a result, on purpose: each broken case as its name says."""

from collections.abc import Callable
from typing import Any

from services.sandbox.zenhire.broken_case import BrokenCase
from services.sandbox.zenhire.plan import Plan
from services.sandbox.zenhire.scores import FIELDS

_Scores = dict[str, Any]


def break_result(body: dict[str, Any], plan: Plan) -> None:
    """Break the scores of a run in its plan's way; the other cases are planned from the start."""
    if plan.broken in _BREAKAGES:
        _BREAKAGES[plan.broken](body["scores"])
    if plan.broken is BrokenCase.NO_SCORES:
        body |= {"explainability": None, "hrRecommendation": None, "candidateFeedback": None}


def _contradict(scores: _Scores) -> None:
    for field in ("fluencyPercent", "overallPercent"):
        scores[field] += -40 if scores[field] >= 50 else 40


def _drop_levels(scores: _Scores) -> None:
    scores |= {field: None for field in FIELDS if "cefr" in field.casefold()}


def _go_beyond(scores: _Scores) -> None:
    scores |= {"vocabulary": 5.6, "vocabularyPercent": 112, "vocabularyCefr": "C2"}


def _drop_all(scores: _Scores) -> None:
    scores |= dict.fromkeys(FIELDS)


_BREAKAGES: dict[BrokenCase, Callable[[_Scores], None]] = {
    BrokenCase.PERCENT: _contradict,
    BrokenCase.NO_LEVEL: _drop_levels,
    BrokenCase.BEYOND: _go_beyond,
    BrokenCase.NO_SCORES: _drop_all,
}
