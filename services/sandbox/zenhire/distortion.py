"""ZenHire's bodies made wrong: each function takes a sound JSON object and spoils it."""

from collections.abc import Callable
from typing import Any

STRUCTURAL = frozenset(
    {
        *("id", "externalId", "status", "timestamp", "scoringMethod", "confidence"),
        *("speaker", "candidateSpeaker", "durationFormatted", "languageCode", "requestedLanguage"),
        *("vocabularyCefr", "fluencyCefr", "accentCefr", "cefrLevel", "code", "serviceType"),
        *("candidate_id", "candidate_email", "synthetic"),
    }
)
"""Keys whose texts a program reads and no person does; they stay sound when the rest is hostile."""
_LONG_BYTES = 110_000


def long_transcript(body: dict[str, Any]) -> dict[str, Any]:
    """Repeat what was said until it is more than 100 KB."""
    told = body.get("transcript")
    if told:
        times = _LONG_BYTES // len(told["candidateText"].encode()) + 1
        told["candidateText"] = " ".join([told["candidateText"]] * times)
        told["segments"] *= times
    return body


def wrong_types(body: dict[str, Any]) -> dict[str, Any]:
    """Swap the types of some fields of each kind: numbers, texts, lists and objects."""
    return body | {key: make(body[key]) for key, make in _SWAPS.items() if key in body}


def _spoil_scores(scores: dict[str, Any]) -> dict[str, Any]:
    return scores | {
        "vocabulary": f"about {scores['vocabulary']}",
        "fluencyPercent": [scores["fluencyPercent"]],
        "cefrLevel": 4,
    }


_SWAPS: dict[str, Callable[[Any], Any]] = {
    "scores": _spoil_scores,
    "audio": lambda _: "a recording",
    "candidateDetection": lambda _: ["speaker_1"],
    "processingTimeMs": lambda value: f"{value} ms",
    "metadata": lambda _: "none",
    "tags": lambda _: {"batch": 3},
    "credits": lambda _: 7.5,
}
