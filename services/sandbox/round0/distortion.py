"""round0's bodies made wrong: each function takes a sound JSON object and spoils it."""

from collections.abc import Callable
from typing import Any

STRUCTURAL = frozenset({"id", "interview_id", "question_id", "status", "question_type", "token"})
"""Keys whose texts a program reads and no person does; they stay sound when the rest is hostile."""
_LONG_BYTES = 110_000


def long_transcript(body: dict[str, Any]) -> dict[str, Any]:
    """Repeat what was said until it is more than 100 KB."""
    said = [one for one in body.get("responses", ()) if one["transcript"]]
    if said:
        text = said[0]["transcript"]
        said[0]["transcript"] = " ".join([text] * (_LONG_BYTES // len(text.encode()) + 1))
    return body


def wrong_types(body: dict[str, Any]) -> dict[str, Any]:
    """Swap the types of some fields of each kind: numbers, texts, lists and objects."""
    return body | {key: make(body[key]) for key, make in _SWAPS.items() if key in body}


_SWAPS: dict[str, Callable[[Any], Any]] = {
    "candidate": lambda _: "nobody",
    "job": lambda job: [job],
    "started_at": lambda _: 12.5,
    "responses": lambda responses: [
        *(one | {"duration_seconds": f"about {one['duration_seconds']}"} for one in responses),
        "a response",
    ],
    "total_questions": lambda total: f"{total} of them",
    "questions": lambda questions: {"first": questions[0]},
}
