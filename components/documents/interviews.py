"""The list of interviews as a document: every row with its score in honest words."""

from collections import Counter
from collections.abc import Iterator, Sequence

from components.documents import imprint
from components.documents.explanations import Explained
from components.documents.filter_words import filter_words
from components.documents.interview_findings import LEVEL_NOT_STATED
from components.documents.interview_part import without_empty_columns
from components.documents.labels import outcome_label, status_label
from components.documents.sentences import short
from services.models import notation
from services.models.answered import Edition, InterviewsAnswered
from services.models.browse import InterviewRow, Sort
from services.models.content import Block, Content, Facts, Listing, Remark, Section, Tone, Words
from services.models.interview import Outcome
from services.models.score import ScoreState
from services.models.table import Cell, Table

_COLUMNS = (
    *("Candidate", "Role", "Date", "Measured by", "Status", "Outcome", "Overall score"),
    *("CEFR issued", "Signals", "Notices", "Remark"),
)
_MANY = 40
_VOICE = "Speaker match low: perhaps somebody else than the candidate was scored."
_STATES = {
    ScoreState.SCORED: "scored",
    ScoreState.NOT_EVALUATED: "not evaluated",
    ScoreState.UNSCORED: "by a vendor that scores nothing",
    ScoreState.MISSING: "no score given",
}


def interviews_content(answered: InterviewsAnswered, edition: Edition) -> Content:
    """Return the rows in the order of the list, with what they are counted by."""
    rows, wanted = answered.rows, answered.ask.wanted
    filters = filter_words(wanted, titles=edition.titles)
    named = Counter(
        imprint.instrument_words(row.vendor, row.assessment_version, edition) for row in rows
    )
    explained = [Explained.OUTCOME, Explained.SCORE, Explained.BAND]
    explained += [Explained.CEFR_LEVEL] if any(row.cefr for row in rows) else []
    explained += [Explained.SPEAKER_MATCH] if any(row.is_doubtful for row in rows) else []
    return Content(
        title="Interviews",
        subtitle=filters,
        about=imprint.about(
            edition,
            filters=filters,
            counted=_counted(answered),
            instruments=[name for name, _ in named.most_common()],
            limits=_limits(answered),
        ),
        sections=(Section("The list", tuple(_blocks(answered, edition))),),
        stem=imprint.stem("interviews", edition),
        meanings=imprint.meanings(explained),
    )


def _counted(answered: InterviewsAnswered) -> str:
    total = notation.count(answered.total, "interview")
    shown = len(answered.rows)
    return total if shown == answered.total else f"{total}, the first {shown:,} in this document"


def _limits(answered: InterviewsAnswered) -> Iterator[str]:
    rows = answered.rows
    if len(rows) < answered.total:
        yield _left_out(answered)
    if any(row.overall.has_band for row in rows):
        yield LEVEL_NOT_STATED
    if any(row.overall.value is not None and not row.overall.has_band for row in rows):
        yield "Some scores have no band from the vendor: how sure they are is not known."
    if any(row.is_doubtful for row in rows):
        yield _VOICE
    if len({(row.vendor, row.assessment_version) for row in rows}) > 1:
        yield "Several instruments: their numbers are not comparable with each other."


def _left_out(answered: InterviewsAnswered) -> str:
    return (
        f"This document holds the first {len(answered.rows):,} of {answered.total:,} interviews; "
        "the data extract (XLSX, CSV, Parquet or JSON) holds all."
    )


def _blocks(answered: InterviewsAnswered, edition: Edition) -> Iterator[Block]:
    rows = answered.rows
    if not rows:
        yield Words("No interview matches.")
        return
    if len(rows) < answered.total:
        yield Remark((_left_out(answered),), Tone.WARNING)
    yield Facts(tuple(_facts(answered)))
    table = Table(columns=_COLUMNS, rows=tuple(_row(row, edition) for row in rows))
    yield Listing(
        "interviews",
        "Interviews",
        without_empty_columns(table),
        finding=f"{_counted(answered)}: {_outcomes(rows)}.",
        remarks=tuple(_remarks(rows)),
        is_long=len(rows) > _MANY,
    )


def _remarks(rows: Sequence[InterviewRow]) -> Iterator[str]:
    if any(row.overall.has_band for row in rows):
        yield LEVEL_NOT_STATED
    if any(row.signal_count is None for row in rows):
        yield "Where the number of signals is missing, none were collected: not the same as none."


def _facts(answered: InterviewsAnswered) -> Iterator[tuple[str, str]]:
    rows = answered.rows
    yield "Interviews", _counted(answered)
    yield "Order", _order(answered.ask.sort)
    yield "Outcomes", _outcomes(rows)
    doubtful = sum(row.is_doubtful for row in rows)
    met = Counter(row.overall.state for row in rows if not row.is_doubtful)
    said = [f"{met[state]:,} {words}" for state, words in _STATES.items() if met[state]]
    said += [f"{doubtful:,} in doubt (speaker match low)"] if doubtful else []
    yield "Overall scores", ", ".join(said)


def _order(sort: Sort) -> str:
    return f"by {sort.column}, {'descending' if sort.descending else 'ascending'}"


def _outcomes(rows: Sequence[InterviewRow]) -> str:
    met = Counter(row.outcome for row in rows)
    return ", ".join(
        f"{met[each]:,} {outcome_label(each).lower()}" for each in Outcome if met[each]
    )


def _row(row: InterviewRow, edition: Edition) -> tuple[Cell, ...]:
    vendor = edition.titles.get(row.vendor, row.vendor)
    return (
        notation.called(row.candidate_name, row.candidate_email),
        row.role,
        notation.day(row.happened_at) if row.happened_at else None,
        ", ".join(part for part in (vendor, short(row.assessment_version or "")) if part),
        status_label(row.status),
        outcome_label(row.outcome),
        notation.on_its_scale(row.overall),
        row.cefr,
        row.signal_count,
        row.notice_count,
        _remark(row) or None,
    )


def _remark(row: InterviewRow) -> str:
    told = (
        "speaker match low" if row.is_doubtful else "",
        f"deleted at the vendor, noticed {notation.day(row.gone_at)}" if row.gone_at else "",
    )
    return "; ".join(each for each in told if each)
