"""Walks through any answer: what it says of whom, and the same with every text replaced."""

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Final, Literal, TypeVar, get_origin

from services.models.browse import InterviewFilter
from services.models.candidate import Candidate
from services.models.cefr import CefrTable
from services.models.value import Value

HIDDEN: Final = "(hidden)"
_EMPTIED: Final = frozenset(
    (
        *("vendor_interview_id", "session_id", "candidate_link", "avatar_url", "url", "assets"),
        *("references", "payload_sha256", "metadata", "tags"),
    )
)
"""Fields that say who somebody is by more than a name, wherever they stand."""
_CALLED: Final = frozenset({"candidate", "candidate_name"})
_KEPT: Final = frozenset({"vendor", "table_id"})
"""Our own words, by which documents find how things are called."""
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Text:
    """A text of an answer: its field, whose object holds it, and which interview is meant."""

    holder: object
    field: str
    text: str
    subject: str | None


@dataclass(frozen=True, slots=True)
class Masking:
    """How texts are replaced."""

    masked: Callable[[str], str]
    pseudonyms: Mapping[str, str]
    """By our ids of interviews; the ids themselves stay."""

    def of(self, value: _T) -> _T:
        """Return the value with all its texts masked; numbers, dates and closed words stay."""
        replaced: _T = self._value(value, "", None)
        return replaced

    def _value(self, value: Any, name: str, subject: str | None) -> Any:  # noqa: ANN401  (any field of any answer)
        if isinstance(value, Enum | CefrTable):
            return value
        if isinstance(value, str):
            return value if name in _KEPT or value in self.pseudonyms else self.masked(value)
        if isinstance(value, bytes):
            return b""
        if isinstance(value, Mapping):
            return {
                self._value(key, "", subject): self._value(each, "", subject)
                for key, each in value.items()
            }
        if isinstance(value, tuple | list | frozenset):
            return type(value)(self._value(each, name, subject) for each in value)
        return self._object(value, subject) if is_object(value) else value

    def _object(self, value: Any, subject: str | None) -> Any:  # noqa: ANN401  (as above)
        subject = subject_of(value, self.pseudonyms.keys()) or subject
        made = {name: self._field(value, name, each, subject) for name, each in parts(value)}
        changed = {name: each for name, each in made.items() if each is not getattr(value, name)}
        if not changed:
            return value
        if isinstance(value, Value):
            return type(value).model_construct(value.model_fields_set, **made)
        return type(value)(**made)

    def _field(self, holder: Any, name: str, value: Any, subject: str | None) -> Any:  # noqa: ANN401  (as above)
        if isinstance(holder, InterviewFilter):
            return self._of_filter(name, value)
        if isinstance(holder, Value) and is_closed(type(holder), name):
            return value
        if is_emptied(holder, name) and not isinstance(value, Enum):
            return _emptied(value)
        if is_called(holder, name) and (value is None or isinstance(value, str)):
            return self.pseudonyms.get(subject or "", self.masked(value or ""))
        return self._value(value, name, subject)

    def _of_filter(self, name: str, value: Any) -> Any:  # noqa: ANN401  (as above)
        """Return a filter's field: that something was asked for stays, what it was does not."""
        if name == "text":
            return HIDDEN if value else value
        if name == "tags":
            return tuple(HIDDEN for _ in value)
        if name == "metadata":
            return tuple((self.masked(key), HIDDEN) for key, _ in value)
        return value if name in ("ids", "lists") else self._value(value, name, None)


def texts(value: Any, name: str = "", holder: object = None, subject: Any = None) -> Iterator[Text]:  # noqa: ANN401  (any field of any answer)
    """Return every text in a value, those included that will be emptied; closed words are none."""
    if isinstance(value, Enum | CefrTable):
        return
    if isinstance(value, str):
        yield Text(holder, name, value, subject)
    elif isinstance(value, Mapping | tuple | list | frozenset):
        for each in (*value, *value.values()) if isinstance(value, Mapping) else value:
            yield from texts(each, name, holder, subject)
    elif is_object(value):
        own = None if isinstance(value, Candidate) else _own_id(value)
        for field, each in parts(value):
            yield from texts(each, field, value, own or subject)


def is_object(value: object) -> bool:
    """Tell whether a value is one of ours, with fields."""
    return isinstance(value, Value) or (is_dataclass(value) and not isinstance(value, type))


def parts(value: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401  (any value of ours)
    """Return the fields of a value of ours."""
    if isinstance(value, Value):
        yield from ((name, getattr(value, name)) for name in type(value).model_fields)
    else:
        yield from ((field.name, getattr(value, field.name)) for field in fields(value))


def subject_of(value: object, known: Set[str]) -> str | None:
    """Return the interview that a value is about, if it names one of these."""
    own = None if isinstance(value, Candidate) else _own_id(value)
    return own if own in known else None


@cache
def is_closed(kind: type[Value], name: str) -> bool:
    """Tell whether a field holds one of a few words of ours."""
    return get_origin(kind.model_fields[name].annotation) is Literal


def is_emptied(holder: object, name: str) -> bool:
    """Tell whether a field says by more than a name who somebody is."""
    own_id = isinstance(holder, Candidate) and name == "id"
    return own_id or name in _EMPTIED or name.endswith("email")


def is_called(holder: object, name: str) -> bool:
    """Tell whether a field holds what the candidate is called."""
    return name in _CALLED or (isinstance(holder, Candidate) and name == "name")


def _own_id(value: object) -> str | None:
    """Return what may be our id of the interview that a value is about."""
    own = getattr(value, "interview_id", None) or getattr(value, "id", None)
    return own if isinstance(own, str) else None


def _emptied(value: Any) -> Any:  # noqa: ANN401  (any field)
    """Return nothing of the same kind."""
    return value if value is None else type(value)()
