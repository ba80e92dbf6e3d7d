"""A score as all of the program knows it: never without its state, its band and its scale."""

from enum import StrEnum
from typing import Self

from pydantic import model_validator

from services.models.value import Value


class ScoreKind(StrEnum):
    """What a score is about."""

    OVERALL = "overall"
    DOMAIN = "domain"
    SKILL = "skill"
    QUESTION = "question"
    QUESTION_SKILL = "question_skill"
    CRITERION = "criterion"
    RUBRIC = "rubric"
    LANGUAGE = "language"
    CODING = "coding"


class ScoreState(StrEnum):
    """Whether there is a number at all, and if not, why."""

    SCORED = "scored"
    NOT_EVALUATED = "not_evaluated"
    """The vendor says that this was not evaluated (skipped, not enabled). Never a zero."""
    UNSCORED = "unscored"
    """The vendor scores nothing at all: it was never asked to."""
    MISSING = "missing"
    """The vendor's answer has no score here (not reached, not in this version)."""


class Scale(Value):
    """The lowest and the highest score that the vendor can give, in the vendor's unit."""

    low: float
    high: float


PERCENT = Scale(low=0, high=100)
FIVE_POINTS = Scale(low=0, high=5)


class Score(Value):
    """One score with its band, in the unit of `scale`.

    `value`, `lower` and `upper` are the vendor's own numbers, unrounded and unclamped; `value` is
    None exactly when `state` is not `scored`. The band's level is not stated by any vendor.
    `parent` names the score that this one is a part of: a domain for its skills, `question:<index>`
    for what was scored in one question, an agent's id for its criteria.
    """

    kind: ScoreKind
    name: str
    state: ScoreState
    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    scale: Scale = PERCENT
    label: str | None = None
    """The vendor's own word for the stability of the score."""
    observations: int | None = None
    weight: float | None = None
    """Share of the parent, 0 to 1, or the vendor's relative weight for a criterion."""
    parent: str | None = None

    @model_validator(mode="after")
    def _a_value_goes_with_its_state(self) -> Self:
        if (self.value is not None) != (self.state is ScoreState.SCORED):
            msg = f"{self.name}: state {self.state} does not go with value {self.value}"
            raise ValueError(msg)
        return self

    @property
    def has_band(self) -> bool:
        """Whether the vendor gave both ends of a band for a scored value."""
        return self.value is not None and self.lower is not None and self.upper is not None
