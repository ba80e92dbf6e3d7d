"""Comparison: two to five interviews side by side, and what their bands can tell apart."""

from enum import StrEnum

from services.models.browse import InterviewRow
from services.models.score import Score, ScoreKind
from services.models.value import Value


class Verdict(StrEnum):
    """What the bands of two scores allow to be said."""

    CLEAR = "clear"
    """The interval of the difference does not hold 0."""
    LEANING = "leaning"
    """It holds 0, but one direction is at least four times as likely as the other."""
    CANNOT_SEPARATE = "cannot separate"
    NOT_COMPARABLE = "not comparable"
    """Another scale, another vendor or another version; or one of the two has no number or band."""


class Separation(Value):
    """The difference of two scores, `a` minus `b`, with its interval at `level`."""

    a: str
    b: str
    """The ids of the two interviews."""
    verdict: Verdict
    difference: float | None = None
    lower: float | None = None
    upper: float | None = None
    level: float | None = None
    """Of the interval, 0 to 1: a setting, because no vendor states the level of its bands."""
    reason: str
    """A sentence: what was found, or why nothing can be said."""


class ComparedRow(Value):
    """One score of each interview, in the order of the interviews; None: it was not asked there."""

    kind: ScoreKind
    name: str
    scores: tuple[Score | None, ...]
    separations: tuple[Separation, ...]
    """Of every pair, in order."""


class Comparison(Value):
    """The interviews in the order they were asked for, with the rows that any of them has."""

    interviews: tuple[InterviewRow, ...]
    rows: tuple[ComparedRow, ...]
    warnings: tuple[str, ...]
    """Sentences on different vendors, scales, versions or languages among them."""
    level: float
    not_asked: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """For each interview (by id) what others were scored in and it was not."""
