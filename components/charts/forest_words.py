"""The score forest in words: its data table, and the sentence for who cannot see it."""

from collections.abc import Mapping, Sequence

from components.charts import label
from components.charts.forest import HEADINGS, STANDINGS, axis_scale, judged, ordered
from services.models import notation
from services.models.score import Scale, Score, ScoreKind
from services.models.standing import Standing
from services.models.table import Cell, Table

_COLUMNS = (
    *("Group", "Name", "Score", "Lower", "Upper", "State"),
    *("Scale", "Stability", "Observations", "Weight", "Part of"),
)
_NOUNS = {
    ScoreKind.DOMAIN: "domain",
    ScoreKind.SKILL: "skill",
    ScoreKind.RUBRIC: "rubric score",
    ScoreKind.CODING: "coding score",
    ScoreKind.QUESTION: "question",
    ScoreKind.QUESTION_SKILL: "skill in a question",
}
_PLURALS = {ScoreKind.QUESTION_SKILL: "skills in questions"}


def forest_table(
    scores: Sequence[Score],
    *,
    cut: float | None = None,
    domain_skills: Mapping[str, Sequence[str]] | None = None,
) -> Table:
    """Return the rows of the figure in its order, with the vendor's own numbers unrounded."""
    lines = ordered(scores, domain_skills=domain_skills or {})
    scale = axis_scale(lines)
    rows = tuple(_row(score, cut=cut, scale=scale) for _, score, _ in lines if score)
    return Table(columns=_COLUMNS if cut is None else (*_COLUMNS, f"Cut {cut:g}"), rows=rows)


def forest_sentence(
    scores: Sequence[Score], *, cut: float | None = None, grey: bool = False
) -> str:
    """Say the overall score with its band, the range of each group, and what the cut can tell."""
    scale = axis_scale(ordered(scores, domain_skills={}))
    parts = [_overall(score) for score in scores if score.kind is ScoreKind.OVERALL]
    for kind, noun in _NOUNS.items():
        group = [score for score in scores if score.kind is kind]
        parts += [_group(group, noun=noun, scale=scale, plural=_PLURALS.get(kind))] if group else []
    if grey:
        parts.append("Grey: speaker match low, perhaps somebody else was scored.")
    if cut is not None:
        parts.append(_against(scores, cut=cut, scale=scale))
    if any(score.has_band for score in scores):
        parts.append("Bands: vendor interval, level not stated.")
    return " ".join(parts or ["No scores."])


def _row(score: Score, *, cut: float | None, scale: Scale) -> tuple[Cell, ...]:
    cells: tuple[Cell, ...] = (
        "Overall" if score.kind is ScoreKind.OVERALL else HEADINGS[score.kind],
        score.name,
        *((score.value, score.lower, score.upper) if score.value is not None else (None,) * 3),
        "scored" if score.value is not None else notation.value(score),
        f"{notation.number(score.scale.low)}–{notation.number(score.scale.high)}",
        *(score.label, score.observations, score.weight, _whole(score)),
    )
    if cut is None:
        return cells
    where = judged(score, cut=cut, scale=scale)
    return (*cells, STANDINGS[where] or "cannot be told")


def _whole(score: Score) -> str | None:
    """Name what a score is a part of: a domain, or the question that is kept as "question:0"."""
    if score.kind is ScoreKind.QUESTION:
        return None
    if score.kind is ScoreKind.QUESTION_SKILL and score.parent:
        index = score.parent.removeprefix("question:")
        return f"Question {int(index) + 1}" if index.isdecimal() else score.parent
    return score.parent


def _overall(score: Score) -> str:
    stability = f", {label.brief(score.label)}" if score.label else ""
    return f"Overall {notation.with_band(score)}{stability}."


def _group(group: Sequence[Score], *, noun: str, scale: Scale, plural: str | None) -> str:
    said = notation.count(len(group), noun, plural=plural)
    scored = [score for score in group if score.value is not None]
    ranked = sorted(
        (score for score in scored if score.scale == scale), key=lambda score: score.value or 0
    )
    if len(ranked) == 1:
        said += f": {_named(ranked[0])}"
    elif ranked:
        said += f", from {_named(ranked[0])} to {_named(ranked[-1])}"
    others = {
        "on another scale": len(scored) - len(ranked),
        "without a score": len(group) - len(scored),
    }
    return (
        "; ".join([said, *(f"{count} {words}" for words, count in others.items() if count)]) + "."
    )


def _named(score: Score) -> str:
    return f"{label.brief(score.name)} {notation.with_band(score)}"


def _against(scores: Sequence[Score], *, cut: float, scale: Scale) -> str:
    found = [
        judged(score, cut=cut, scale=scale)
        for score in scores
        if score.value is not None and score.scale == scale
    ]
    counts = [
        f"{found.count(where)} {words}"
        for where, words in STANDINGS.items()
        if words and found.count(where)
    ]
    if found.count(Standing.UNKNOWN):
        counts.append(f"{found.count(Standing.UNKNOWN)} without a band to tell by")
    return f"Cut {notation.number(cut)}: {', '.join(counts) or 'nothing to compare'}."
