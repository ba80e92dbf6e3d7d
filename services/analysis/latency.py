"""How long a candidate takes to begin to answer."""

from statistics import median

from services.models.recording import LatencySummary, Speaker
from services.models.report import LatencyFigures


def candidate_latency(summary: LatencySummary | None) -> LatencyFigures | None:
    """Return the figures over candidate turns with a latency; None without any.

    The vendor's own averages mix the interviewer's turns in and are shown apart.
    """
    turns = [
        turn
        for turn in (summary.turns if summary else ())
        if turn.role is Speaker.CANDIDATE and turn.latency_s is not None
    ]
    seconds = [turn.latency_s for turn in turns if turn.latency_s is not None]
    if not seconds:
        return None
    return LatencyFigures(
        turns=len(seconds),
        median_s=median(seconds),
        longest_s=max(seconds),
        anomalies=sum(turn.is_anomaly for turn in turns),
    )
