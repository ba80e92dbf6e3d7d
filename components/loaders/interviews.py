"""Interviews one by one: lists, search, reports, people, and what belongs to them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from components.loaders.opening import services
from services.models.browse import (
    InterviewFilter,
    InterviewPage,
    Neighbours,
    PageRequest,
    SearchAnswer,
    Sort,
)
from services.models.comparison import Comparison
from services.models.integrity import Disposition, Review
from services.models.interview import Asset
from services.models.people import LinkSuggestion, LinkVerdict, Person
from services.models.report import InterviewReport


def interviews(chosen: InterviewFilter, *, sort: Sort, request: PageRequest) -> InterviewPage:
    """Return one page of the list."""
    return services().browse.page(chosen, sort=sort, request=request)


def any_interview(chosen: InterviewFilter) -> bool:
    """Return whether any interview is in the list of `chosen`."""
    return interviews(chosen, sort=Sort(), request=PageRequest(limit=1)).total > 0


def neighbours(interview_id: str, chosen: InterviewFilter, *, sort: Sort) -> Neighbours:
    """Return what stands before and after an interview in the list of `chosen`."""
    return services().browse.neighbours(interview_id, chosen, sort=sort)


def search(text: str, *, limit: int) -> SearchAnswer:
    """Return the newest interviews in which the words of `text` stand."""
    return services().browse.search(text, limit=limit)


def report(interview_id: str) -> InterviewReport:
    """Return everything about one interview."""
    return services().interviews.report(interview_id)


def recordings(interview_id: str) -> Mapping[int, Path]:
    """Return the recordings that are kept of an interview, by the question."""
    kept = services().recordings.kept(interview_id)
    return {question: recording.path for question, recording in kept.items()}


def payload(interview_id: str) -> bytes:
    """Return the vendor's own answer, byte for byte."""
    return services().interviews.raw(interview_id)


def identity_image(interview_id: str) -> Asset:
    """Return the link to the identity picture; the request is logged."""
    return services().interviews.identity_image(interview_id)


def comparison(interview_ids: Sequence[str]) -> Comparison:
    """Return two to five interviews side by side."""
    return services().compare.compare(interview_ids)


def person(interview_id: str) -> Person:
    """Return everything about the person who sat an interview."""
    return services().people.person(interview_id)


def suggested_links() -> Sequence[LinkSuggestion]:
    """Return pairs of candidates that may be one person, on whom nobody has decided."""
    return services().people.suggestions()


def link_people(a: str, b: str, verdict: LinkVerdict) -> None:
    """Note whether two candidates are one person."""
    services().people.decide(a, b, verdict)


def reviews(interview_id: str) -> Sequence[Review]:
    """Return what reviewers said of an interview's flags, oldest first."""
    return services().reviews.of(interview_id)


def review_flag(interview_id: str, signal: str, disposition: Disposition, note: str) -> None:
    """Keep what a reviewer says of one flag."""
    services().reviews.review(interview_id, signal, disposition, note=note)
