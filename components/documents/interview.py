"""The report of one interview: what a manager reads in a minute, then everything behind it."""

from collections.abc import Iterator

from components.documents import imprint
from components.documents.explanations import Explained
from components.documents.interview_coding import coding_table
from components.documents.interview_doubts import limits
from components.documents.interview_forest import all_scores
from components.documents.interview_language import attached, language
from components.documents.interview_part import Part, part, without_empty_columns
from components.documents.interview_particulars import ATTACHED, calls, particulars, source
from components.documents.interview_questions import questions
from components.documents.interview_recording import integrity, talk, transcript
from components.documents.interview_remarks import remark_lists
from components.documents.interview_summary import summary
from components.documents.interview_words import OWN_VERDICTS, headline
from components.documents.notice_titles import NOTICE_TITLES
from components.documents.sentences import short
from services.models import notation
from services.models.answered import Edition, InterviewAnswered
from services.models.content import Content, Depth, Facts, Listing
from services.models.interview import Interview
from services.models.table import Table


def interview_content(answered: InterviewAnswered, edition: Edition) -> Content:
    """Return the report; sections exist only where there is data.

    Neither pictures of identity cards nor links of any kind are in it. A masked edition leaves out
    all ids and what the customer attached, too.
    """
    report = answered.report
    interview = report.stored.interview
    candidate = interview.candidate
    parts = tuple(_parts(answered, edition))
    version = interview.assessment_version
    return Content(
        title=f"Interview report: {short(notation.called(candidate.name, candidate.email))}",
        subtitle=headline(interview),
        about=imprint.about(
            edition,
            filters="One interview",
            counted="1 interview",
            instruments=[imprint.instrument_words(interview.vendor, version, edition)],
            limits=limits(report, cut=edition.cut),
        ),
        sections=tuple(each.section for each in parts),
        stem=imprint.stem("interview-report", edition),
        meanings=imprint.meanings(what for each in parts for what in each.explained),
    )


def _parts(answered: InterviewAnswered, edition: Edition) -> Iterator[Part]:
    report = answered.report
    interview = report.stored.interview
    yield from summary(report, edition)
    yield from _scores(interview, cut=edition.cut)
    yield from _remarks(interview)
    yield from questions(interview)
    yield from integrity(interview, answered.reviews)
    yield from talk(report)
    yield from language(interview.language)
    yield from _coding(interview)
    yield from attached(report, edition)
    yield from _particulars(interview, is_masked=edition.is_masked)
    yield from _notices(interview)
    origin = Facts(tuple(source(report, is_masked=edition.is_masked)))
    yield from part("Source", origin, depth=Depth.NONE)
    yield from transcript(interview)


def _scores(interview: Interview, *, cut: float | None) -> Iterator[Part]:
    explained = (Explained.SCORE, Explained.BAND, Explained.CUT)
    yield from part("Scores and bands", all_scores(interview, cut=cut), explained=explained)


def _remarks(interview: Interview) -> Iterator[Part]:
    rows = tuple(
        (each.title, "\n".join(_said(name, text, title=each.title) for name, text in each.named))
        for each in remark_lists(interview)
    )
    yield from part("The vendor's summary", Facts(rows) if rows else None)


def _said(name: str, text: str | None, *, title: str) -> str:
    if text is None:
        return name
    # A vendor's only recommendation is called "Recommendation": once is enough.
    return text if name.casefold() in title.casefold() else f"{name}: {text}"


def _coding(interview: Interview) -> Iterator[Part]:
    if interview.code_tasks:
        table = without_empty_columns(coding_table(interview))
        listing = Listing("code-tasks", "Tests and verdicts", table, remarks=(OWN_VERDICTS,))
        yield from part("Coding tasks", listing)


def _particulars(interview: Interview, *, is_masked: bool) -> Iterator[Part]:
    hidden = {ATTACHED} if is_masked else set()
    rows = tuple(row for row in particulars(interview) if row[0] not in hidden)
    tried = without_empty_columns(calls(interview))
    yield from part(
        "The person and the sitting",
        Facts(rows) if rows else None,
        Listing("calls", "Calls", tried) if tried.rows else None,
        depth=Depth.NONE,
    )


def _notices(interview: Interview) -> Iterator[Part]:
    rows = tuple(
        (NOTICE_TITLES[notice.code], notice.text, notice.where or None, str(notice.code))
        for notice in interview.notices
    )
    if rows:
        table = Table(columns=("What", "In full", "Where in the answer", "Code"), rows=rows)
        listing = Listing("notices", "All notices", table)
        yield from part("Notices about the data", listing, depth=Depth.NONE)
