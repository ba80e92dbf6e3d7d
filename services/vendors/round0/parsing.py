"""Parsing: from the bytes of a round0 document to an interview in our words."""

from typing import TypedDict

from pydantic import JsonValue

from services.models.candidate import Candidate
from services.models.interview import Interview, Status
from services.models.recording import SignalKind
from services.models.score import ScoreKind
from services.vendors._clock import utc
from services.vendors._doubts import Doubts
from services.vendors.round0.audio import audio_of
from services.vendors.round0.decoding import Decoded, decoded
from services.vendors.round0.questions import exchanges_of, questions_of, unscored
from services.vendors.round0.status import FINAL, status_of
from services.vendors.round0.timing import timing_of
from services.vendors.round0.transcript import transcript_of
from services.vendors.round0.wire import InterviewBody, Job, Person

NAME = "round0"


def parse(payload: bytes) -> Interview:
    """Return the interview in `payload`; what is doubtful about it stands in its notices.

    It has no score anywhere: the overall score and every question's are *unscored*.

    Raises:
        PayloadError: it is not JSON, or something else than a round0 interview.
    """
    doubts = Doubts()
    return _interview(decoded(payload, doubts), doubts)


def _interview(document: Decoded, doubts: Doubts) -> Interview:
    body = document.interview
    timing = timing_of(document, doubts)
    exchanges = exchanges_of(document, doubts)
    candidate = _candidate(body.candidate or Person())
    return Interview.model_construct(
        signals_not_collected=tuple(SignalKind),
        vendor=NAME,
        vendor_interview_id=body.id,
        candidate=candidate,
        **_standing(document, doubts),
        role=_text((body.job or Job()).title),
        created_at=utc(body.created_at),
        expires_at=utc(body.expires_at),
        started_at=timing.started_at,
        ended_at=timing.ended_at,
        duration_s=timing.duration_s,
        clock_source=timing.clock_source,
        scores=(unscored(ScoreKind.OVERALL, "Overall"),),
        questions=questions_of(exchanges, doubts),
        transcript=transcript_of(exchanges, candidate.name),
        assets=tuple(audio_of(exchanges, doubts)),
        metadata=_metadata(body),
        notices=doubts.notices(),  # last: by now everything has been read
    )


class _Standing(TypedDict):
    status: Status
    vendor_status: str | None
    is_final: bool


def _standing(document: Decoded, doubts: Doubts) -> _Standing:
    word = document.interview.status
    status = status_of(word, doubts, f"{document.at}status")
    return {"status": status, "vendor_status": _text(word), "is_final": status in FINAL}


def _candidate(person: Person) -> Candidate:
    return Candidate.model_construct(
        id=_text(person.id), name=_text(person.name), email=_text(person.email)
    )


def _metadata(body: InterviewBody) -> dict[str, JsonValue]:
    """Return the job's department, the one thing about the interview that has no other place."""
    department = _text(body.job.department) if body.job else None
    return {"department": department} if department else {}


def _text(given: str | None) -> str | None:
    return (given or "").strip() or None
