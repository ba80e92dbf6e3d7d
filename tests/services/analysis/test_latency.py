"""Latency figures come from candidate turns alone."""

import pytest

from services.analysis.latency import candidate_latency
from services.models.recording import LatencySummary, LatencyTurn, Speaker


def turn(number, role, latency, *, anomaly=False):
    return LatencyTurn(
        turn=number, speaker=role.value, role=role, latency_s=latency, is_anomaly=anomaly
    )


def test_the_interviewers_turns_do_not_count():
    """Median and longest are those of the candidate."""
    summary = LatencySummary(
        turns=(
            turn(1, Speaker.INTERVIEWER, 60.0),
            turn(2, Speaker.CANDIDATE, 1.0),
            turn(3, Speaker.CANDIDATE, 2.0),
            turn(4, Speaker.CANDIDATE, 9.0, anomaly=True),
        )
    )

    figures = candidate_latency(summary)

    assert figures is not None
    assert figures.turns == 3
    assert figures.median_s == pytest.approx(2.0)
    assert figures.longest_s == pytest.approx(9.0)
    assert figures.anomalies == 1


def test_a_turn_without_a_latency_is_not_a_zero():
    """A missing latency leaves the figures alone; without any there are none."""
    summary = LatencySummary(turns=(turn(1, Speaker.CANDIDATE, None),))

    figures = candidate_latency(summary)

    assert figures is None
