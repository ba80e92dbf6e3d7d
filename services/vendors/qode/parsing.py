"""Parsing: from the bytes of a Qode document to an interview in our words."""

from datetime import datetime
from typing import TypedDict

from services.models.candidate import Candidate
from services.models.interview import Interview, Outcome, Status
from services.models.recording import Chapter, LatencySummary, Signal, SignalKind, TranscriptLine
from services.models.score import Score
from services.vendors._clock import utc
from services.vendors._doubts import Doubts
from services.vendors._links import link
from services.vendors._metadata import plain_metadata
from services.vendors.qode.agents import panels_of
from services.vendors.qode.code_tasks import code_tasks_of
from services.vendors.qode.coverage import coverage_of
from services.vendors.qode.decoding import decoded
from services.vendors.qode.language import language_of
from services.vendors.qode.latency import latency_of
from services.vendors.qode.links import assets_of
from services.vendors.qode.questions import questions_of
from services.vendors.qode.remarks import remarks_of
from services.vendors.qode.scores import (
    domain_categories_of,
    domain_skills_of,
    note_unknown_version,
    scores_of,
)
from services.vendors.qode.signals import signals_of
from services.vendors.qode.status import is_final, outcome_of, standing_of
from services.vendors.qode.timeline import Timeline, timeline_of
from services.vendors.qode.transcript import transcript_of
from services.vendors.qode.wire.document import QodeDocument
from services.vendors.qode.wire.recording import InterviewSignals, Metadata
from services.vendors.qode.wire.results import Bootstrap
from services.vendors.qode.wire.summary import Profile

NAME = "qode"
_PREFIX = "TURING_"


def parse(payload: bytes) -> Interview:
    """Return the interview in `payload`; what is doubtful about it stands in its notices.

    Raises:
        PayloadError: it is not JSON, not an object, or has no `interview_id`.
    """
    doubts = Doubts()
    return _interview(decoded(payload, doubts), doubts)


def _interview(document: QodeDocument, doubts: Doubts) -> Interview:
    timeline = timeline_of(document, doubts)
    scores = scores_of(document, doubts)
    latency = latency_of(document, timeline, doubts)
    return Interview.model_construct(
        **_identity(document, doubts),
        **_standing(document, scores[0], doubts),
        **_times(document, timeline),
        **_recording(document, timeline, latency, doubts),
        scores=scores,
        reliability=(document.interview_level_bootstrap or Bootstrap()).interpretation or None,
        coverage=coverage_of(document, doubts),
        domain_skills=domain_skills_of(document),
        domain_categories=domain_categories_of(document),
        questions=questions_of(document, doubts),
        panels=panels_of(document, doubts),
        remarks=remarks_of(document),
        language=language_of(document, doubts),
        code_tasks=tuple(code_tasks_of(document, doubts)),
        assets=assets_of(document, doubts),
        metadata=plain_metadata(document.request_metadata, doubts, "request_metadata"),
        notices=doubts.notices(),  # last: by now everything has been read
    )


class _Identity(TypedDict):
    vendor: str
    vendor_interview_id: str
    session_id: str | None
    candidate: Candidate
    candidate_link: str | None
    role: str | None
    mapped_role: str | None
    interview_type: str | None
    vendor_interview_type: str | None
    sub_type: str | None
    assessment_version: str | None


def _identity(document: QodeDocument, doubts: Doubts) -> _Identity:
    note_unknown_version(document, doubts)
    return {
        "vendor": NAME,
        "vendor_interview_id": document.interview_id,
        "session_id": document.session_id or None,
        "candidate": _candidate(document, doubts),
        "candidate_link": link(document.iframe_url, doubts, "iframe_url"),
        "role": document.role_title or None,
        "mapped_role": document.mapped_role_title or None,
        "interview_type": _type(document.interview_type),
        "vendor_interview_type": document.interview_type or None,
        "sub_type": document.sub_interview_type or None,
        "assessment_version": document.assessment_version or None,
    }


def _candidate(document: QodeDocument, doubts: Doubts) -> Candidate:
    profile = document.candidate_profile or Profile()
    return Candidate.model_construct(
        id=document.candidate_id or None,
        name=(profile.fullname or "").strip() or None,
        email=(document.candidate_email or "").strip() or None,
        avatar_url=link(profile.avatar, doubts, "candidate_profile.avatar"),
        years_of_experience=profile.year_of_experience,
    )


def _type(word: str | None) -> str | None:
    """Return TURING_STEM and STEM alike as STEM (assumption): the two ways of one API."""
    return (word or "").strip().upper().removeprefix(_PREFIX) or None


class _Standing(TypedDict):
    status: Status
    vendor_status: str | None
    is_final: bool
    outcome: Outcome
    vendor_outcome: str | None


def _standing(document: QodeDocument, overall: Score, doubts: Doubts) -> _Standing:
    standing = standing_of(document, doubts)
    return {
        "status": standing.status,
        "vendor_status": standing.word,
        "is_final": is_final(document, standing.status, overall),
        "outcome": outcome_of(document, doubts),
        "vendor_outcome": document.interview_result or None,
    }


class _Times(TypedDict):
    scheduled_at: datetime | None
    started_at: datetime | None
    ended_at: datetime | None
    reported_at: datetime | None
    dropped_off_at: datetime | None
    event_at: datetime | None
    duration_s: float | None
    clock_source: str | None


def _times(document: QodeDocument, timeline: Timeline) -> _Times:
    metadata = document.metadata or Metadata()
    return {
        "scheduled_at": utc(metadata.scheduled_time),
        "started_at": timeline.started_at,
        "ended_at": timeline.ended_at,
        "reported_at": utc(metadata.scorecard_time),
        "dropped_off_at": utc(metadata.drop_off_time),
        "event_at": utc(document.timestamp),
        "duration_s": timeline.duration_s,
        "clock_source": timeline.clock_source,
    }


class _Recording(TypedDict):
    chapters: tuple[Chapter, ...]
    latency: LatencySummary | None
    average_latency_s: float | None
    transcript: tuple[TranscriptLine, ...]
    signals: tuple[Signal, ...]
    signals_not_collected: tuple[SignalKind, ...]


def _recording(
    document: QodeDocument, timeline: Timeline, latency: LatencySummary | None, doubts: Doubts
) -> _Recording:
    proctoring = signals_of(document, timeline, latency, doubts)
    return {
        "chapters": timeline.chapters,
        "latency": latency,
        "average_latency_s": (document.interview_signals or InterviewSignals()).avg_latency,
        "transcript": transcript_of(document, latency),
        "signals": proctoring.signals,
        "signals_not_collected": proctoring.not_collected,
    }
