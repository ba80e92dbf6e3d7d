"""The forests of the interview report: the short one of its first page, and that of all scores."""

from components.charts import is_doubtful
from components.charts.forest import ordered
from components.documents.drawing import Drawing, chart
from components.documents.interview_drawings import score_forest, score_summary, summary_scores
from components.documents.interview_findings import (
    LEVEL_NOT_STATED,
    VOICE_IN_DOUBT,
    domains_finding,
    scores_finding,
)
from components.documents.ranges import axis_of, ranges, score_range
from services.models.content import Chart, NativeChart
from services.models.interview import Interview
from services.models.score import ScoreKind


def all_scores(interview: Interview, *, cut: float | None) -> Chart | None:
    """Return all scores with their bands; None where none has a value."""
    drawing = score_forest(interview, cut=cut)
    if drawing is None:
        return None
    return _drawn(drawing, interview, finding=scores_finding(interview, cut=cut), cut=cut)


def few_scores(interview: Interview, *, cut: float | None) -> Chart | None:
    """Return the overall score and those of the domains; None where these say nothing more."""
    drawing = score_summary(interview, cut=cut)
    if drawing is None:
        return None
    shown = summary_scores(interview)
    parts = [score for score in shown if score.kind is not ScoreKind.OVERALL]
    few = interview.model_copy(update={"scores": shown, "domain_skills": {}})
    return _drawn(drawing, few, finding=domains_finding(parts), cut=cut)


def _drawn(drawing: Drawing, interview: Interview, *, finding: str, cut: float | None) -> Chart:
    remarks = (
        VOICE_IN_DOUBT if is_doubtful(interview.language) else None,
        LEVEL_NOT_STATED if any(score.has_band for score in interview.scores) else None,
    )
    return chart(
        drawing,
        finding=finding,
        native=_native(interview, cut=cut),
        remarks=[remark for remark in remarks if remark],
    )


def _native(interview: Interview, *, cut: float | None) -> NativeChart | None:
    lines = ordered(interview.scores, domain_skills=interview.domain_skills)
    scores = [score for _, score, _ in lines if score]
    scale = axis_of(scores)
    doubt = "speaker match low" if is_doubtful(interview.language) else ""
    rows = (score_range(score.name, score, scale=scale, remark=doubt) for score in scores)
    return ranges(rows, scale=scale, cut=cut)
