"""Figures over many interviews: cohorts, graders, questions, language, the funnel."""

from collections.abc import Sequence
from datetime import datetime

from components.loaders.opening import services
from services.models.agreement import AgentsAnswer
from services.models.browse import InterviewFilter
from services.models.cefr import CefrTable
from services.models.cohort import (
    CohortAnswer,
    CohortDefinition,
    CohortSplit,
    InstrumentChoice,
    Metric,
    SavedCohort,
    SavedList,
)
from services.models.funnel import FunnelAnswer, Split
from services.models.integrity import IntegrityAnswer
from services.models.ladder import LanguageAnswer
from services.models.overview import Overview
from services.models.question_health import QuestionsAnswer
from services.models.score import ScoreKind
from services.models.trend import Period, TrendAnswer


def cohorts(
    definitions: Sequence[CohortDefinition], *, kind: ScoreKind, choice: InstrumentChoice
) -> CohortAnswer:
    """Return cohorts side by side in all metrics of a kind."""
    return services().analyses.cohorts.compare(definitions, metrics=(kind,), choice=choice)


def trend(
    definitions: Sequence[CohortDefinition],
    *,
    metric: Metric,
    period: Period,
    choice: InstrumentChoice,
) -> TrendAnswer | None:
    """Return cohorts over time in one metric."""
    return services().analyses.cohorts.trend(
        definitions, metric=metric.key, period=period, choice=choice
    )


def largest_cohorts(by: CohortSplit) -> Sequence[CohortDefinition]:
    """Return the largest parts of all interviews."""
    return services().analyses.cohorts.largest(by)


def latest_cohorts() -> Sequence[CohortDefinition]:
    """Return the latest interviews and those of as many days before."""
    return services().analyses.cohorts.latest()


def saved_cohorts() -> Sequence[SavedCohort]:
    """Return the cohorts that were saved under a name."""
    return services().store.saved_cohorts()


def save_cohort(definition: CohortDefinition) -> SavedCohort:
    """Save a cohort under its name."""
    return services().store.save_cohort(definition)


def forget_cohort(cohort_id: str) -> None:
    """Forget a saved cohort; its interviews stay."""
    services().store.forget_cohort(cohort_id)


def save_list(name: str, ids: Sequence[str]) -> tuple[SavedList, Sequence[str]]:
    """Save a list of interviews; return it with the ids that the cache does not know."""
    return services().store.save_list(name, ids)


def agents(chosen: InterviewFilter, *, choice: InstrumentChoice) -> AgentsAnswer:
    """Return how far the graders of a filter's interviews agree."""
    return services().analyses.agents.agents(chosen, choice)


def agents_of(interview_id: str) -> AgentsAnswer:
    """Return how far the graders of one interview agree."""
    return services().analyses.agents.of_interview(interview_id)


def questions(
    chosen: InterviewFilter, *, choice: InstrumentChoice, limit: int, offset: int
) -> QuestionsAnswer:
    """Return one page of the questions of a filter's interviews."""
    return services().analyses.questions.questions(
        chosen, choice=choice, limit=limit, offset=offset
    )


def integrity(
    chosen: InterviewFilter, *, by: Split | None, label: str, limit: int, offset: int
) -> IntegrityAnswer:
    """Return how often signals came up in a filter's interviews, and what reviewers said."""
    return services().analyses.integrity.split(
        chosen, by=by, label=label, limit=limit, offset=offset
    )


def overview(since: datetime) -> Overview:
    """Return what is new and what needs a look, for a reader who last looked at `since`."""
    return services().analyses.overview.overview(since)


def language(
    chosen: InterviewFilter, *, dimension: str, table_id: str | None, limit: int, offset: int
) -> LanguageAnswer:
    """Return the levels of a filter's language results."""
    return services().language.levels(
        chosen, dimension=dimension, table_id=table_id, limit=limit, offset=offset
    )


def cefr_tables() -> tuple[CefrTable, ...]:
    """Return the published tables that a level can be derived through."""
    return services().language.tables()


def funnel(chosen: InterviewFilter, *, by: Split | None) -> FunnelAnswer:
    """Return how far a filter's interviews got."""
    return services().operations.funnel(chosen, by=by)
