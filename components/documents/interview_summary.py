"""The report's first page: who, when, with what, and what came out, to be read in a minute."""

from collections.abc import Iterator

from components.documents import imprint
from components.documents.explanations import Explained
from components.documents.interview_cards import cards
from components.documents.interview_doubts import doubts, notices_in_short
from components.documents.interview_forest import few_scores
from components.documents.interview_part import Part, part
from components.documents.interview_words import moment_of, role
from components.documents.labels import status_label
from services.models import notation
from services.models.answered import Edition
from services.models.content import Facts, Remark, Tone
from services.models.interview import Interview
from services.models.report import InterviewReport


def summary(report: InterviewReport, edition: Edition) -> Iterator[Part]:
    """Yield the first page."""
    interview = report.stored.interview
    found = cards(report, cut=edition.cut)
    grave, short = doubts(report), notices_in_short(interview)
    explained = [Explained.OUTCOME, Explained.SCORE, Explained.BAND]
    explained += [Explained.CUT] if edition.cut is not None else []
    explained += [Explained.CEFR_LEVEL, Explained.SPEAKER_MATCH] if interview.language else []
    yield from part(
        "At a glance",
        Remark(grave, Tone.WARNING) if grave else None,
        Facts(tuple((card.label, card.sentence) for card in found)),
        Remark((short,), Tone.WARNING) if short else None,
        few_scores(interview, cut=edition.cut),
        Facts(tuple(_identity(interview, edition))),
        explained=tuple(explained),
    )


def _identity(interview: Interview, edition: Edition) -> Iterator[tuple[str, str]]:
    candidate = interview.candidate
    yield "Candidate", notation.called(candidate.name, candidate.email)
    if candidate.name and candidate.email and not edition.is_masked:
        yield "E-mail", candidate.email
    yield "Role", role(interview)
    if interview.interview_type:
        yield "Kind", interview.interview_type
    name, time = moment_of(interview)
    if time:
        yield name, notation.moment(time)
    if interview.duration_s is not None:
        yield "Length", notation.clock(interview.duration_s)
    version = interview.assessment_version
    yield "Measured by", imprint.instrument_words(interview.vendor, version, edition)
    said = f" (the vendor says: {interview.vendor_status})" if interview.vendor_status else ""
    yield "Status", f"{status_label(interview.status)}{said}"
