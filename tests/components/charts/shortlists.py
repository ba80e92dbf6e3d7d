"""Interviews of invented people side by side, for the comparison."""

from itertools import combinations

from services.models.browse import InterviewRow
from services.models.comparison import ComparedRow, Comparison, Separation
from services.models.interview import Outcome, Status
from services.models.score import Score, ScoreKind, ScoreState

NAMES = ("Wanjiru Ngugi", "李 小梅", "Ольга Кузьмина", "سلمى الحسن", "Ñandú Peñaloza")


def interview(index):
    return InterviewRow(
        id=f"id{index}",
        vendor="qode",
        vendor_interview_id=f"v{index}",
        candidate_name=NAMES[index],
        candidate_email=None,
        role="Engineer",
        status=Status.REPORTED,
        vendor_status=None,
        outcome=Outcome.PASS,
        vendor_outcome=None,
        assessment_version="v4",
        interview_type=None,
        happened_at=None,
        duration_s=1,
        overall=Score(kind=ScoreKind.OVERALL, name="Overall", state=ScoreState.MISSING),
        signal_count=None,
        notice_count=0,
    )


def compared(scores, verdicts, *, kind=ScoreKind.SKILL, name="Kafka"):
    """Make a row; `verdicts` are those of the pairs, in order."""
    pairs = combinations(range(len(scores)), 2)
    separations = [
        Separation(a=f"id{a}", b=f"id{b}", verdict=verdict, reason="As far as bands tell.")
        for (a, b), verdict in zip(pairs, verdicts, strict=True)
    ]
    return ComparedRow(kind=kind, name=name, scores=tuple(scores), separations=tuple(separations))


def comparison(*rows):
    people = len(rows[0].scores) if rows else 2
    return Comparison(
        interviews=tuple(interview(index) for index in range(people)),
        rows=rows,
        warnings=(),
        level=0.95,
    )


def called(given, **other):
    return {row.id: other.get(row.id, row.candidate_name) for row in given.interviews}
