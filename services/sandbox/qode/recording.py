"""What the recording shows: signals, chapters, the transcript and the pauses between turns."""

from datetime import timedelta
from random import Random
from statistics import fmean, median
from typing import Any

from services.sandbox.clock import iso, offset
from services.sandbox.draw import stream
from services.sandbox.qode.plan import Plan
from services.sandbox.qode.sitting import Line, Sitting

_ANOMALY_SECONDS = 12
INTERVIEWER = "Tracy"


def interview_signals(plan: Plan, sitting: Sitting) -> dict[str, Any]:
    """Return the proctoring signals; what a version did not collect yet has no key."""
    rng = stream(plan.key, "signals")
    signals: dict[str, Any] = {
        "tab_changes": _moments(rng, sitting, most=4),
        "abnormal_eye_tracking": _moments(rng, sitting, most=2),
        "face_out_of_view": _moments(rng, sitting, most=5),
        "avg_latency": round(fmean(line.latency for line in sitting.lines), 1),
        "external_screens": rng.random() < 0.1,
    }
    if plan.version == "no_ci_v1":
        del signals["abnormal_eye_tracking"]
    return signals


def black_screens(plan: Plan, sitting: Sitting) -> list[dict[str, Any]]:
    """Return the ranges in which the screen was black, in order."""
    rng = stream(plan.key, "black screens")
    ranges = []
    for start in _moments(rng, sitting, most=3):
        seconds = round(rng.uniform(0.8, 9), 3)
        end = min(start + seconds, float(sitting.length))
        ranges.append(
            {"start": offset(start), "end": offset(end), "duration": round(end - start, 3)}
        )
    return ranges


def _moments(rng: Random, sitting: Sitting, *, most: int) -> list[float]:
    count = max(0, rng.randint(-1, most))
    return sorted(round(rng.uniform(20, sitting.length - 20), 3) for _ in range(count))


def chapters(sitting: Sitting) -> list[dict[str, Any]]:
    """Return the greeting and one chapter a question; the last one's end stays open."""
    starts = [0.0, *sitting.marks]
    titles = ["Greeting and rules", *(question.chapter for question in sitting.questions)]
    ends: list[str | None] = [offset(start) for start in starts[1:]]
    return [
        {"title": title, "start_time": offset(start), "end_time": end}
        for title, start, end in zip(titles, starts, [*ends, None], strict=True)
    ]


def transcript_lines(plan: Plan, sitting: Sitting) -> list[dict[str, str]]:
    """Return every line with its speaker; the vendor gives no times here."""
    return [
        {
            "speaker_name": (plan.person.name or _handle(plan)) if line.by_candidate else "Turing",
            "transcript": line.text,
        }
        for line in sitting.lines
    ]


def raw_transcript(plan: Plan, sitting: Sitting) -> str:
    """Return the same lines as one text; the speakers go by other names in it."""
    return "\n\n".join(
        f"{_handle(plan) if line.by_candidate else f'{INTERVIEWER} at Qode'}: {line.text}"
        for line in sitting.lines
    )


def _handle(plan: Plan) -> str:
    return plan.person.email.partition("@")[0]


def latency_summary(plan: Plan, sitting: Sitting) -> dict[str, Any]:
    """Return how long every turn took to begin, interviewer and candidate mixed."""
    latencies = [line.latency for line in sitting.lines]
    anomalies = [
        number for number, seconds in enumerate(latencies, 1) if seconds >= _ANOMALY_SECONDS
    ]
    return {
        "turn_details": [_turn(plan, line, number) for number, line in enumerate(sitting.lines, 1)],
        "median": round(median(latencies), 2),
        "avg_raw": round(fmean(latencies), 2),
        "avg_clean": round(fmean(x for x in latencies if x < _ANOMALY_SECONDS), 2),
        "anomaly_count": len(anomalies),
        "anomaly_turns": anomalies,
    }


def _turn(plan: Plan, line: Line, number: int) -> dict[str, Any]:
    return {
        "turn": number,
        "speaker": "Candidate" if line.by_candidate else INTERVIEWER,
        "latency": line.latency,
        "content": line.text,
        "start_time": iso(plan.started_at + timedelta(seconds=line.start)),
        "end_time": iso(plan.started_at + timedelta(seconds=line.end)),
    }
