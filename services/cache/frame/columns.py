"""The columns: read-only arrays, one element an interview (or a score, a criterion, a question).

Texts are numbers of the dimension tables, `NONE` where there is none; our vocabularies are the
numbers of `codes.py`, with `NONE` for no outcome. Real numbers that are not known are NaN. `row`
is always the place of an interview in `InterviewColumns`, not its number in the database.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from services.cache.frame.words import Words
from services.models.cohort import Metric

NONE: Final = -1
NO_TIME: Final = -(2**63)
"""In the place of a time that is not known, in milliseconds."""

Whole = NDArray[np.signedinteger[Any]]
Real = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class InterviewColumns:
    """What cohorts need of each interview, in the order of its number."""

    number: Whole
    vendor: Whole
    role: Whole
    version: Whole
    interview_type: Whole
    """A word."""
    status: Whole
    outcome: Whole
    happened_ms: Whole
    arrived_ms: Whole
    month: Whole
    """Such as 202611; 0 without a date."""
    started: Mask
    gone: Mask
    doubtful: Mask
    """Whether the speaker match is low."""
    notices: Whole
    overall_key: Real
    """As `rows.py` makes it: the value itself on 0 to 100."""
    duration_s: Real
    signals: Whole
    """(interviews, 6): how many of each kind, in the order of `SIGNAL_CODES`."""
    not_collected: Whole
    """A bit for each kind."""

    def __len__(self) -> int:
        """Return how many interviews there are."""
        return len(self.number)


@dataclass(frozen=True, slots=True)
class ScoreColumns:
    """One metric's scores, in the order of the interviews; at most one an interview."""

    row: Whole
    state: Whole
    value: Real
    lower: Real
    upper: Real


@dataclass(frozen=True, slots=True)
class CriterionColumns:
    """What each agent gave in each criterion of each question, in the order of the interviews."""

    row: Whole
    question: Whole
    agent: Whole
    """A word: the agent's id."""
    agent_role: Whole
    criterion: Whole
    """A word: the criterion's key."""
    share: Real
    """The weighted score as a share of its maximum; NaN where not scored or not known."""


@dataclass(frozen=True, slots=True)
class PanelColumns:
    """What each agent gave in sum for each question, in the order of the interviews."""

    row: Whole
    question: Whole
    agent: Whole
    agent_role: Whole
    share: Real
    """The total as a share of its maximum; NaN where not known."""


@dataclass(frozen=True, slots=True)
class QuestionColumns:
    """Each question of each interview, in the order of the interviews."""

    row: Whole
    text: Whole
    """A number made from the question's words: the same words, the same number."""
    number: Whole
    """Its place in its interview, from 0."""
    state: Whole
    value: Real
    low: Real
    high: Real
    duration_s: Real


@dataclass(frozen=True, slots=True)
class Details:
    """What cohorts do not need, and what takes longest to read."""

    criteria: CriterionColumns
    panels: PanelColumns
    questions: QuestionColumns
    words: Mapping[int, str]
    """Of agents, their roles and criteria."""


class Later(Protocol):
    """Where a frame's details come from, of the same moment as the frame."""

    @property
    def took_s(self) -> float | None:
        """How long they were waited for after the rest was there; None while they are."""

    @property
    def is_lost(self) -> bool:
        """Whether they can never be had of this moment: only a newer frame has them."""

    def get(self) -> Details:
        """Return them, and wait for them where they are still being read.

        Raises:
            StorageError: they cannot be had; the frame is to be loaded anew.
        """


@dataclass(frozen=True, slots=True)
class Frame:
    """All columns as they were at one moment; read-only and safe to share between threads.

    Criteria, panels, questions and their words may come later than the rest: who asks for them
    waits, and may be told by a StorageError to load the frame anew.
    """

    generation: int
    read_at: datetime
    interviews: InterviewColumns
    metrics: Sequence[Metric]
    """Those measured most first within each kind; overall first."""
    scores: Mapping[Metric, ScoreColumns]
    details: Later
    vendors: Mapping[int, str] = field(default_factory=dict)
    roles: Mapping[int, str] = field(default_factory=dict)
    versions: Mapping[int, str] = field(default_factory=dict)
    types: Mapping[int, str] = field(default_factory=dict)
    """The words of interview types."""

    @property
    def criteria(self) -> CriterionColumns:
        """What each agent gave in each criterion."""
        return self.details.get().criteria

    @property
    def panels(self) -> PanelColumns:
        """What each agent gave in sum."""
        return self.details.get().panels

    @property
    def questions(self) -> QuestionColumns:
        """Each question of each interview."""
        return self.details.get().questions

    @property
    def words(self) -> Mapping[int, str]:
        """Words of interview types, and of agents, their roles and criteria: only these wait."""
        return Words(self.types, others=lambda: self.details.get().words)
