"""Drift of one question, for formats that draw charts themselves."""

from components.charts._offsets import uncorrected
from components.charts._ranges import around_zero, offset_range
from services.models.content import Ranges
from services.models.question_health import QuestionHealth


def drift_ranges(question: QuestionHealth) -> Ranges | None:
    """Return each change, the later version minus the one before, in percentage points."""
    rows = [
        offset_range(f"{change.after} minus {change.before}", uncorrected(change.difference))
        for change in question.drift
    ]
    return around_zero(rows, axis="Change of the mean share, percentage points")


def has_drifted(question: QuestionHealth) -> bool:
    """Tell whether the interval of any change is clear of zero, each looked at by itself."""
    found = (uncorrected(change.difference) for change in question.drift)
    return any(each.could_be_chance is False for each in found)
