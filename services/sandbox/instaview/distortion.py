"""InstaView's bodies made wrong: each function takes a sound answer and spoils it."""

from collections.abc import Callable
from typing import Any

STRUCTURAL = frozenset(
    {
        "id",
        "candidateId",
        "agentId",
        "jobId",
        "jobIds",
        "status",
        "timestamp",
        "finishedDate",
        "gdprExpiryDate",
        "direction",
        "reasonCode",
        "companyFitRating",
        "type",
        "focus",
        "language",
        "proficiency",
        "cefrLevel",
        "contractType",
        "voiceId",
    }
)
"""Keys whose texts a program reads and no person does; they stay sound when the rest is hostile."""
_LONG_BYTES = 110_000
_LISTS = ("strongPoints", "weakPoints", "evaluation")


def long_analysis(body: dict[str, Any]) -> dict[str, Any]:
    """Repeat the points of the analysis until they are more than 100 KB."""
    general = ((_interview(body) or {}).get("analysis") or {}).get("general")
    if not general or not any(general[name] for name in _LISTS):
        return body
    size = sum(len(point.encode()) for name in _LISTS for point in general[name])
    for name in _LISTS:
        general[name] *= _LONG_BYTES // size + 1
    return body


def wrong_types(body: dict[str, Any]) -> dict[str, Any]:
    """Swap the types of some fields of an interview: numbers, texts, lists and objects."""
    interview = _interview(body)
    if interview is None:
        return body
    interview |= {key: make(interview[key]) for key, make in _SWAPS.items()}
    if analysis := interview["analysis"]:
        general = analysis["general"]
        general["overallRating"] = f"about {general['overallRating']}"
        general["strongPoints"] = {"first": "strong"}
        general["status"] = "done"
    return body


def _interview(body: dict[str, Any]) -> dict[str, Any] | None:
    data = body.get("data")
    return data if isinstance(data, dict) and "callAttempts" in data else None


_SWAPS: dict[str, Callable[[Any], Any]] = {
    "durationMinutes": lambda value: [value],
    "metadata": lambda _: None,
    "callAttempts": lambda _: {"first": "rang"},
    "scheduledAt": lambda _: 7.5,
    "jobId": lambda _: 404,
}
