"""What goes wrong in an interview's body, on purpose: each broken case as it is described."""

from collections.abc import Callable
from typing import Any

from services.sandbox.draw import stream
from services.sandbox.instaview import phrases
from services.sandbox.instaview.analysis import PENDING
from services.sandbox.instaview.broken_case import BrokenCase
from services.sandbox.instaview.plan import Plan

_Body = dict[str, Any]


def break_body(body: _Body, plan: Plan) -> None:
    """Break a body in its plan's way, as long as it has the part that breaks.

    Unanswered calls, the expired candidate and the missing agent are planned from the beginning.
    """
    if plan.broken in _BREAKAGES and body["analysis"]:
        _BREAKAGES[plan.broken](body, plan)


def _rate_too_early(body: _Body, _plan: Plan) -> None:
    # Only while it waits: once the analysis is there, the interview is sound.
    general = body["analysis"]["general"]
    if general["overallRating"] is None:
        general |= {"overallRating": 0, "status": PENDING}


def _rate_a_failure(body: _Body, _plan: Plan) -> None:
    body["analysis"]["general"]["overallRating"] = 0


def _tell_freely(body: _Body, plan: Plan) -> None:
    rng = stream(plan.key, "free")
    body["analysis"]["general"] |= {
        "education": rng.choice(phrases.FREE_EDUCATION),
        "experience": rng.choice(phrases.FREE_EXPERIENCE),
    }


def _name_no_status(body: _Body, _plan: Plan) -> None:
    body["status"] = "AWAITING_REVIEW"


def _stretch_minutes(body: _Body, _plan: Plan) -> None:
    body["durationMinutes"] += 19


def _rate_too_high(body: _Body, _plan: Plan) -> None:
    body["analysis"]["general"]["overallRating"] = 104


def _mispronounce(body: _Body, _plan: Plan) -> None:
    if specific := body["analysis"]["specific"]:
        specific["pronunciationScores"]["prosody"] = -1


_BREAKAGES: dict[BrokenCase, Callable[[_Body, Plan], None]] = {
    BrokenCase.PENDING_ZERO: _rate_too_early,
    BrokenCase.ANALYSIS_FAILED: _rate_a_failure,
    BrokenCase.FREE_TEXT: _tell_freely,
    BrokenCase.UNKNOWN_STATUS: _name_no_status,
    BrokenCase.DURATIONS: _stretch_minutes,
    BrokenCase.RATING_104: _rate_too_high,
    BrokenCase.NEGATIVE_PRONUNCIATION: _mispronounce,
}
