"""Agreement by group in words: the data table, and the sentence for who cannot see the figure."""

from collections.abc import Sequence

from components.charts import _estimates, label
from components.charts.agreement import FIRM, TENTATIVE, alpha_words, size_words
from services.models.agreement import GroupAgreement
from services.models.table import Table

_NAMED = 8
_COLUMNS = (
    *("Group", "Alpha", "Lower", "Upper", "Level %", "Targets", "Agents"),
    *("ICC(2,1)", "ICC(2,k)", "In words", "Remark"),
)


def agreement_table(groups: Sequence[GroupAgreement]) -> Table:
    """Return one row for each group; an index that cannot be computed is an empty cell."""
    return Table(
        columns=_COLUMNS,
        rows=tuple(
            (
                group.label,
                *_estimates.leveled_cells(group.agreement.alpha),
                group.agreement.agents,
                _estimates.cells(group.agreement.icc2_1)[0],
                _estimates.cells(group.agreement.icc2_k)[0],
                alpha_words(group.agreement.alpha),
                group.agreement.alpha.remark,
            )
            for group in groups
        ),
    )


def agreement_sentence(groups: Sequence[GroupAgreement]) -> str:
    """Say alpha of each group with its interval and what it rests on."""
    if not groups:
        return "No group to compare."
    said = [_said(group) for group in groups]
    more = f"; and {len(said) - _NAMED} more" if len(said) > _NAMED else ""
    return (
        f"Krippendorff's alpha by group: {'; '.join(said[:_NAMED])}{more}. Conventional marks: "
        f"{TENTATIVE:g} for tentative conclusions, {FIRM:g} for firm ones."
    )


def _said(group: GroupAgreement) -> str:
    name, alpha = label.brief(group.label), group.agreement.alpha
    if _estimates.drawn_value(alpha) is None:
        return f"{name}: {label.plain(alpha_words(alpha))}"
    return f"{name} {alpha_words(alpha)}, {size_words(group)}"
