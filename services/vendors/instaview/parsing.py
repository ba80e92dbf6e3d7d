"""Parsing: from the bytes of an InstaView document to an interview in our words."""

from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import TypedDict

from services.models.candidate import Candidate
from services.models.interview import Interview, Status
from services.models.notice import NoticeCode
from services.models.recording import SignalKind
from services.vendors._clock import utc
from services.vendors._doubts import Doubts
from services.vendors._metadata import plain_metadata
from services.vendors.instaview.analysis import (
    AnalysisStatus,
    analysis_status,
    company_fit_of,
    education_of,
    experience_of,
    overall_of,
    remarks_of,
)
from services.vendors.instaview.calls import Times, calls_of, recordings_of, times_of
from services.vendors.instaview.days import day_or_moment
from services.vendors.instaview.decoding import decoded
from services.vendors.instaview.language import Heard, language_of
from services.vendors.instaview.parts import PARTS
from services.vendors.instaview.settings import InstaViewSettings
from services.vendors.instaview.status import Standing, standing_of
from services.vendors.instaview.wire.document import (
    AgentFields,
    CandidateFields,
    InstaViewDocument,
    JobFields,
)
from services.vendors.instaview.wire.interview import General

NAME = "instaview"
_HELD = frozenset({Status.COMPLETED, Status.REPORTED, Status.IN_PROGRESS, Status.UNKNOWN})


def parse(payload: bytes) -> Interview:
    """Return the interview in `payload`; what is doubtful about it stands in its notices.

    The assumptions are those of the settings, read once.

    Raises:
        PayloadError: it is not JSON, not an object, an error of InstaView's, or has no `id`.
    """
    return _reader()(payload)


@cache
def _reader() -> Callable[[bytes], Interview]:
    return reader_with(InstaViewSettings())


def reader_with(settings: InstaViewSettings) -> Callable[[bytes], Interview]:
    """Return a `parse` that makes the assumptions of these settings."""

    def read(payload: bytes) -> Interview:
        doubts = Doubts()
        return _interview(decoded(payload, doubts), settings, doubts)

    return read


def _interview(
    document: InstaViewDocument, settings: InstaViewSettings, doubts: Doubts
) -> Interview:
    general = document.analysis.general if document.analysis else None
    analysis = analysis_status(general, doubts)
    reasons = settings.no_show_reasons
    standing = standing_of(document, analysis, no_show_reasons=reasons, doubts=doubts)
    times = times_of(document, was_held=standing.status in _HELD, doubts=doubts)
    heard = Heard(analysis in (None, AnalysisStatus.COMPLETED), times.duration_s)
    _note_missing_parts(document, doubts)
    return Interview.model_construct(
        signals_not_collected=tuple(SignalKind),
        **_identity(document, general, doubts),
        **_standing(standing),
        **_times(document, general, times, standing),
        call_attempts=calls_of(document),
        company_fit=company_fit_of(general, doubts),
        scores=(overall_of(general, analysis, doubts),),
        remarks=remarks_of(general),
        language=language_of(document, heard, settings, doubts),
        assets=recordings_of(document, doubts),
        metadata=plain_metadata(document.metadata, doubts, "metadata"),
        notices=doubts.notices(),  # last: by now everything has been read
    )


def _note_missing_parts(document: InstaViewDocument, doubts: Doubts) -> None:
    ids = (document.candidate_id, document.job_id, document.agent_id)
    for (part, (field, resource)), named in zip(PARTS.items(), ids, strict=True):
        if named and getattr(document, part) is None:
            text = (
                f"The {part} of this interview is not in its document: it is gone at InstaView, "
                f"or the key lacks the scope read:{resource}."
            )
            doubts.add(NoticeCode.PART_NOT_READABLE, text, field)


class _Identity(TypedDict):
    vendor: str
    vendor_interview_id: str
    candidate: Candidate
    role: str | None
    interview_type: str | None
    vendor_interview_type: str | None


def _identity(document: InstaViewDocument, general: General | None, doubts: Doubts) -> _Identity:
    job = document.job or JobFields()
    focus = ((document.agent or AgentFields()).focus or "").strip()
    return {
        "vendor": NAME,
        "vendor_interview_id": document.id,
        "candidate": _candidate(document, general, doubts),
        "role": (job.title or "").strip() or (job.job_title or "").strip() or None,
        "interview_type": focus.upper() or None,
        "vendor_interview_type": focus or None,
    }


def _candidate(document: InstaViewDocument, general: General | None, doubts: Doubts) -> Candidate:
    told = document.candidate or CandidateFields()
    names = ((told.first_name or "").strip(), (told.last_name or "").strip())
    return Candidate.model_construct(
        id=document.candidate_id or told.id or None,
        name=" ".join(filter(None, names)) or (told.name or "").strip() or None,
        email=(told.email or "").strip() or None,
        education=education_of(general),
        experience=experience_of(general),
        data_expires_at=day_or_moment(told.gdpr_expiry_date, doubts, "candidate.gdprExpiryDate"),
    )


class _Standing(TypedDict):
    status: Status
    vendor_status: str | None
    is_final: bool
    failure_reason: str | None


def _standing(standing: Standing) -> _Standing:
    return {
        "status": standing.status,
        "vendor_status": standing.word,
        "is_final": standing.is_final,
        "failure_reason": standing.failure,
    }


class _Times(TypedDict):
    created_at: datetime | None
    scheduled_at: datetime | None
    started_at: datetime | None
    ended_at: datetime | None
    reported_at: datetime | None
    event_at: datetime | None
    duration_s: float | None
    clock_source: str | None


def _times(
    document: InstaViewDocument, general: General | None, times: Times, standing: Standing
) -> _Times:
    analysed = general if standing.status is Status.REPORTED else None
    return {
        "created_at": utc(document.created_at),
        "scheduled_at": utc(document.scheduled_at),
        "started_at": times.started_at,
        "ended_at": times.ended_at,
        "reported_at": utc(analysed.updated_at or analysed.created_at) if analysed else None,
        "event_at": utc(document.updated_at),
        "duration_s": times.duration_s,
        "clock_source": times.clock_source,
    }
