"""Differences of cohorts in words: the data tables, and the sentences for who cannot see them."""

from collections.abc import Sequence

from components.charts import _estimates, label
from components.charts._gaps import RATE_NAME, Gap, pass_gaps, score_gaps
from services.models import notation
from services.models.cohort import Difference, PassDifference
from services.models.table import Cell, Table

_MOST_SAID = 12
"""So many differences are said one by one; the table has all."""
_SHARED = (
    *(
        "Metric",
        "From",
        "To",
        "Difference (to minus from)",
        "Lower",
        "Upper",
        "Level, percent",
        "n",
    ),
    *("Corrected lower", "Corrected upper", "p", "p after Holm", "Chance"),
)
_EFFECTS = (
    *("Scale", "Hedges’ g", "g, lower", "g, upper", "Cliff’s delta", "delta, lower"),
    *("delta, upper", "With bands", "With bands, lower", "With bands, upper", "In words"),
)


def differences_table(differences: Sequence[Difference]) -> Table:
    """Return one row for each difference of means, with every figure that goes with it."""
    gaps = score_gaps(differences)
    return Table(
        columns=(*_SHARED, *_EFFECTS),
        rows=tuple(
            (
                *_shared(gap, p_value=each.p_value, p_holm=each.p_holm),
                _estimates.scale_words(each.metric.scale),
                *_estimates.cells(each.hedges_g),
                *_estimates.cells(each.cliffs_delta),
                *_estimates.cells(each.with_bands),
                each.sentence,
            )
            for gap, each in zip(gaps, differences, strict=True)
        ),
    )


def pass_differences_table(differences: Sequence[PassDifference]) -> Table:
    """Return one row for each difference of pass rates, in percentage points."""
    gaps = pass_gaps(differences)
    return Table(
        columns=(*_SHARED, "In words"),
        rows=tuple(
            (*_shared(gap, p_value=each.p_value, p_holm=each.p_holm), each.sentence)
            for gap, each in zip(gaps, differences, strict=True)
        ),
    )


def differences_sentence(differences: Sequence[Difference]) -> str:
    """Count what is unlikely to be chance and what could be, then say each difference."""
    sentences = [each.sentence for each in differences]
    return _sentence(score_gaps(differences), sentences, noun="difference")


def pass_differences_sentence(differences: Sequence[PassDifference]) -> str:
    """Say the differences of pass rates, as `differences_sentence` does."""
    sentences = [each.sentence for each in differences]
    return _sentence(pass_gaps(differences), sentences, noun="difference of pass rates")


def _sentence(gaps: Sequence[Gap], sentences: Sequence[str], *, noun: str) -> str:
    if not gaps:
        return "No differences: there are fewer than two cohorts."
    counts = {
        "unlikely to be chance alone": sum(gap.offset.could_be_chance is False for gap in gaps),
        "could be chance": sum(gap.offset.could_be_chance is True for gap in gaps),
        "cannot be judged": sum(gap.offset.could_be_chance is None for gap in gaps),
    }
    found = ", ".join(f"{count} {words}" for words, count in counts.items() if count)
    plural = noun.replace("difference", "differences")
    parts = [f"{notation.count(len(gaps), noun, plural=plural)}: {found}."]
    parts += [label.plain(sentence) for sentence in sentences[:_MOST_SAID]]
    rest = len(gaps) - _MOST_SAID
    return " ".join([*parts, *([f"{rest:,} more in the table."] if rest > 0 else [])])


def _shared(gap: Gap, *, p_value: float | None, p_holm: float | None) -> tuple[Cell, ...]:
    metric = RATE_NAME if gap.scale is None else gap.metric
    offset = gap.offset
    lower, upper = offset.corrected or (None, None)
    return (
        *(metric, gap.a, gap.b),
        *_estimates.leveled_cells(offset.estimate, factor=offset.factor),
        *(_estimates.rounded(lower), _estimates.rounded(upper)),
        *(_estimates.rounded(p_value), _estimates.rounded(p_holm)),
        offset.chance,
    )
