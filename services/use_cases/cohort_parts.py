"""All interviews split up into cohorts: the parts with the most scored interviews."""

from collections.abc import Mapping
from datetime import date, timedelta

import numpy as np

from services.analysis.funnel import month_words
from services.cache.codes import OUTCOME_CODES
from services.cache.frame.columns import NO_TIME, NONE, Frame, Mask, Whole
from services.models import notation
from services.models.browse import InterviewFilter
from services.models.cohort import MOST_COHORTS, CohortDefinition, CohortSplit
from services.models.interview import Outcome

_OUTCOMES = {code: outcome for outcome, code in OUTCOME_CODES.items() if code is not None}
SPAN = 120
"""Days: a third of a year has a season's worth of interviews."""
_DAY_MS = 86_400_000
_OUTCOME_WORDS = {
    Outcome.PASS: "Passed",
    Outcome.FAIL: "Failed",
    Outcome.UNDETERMINED: "Undetermined",
    Outcome.NONE: "No verdict",
}


def largest_parts(
    frame: Frame, counted: Mask, by: CohortSplit, *, titles: Mapping[str, str]
) -> tuple[CohortDefinition, ...]:
    """Return the largest parts of the `counted` interviews, months in their order, newest last."""
    codes = _codes(frame, by)[counted]
    present, counts = np.unique(codes, return_counts=True)
    order = sorted(
        range(len(present)),
        key=lambda place: (
            -present[place] if by is CohortSplit.MONTH else -counts[place],
            present[place],
        ),
    )
    chosen = [int(present[place]) for place in order[:MOST_COHORTS]]
    if by is CohortSplit.MONTH:
        chosen.reverse()
    return tuple(_part(frame, by, code, titles) for code in chosen)


def latest_parts(
    frame: Frame, scored: Mask, *, today: date
) -> tuple[CohortDefinition, CohortDefinition]:
    """Return the last `SPAN` days with a scored interview, and as many days before them."""
    times = frame.interviews.happened_ms[scored]
    newest = int(times.max(initial=NO_TIME))
    last = today
    if newest != NO_TIME:
        last = min(today, date(1970, 1, 1) + timedelta(days=newest // _DAY_MS))
    # A vendor's year 1 would leave no days before it.
    last = max(last, date.min + timedelta(days=2 * SPAN - 1))
    first = last - timedelta(days=SPAN - 1)
    return (
        _days(first - timedelta(days=SPAN), first - timedelta(days=1)),
        _days(first, last),
    )


def _days(since: date, until: date) -> CohortDefinition:
    return CohortDefinition(
        name=f"{notation.day(since)} to {notation.day(until)}",
        wanted=InterviewFilter(since=since, until=until),
    )


def _codes(frame: Frame, by: CohortSplit) -> Whole:
    columns = frame.interviews
    return {
        CohortSplit.ROLE: columns.role,
        CohortSplit.VENDOR: columns.vendor,
        CohortSplit.MONTH: columns.month,
        CohortSplit.VERSION: columns.version,
        CohortSplit.OUTCOME: columns.outcome,
        CohortSplit.TYPE: columns.interview_type,
    }[by]


def _part(frame: Frame, by: CohortSplit, code: int, titles: Mapping[str, str]) -> CohortDefinition:
    if by is CohortSplit.MONTH:
        month = InterviewFilter(months=(code,))
        return CohortDefinition(name=month_words(code).capitalize(), wanted=month)
    if by is CohortSplit.OUTCOME:
        outcome = _OUTCOMES.get(code, Outcome.NONE)
        wanted = InterviewFilter(outcomes=(outcome,))
        return CohortDefinition(name=_OUTCOME_WORDS[outcome], wanted=wanted)
    if by is CohortSplit.VENDOR:
        vendor = frame.vendors[code]
        wanted = InterviewFilter(vendors=(vendor,))
        return CohortDefinition(name=titles.get(vendor, vendor), wanted=wanted)
    names, field = {
        CohortSplit.ROLE: (frame.roles, "roles"),
        CohortSplit.VERSION: (frame.versions, "versions"),
        CohortSplit.TYPE: (frame.words, "interview_types"),
    }[by]
    name = "" if code == NONE else names[code]
    wanted = InterviewFilter().model_copy(update={field: (name,)})
    return CohortDefinition(name=name or f"No {by} given", wanted=wanted)
