"""The body with which somebody is invited: every documented field, checked by hand."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from services.sandbox.round0.question import ANY_POINTS, CUSTOM_PREFIX, Question
from services.sandbox.round0.refused_body import RefusedBodyError

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_KINDS = frozenset({"behavioral", "technical", "situational", "experience", "role_specific"})
_DEFAULT_DAYS = 7
_DEFAULT_SECONDS = 180


@dataclass(frozen=True)
class Added:
    """A question that the invitation adds."""

    text: str
    kind: str
    limit_seconds: int
    order: int


@dataclass(frozen=True)
class Invitation:
    """Who is invited for which job, and what is changed about its questions."""

    job_id: str
    name: str
    email: str | None
    days: int
    excluded: frozenset[str]
    added: tuple[Added, ...]
    order: tuple[str, ...]

    @classmethod
    def read(cls, body: object) -> "Invitation":
        """Check a decoded body. Fields that are not documented are passed over.

        Name and e-mail may also stand in an object `candidate`: the documents show both ways.

        Raises:
            RefusedBodyError: with a sentence that names the first wrong field.
        """
        told = _object(body, "The body")
        candidate = _object(told.get("candidate") or {}, "candidate")
        config = _object(told.get("question_config") or {}, "question_config")
        _object(told.get("candidate_cv") or {}, "candidate_cv")
        return cls(
            job_id=_text(told.get("job_id"), "job_id"),
            name=_text(told.get("candidate_name", candidate.get("name")), "candidate_name"),
            email=_email(told.get("candidate_email", candidate.get("email"))),
            days=_number(told.get("expires_in_days"), "expires_in_days", default=_DEFAULT_DAYS),
            excluded=frozenset(_texts(config, "excluded_question_ids")),
            added=_added(config),
            order=_texts(config, "question_order"),
        )

    def questions(
        self, known: tuple[Question, ...], *, new_id: Callable[[int], str]
    ) -> tuple[Question, ...]:
        """Return the job's questions with this invitation's changes, in the order it asks for.

        Raises:
            RefusedBodyError: nothing is left to ask, or a question that is not there was named.
        """
        by_name = {one.question_id: one for one in known if one.question_id not in self.excluded}
        for number, one in enumerate(self.added):
            by_name[f"custom_{number}"] = _asked(one, f"{CUSTOM_PREFIX}{new_id(number)}")
        for name in self.order:
            if name not in by_name:
                msg = f"question_order names {name}, which is not among the questions."
                raise RefusedBodyError(msg)
        if not by_name:
            msg = "No question is left to ask."
            raise RefusedBodyError(msg)
        places = {name: place for place, name in enumerate(self.order)}
        return tuple(
            sorted(
                by_name.values(),
                key=lambda one: (places.get(_name(by_name, one), len(places)), one.order),
            )
        )


def _name(by_name: dict[str, Question], wanted: Question) -> str:
    return next(name for name, one in by_name.items() if one is wanted)


def _asked(added: Added, question_id: str) -> Question:
    return Question(
        question_id, added.text, added.kind, added.limit_seconds, added.order, ANY_POINTS
    )


def _added(config: dict[str, Any]) -> tuple[Added, ...]:
    return tuple(
        _added_one(_object(each, f"custom_questions[{number}]"), number)
        for number, each in enumerate(_list(config, "custom_questions"))
    )


def _added_one(told: dict[str, Any], number: int) -> Added:
    where = f"custom_questions[{number}]"
    kind = _text(told.get("question_type"), f"{where}.question_type")
    if kind not in _KINDS:
        msg = f"{where}.question_type: choose from {', '.join(sorted(_KINDS))}."
        raise RefusedBodyError(msg)
    return Added(
        text=_text(told.get("question_text"), f"{where}.question_text"),
        kind=kind,
        limit_seconds=_number(
            told.get("time_limit_seconds"), f"{where}.time_limit_seconds", default=_DEFAULT_SECONDS
        ),
        order=_number(told.get("order_index"), f"{where}.order_index", default=10 + number),
    )


def _object(value: object, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        msg = f"{name}: expected an object."
        raise RefusedBodyError(msg)
    return value


def _list(config: dict[str, Any], name: str) -> list[object]:
    value = config.get(name)
    if not isinstance(value, list | None):
        msg = f"{name}: expected a list."
        raise RefusedBodyError(msg)
    return value or []


def _texts(config: dict[str, Any], name: str) -> tuple[str, ...]:
    return tuple(_text(each, name) for each in _list(config, name))


def _text(value: object, name: str) -> str:
    if not isinstance(value, str) or not value.strip():
        msg = f"{name}: expected a text that is not empty."
        raise RefusedBodyError(msg)
    return value


def _email(value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or not _EMAIL.fullmatch(value):
        msg = "candidate.email: expected an e-mail address."
        raise RefusedBodyError(msg)
    return value


def _number(value: object, name: str, *, default: int) -> int:
    if value is None:
        return default
    # A truth value is a number to Python and to nobody else.
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        msg = f"{name}: expected a whole number."
        raise RefusedBodyError(msg)
    return value
