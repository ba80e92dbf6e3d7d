"""Custom questions: lines of "type | seconds | text", as round0 wants them."""

from collections.abc import Iterable
from typing import NoReturn

from pydantic import JsonValue

from services.errors import InputError

TYPES = ("technical", "experience", "behavioral")
_LONGEST_S = 3600


def custom_questions_in(lines: Iterable[str]) -> list[dict[str, JsonValue]]:
    """Return the questions in the order of their lines, which is also their `order_index`.

    Raises:
        InputError: a line is not "type | seconds | text"; the sentence names the line.
    """
    return [_question(index, line) for index, line in enumerate(lines)]


def _question(index: int, line: str) -> dict[str, JsonValue]:
    kind, seconds, text = _parts(index, line)
    if kind not in TYPES:
        _refuse(index, f"the type should be one of {', '.join(TYPES)}")
    is_number = seconds.isascii() and seconds.isdigit()
    if not is_number or not 1 <= int(seconds[:9]) <= _LONGEST_S:
        _refuse(index, f"the seconds should be a whole number from 1 to {_LONGEST_S}")
    if not text:
        _refuse(index, "the text is empty")
    return {
        "question_text": text,
        "question_type": kind,
        "time_limit_seconds": int(seconds),
        "order_index": index,
    }


def _parts(index: int, line: str) -> tuple[str, str, str]:
    parts = [part.strip() for part in line.split("|", 2)]
    if len(parts) < 3:
        _refuse(index, "write type | seconds | text")
    return parts[0].casefold(), parts[1], parts[2]


def _refuse(index: int, what: str) -> NoReturn:
    msg = f"custom_questions, line {index + 1}: {what}."
    raise InputError(msg)
