"""The small numbers that stand for our own closed vocabularies in the database.

A number is never given a second meaning: new members are added, none is renumbered or removed.
Statuses and outcomes are numbered in the order that a list sorts them in.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, TypeVar

from services.models.interview import Outcome, Status
from services.models.language import SpeakerMatch
from services.models.recording import Signal, SignalKind
from services.models.score import ScoreKind, ScoreState

STATUS_CODES: Final[Mapping[Status, int]] = {
    Status.SCHEDULED: 10,
    Status.IN_PROGRESS: 20,
    Status.COMPLETED: 30,
    Status.REPORTED: 40,
    Status.NO_SHOW: 50,
    Status.DROPPED_OFF: 60,
    Status.TECHNICAL_FAILURE: 70,
    Status.FAILED: 80,
    Status.CANCELLED: 90,
    Status.EXPIRED: 100,
    Status.UNKNOWN: 110,
}
OUTCOME_CODES: Final[Mapping[Outcome, int | None]] = {
    Outcome.PASS: 10,
    Outcome.UNDETERMINED: 20,
    Outcome.FAIL: 30,
    Outcome.NONE: None,
}
STATE_CODES: Final[Mapping[ScoreState, int]] = {
    ScoreState.SCORED: 1,
    ScoreState.NOT_EVALUATED: 2,
    ScoreState.MISSING: 3,
    ScoreState.UNSCORED: 4,
}
KIND_CODES: Final[Mapping[ScoreKind, int]] = {
    ScoreKind.OVERALL: 1,
    ScoreKind.DOMAIN: 2,
    ScoreKind.SKILL: 3,
    ScoreKind.QUESTION: 4,
    ScoreKind.QUESTION_SKILL: 5,
    ScoreKind.CRITERION: 6,
    ScoreKind.RUBRIC: 7,
    ScoreKind.LANGUAGE: 8,
    ScoreKind.CODING: 9,
}
SIGNAL_CODES: Final[Mapping[SignalKind, int]] = {
    SignalKind.TAB_CHANGE: 1,
    SignalKind.FACE_OUT_OF_VIEW: 2,
    SignalKind.ABNORMAL_EYE_TRACKING: 3,
    SignalKind.BLACK_SCREEN: 4,
    SignalKind.EXTERNAL_SCREEN: 5,
    SignalKind.LATENCY_ANOMALY: 6,
}
MATCH_CODES: Final[Mapping[SpeakerMatch, int]] = {
    SpeakerMatch.HIGH: 1,
    SpeakerMatch.MEDIUM: 2,
    SpeakerMatch.LOW: 3,
    SpeakerMatch.UNKNOWN: 4,
}


_Word = TypeVar("_Word", bound=StrEnum)


def meaning(codes: Mapping[_Word, int | None]) -> Mapping[int | None, _Word]:
    """Return the way back from numbers to words."""
    return {code: word for word, code in codes.items()}


def not_collected_mask(kinds: tuple[SignalKind, ...]) -> int:
    """Return one bit for each kind of signal that the vendor did not collect."""
    return sum(1 << SIGNAL_CODES[kind] for kind in set(kinds))


ALL_NOT_COLLECTED: Final = not_collected_mask(tuple(SIGNAL_CODES))
"""The mask of an interview without any proctoring: no signal means nothing there."""


def signal_counts(signals: tuple[Signal, ...]) -> tuple[int, ...]:
    """Return how many signals there are of each kind, in the order of `SIGNAL_CODES`."""
    counts = dict.fromkeys(SIGNAL_CODES, 0)
    for signal in signals:
        counts[signal.kind] += 1
    return tuple(counts.values())
