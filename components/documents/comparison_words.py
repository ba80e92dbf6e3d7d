"""A comparison in words and tables that its page and its document share."""

from collections import Counter
from collections.abc import Sequence

from components.charts import comparison_figure, comparison_sentence, comparison_table
from components.documents.drawing import Drawing
from components.documents.explanations import Explained
from components.documents.sentences import short
from services.models import notation
from services.models.browse import InterviewRow
from services.models.comparison import Comparison, Separation, Verdict
from services.models.score import Score, ScoreKind
from services.models.table import Table

_KINDS = {ScoreKind.OVERALL: "Overall", ScoreKind.DOMAIN: "Domain", ScoreKind.SKILL: "Skill"}
_VERDICTS = {
    Verdict.CLEAR: "The difference is clear.",
    Verdict.LEANING: "The difference leans one way, no more.",
    Verdict.CANNOT_SEPARATE: "They cannot be separated.",
    Verdict.NOT_COMPARABLE: "They cannot be compared.",
}


def names_of(comparison: Comparison) -> dict[str, str]:
    """Return what each interview is called; equal names get a number."""
    names: dict[str, str] = {}
    met: Counter[str] = Counter()
    for row in comparison.interviews:
        name = notation.called(row.candidate_name, row.candidate_email)
        met[name] += 1
        names[row.id] = f"{name} ({met[name]})" if met[name] > 1 else name
    return names


def facts_of(row: InterviewRow) -> tuple[str, str]:
    """Return role and day of one interview."""
    happened = notation.day(row.happened_at) if row.happened_at else "no date"
    return row.role or "Role not given", happened


def shared(comparison: Comparison) -> Comparison:
    """Return the comparison with what at least two were asked, and the overall score always."""
    rows = tuple(
        row
        for row in comparison.rows
        if row.kind is ScoreKind.OVERALL or sum(score is not None for score in row.scores) > 1
    )
    return comparison.model_copy(update={"rows": rows})


def comparison_drawing(comparison: Comparison, *, compact: bool = False) -> Drawing:
    """Return the scores with their bands, aligned, of what at least two were asked."""
    names, found = names_of(comparison), shared(comparison)
    return Drawing(
        key="comparison",
        title="Scores side by side",
        figure=comparison_figure(found, names=names, compact=compact),
        alt=comparison_sentence(found, names=names),
        table=comparison_table(found, names=names),
        explained=(Explained.SCORE, Explained.BAND, Explained.SEPARATION),
    )


def assumption(comparison: Comparison) -> str:
    """Say what the verdicts mean, and what they take for granted."""
    level = notation.number(100 * comparison.level)
    return (
        f"“Clear”: the interval of the difference at {level} % does not hold 0. “Leaning”: it "
        "holds 0, but one side is at least four times as likely. No vendor states the level of its "
        f"bands; they are taken to be at {level} % (SCOREBAND_INTERVAL_LEVEL), independent and "
        "normal. Formula and source: docs/methods.md."
    )


def overall_finding(comparison: Comparison) -> str:
    """Say every overall score with its band, and how many pairs they tell apart."""
    names = names_of(comparison)
    row = next((row for row in comparison.rows if row.kind is ScoreKind.OVERALL), None)
    if row is None:
        return "None of these interviews has an overall score."
    scores = [
        f"{short(names[each.id])} {_in_words(score)}"
        for each, score in zip(comparison.interviews, row.scores, strict=True)
    ]
    return f"Overall: {'; '.join(scores)}. {_told_apart(row.separations)}"


def family_finding(comparison: Comparison, *, title: str) -> str:
    """Say how many pairs all rows of one family tell apart."""
    pairs = [each for row in comparison.rows for each in row.separations]
    return f"{title}. {_told_apart(pairs)}" if pairs else f"{title}."


def pairs_table(comparison: Comparison) -> Table:
    """Return each pair's verdict on each score that at least two were asked, overall first."""
    names = names_of(comparison)
    rows = tuple(
        (
            _KINDS.get(row.kind, row.kind.capitalize()),
            row.name,
            f"{names[each.a]} and {names[each.b]}",
            str(each.verdict),
            _difference(each),
            each.reason,
        )
        for row in shared(comparison).rows
        for each in row.separations
    )
    return Table(columns=("Kind", "Score", "Pair", "Verdict", "Difference", "Why"), rows=rows)


def not_asked_table(comparison: Comparison) -> Table:
    """Return what others were scored in and somebody was not."""
    names = names_of(comparison)
    rows = tuple(
        (names[id_], ", ".join(dict.fromkeys(missing)))
        for id_, missing in comparison.not_asked
        if missing
    )
    return Table(columns=("Interview", "Others were scored in"), rows=rows)


def _in_words(score: Score | None) -> str:
    return "not asked" if score is None else notation.on_its_scale(score)


def _told_apart(separations: Sequence[Separation]) -> str:
    if len(separations) == 1:
        return _VERDICTS[separations[0].verdict]
    verdicts = Counter(each.verdict for each in separations)
    said = [f"{verdicts[each]} {each}" for each in Verdict if verdicts[each]]
    return f"Of {notation.count(len(separations), 'pair')}: {', '.join(said)}."


def _difference(each: Separation) -> str | None:
    if each.difference is None or each.lower is None or each.upper is None:
        return None
    ends = f"{notation.signed(each.lower)} to {notation.signed(each.upper)}"
    return f"{notation.signed(each.difference)} ({ends})"
