"""Status: where the interview stands, by InstaView's word, its analysis and its calls."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from services.models.interview import Status
from services.vendors._doubts import Doubts, shortened
from services.vendors.instaview.analysis import AnalysisStatus
from services.vendors.instaview.calls import folded
from services.vendors.instaview.wire.document import InstaViewDocument
from services.vendors.instaview.wire.interview import Attempt

_STATUSES: Mapping[str, Status] = {
    "SCHEDULED": Status.SCHEDULED,
    "IN_PROGRESS": Status.IN_PROGRESS,
    "COMPLETED": Status.COMPLETED,
    "FAILED": Status.FAILED,
    "CANCELED": Status.CANCELLED,
    "CANCELLED": Status.CANCELLED,
}


class Standing(NamedTuple):
    """Where an interview stands, with InstaView's own word for it."""

    status: Status
    word: str | None = None
    failure: str | None = None
    """Why there is no result."""

    @property
    def is_final(self) -> bool:
        """Whether the answer stays as it is: analysed, or cancelled.

        A failed interview may be called again, and a failed analysis may be repeated.
        """
        return self.status in (Status.REPORTED, Status.CANCELLED)


def status_named(word: str | None) -> Status | None:
    """Return the status that InstaView's word means, in any case; None for an unknown word."""
    return _STATUSES.get(folded(word))


def standing_of(
    document: InstaViewDocument,
    analysis: AnalysisStatus | None,
    *,
    no_show_reasons: Sequence[str],
    doubts: Doubts,
) -> Standing:
    """Return the status; completed with a finished analysis is reported.

    Failed while every call failed because nobody answered is a no-show (assumption).
    """
    word = document.status if document.status and document.status.strip() else None
    status = status_named(word)
    if word and status is None:
        doubts.unknown(f"Unknown status “{shortened(word)}”: kept as InstaView's word.", "status")
    if status is Status.COMPLETED:
        return _completed(word, analysis)
    if status is Status.FAILED:
        calls = document.call_attempts or ()
        is_no_show = _nobody_came(calls, no_show_reasons)
        reached = Status.NO_SHOW if is_no_show else Status.FAILED
        return Standing(reached, word, _why(calls))
    return Standing(status or Status.UNKNOWN, word)


def _completed(word: str | None, analysis: AnalysisStatus | None) -> Standing:
    if analysis is AnalysisStatus.COMPLETED:
        return Standing(Status.REPORTED, word)
    failure = "The analysis failed." if analysis is AnalysisStatus.FAILED else None
    return Standing(Status.COMPLETED, word, failure)


def _nobody_came(calls: Sequence[Attempt], reasons: Sequence[str]) -> bool:
    nobody = {folded(reason) for reason in reasons}
    return bool(calls) and all(
        folded(call.status) == "FAILED" and folded(call.reason_code) in nobody for call in calls
    )


def _why(calls: Sequence[Attempt]) -> str | None:
    """Return what InstaView says about the last call that failed."""
    failed = [call for call in calls if folded(call.status) == "FAILED"]
    told = (failed[-1].reason_code, failed[-1].notes) if failed else ()
    return ": ".join(text.strip() for text in told if text and text.strip()) or None
