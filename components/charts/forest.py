"""Score forest: overall, domains and skills with their bands on one axis, one row each."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import plotly.graph_objects as go

from components.charts import _rows, _score_marks, label, theme
from components.charts._canvas import glyph
from components.charts._row import Emphasis, Row
from services.models import notation
from services.models.score import Scale, Score, ScoreKind
from services.models.standing import Standing, standing

HEADINGS = {
    ScoreKind.DOMAIN: "Domains",
    ScoreKind.SKILL: "Skills",
    ScoreKind.RUBRIC: "Rubric",
    ScoreKind.CODING: "Coding",
    ScoreKind.QUESTION: "Questions",
    ScoreKind.QUESTION_SKILL: "Skills in questions",
    ScoreKind.LANGUAGE: "Language",
    ScoreKind.CRITERION: "Criteria",
}
STANDINGS = {
    Standing.ABOVE: "above the cut",
    Standing.BELOW: "below the cut",
    Standing.TOO_CLOSE: "too close to call",
    Standing.UNKNOWN: "",
}


def forest_figure(
    scores: Sequence[Score],
    *,
    cut: float | None = None,
    domain_skills: Mapping[str, Sequence[str]] | None = None,
    grey: bool = False,
    compact: bool = False,
) -> go.Figure:
    """Draw each score as a point on its band; in a group, rows keep the order given.

    Overall comes first, then each domain with its skills, then what is left. A skill belongs to
    the domain that its `parent` names, or else to the first that counts it in `domain_skills`. A
    score without a band is an open point; one not evaluated is a labelled empty row, never a zero;
    one beyond its scale is an arrow at the axis' end beside its true number. A doubtful result
    (low speaker match) is drawn `grey` and crossed.
    """
    lines = ordered(scores, domain_skills=domain_skills or {})
    scale = axis_scale(lines)
    rows = [
        replace(_row(score, depth=depth, cut=cut, scale=scale), is_grey=grey)
        if score
        else Row(name=heading, emphasis=Emphasis.HEAD)
        for heading, score, depth in lines
    ]
    sheet = _rows.sheet(rows, compact=compact)
    frame = _rows.canvas(sheet, legend=_legend(sheet, cut=cut), cut=cut)
    return frame.figure([_score_marks.bands(sheet), _score_marks.points(sheet)])


Line = tuple[str, Score | None, int]
"""A row as (heading, score, depth): a heading has no score and opens a group."""


def axis_scale(lines: Sequence[Line]) -> Scale:
    """Return the scale that the figure and its cut are on."""
    return _rows.common_scale([score for _, score, _ in lines if score])


def ordered(scores: Sequence[Score], *, domain_skills: Mapping[str, Sequence[str]]) -> list[Line]:
    """Return the rows of the figure from the top."""
    homes: dict[str, str] = {}
    for domain, skills in domain_skills.items():
        for skill in skills:
            homes.setdefault(skill, domain)
    by_kind = {kind: [score for score in scores if score.kind is kind] for kind in ScoreKind}
    domains = {score.name for score in by_kind[ScoreKind.DOMAIN]}
    lines: list[Line] = [("", score, 0) for score in by_kind[ScoreKind.OVERALL]]
    housed = [score for score in by_kind[ScoreKind.SKILL] if _home(score, homes) in domains]
    for kind, heading in HEADINGS.items():
        members = [score for score in by_kind[kind] if score not in housed]
        if members:
            lines.append((_heading(kind, heading, housed=bool(housed)), None, 0))
        for member in members:
            lines.append(("", member, 0))
            if kind is ScoreKind.DOMAIN:
                lines += [("", skill, 1) for skill in housed if _home(skill, homes) == member.name]
    return lines


def _heading(kind: ScoreKind, heading: str, *, housed: bool) -> str:
    if not housed:
        return heading
    return {
        ScoreKind.DOMAIN: "Domains and their skills",
        ScoreKind.SKILL: "Skills outside these domains",
    }.get(kind, heading)


def _home(score: Score, homes: Mapping[str, str]) -> str | None:
    return score.parent or homes.get(score.name)


def judged(score: Score, *, cut: float | None, scale: Scale) -> Standing:
    """Return where the score stands against the cut, which is a number on `scale` only."""
    return Standing.UNKNOWN if cut is None or score.scale != scale else standing(score, cut)


def _row(score: Score, *, depth: int, cut: float | None, scale: Scale) -> Row:
    where = judged(score, cut=cut, scale=scale)
    return Row(
        name=score.name,
        score=score,
        emphasis=_emphasis(score, depth=depth),
        depth=depth,
        details=_details(score),
        remark=_remark(score, where=where, scale=scale),
        in_doubt=where is Standing.TOO_CLOSE,
    )


def _emphasis(score: Score, *, depth: int) -> Emphasis:
    if score.kind is ScoreKind.OVERALL:
        return Emphasis.LEAD
    return Emphasis.SMALL if depth else Emphasis.NORMAL


def _details(score: Score) -> str:
    seen = "" if score.observations is None else notation.count(score.observations, "observation")
    return " · ".join(part for part in (label.clean(score.label or ""), seen) if part)


def _remark(score: Score, *, where: Standing, scale: Scale) -> str:
    strange = _rows.strangeness(score, scale=scale)
    if strange or score.value is None:
        return strange
    return STANDINGS[where] if score.has_band else "no band given"


def _legend(sheet: _rows.Sheet, *, cut: float | None) -> list[str]:
    scores = [score for _, score, _ in sheet.scored]
    is_grey = any(row.is_grey for row in sheet.rows)
    tone = theme.GREY if is_grey else theme.SCORE
    items = [f"{glyph('⊗', color=tone)} grey: speaker match low"] if is_grey else []
    if any(score.has_band for score in scores):
        items.append(f"{glyph('●', color=tone)} score")
        items.append(f"{glyph('━', color=tone)} vendor interval, level not stated")
    if any(not score.has_band for score in scores):
        items.append(f"{glyph('○', color=tone)} score, no band given")
    if cut is not None and not is_grey and any(row.in_doubt for row in sheet.rows):
        items.append(f"{glyph('●', color=theme.DOUBT)} too close to the cut to call")
    return items
