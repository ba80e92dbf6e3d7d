"""Qode's bodies made wrong: each function takes a sound JSON object and spoils it."""

from collections.abc import Callable
from typing import Any

STRUCTURAL = frozenset(
    {
        "interview_id",
        "candidate_id",
        "session_id",
        "interview_type",
        "assessment_version",
        "event",
        "id",
        "timestamp",
        "duration",
        "start",
        "end",
        "testcase_passrate",
        "completed_status",
        "realtime_status",
        "interview_result",
        "speaker",
    }
)
"""Keys whose texts a program reads and no person does; they stay sound when the rest is hostile."""
_LONG_BYTES = 110_000


def long_transcript(body: dict[str, Any]) -> dict[str, Any]:
    """Repeat what was said until it is more than 100 KB."""
    said = body.get("meeting_data", {}).get("raw_transcript")
    if not said:
        return body
    times = _LONG_BYTES // len(said.encode()) + 1
    body["meeting_data"]["raw_transcript"] = "\n\n".join([said] * times)
    if "summary" in body:
        body["summary"]["interview_transcript_line"] *= times
    return body


def wrong_types(body: dict[str, Any]) -> dict[str, Any]:
    """Swap the types of some fields of each kind: numbers, texts, lists and objects."""
    return body | {key: make(body.get(key)) for key, make in _SWAPS.items()}


_SWAPS: dict[str, Callable[[Any], Any]] = {
    "overall_score": lambda value: f"about {value}",
    "duration": lambda value: [value],
    "role_title": lambda _: 404,
    "candidate_profile": lambda _: "nobody",
    "interview_signals": lambda _: ["tab_changes"],
    "scored_skills": lambda _: {"skill_name": "Everything"},
    "metadata": lambda _: None,
    "meeting_data": lambda _: 7.5,
}
