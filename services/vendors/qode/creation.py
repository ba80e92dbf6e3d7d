"""Creation: a new interview at Qode, checked before it is sent."""

import re
from collections.abc import Mapping
from datetime import datetime

from pydantic import JsonValue

from services.errors import InputError
from services.models.interview import Status
from services.models.value import Value

_EMAIL = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\".]+")
_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_TYPE = re.compile(r"[A-Z][A-Z0-9_]*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class NewInterview(Value):
    """What Qode is told to make an interview; `email` and `interview_type` are required.

    `interview_type` and `language` are open: Qode's lists of them grow.
    """

    email: str
    interview_type: str
    """As Qode spells it here: STEM, NON_STEM, SOFTWARE_ENGINEER, BUSINESS_ANALYST and so on."""
    talent_id: str | None = None
    name: str | None = None
    resume_url: str | None = None
    role_title: str | None = None
    language: str | None = None
    """Such as en, zh, es, fr, de, pt, it, nl, ja, ko, da, no, sv, vi, hi, fi, ms, th, ru or id."""
    metadata: Mapping[str, JsonValue] = {}


class CreatedInterview(Value):
    """What Qode made; `link` is where the candidate sits the interview, until `expires_at`."""

    interview_id: str
    candidate_id: str | None = None
    session_id: str | None = None
    talent_id: str | None = None
    email: str | None = None
    link: str | None = None
    expires_at: datetime | None = None
    status: Status = Status.UNKNOWN
    vendor_status: str | None = None


def check_new_interview(new: NewInterview) -> None:
    """Refuse what Qode would refuse.

    Raises:
        InputError: a field is wrong; the sentence names it.
    """
    _check("email", new.email, _EMAIL, "an e-mail address, such as ada@example.com")
    _check("interview_type", new.interview_type, _TYPE, "a word in capitals, such as STEM")
    _check("resume_url", new.resume_url, _WEB, "a web address that begins with https://")
    _check("language", new.language, _LANGUAGE, "a language code, such as en")
    for field in ("talent_id", "name", "role_title"):
        value = getattr(new, field)
        if value is not None and not value.strip():
            msg = f"{field} is empty: leave it out, or give it a value."
            raise InputError(msg)


def _check(field: str, value: str | None, pattern: re.Pattern[str], expected: str) -> None:
    if value is not None and not pattern.fullmatch(value):
        msg = f"{field} should be {expected}."
        raise InputError(msg)
