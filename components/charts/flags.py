"""The flags of one interview: what each is called, when it came up, and what reviewers say."""

from collections.abc import Mapping
from types import MappingProxyType

from components.charts._lanes import LANES, Event, events, length
from services.models.integrity import Disposition
from services.models.interview import Interview

NO_REVIEWS: Mapping[str, Disposition] = MappingProxyType({})
FLAG_NAMES = LANES
"""What each kind of flag is called, in the order of the timeline's lanes."""
FlagEvent = Event
DISPOSITION_WORDS = {
    Disposition.CONFIRM: "confirmed",
    Disposition.DISMISS: "dismissed",
    Disposition.ASK: "ask the candidate",
}
DISPOSITION_SIGNS = {Disposition.CONFIRM: "✓", Disposition.DISMISS: "×", Disposition.ASK: "?"}
NOT_REVIEWED = "not reviewed"


def flags(interview: Interview, reviewed: Mapping[str, Disposition] = NO_REVIEWS) -> list[Event]:
    """Return every signal as an event by lane and time, with what holds for it.

    `reviewed` holds each flag's latest disposition by its key.
    """
    return events(interview.signals, end=length(interview), reviewed=reviewed)


def review_words(disposition: Disposition | None) -> str:
    """Say what holds for a flag: "dismissed", "not reviewed"."""
    return DISPOSITION_WORDS[disposition] if disposition else NOT_REVIEWED
