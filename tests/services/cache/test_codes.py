"""The numbers of closed vocabularies."""

import pytest

from services.cache import codes
from services.models.interview import Outcome, Status
from services.models.language import SpeakerMatch
from services.models.recording import Signal, SignalKind
from services.models.score import ScoreKind, ScoreState


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        (codes.STATUS_CODES, Status),
        (codes.OUTCOME_CODES, Outcome),
        (codes.STATE_CODES, ScoreState),
        (codes.KIND_CODES, ScoreKind),
        (codes.SIGNAL_CODES, SignalKind),
        (codes.MATCH_CODES, SpeakerMatch),
    ],
)
def test_every_word_has_a_number_of_its_own(numbers, words):
    """No word of a vocabulary is forgotten, and none shares its number."""
    members = set(words)

    given = set(numbers)

    assert given == members
    assert len(set(numbers.values())) == len(members)


def test_signals_are_counted_by_kind():
    """Each kind is counted for itself, in the order of the codes."""
    tab = Signal(kind=SignalKind.TAB_CHANGE, start_s=3)
    screen = Signal(kind=SignalKind.BLACK_SCREEN, start_s=9, end_s=12)

    counts = codes.signal_counts((tab, screen, tab))

    assert dict(zip(codes.SIGNAL_CODES, counts, strict=True)) == {
        SignalKind.TAB_CHANGE: 2,
        SignalKind.FACE_OUT_OF_VIEW: 0,
        SignalKind.ABNORMAL_EYE_TRACKING: 0,
        SignalKind.BLACK_SCREEN: 1,
        SignalKind.EXTERNAL_SCREEN: 0,
        SignalKind.LATENCY_ANOMALY: 0,
    }


def test_not_collected_differs_from_none_seen():
    """Each kind that was not collected sets a bit of its own, named twice or once."""
    kinds = (SignalKind.TAB_CHANGE, SignalKind.BLACK_SCREEN, SignalKind.TAB_CHANGE)

    mask = codes.not_collected_mask(kinds)

    assert mask == 0b10010
