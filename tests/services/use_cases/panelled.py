"""Interviews whose questions were judged by agents, or scored, for tests of figures over many."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from services.models.agents import AgentAssessment, Criterion, Panel
from services.models.candidate import Candidate
from services.models.document import Document
from services.models.identity import local_id
from services.models.interview import Interview, Question, Status
from services.models.language import LanguageProfile, SpeakerDetection, SpeakerMatch
from services.models.score import FIVE_POINTS, PERCENT, Scale, Score, ScoreKind, ScoreState
from services.vendors.vendor import Vendor
from tests.services.use_cases.conftest import NOON, Api, ToySettings

VENDOR = "toy"
Given = Mapping[str, Sequence[float | None]]
"""What each agent gave in each criterion, in points of ten; None where it did not score."""


def told_whole(name: str = VENDOR, title: str = "Toy") -> Vendor:
    """Return a vendor whose payloads are our own values as JSON."""
    return Vendor(
        name=name,
        title=title,
        parse=Interview.model_validate_json,
        recognises=lambda _document: False,
        settings=ToySettings,
        connect=lambda _settings, _wiring: Api(),
    )


def panel(given: Given, *, question: int = 0) -> Panel:
    """Return a panel; criterion number n has the key `skill_<n>`."""
    return Panel(
        question_index=question,
        agents=tuple(_assessment(question, agent, points) for agent, points in given.items()),
    )


def answered(
    text: str,
    value: float | None,
    *,
    index: int = 0,
    state: ScoreState | None = None,
    scale: Scale = PERCENT,
    seconds: float | None = None,
) -> Question:
    """Return a question with its score; without a value it was not evaluated."""
    score = Score(
        kind=ScoreKind.QUESTION,
        name=text,
        state=state or (ScoreState.NOT_EVALUATED if value is None else ScoreState.SCORED),
        value=value,
        scale=scale,
    )
    return Question(index=index, text=text, score=score, duration_s=seconds)


def interview(
    own_id: str,
    *panels: Panel,
    questions: Sequence[Question] = (),
    role: str | None = "Nurse",
    version: str | None = "v1",
    at: datetime | None = NOON,
    **more: object,
) -> Interview:
    """Return a finished interview of an invented person."""
    return Interview(
        vendor=more.pop("vendor", VENDOR),
        vendor_interview_id=own_id,
        candidate=Candidate(name=f"Ada Übungsmann {own_id}", email=f"{own_id}@example.com"),
        role=role,
        status=Status.REPORTED,
        assessment_version=version,
        started_at=at,
        panels=panels,
        questions=tuple(questions),
        **more,
    )


def doubtful() -> LanguageProfile:
    """Return a profile of which the vendor is not sure whose voice it scored."""
    return LanguageProfile(detection=SpeakerDetection(match=SpeakerMatch.LOW), cefr="B1")


def keep(store, *interviews: Interview) -> list[str]:
    """Store the interviews; return our ids of them."""
    store.write([Document(each.model_dump_json().encode(), each, NOON) for each in interviews])
    return [local_id(each.vendor, each.vendor_interview_id) for each in interviews]


def _assessment(question: int, agent: str, points: Sequence[float | None]) -> AgentAssessment:
    scored = [each for each in points if each is not None]
    return AgentAssessment(
        question_index=question,
        agent_id=agent,
        role=agent.rstrip("_0123456789") or None,
        total=sum(scored) if scored else None,
        maximum=10 * len(scored) if scored else None,
        criteria=tuple(_criterion(f"skill_{place}", each) for place, each in enumerate(points)),
    )


def _criterion(key: str, weighted: float | None) -> Criterion:
    return Criterion(
        key=key,
        label=key,
        score=Score(
            kind=ScoreKind.CRITERION,
            name=key,
            state=ScoreState.NOT_EVALUATED if weighted is None else ScoreState.SCORED,
            value=None if weighted is None else weighted / 2,
            scale=FIVE_POINTS,
        ),
        weighted=weighted,
        maximum=10,
    )
