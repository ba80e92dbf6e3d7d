"""What was asked for as a document, with the answer: all that the words of a document need."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from services.models.agreement import AgentsAnswer
from services.models.ask import (
    AgentsAsk,
    CohortsAsk,
    ComparisonAsk,
    IntegrityAsk,
    InterviewAsk,
    InterviewsAsk,
    LanguageAsk,
    OperationsAsk,
    QuestionsAsk,
)
from services.models.browse import InterviewRow
from services.models.cefr import CefrTable
from services.models.cohort import CohortAnswer
from services.models.comparison import Comparison
from services.models.funnel import FunnelAnswer
from services.models.integrity import IntegrityAnswer, Review
from services.models.ladder import LanguageAnswer
from services.models.question_health import QuestionsAnswer
from services.models.report import InterviewReport
from services.models.trend import TrendAnswer

MOST_ROWS = 1_000
"""So many rows of people or questions a document holds; an extract holds all."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Under which circumstances a document is made: the same for all its parts."""

    made_at: datetime
    """Aware, in the reader's zone."""
    titles: Mapping[str, str]
    """How vendors and saved lists are called, by their short names and ids."""
    level: float
    """Of all intervals, 0 to 1."""
    cut: float | None = None
    is_masked: bool = False
    is_synthetic: bool = False
    program: str = "Scoreband"
    limits: tuple[str, ...] = ()
    """What holds for every document that is made so."""


@dataclass(frozen=True, slots=True)
class InterviewAnswered:
    """One interview, with what reviewers said of its flags."""

    ask: InterviewAsk
    report: InterviewReport
    reviews: tuple[Review, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparisonAnswered:
    """Interviews side by side."""

    ask: ComparisonAsk
    answer: Comparison


@dataclass(frozen=True, slots=True)
class CohortsAnswered:
    """Cohorts side by side and over time."""

    ask: CohortsAsk
    answer: CohortAnswer
    trend: TrendAnswer | None


@dataclass(frozen=True, slots=True)
class AgentsAnswered:
    """The graders."""

    ask: AgentsAsk
    answer: AgentsAnswer


@dataclass(frozen=True, slots=True)
class QuestionsAnswered:
    """The questions, up to `MOST_ROWS` of them."""

    ask: QuestionsAsk
    answer: QuestionsAnswer


@dataclass(frozen=True, slots=True)
class LanguageAnswered:
    """The levels, with up to `MOST_ROWS` people."""

    ask: LanguageAsk
    answer: LanguageAnswer
    table: CefrTable | None = None
    """The one that levels were derived through."""


@dataclass(frozen=True, slots=True)
class IntegrityAnswered:
    """The signals, with up to `MOST_ROWS` interviews that await a review."""

    ask: IntegrityAsk
    answer: IntegrityAnswer


@dataclass(frozen=True, slots=True)
class OperationsAnswered:
    """The funnel."""

    ask: OperationsAsk
    answer: FunnelAnswer


@dataclass(frozen=True, slots=True)
class InterviewsAnswered:
    """The first `MOST_ROWS` rows of a list, and how many there are."""

    ask: InterviewsAsk
    rows: tuple[InterviewRow, ...]
    total: int


Answered = (
    InterviewAnswered
    | ComparisonAnswered
    | CohortsAnswered
    | AgentsAnswered
    | QuestionsAnswered
    | LanguageAnswered
    | IntegrityAnswered
    | OperationsAnswered
    | InterviewsAnswered
)
