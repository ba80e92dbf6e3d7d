"""Scheduling: what a vendor must be told to make an interview, as a form, and what it made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pydantic import JsonValue

from services.models.interview import Status
from services.models.value import Value

Answers = Mapping[str, str]
"""What a person filled in, by the field's name; a list has one item a line, a switch is "yes"."""


class FieldKind(StrEnum):
    """How a field of the form is filled in."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    LIST = "list"
    """One item a line."""
    CHOICE = "choice"
    SUGGESTION = "suggestion"
    """A choice that also takes a text of one's own: the vendor's list grows."""
    DAY = "day"
    """ISO 8601, such as 2027-03-01."""
    MOMENT = "moment"
    """ISO 8601 with an offset, such as 2027-03-01T09:30+01:00."""
    NUMBER = "number"
    SWITCH = "switch"


class FormField(Value):
    """One field of the form; its name is the one that a refusal names."""

    name: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = False
    help: str | None = None
    choices: tuple[str, ...] = ()
    group: str | None = None
    """A heading that several fields share, such as "Candidate"."""


class NewInterviewRequest(Value):
    """What will be sent, after every rule was checked."""

    body: Mapping[str, JsonValue]
    idempotency_key: str | None = None
    """Sent twice with the same key, it is carried out once (where the vendor has such keys)."""


class ScheduledInterview(Value):
    """What the vendor made; `link` is a secret of the candidate's, shown once and never stored."""

    vendor_interview_id: str | None = None
    link: str | None = None
    expires_at: datetime | None = None
    status: Status = Status.UNKNOWN
    vendor_status: str | None = None


@dataclass(frozen=True)
class Scheduling:
    """A vendor's form, and the rules that are checked before anything is sent."""

    fields: tuple[FormField, ...]
    prepare: Callable[[Answers, datetime], NewInterviewRequest]
    """Raises InputError that names the field; the second argument is the present moment."""
