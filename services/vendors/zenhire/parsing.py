"""Parsing: from the bytes of a ZenHire speech result to an interview in our words."""

from collections.abc import Mapping
from datetime import datetime
from typing import TypedDict

from pydantic_core import from_json, to_json

from services.errors import PayloadError
from services.models.candidate import Candidate
from services.models.interview import Interview, Remark, RemarkKind, Status
from services.models.notice import NoticeCode
from services.models.recording import SignalKind
from services.vendors._clock import utc, written
from services.vendors._decoding import decode
from services.vendors._doubts import Doubts
from services.vendors.zenhire.language import audio_s, language_of, method_of, note_unknown_method
from services.vendors.zenhire.scores import scores_of
from services.vendors.zenhire.status import (
    Standing,
    failure_reason_of,
    standing_of,
    status_named,
)
from services.vendors.zenhire.transcript import transcript_of
from services.vendors.zenhire.wire import SHAPE, Credits, PollResponse

NAME = "zenhire"
REFERENCE_KEYS = ("interview_id", "interviewId", "candidate_id", "candidateId")
"""Keys of the metadata whose values name an interview or a candidate elsewhere."""
_TYPE = "SPEECH"
_PASSING = ("timestamp",)


def parse(payload: bytes) -> Interview:
    """Return the run in `payload`; what is doubtful about it stands in its notices.

    Raises:
        PayloadError: it is not JSON, not an object, has no `id`, or is some other vendor's.
    """
    doubts = Doubts()
    document = decode(payload, doubts, SHAPE)
    _refuse_anothers(document)
    return _interview(document, doubts)


def substance(payload: bytes) -> bytes:
    """Return the payload without the time of the answer and what is left of the credits."""
    try:
        document = from_json(payload)
    except ValueError:
        return payload
    if not isinstance(document, dict):
        return payload
    credits_told = document.get("credits")
    if isinstance(credits_told, dict):
        credits_told.pop("remainingBalance", None)
    for name in _PASSING:
        document.pop(name, None)
    return to_json(document, inf_nan_mode="constants")


def _refuse_anothers(document: PollResponse) -> None:
    """Refuse what has an `id`, as many documents have, and nothing that is ZenHire's.

    Raises:
        PayloadError: there is neither a known status nor a part of a result.
    """
    parts = (document.scores, document.audio, document.candidate_detection, document.scoring_method)
    if status_named(document.status or "") is Status.UNKNOWN and not any(parts):
        msg = f"This is not {SHAPE.name}: nothing in it but an “id” is known. {SHAPE.hand_in}"
        raise PayloadError(msg)


def _interview(document: PollResponse, doubts: Doubts) -> Interview:
    standing = standing_of(document, doubts)
    note_unknown_method(document, doubts)
    scores = scores_of(document.scores, standing, doubts)
    metadata = {key: text for key, text in (document.metadata or {}).items() if text is not None}
    return Interview.model_construct(
        signals_not_collected=tuple(SignalKind),
        vendor=NAME,
        vendor_interview_id=document.id,
        candidate=_candidate(metadata),
        status=standing.status,
        vendor_status=standing.word,
        is_final=standing.is_final,
        role=_word(metadata, "role"),
        interview_type=_TYPE,
        assessment_version=method_of(document),
        **_times(document, standing, doubts),
        failure_reason=failure_reason_of(document, standing, doubts),
        references=_references(document, metadata),
        credits_used=(document.credits or Credits()).deducted,
        tags=tuple(tag for tag in document.tags or () if tag.strip()),
        scores=(scores.overall,),
        transcript=transcript_of(document),
        remarks=_remarks(document),
        language=language_of(document, scores, standing, doubts),
        metadata=metadata,
        notices=doubts.notices(),  # last: by now everything has been read
    )


def _candidate(metadata: Mapping[str, str]) -> Candidate:
    return Candidate.model_construct(
        id=_word(metadata, "candidate_id", "candidateId"),
        name=_word(metadata, "candidate_name", "name"),
        email=_word(metadata, "candidate_email", "email"),
    )


def _word(metadata: Mapping[str, str], *keys: str) -> str | None:
    """Return the first of these that is more than blanks."""
    words = (metadata.get(key, "").strip() for key in keys)
    return next((word for word in words if word), None)


def _references(document: PollResponse, metadata: Mapping[str, str]) -> tuple[str, ...]:
    told = (document.external_id or "", *(metadata.get(key, "") for key in REFERENCE_KEYS))
    return tuple(dict.fromkeys(text.strip() for text in told if text.strip()))


class _Times(TypedDict):
    created_at: datetime | None
    event_at: datetime | None
    reported_at: datetime | None
    duration_s: float | None
    clock_source: str | None


def _times(document: PollResponse, standing: Standing, doubts: Doubts) -> _Times:
    """Return the moments; the recording's own date is told nowhere."""
    moment = utc(document.timestamp)
    length, source = audio_s(document), "audio.durationMs"
    minutes = (document.credits or Credits()).audio_duration_minutes
    billed = 60 * minutes if minutes and minutes > 0 else None
    if length is not None and billed is not None and abs(length - billed) > 60:
        text = (
            f"The recording is {written(length)} long, but {written(billed)} were charged. "
            "The first is shown."
        )
        doubts.add(NoticeCode.DURATION_MISMATCH, text, "credits.audioDurationMinutes")
    if length is None:
        length, source = billed, "credits.audioDurationMinutes"
    return {
        "created_at": utc(document.created_at),
        "event_at": moment,
        "reported_at": moment if standing.is_final and standing.has_results else None,
        "duration_s": length,
        "clock_source": source if length is not None else None,
    }


def _remarks(document: PollResponse) -> tuple[Remark, ...]:
    told = (
        (RemarkKind.RECOMMENDATION, "Recommendation", document.hr_recommendation),
        (RemarkKind.FEEDBACK, "Feedback for the candidate", document.candidate_feedback),
    )
    return tuple(
        Remark.model_construct(kind=kind, name=name, text=text.strip())
        for kind, name, text in told
        if text and text.strip()
    )
