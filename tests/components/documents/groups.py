"""Answers about cohorts, graders and questions of invented interviews, for their documents."""

from services.models.agreement import SplitPanel
from services.models.answered import AgentsAnswered, CohortsAnswered, QuestionsAnswered
from services.models.ask import AgentsAsk, CohortsAsk, QuestionsAsk
from services.models.cohort import CohortAnswer, Instrument, InstrumentChoice, InstrumentCount

QODE = Instrument(vendor="qode", version="v3")
SPOKEN = Instrument(vendor="zenhire", version=None)


def counted(instrument, count, *, is_counted=True):
    return InstrumentCount(instrument=instrument, count=count, is_counted=is_counted)


def cohorts_answered(*cohorts, differences=(), passing=(), trend=None, more=None, **asked):
    """Make an answer of these summaries; `more` changes fields of the answer."""
    metrics = tuple(each.metric for each in cohorts[0].figures)
    answer = CohortAnswer(
        level=0.95,
        metrics=metrics,
        available=metrics,
        choice=InstrumentChoice(),
        chosen=(QODE,),
        instruments=(counted(QODE, 40),),
        cohorts=cohorts,
        differences=differences,
        pass_differences=passing,
        overlaps=(),
        warnings=(),
    ).model_copy(update=more or {})
    return CohortsAnswered(CohortsAsk(cohorts=(), **asked), answer, trend)


def agents_answered(answer, **asked):
    return AgentsAnswered(AgentsAsk(**asked), answer)


def questions_answered(answer, **asked):
    return QuestionsAnswered(QuestionsAsk(**asked), answer)


def panel(number, *, candidate="Ζωή Λεμονή"):
    return SplitPanel(
        interview_id=f"interview-{number}",
        candidate=candidate,
        role=None,
        question=number,
        lowest_agent="strict",
        lowest=0.2,
        highest_agent="kind",
        highest=0.8,
    )


def kinds(content):
    """Return the keys of all figures and tables in order."""
    return [key for key, _, _ in content.tables()]


def titles(content):
    return [section.title for section in content.sections]
