"""Decoding: bytes to wire models; a field of the wrong type is left out and noted."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, JsonValue, ValidationError
from pydantic_core import ErrorDetails, from_json, to_json

from services.errors import PayloadError
from services.models.notice import NoticeCode
from services.vendors._doubts import Doubts

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_NUL = re.compile(rb"(?<!\\)((?:\\\\)*)\\u0000")
_ROUNDS = 4  # one to mend the text, one to leave out fields, and two that no document has needed

_EXPECTED: Mapping[str, str] = {
    "string_type": "a text",
    "float_type": "a number",
    "finite_number": "a finite number",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "greater_than_equal": "a number from 0 up",
    "less_than_equal": "a smaller number",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "an object",
    "model_type": "an object",
    "datetime_type": "a date with a time",
    "datetime_parsing": "a date with a time",
    "datetime_from_date_parsing": "a date with a time",
    "datetime_object_invalid": "a date with a time",
}


Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Shape(Generic[Model]):
    """What a vendor's document is made of, and what it is called when it is something else."""

    model: type[Model]
    name: str
    """With its article, such as "a Qode interview"."""
    required: tuple[str, ...]
    """Where the one field is that cannot be left out, the id: such as `("interview", "id")`."""
    hand_in: str
    """A sentence that says which document is wanted."""


def decode(payload: bytes, doubts: Doubts, shape: Shape[Model]) -> Model:
    r"""Return the document in `payload`; NUL characters (`\u0000`) are taken out of its texts.

    Raises:
        PayloadError: it is not JSON, not an object, or has no id.
    """
    text = payload.removeprefix(_BYTE_ORDER_MARK)
    if b"\\u0000" in text:
        text = _NUL.sub(rb"\1", text)
    for _ in range(_ROUNDS):
        try:
            return shape.model.model_validate_json(text)
        except ValidationError as error:
            text = _mended(text, error, doubts, shape)
    msg = (
        f"This looks like {shape.name}, but differs from the documented shape in too many ways "
        "to be read."
    )
    raise PayloadError(msg)


def _mended(text: bytes, error: ValidationError, doubts: Doubts, shape: Shape[Model]) -> bytes:
    problems = error.errors(include_url=False)
    if problems[0]["type"] == "json_invalid":
        return _without_lone_surrogates(text, problems[0]["msg"].removeprefix("Invalid JSON: "))
    _refuse_what_is_another_thing(problems, shape)
    for problem in problems:
        if problem["input"] not in (None, ""):
            _note(problem, doubts)
    return _without(text, [problem["loc"] for problem in problems])


def _without_lone_surrogates(text: bytes, reason: str) -> bytes:
    r"""Take out what is JSON by the letter but no text, such as a `\ud800` on its own.

    Raises:
        PayloadError: that was not what is wrong with it.
    """
    msg = (
        f"This is not sound JSON ({reason}): the document is damaged, cut short or something else. "
        "Fetch or export it again."
    )
    if b"\\u" not in text:
        raise PayloadError(msg)
    try:
        decoded = json.loads(text.decode())
        mended = json.dumps(decoded, ensure_ascii=False).encode(errors="ignore")
    except (ValueError, RecursionError) as error:
        raise PayloadError(msg) from error
    if mended == text:
        raise PayloadError(msg)
    return mended


def _refuse_what_is_another_thing(problems: Sequence[ErrorDetails], shape: Shape[Model]) -> None:
    for problem in problems:
        place = problem["loc"]
        if place != shape.required[: len(place)]:
            continue
        if not place:
            what = f"it is {_named(problem['input'])}, not an object."
        else:
            expected = "a text that is not empty" if place == shape.required else "an object"
            what = f"“{_path(place)}” should be {expected}, but {_state(problem)}."
        msg = f"This is not {shape.name}: {what} {shape.hand_in}"
        raise PayloadError(msg)


def _state(problem: ErrorDetails) -> str:
    return "is missing" if problem["type"] == "missing" else f"is {_named(problem['input'])}"


def _note(problem: ErrorDetails, doubts: Doubts) -> None:
    where = _path(problem["loc"])
    expected = _EXPECTED.get(problem["type"], "as documented")
    text = f"“{where}” should be {expected}, but is {_named(problem['input'])}: read as missing."
    doubts.add(NoticeCode.UNKNOWN_VALUE, text, where)


def _path(location: Sequence[str | int]) -> str:
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in location)
    return "".join(parts).removeprefix(".")


_NAMES: Sequence[tuple[type | tuple[type, ...], str]] = (
    (bool, "true or false"),
    ((int, float), "a number"),
    (list, "a list"),
    (dict, "an object"),
)


def _named(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, str):
        return "a text" if value.strip() else "blank"
    return next(name for kind, name in _NAMES if isinstance(value, kind))


def _without(text: bytes, locations: Sequence[Sequence[str | int]]) -> bytes:
    """Return the document without these places; of a list, the last ones go first."""
    document = from_json(text)
    for location in reversed(locations):
        _leave_out(document, location)
    return to_json(document, inf_nan_mode="constants")


def _leave_out(document: JsonValue, location: Sequence[str | int]) -> None:
    holder: Any = document
    try:
        for part in location[:-1]:
            holder = holder[part]
        del holder[location[-1]]
    except (KeyError, IndexError, TypeError):
        return  # an object named one key twice, and the last of the two was sound
