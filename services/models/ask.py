"""What can be asked for as a document: everything that is needed to make the same one again.

An ask is what a screen shows, as a value: it can be kept, and answered again on newer data.
"""

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from services.models.browse import InterviewFilter, Sort
from services.models.cohort import CohortDefinition, InstrumentChoice
from services.models.funnel import Split
from services.models.language import OVERALL
from services.models.score import ScoreKind
from services.models.trend import Period
from services.models.value import Value


class InterviewAsk(Value):
    """One interview, by our own id."""

    kind: Literal["interview"] = "interview"
    interview: str


class ComparisonAsk(Value):
    """Two to five interviews side by side, by our own ids."""

    kind: Literal["comparison"] = "comparison"
    interviews: tuple[str, ...]


class CohortsAsk(Value):
    """Cohorts side by side, as on the Cohorts page."""

    kind: Literal["cohorts"] = "cohorts"
    cohorts: tuple[CohortDefinition, ...]
    """Each with its name."""
    scores: ScoreKind = ScoreKind.OVERALL
    choice: InstrumentChoice = InstrumentChoice()
    with_bands: bool = False
    period: Period = Period.MONTH
    metric: str | None = None
    """The key of the one whose distribution is drawn; None: the first."""


class AgentsAsk(Value):
    """Do the graders agree: of a filter's interviews, or of one."""

    kind: Literal["agents"] = "agents"
    wanted: InterviewFilter = InterviewFilter()
    choice: InstrumentChoice = InstrumentChoice()
    interview: str | None = None


class QuestionsAsk(Value):
    """How hard and how telling the questions are."""

    kind: Literal["questions"] = "questions"
    wanted: InterviewFilter = InterviewFilter()
    choice: InstrumentChoice = InstrumentChoice()


class LanguageAsk(Value):
    """At which CEFR level people speak."""

    kind: Literal["language"] = "language"
    wanted: InterviewFilter = InterviewFilter()
    dimension: str = OVERALL
    table_id: str | None = None
    """The published table that levels are derived through; None: none is derived."""
    requirement: str | None = None


class IntegrityAsk(Value):
    """Which signals came up, how often, and what reviewers said."""

    kind: Literal["integrity"] = "integrity"
    wanted: InterviewFilter = InterviewFilter()
    by: Split | None = None
    per: Literal["interview", "hour"] = "interview"


class OperationsAsk(Value):
    """How far interviews get, and how the others end."""

    kind: Literal["operations"] = "operations"
    wanted: InterviewFilter = InterviewFilter()
    by: Split = Split.ROLE


class InterviewsAsk(Value):
    """The list of interviews: all its rows."""

    kind: Literal["interviews"] = "interviews"
    wanted: InterviewFilter = InterviewFilter()
    sort: Sort = Sort()


Ask = Annotated[
    InterviewAsk
    | ComparisonAsk
    | CohortsAsk
    | AgentsAsk
    | QuestionsAsk
    | LanguageAsk
    | IntegrityAsk
    | OperationsAsk
    | InterviewsAsk,
    Field(discriminator="kind"),
]

ASKS: TypeAdapter[Ask] = TypeAdapter(Ask)
"""Reads an ask back from JSON."""
