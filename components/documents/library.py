"""Every document there is, by what was asked."""

from components.documents.agents import agents_content
from components.documents.cohorts import cohorts_content
from components.documents.comparison import comparison_content
from components.documents.integrity import integrity_content
from components.documents.interview import interview_content
from components.documents.interviews import interviews_content
from components.documents.language import language_content
from components.documents.one_line import in_one_line
from components.documents.operations import operations_content
from components.documents.plan import assembled
from components.documents.questions import questions_content
from services.models.answered import (
    AgentsAnswered,
    Answered,
    CohortsAnswered,
    ComparisonAnswered,
    Edition,
    IntegrityAnswered,
    InterviewAnswered,
    InterviewsAnswered,
    LanguageAnswered,
    OperationsAnswered,
    QuestionsAnswered,
)
from services.models.content import Content

__all__ = ["assembled", "content"]


def content(answered: Answered, edition: Edition) -> Content:
    """Return the document of an answer: its words, figures and tables."""
    return in_one_line(_content(answered, edition))


def _content(answered: Answered, edition: Edition) -> Content:
    match answered:
        case InterviewAnswered():
            return interview_content(answered, edition)
        case ComparisonAnswered():
            return comparison_content(answered, edition)
        case InterviewsAnswered():
            return interviews_content(answered, edition)
        case CohortsAnswered():
            return cohorts_content(answered, edition)
        case _:
            return _of_a_filter(answered, edition)


def _of_a_filter(
    answered: AgentsAnswered
    | QuestionsAnswered
    | LanguageAnswered
    | IntegrityAnswered
    | OperationsAnswered,
    edition: Edition,
) -> Content:
    match answered:
        case AgentsAnswered():
            return agents_content(answered, edition)
        case QuestionsAnswered():
            return questions_content(answered, edition)
        case LanguageAnswered():
            return language_content(answered, edition)
        case IntegrityAnswered():
            return integrity_content(answered, edition)
        case OperationsAnswered():
            return operations_content(answered, edition)
