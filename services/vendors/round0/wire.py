"""Wire: round0's interview and list of questions, as they come."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from services.vendors._wire import Count, Wire

Seconds = Annotated[float, Field(ge=0, le=10_000_000)]


class Job(Wire):
    """What the interview is for; the department is left out until the interview is completed."""

    id: str | None = None
    title: str | None = None
    department: str | None = None


class Person(Wire):
    """The candidate."""

    id: str | None = None
    name: str | None = None
    email: str | None = None


class Response(Wire):
    """One answer. `audio_url` is signed anew at every asking and works for a day."""

    question_id: str | None = None
    question_text: str | None = None
    question_type: str | None = None
    transcript: str | None = None
    audio_url: str | None = None
    duration_seconds: Seconds | None = None
    answered_at: datetime | None = None


class InterviewBody(Wire):
    """The answer to "get interview"."""

    id: str = Field(pattern=r"\S")
    status: str | None = None
    job: Job | None = None
    candidate: Person | None = None
    created_at: datetime | None = None
    started_at: datetime | None = None
    completed_at: datetime | None = None
    expires_at: datetime | None = None
    responses: list[Response] | None = None


class AskedQuestion(Wire):
    """One question of the list; `order` may jump."""

    id: str | None = None
    question_text: str | None = None
    question_type: str | None = None
    time_limit_seconds: Seconds | None = None
    order: int | None = None
    is_custom: bool | None = None


class QuestionsBody(Wire):
    """The answer to "get interview questions"."""

    interview_id: str | None = None
    questions: list[AskedQuestion] | None = None
    total_questions: Count | None = None


class Bundle(Wire):
    """Both answers as one document; the second may be missing."""

    interview: InterviewBody
    questions: QuestionsBody | None = None
