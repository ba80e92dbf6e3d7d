"""Question health: how hard, how telling, how often skipped, and whether it changed."""

from services.models.cohort import Instrument, InstrumentChoice, InstrumentCount
from services.models.estimate import Estimate
from services.models.value import Value

FEWEST_ANSWERS = 10
"""No figure of a question rests on fewer: scores, or for its skip rate interviews that asked."""


class QuestionDrift(Value):
    """The change of a question's mean share from one assessment version to the next."""

    before: str
    after: str
    difference: Estimate
    """After minus before, in shares of the scale."""


class QuestionHealth(Value):
    """One question over all interviews that asked it; shares are of its scale, 0 to 1."""

    key: str
    """Stands for the question's words in links."""
    text: str
    """As one interview has it; no question is told apart by case or spaces."""
    instruments: tuple[Instrument, ...]
    asked: int
    scored: int
    difficulty: Estimate
    """Mean share of the scale: low is hard."""
    spread: float | None
    """Standard deviation of the shares."""
    discrimination: Estimate
    """Corrected item-total correlation: with the mean of the same interview's other questions."""
    skip_rate: Estimate
    """Share of those asked that were not evaluated."""
    median_time_s: float | None
    timed: int
    """Answers whose time is known."""
    drift: tuple[QuestionDrift, ...] = ()
    refusal: str = ""
    """Why there are no figures of its scores: fewer than `FEWEST_ANSWERS`, or two scales."""


class QuestionsAnswer(Value):
    """The questions of a filter's interviews, those asked most first."""

    level: float
    questions: tuple[QuestionHealth, ...]
    total: int
    """All questions of the filter."""
    choice: InstrumentChoice = InstrumentChoice()
    """As it was asked for."""
    measured: tuple[InstrumentCount, ...] = ()
    """All instruments of the filter that score questions, most interviews first."""
    too_few: int
    """Of these, with fewer than `FEWEST_ANSWERS` scores."""
    warnings: tuple[str, ...] = ()
