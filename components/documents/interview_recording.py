"""The report's recording: signals with their reviews, the time until answers, the transcript."""

from collections.abc import Iterator, Sequence

from components.charts.flags import FLAG_NAMES, flags, review_words
from components.charts.latency import candidate_turns
from components.documents.drawing import chart
from components.documents.harmless import HARMLESS
from components.documents.interview_drawings import (
    answer_latency,
    is_recorded,
    is_watched,
    timeline,
)
from components.documents.interview_part import Part, part, without_empty_columns
from components.documents.interview_words import CUES, latency_words, signals_finding
from services.models import notation
from services.models.content import Bars, Depth, Facts, Listing, Words
from services.models.integrity import Review, kind_of, latest
from services.models.interview import Interview
from services.models.recording import LatencySummary, Speaker
from services.models.report import InterviewReport
from services.models.table import Cell, Table

_SPEAKERS = {Speaker.INTERVIEWER: "Interviewer", Speaker.CANDIDATE: "Candidate"}


def integrity(interview: Interview, reviews: Sequence[Review]) -> Iterator[Part]:
    """Yield the timeline, what reviewers said, and what flags often are when they are nothing."""
    if not (is_watched(interview) and is_recorded(interview)):
        return
    holds = latest(reviews)
    drawn = timeline(interview, reviewed=holds)
    seen = {signal.kind for signal in interview.signals}
    kinds = [kind for kind in FLAG_NAMES if kind in seen]
    yield from part(
        "Integrity",
        chart(drawn, finding=signals_finding(interview, holds), remarks=(CUES,)),
        _reviews(interview, reviews) if reviews else None,
        Words("What such flags often are when they are nothing:") if kinds else None,
        Facts(tuple((FLAG_NAMES[kind], " ".join(HARMLESS[kind])) for kind in kinds))
        if kinds
        else None,
        explained=drawn.explained,
        depth=Depth.BRIEF,
    )


def talk(report: InterviewReport) -> Iterator[Part]:
    """Yield how long the candidate's turns took to begin."""
    summary = report.stored.interview.latency
    if summary and report.latency:
        drawn = answer_latency(summary)
        finding = latency_words(summary, report.latency)
        yield from part(
            "Talk",
            chart(drawn, finding=finding, native=_bars(summary)),
            explained=drawn.explained,
        )


def transcript(interview: Interview) -> Iterator[Part]:
    """Yield chapters and every line that was said."""
    yield from part("Transcript", _chapters(interview), _lines(interview), depth=Depth.NONE)


def _reviews(interview: Interview, reviews: Sequence[Review]) -> Listing:
    found = {flag.key: flag for flag in flags(interview)}
    rows: list[tuple[Cell, ...]] = []
    for review in reviews:
        flag, kind = found.get(review.signal), kind_of(review.signal)
        name = FLAG_NAMES[kind] if kind else "Another signal"
        when = flag.when if flag else "no longer in the vendor's answer"
        said = review_words(review.disposition)
        rows.append((name, when, said, review.note or None, notation.moment(review.made_at)))
    table = Table(columns=("Signal", "When", "Review", "Note", "Reviewed"), rows=tuple(rows))
    remark = "A review is a person's word on one flag; the latest one holds."
    return Listing("reviews", "What reviewers said", table, remarks=(remark,))


def _bars(summary: LatencySummary) -> Bars | None:
    turns = candidate_turns(summary)
    if all(turn.latency_s is None for turn in turns):
        return None
    usual = tuple(None if turn.is_anomaly else turn.latency_s for turn in turns)
    odd = tuple(turn.latency_s if turn.is_anomaly else None for turn in turns)
    series = [("Time until the answer", usual), ("Unusual, says the vendor", odd)]
    return Bars(
        categories=tuple(str(turn.turn) for turn in turns),
        series=tuple(
            (name, values) for name, values in series if any(each is not None for each in values)
        ),
        axis="Seconds",
        stacked=True,
        across="Turn",
    )


def _chapters(interview: Interview) -> Listing | None:
    if not interview.chapters:
        return None
    rows = tuple(
        (
            None if chapter.start_s is None else notation.clock(chapter.start_s),
            None if chapter.end_s is None else notation.clock(chapter.end_s),
            chapter.title,
        )
        for chapter in interview.chapters
    )
    return Listing("chapters", "Chapters", Table(columns=("Begins", "Ends", "Chapter"), rows=rows))


def _lines(interview: Interview) -> Listing | None:
    if not interview.transcript:
        return None
    rows = tuple(
        (
            None if line.start_s is None else notation.clock(line.start_s),
            None if line.question_index is None else line.question_index + 1,
            line.speaker or _SPEAKERS.get(line.role, "Unknown speaker"),
            line.text,
        )
        for line in interview.transcript
    )
    table = Table(columns=("Time", "Question", "Speaker", "Words"), rows=rows)
    return Listing("transcript", "What was said", without_empty_columns(table), is_long=True)
