"""Decoding: which of round0's documents the bytes are, and its wire models."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from services.errors import PayloadError
from services.vendors._bundle import bundle
from services.vendors._decoding import Shape, decode
from services.vendors._doubts import Doubts, shortened
from services.vendors.round0.wire import Bundle, InterviewBody, QuestionsBody

_HAND_IN = "Hand in the answer to “GET /interviews/:id” as it came."
_BARE = Shape(InterviewBody, name="a round0 interview", required=("id",), hand_in=_HAND_IN)
_BUNDLE = Shape(Bundle, name="a round0 interview", required=("interview", "id"), hand_in=_HAND_IN)
_OF_AN_INTERVIEW = frozenset(
    {"responses", "created_at", "started_at", "completed_at", "expires_at"}
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The interview, the list of questions if there is one, and where both stand."""

    interview: InterviewBody
    questions: QuestionsBody | None
    at: str = ""
    """What comes before a field of the interview in a notice's place."""
    is_bundle: bool = False


def decoded(payload: bytes, doubts: Doubts) -> Decoded:
    """Return the interview in `payload`, whether alone or bundled with its questions.

    Raises:
        PayloadError: it is neither; the sentence says what it is, if it is another of round0's.
    """
    top = _top(payload)
    inner = top.get("interview")
    is_bundle = "interview" in top and "id" not in top
    _refuse_other_documents(top)
    _refuse_other_vendors(inner if is_bundle and isinstance(inner, dict) else top)
    if is_bundle:
        found = decode(payload, doubts, _BUNDLE)
        return Decoded(found.interview, found.questions, at="interview.", is_bundle=True)
    return Decoded(decode(payload, doubts, _BARE), None)


def recognises(document: Mapping[str, object]) -> bool:
    """Tell round0's shapes: an interview, alone or bundled, and what else its API answers."""
    inner = document.get("interview")
    if isinstance(inner, dict):
        return is_interview(inner)
    return is_interview(document) or _is_questions(document) or _error_in(document) is not None


def interview_of(document: Mapping[str, object]) -> str | None:
    """Return the id of the interview that a list of questions belongs to; None for all else."""
    own_id = document.get("interview_id")
    return own_id if _is_questions(document) and isinstance(own_id, str) and own_id else None


def join(kept: bytes, questions: bytes) -> bytes:
    """Return an interview with its questions, as a fetch would have bundled them."""
    top = _top(kept)
    is_bundle = "interview" in top and "id" not in top
    return kept if is_bundle else bundle({"interview": kept, "questions": questions})


def is_interview(document: Mapping[str, object]) -> bool:
    """Tell an interview by its id, whom or what it is about, and a time of round0's spelling."""
    has_subject = "job" in document or "candidate" in document
    return "id" in document and has_subject and not _OF_AN_INTERVIEW.isdisjoint(document)


def _is_questions(document: Mapping[str, object]) -> bool:
    return {"interview_id", "questions"} <= document.keys()


def _error_in(document: Mapping[str, object]) -> str | None:
    """Return what `{error: {type, message}}` says, or None for any other document."""
    error = document.get("error")
    if not isinstance(error, dict) or "type" not in error or "id" in document:
        return None
    return str(error.get("message") or error["type"])


def _refuse_other_documents(top: Mapping[str, object]) -> None:
    if _is_questions(top) and "id" not in top:
        msg = (
            "These are the questions of a round0 interview without the interview itself, which is "
            "not kept here and says who answered and what. Import both together."
        )
        raise PayloadError(msg)
    said = _error_in(top)
    if said is not None:
        msg = (
            f"This is round0's answer “{shortened(said)}”, not a round0 interview. Check the id "
            "that was asked for, and fetch it again."
        )
        raise PayloadError(msg)


def _refuse_other_vendors(document: Mapping[str, object]) -> None:
    if "id" in document and not is_interview(document):
        msg = (
            "This is not a round0 interview: it has an “id”, but no “job” or “candidate” beside a "
            f"time such as “created_at”. {_HAND_IN}"
        )
        raise PayloadError(msg)


def _top(payload: bytes) -> Mapping[str, object]:
    """Return the outermost object; empty for anything else, which decoding has the words for."""
    try:
        found = json.loads(payload)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
