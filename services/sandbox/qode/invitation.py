"""The body with which an interview is created: every documented field, checked by hand."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

INTERVIEW_TYPES = frozenset(
    {
        "STEM",
        "NON_STEM",
        "SOFTWARE_ENGINEER",
        "DOCKER_INTERVIEW",
        "DATA_SCIENTIST",
        "SENIOR_STAFF_ML",
        "RETAIL_OPERATOR",
        "FINANCIAL_EXPERT",
        "MATERIAL_EXPERT",
        "MEDICAL_EXPERT",
        "BUSINESS_ANALYST",
        "MULTI_BUSINESS_ANALYST",
        "BUSINESS_ANALYST_MCQ",
        "SOFTWARE_ENGINEER_CODING",
        "CODE_EVALUATOR",
        "DEVOPS_IAC",
        "JD_CLOUD_ENGINEER",
        "LEGAL_EXPERT",
        "JD_MEDICAL_AI",
        "JD_PHYSICAL_AI",
        "JD_MATH_AI",
        "JD_CHEMISTRY_AI",
        "JD_BIO_AI",
        "JD_SW_MCP",
    }
)
LANGUAGES = frozenset(
    {
        *("en", "zh", "es", "fr", "de", "pt", "it", "nl", "ja", "ko"),
        *("da", "no", "sv", "vi", "hi", "fi", "ms", "th", "ru", "id"),
    }
)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class InvitationError(Exception):
    """The body is not one that an interview can be created from; `issues` say why."""

    def __init__(self, issues: list[dict[str, str]]) -> None:
        super().__init__("the body failed validation")
        self.issues = issues


@dataclass(frozen=True)
class Invitation:
    """Who is invited to what."""

    email: str
    interview_type: str
    talent_id: str | None = None
    name: str | None = None
    resume_url: str | None = None
    role_title: str | None = None
    language: str | None = None
    metadata: Mapping[str, object] = field(default_factory=dict)

    @classmethod
    def read(cls, body: object) -> "Invitation":
        """Check a decoded body. Fields that are not documented are passed over.

        Raises:
            InvitationError: with one issue for each wrong field.
        """
        if not isinstance(body, dict):
            raise InvitationError([_issue("", "Expected a JSON object.")])
        issues = [
            _issue(name, sentence)
            for name, (is_right, sentence) in _CHECKS.items()
            if not _passes(body.get(name), is_right, required=name in _REQUIRED)
        ]
        if issues:
            raise InvitationError(issues)
        return cls(**{name: body[name] for name in _CHECKS if body.get(name) is not None})


def _issue(path: str, message: str) -> dict[str, str]:
    return {"path": path, "message": message}


def _passes(value: object, is_right: Callable[[Any], bool], *, required: bool) -> bool:
    return not required if value is None else is_right(value)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_email(value: object) -> bool:
    return isinstance(value, str) and _EMAIL.fullmatch(value) is not None


def _is_link(value: object) -> bool:
    return isinstance(value, str) and urlsplit(value).scheme in ("http", "https")


_REQUIRED = ("email", "interview_type")
_CHECKS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "email": (_is_email, "Required: an e-mail address."),
    "interview_type": (
        lambda value: _is_text(value) and value in INTERVIEW_TYPES,
        "Required: one of the known interview types.",
    ),
    "talent_id": (_is_text, "Expected a text."),
    "name": (_is_text, "Expected a text."),
    "resume_url": (_is_link, "Expected an http or https address."),
    "role_title": (_is_text, "Expected a text."),
    "language": (
        lambda value: _is_text(value) and value in LANGUAGES,
        "Expected one of the known language codes.",
    ),
    "metadata": (lambda value: isinstance(value, dict), "Expected an object."),
}
