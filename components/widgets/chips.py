"""Chips: status, outcome, version, vendor as shape plus word, the vendor's own word behind."""

from collections.abc import Sequence
from enum import StrEnum

from components.documents.labels import outcome_label, status_label
from components.widgets._component import declare
from services.models.interview import Outcome, Status
from services.models.value import Value

_CHIPS = declare("chips")


class Tone(StrEnum):
    """What a chip's colour says; its icon and its word say the same without colour."""

    GOOD = "good"
    BAD = "bad"
    DOUBT = "doubt"
    RUNNING = "running"
    NEUTRAL = "neutral"
    PLAIN = "plain"


class Chip(Value):
    """A word in a coloured shape; `title` is shown on hover."""

    text: str
    tone: Tone
    icon: str
    """One of the names in frontend/elements.js."""
    title: str = ""


_STATUSES = {
    Status.SCHEDULED: (Tone.NEUTRAL, "clock"),
    Status.IN_PROGRESS: (Tone.RUNNING, "play"),
    Status.COMPLETED: (Tone.RUNNING, "flag"),
    Status.REPORTED: (Tone.GOOD, "check"),
    Status.NO_SHOW: (Tone.DOUBT, "dash"),
    Status.DROPPED_OFF: (Tone.DOUBT, "exit"),
    Status.TECHNICAL_FAILURE: (Tone.BAD, "warning"),
    Status.FAILED: (Tone.BAD, "warning"),
    Status.CANCELLED: (Tone.NEUTRAL, "stop"),
    Status.EXPIRED: (Tone.NEUTRAL, "stop"),
    Status.UNKNOWN: (Tone.NEUTRAL, "question"),
}
_OUTCOMES = {
    Outcome.PASS: (Tone.GOOD, "check"),
    Outcome.FAIL: (Tone.BAD, "cross"),
    Outcome.UNDETERMINED: (Tone.DOUBT, "question"),
    Outcome.NONE: (Tone.PLAIN, "dash"),
}


def status_chip(status: Status, vendor_status: str | None = None) -> Chip:
    """Return the chip of a status; the vendor's own word is its title."""
    tone, icon = _STATUSES[status]
    return Chip(text=status_label(status), tone=tone, icon=icon, title=_vendor_says(vendor_status))


def outcome_chip(outcome: Outcome, vendor_outcome: str | None = None) -> Chip:
    """Return the chip of a verdict; the vendor's own text is its title."""
    tone, icon = _OUTCOMES[outcome]
    return Chip(
        text=outcome_label(outcome), tone=tone, icon=icon, title=_vendor_says(vendor_outcome)
    )


def version_chip(version: str) -> Chip:
    """Return the chip of an assessment version: another version is another instrument."""
    return Chip(text=version, tone=Tone.PLAIN, icon="layers", title=f"Assessment version {version}")


def vendor_chip(title: str) -> Chip:
    """Return the chip of a vendor, in the vendor's own spelling."""
    return Chip(text=title, tone=Tone.PLAIN, icon="source", title=f"Source: {title}")


def chip_row(chips: Sequence[Chip], *, key: str) -> None:
    """Draw chips side by side; they wrap on narrow screens."""
    _CHIPS(key=key, data={"chips": [chip.model_dump(mode="json") for chip in chips]})


def _vendor_says(word: str | None) -> str:
    return f"The vendor says: {word}" if word else ""
