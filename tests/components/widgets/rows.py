"""Rows of a list, invented."""

from datetime import UTC, datetime

from services.models.browse import InterviewRow
from services.models.interview import Outcome, Status
from services.models.score import Score, ScoreKind, ScoreState

OVERALL = Score(
    kind=ScoreKind.OVERALL,
    name="Overall",
    state=ScoreState.SCORED,
    value=72,
    lower=70,
    upper=75,
)


def interview_row(**changes: object) -> InterviewRow:
    """Return a row with everything in it, but for `changes`."""
    row = InterviewRow(
        id="aaaabbbbccccdddd",
        vendor="qode",
        vendor_interview_id="int_0001",
        candidate_name="Wanjirũ Ngũgĩ",
        candidate_email="wanjiru@example.com",
        role="Data Analyst",
        status=Status.REPORTED,
        vendor_status="REPORT_READY",
        outcome=Outcome.UNDETERMINED,
        vendor_outcome="Not enough answers to decide",
        assessment_version="pf_domain_3p_v4",
        interview_type="technical",
        happened_at=datetime(2026, 3, 4, 9, 5, tzinfo=UTC),
        duration_s=1911.0,
        overall=OVERALL,
        signal_count=3,
        notice_count=1,
    )
    return row.model_copy(update=changes)
