"""`meeting_data.question_summary`: what was asked and how it was scored."""

from typing import Any

from services.vendors._wire import Wire


class Band(Wire):
    """A score with its interval, which the oldest version does not have."""

    score: float | None = None
    ci_lower: float | None = None
    ci_upper: float | None = None


class QuestionScore(Wire):
    """`question_score`: null for a question that was not reached."""

    agent_summary: str | None = None
    score: Band | None = None


class Grader(Wire):
    """An item of `skills_score[].agents`; one name may occur twice."""

    name: str | None = None
    summary: str | None = None


class SkillScore(Wire):
    """An item of `skills_score`."""

    name: str | None = None
    score: Band | None = None
    summary: str | None = None
    agents: list[Grader] | None = None


class QuestionSummary(Wire):
    """An item of `meeting_data.question_summary`."""

    question: str | None = None
    summary: str | None = None
    timestamp: Any = None
    question_score: QuestionScore | None = None
    skills_score: list[SkillScore] | None = None
