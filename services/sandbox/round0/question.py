"""The questions of an interview: those of its job, and those that one invitation adds."""

from dataclasses import dataclass
from random import Random
from typing import Any

from services.sandbox.round0.opaque_id import opaque_id

CUSTOM_PREFIX = "custom-"


@dataclass(frozen=True)
class Question:
    """One question in its place; `points` are what a good answer may name."""

    question_id: str
    text: str
    kind: str
    """The vendor's `question_type`."""
    limit_seconds: int
    order: int
    points: tuple[str, ...]

    @property
    def is_custom(self) -> bool:
        """Whether an invitation added it."""
        return self.question_id.startswith(CUSTOM_PREFIX)

    def body(self) -> dict[str, Any]:
        """Return it as the vendor lists it; only custom ones say what they are."""
        told = {
            "id": self.question_id,
            "question_text": self.text,
            "question_type": self.kind,
            "time_limit_seconds": self.limit_seconds,
            "order": self.order,
        }
        return told | {"is_custom": True} if self.is_custom else told


def custom_question(rng: Random, *parts: object, order: int) -> Question:
    """Draw one of the questions that employers like to add."""
    text, points = rng.choice(_OFTEN_ADDED)
    return Question(
        question_id=f"{CUSTOM_PREFIX}{opaque_id(*parts, 'custom', order)}",
        text=text,
        kind="behavioral",
        limit_seconds=120,
        order=order,
        points=points,
    )


ANY_POINTS = (
    "asking before guessing",
    "a small trial with three people",
    "writing the decision down with its reason",
    "a second look on the next morning",
    "saying early that I would be late",
)
"""What an answer names when nobody knows what the question is about."""
_OFTEN_ADDED = (
    (
        "What made you answer our advertisement, of all advertisements?",
        (
            "your page on how shifts are planned",
            "a friend who has worked with you for three years",
            "the size of the team, which is eleven people",
            "working close to where I live",
            "the training in the first month",
        ),
    ),
    (
        "Which part of your last job would you gladly leave behind?",
        (
            "reports that nobody read",
            "a rota that changed on the evening before",
            "meetings without a question to answer",
            "two systems that had to be kept equal by hand",
            "the long way to work in winter",
        ),
    ),
    (
        "Tell us about a promise to a colleague that you could not keep.",
        (
            "telling them on the same day",
            "doing the smaller half of it at least",
            "asking somebody else to step in",
            "saying no the next time",
            "a list of what I had promised to whom",
        ),
    ),
)
