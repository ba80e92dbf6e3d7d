"""The sentences of the Integrity page and of its document: what was counted, and its limits."""

from components.documents.integrity_figures import flags_of
from services.models import notation
from services.models.integrity import IntegrityAnswer

SAID = "What people said about it"
BY_LATEST_REVIEW = "Flags by their latest review"
AWAITING = "Awaiting review"
NO_INTERVIEW = "No interview that began matches these filters. Take one away, or clear them all."
NO_FLAG = "No flag was raised in these interviews, so that there is nothing to review."
ALL_LOOKED_AT = "Every flag has been looked at."
CUES = (
    "Signals are cues for a person to look, never verdicts, and they never enter a score or an "
    "outcome."
)
HARMLESS_TITLE = "What a flag often is when it is nothing"
NOT_COLLECTED = "“Not collected” is not zero: such an interview is in no rate of that signal."


def counted_words(answer: IntegrityAnswer) -> str:
    """Write what was counted: "340 interviews that began"."""
    return f"{notation.count(answer.cohorts[0].interviews, 'interview')} that began"


def level_words(answer: IntegrityAnswer) -> str:
    """Say what the intervals are."""
    return f"Intervals are at {notation.number(100 * answer.level)} %."


def has_flags(answer: IntegrityAnswer) -> bool:
    """Tell whether there is any flag that somebody could look at."""
    return any(map(flags_of, answer.reviews))


def reviews_finding(answer: IntegrityAnswer) -> str:
    """Say how many flags there are, and what people said of them."""
    confirmed = sum(each.confirmed for each in answer.reviews)
    dismissed = sum(each.dismissed for each in answer.reviews)
    asked = sum(each.asked for each in answer.reviews)
    awaiting = sum(each.awaiting for each in answer.reviews)
    flags = notation.count(sum(map(flags_of, answer.reviews)), "flag")
    return (
        f"Of {flags}, {confirmed:,} confirmed, {dismissed:,} dismissed, {asked:,} to be asked "
        f"about and {awaiting:,} not reviewed."
    )


def awaiting_words(answer: IntegrityAnswer) -> str:
    """Say how many interviews await a look."""
    waiting = notation.count(answer.awaiting_total, "interview")
    return f"{waiting} with flags that nobody has looked at, newest first."
