"""Creation: the form that makes an interview at Qode, checked before it is sent."""

import json
import re
from datetime import datetime

from pydantic import JsonValue

from services.errors import InputError
from services.models.scheduling import (
    Answers,
    FieldKind,
    FormField,
    NewInterviewRequest,
    Scheduling,
)
from services.vendors._email import EMAIL

_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_TYPE = re.compile(r"[A-Z][A-Z0-9_]*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_TYPES = (
    *("STEM", "NON_STEM", "SOFTWARE_ENGINEER", "SOFTWARE_ENGINEER_CODING", "DOCKER_INTERVIEW"),
    *("DATA_SCIENTIST", "SENIOR_STAFF_ML", "RETAIL_OPERATOR", "FINANCIAL_EXPERT"),
    *("MATERIAL_EXPERT", "MEDICAL_EXPERT", "LEGAL_EXPERT", "BUSINESS_ANALYST"),
    *("MULTI_BUSINESS_ANALYST", "BUSINESS_ANALYST_MCQ", "CODE_EVALUATOR", "DEVOPS_IAC"),
    *("JD_CLOUD_ENGINEER", "JD_MEDICAL_AI", "JD_PHYSICAL_AI", "JD_MATH_AI", "JD_CHEMISTRY_AI"),
    *("JD_BIO_AI", "JD_SW_MCP"),
)
_LANGUAGES = (
    *("en", "zh", "es", "fr", "de", "pt", "it", "nl", "ja", "ko"),
    *("da", "no", "sv", "vi", "hi", "fi", "ms", "th", "ru", "id"),
)

FIELDS = (
    FormField(name="email", label="E-mail", required=True, group="Candidate"),
    FormField(name="name", label="Name", group="Candidate"),
    FormField(name="talent_id", label="Your id of the candidate", group="Candidate"),
    FormField(
        name="resume_url",
        label="Address of the CV",
        group="Candidate",
        help="Begins with https://",
    ),
    FormField(
        name="interview_type",
        label="Type",
        kind=FieldKind.SUGGESTION,
        required=True,
        choices=_TYPES,
        group="Interview",
        help="Qode's list grows: another word in capitals may be written.",
    ),
    FormField(name="role_title", label="Role", group="Interview"),
    FormField(
        name="language",
        label="Language",
        kind=FieldKind.SUGGESTION,
        choices=_LANGUAGES,
        group="Interview",
    ),
    FormField(
        name="metadata",
        label="To be attached",
        kind=FieldKind.LIST,
        group="Interview",
        help="One a line, such as: req_id = AS-2025H1",
    ),
)
_RULES = {
    "email": (EMAIL, "an e-mail address, such as ada@example.com"),
    "interview_type": (_TYPE, "a word in capitals, such as STEM"),
    "resume_url": (_WEB, "a web address that begins with https://"),
    "language": (_LANGUAGE, "a language code, such as en"),
}


def prepare(answers: Answers, _now: datetime) -> NewInterviewRequest:
    """Return what will be sent; a field that is not filled in is left to Qode's own default.

    Raises:
        InputError: a field is wrong; the sentence begins with its name.
    """
    given = {field.name: answers.get(field.name, "").strip() for field in FIELDS}
    for field in FIELDS:
        rule = _RULES.get(field.name)
        if (
            rule
            and (given[field.name] or field.required)
            and not rule[0].fullmatch(given[field.name])
        ):
            msg = f"{field.name} should be {rule[1]}."
            raise InputError(msg)
    body: dict[str, JsonValue] = {
        name: text for name, text in given.items() if text and name != "metadata"
    }
    if metadata := _pairs(given["metadata"]):
        body["metadata"] = metadata
    return NewInterviewRequest(body=body)


SCHEDULING = Scheduling(fields=FIELDS, prepare=prepare)


def body_of(request: NewInterviewRequest) -> bytes:
    """Return the request's body as it goes over the line."""
    return json.dumps(dict(request.body), ensure_ascii=False).encode()


def _pairs(text: str) -> dict[str, JsonValue]:
    found: dict[str, JsonValue] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        name, equals, value = (part.strip() for part in line.partition("="))
        if not name or not equals:
            msg = f"metadata should be lines such as req_id = AS-2025H1; “{line[:40]}” is none."
            raise InputError(msg)
        found[name] = value
    return found
