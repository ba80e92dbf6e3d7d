"""How a candidate speaks: the vendor's dimensions, and a CEFR level only if one was issued."""

from enum import StrEnum

from services.models.score import Score
from services.models.value import Value

OVERALL = "Overall"
"""The name of the level and of the percent that stand for the whole profile."""
NEVER_RANKED = frozenset({"Accent"})
"""Dimensions that may be read on one person's page and nowhere sort, filter or count people."""
_NEVER = tuple(name.casefold() for name in NEVER_RANKED)


def may_rank(name: str) -> bool:
    """Tell whether people may be sorted, filtered or counted by a dimension of this name.

    However a vendor writes it: "accent" and "Accent (score)" are accent as well.
    """
    return not any(never in name.casefold() for never in _NEVER)


class SpeakerMatch(StrEnum):
    """How sure the vendor is that the voice it scored is the candidate's."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    """Perhaps somebody else was scored: the whole result is shown as doubtful."""
    UNKNOWN = "unknown"


class SpeakerDetection(Value):
    """Which of the voices the vendor took for the candidate's, and how sure it is."""

    match: SpeakerMatch
    vendor_match: str | None = None
    label: str | None = None
    reason: str | None = None
    words: int | None = None
    speakers: int | None = None
    """How many voices there are in the recording."""


class IssuedLevel(Value):
    """A CEFR level in the vendor's own spelling; `name` is a dimension's or `OVERALL`."""

    name: str
    cefr: str


class Explanation(Value):
    """The vendor's plain words on why a dimension was scored as it was."""

    name: str
    text: str


class LanguageProfile(Value):
    """The vendor's language scores. `cefr` is None unless the vendor itself issued a level.

    A vendor that gives a dimension on two scales has the finer one in `dimensions` and the other,
    under the same name, in `percents`; nothing is ever converted from one into the other.
    """

    language: str | None = None
    requested_language: str | None = None
    dimensions: tuple[Score, ...] = ()
    percents: tuple[Score, ...] = ()
    summary: str | None = None
    cefr: str | None = None
    """The level of the whole, as the vendor issued it."""
    levels: tuple[IssuedLevel, ...] = ()
    """The levels that the vendor issued for single dimensions."""
    target: str | None = None
    """The level that the role asks for, if the vendor tells; never a result."""
    explanations: tuple[Explanation, ...] = ()
    detection: SpeakerDetection | None = None
    method: str | None = None
    """The vendor's scoring method: results of two methods are not one instrument."""
    audio_s: float | None = None
    is_partial: bool = False
    """Whether the vendor could score some dimensions only."""
