"""Agreement: Krippendorff's alpha with its interval, one row for each role or month."""

from collections.abc import Sequence
from dataclasses import replace

import plotly.graph_objects as go

from components.charts import _estimates, label, theme
from components.charts._canvas import Part, glyph
from components.charts._estimate_canvas import estimate_canvas
from components.charts._estimate_marks import goes_on, guides, marks
from components.charts._estimate_rows import EstimateRow, Sheet, sheet
from components.charts._scale_axis import quiet_axis
from services.models import notation
from services.models.agreement import GroupAgreement
from services.models.estimate import Estimate

MOST_GROUPS = 30
TENTATIVE = 0.667
FIRM = 0.8
"""Krippendorff's own conventions (Content Analysis, 4th ed. 2019, ch. 12)."""
_SPAN = (0, 1)


def agreement_figure(groups: Sequence[GroupAgreement], *, compact: bool = False) -> go.Figure:
    """Draw alpha from 0 to 1 in the order given; below 0 it is an arrow beside its true number.

    Where it cannot be computed there is the sentence that says why, and no mark. Beyond thirty
    groups the table says the rest. A click hands over the group's label.
    """
    shown = groups[:MOST_GROUPS]
    laid = sheet([_row(group) for group in shown], compact=compact)
    frame = estimate_canvas(
        laid,
        xaxis=_axis(laid),
        legend=[*_legend(shown), *goes_on(laid, span=_SPAN)],
        shapes=[
            *guides(laid, x=TENTATIVE, dash="dot", color=theme.GREY),
            *guides(laid, x=FIRM, dash="dash", color=theme.GREY),
        ],
        rest=len(groups) - len(shown),
    )
    return frame.figure(marks(laid, span=_SPAN))


def alpha_words(alpha: Estimate) -> str:
    """Write alpha with its interval: "0.71 (0.66–0.75)"; or why there is none."""
    return _estimates.in_words(alpha, places=2)


def size_words(group: GroupAgreement) -> str:
    """Say what alpha rests on: "n = 1,204 targets, 4 agents", and whether that is little."""
    n = group.agreement.alpha.n
    agents = notation.count(group.agreement.agents, "agent")
    few = ", few results" if _estimates.is_few(n) else ""
    return f"n = {notation.count(n, 'target')}, {agents}{few}"


def _row(group: GroupAgreement) -> EstimateRow:
    alpha = group.agreement.alpha
    value, ends = _estimates.drawn_value(alpha), _estimates.ends(alpha)
    row = EstimateRow(
        name=group.label,
        hover=(f"alpha {alpha_words(alpha)}", size_words(group), alpha.remark),
        data=(group.label,),
    )
    if value is None:
        return replace(row, sentence=_estimates.refusal(alpha))
    return replace(
        row,
        number=_estimates.number(value, places=2),
        interval=_estimates.interval(*ends, places=2) if ends else "",
        remark=f"{'' if ends else 'no interval, '}{size_words(group)}",
        value=value,
        ends=ends,
    )


def _axis(laid: Sheet) -> Part:
    return quiet_axis() | {
        "showgrid": not laid.compact,
        "range": [-0.012, 1.012],
        "side": "top" if laid.is_tall else "bottom",
        "tickvals": [0, 0.5, 1] if laid.compact else [0, 0.25, 0.5, 0.75, 1],
    }


def _legend(groups: Sequence[GroupAgreement]) -> list[str]:
    alphas = [group.agreement.alpha for group in groups]
    drawn = [alpha for alpha in alphas if _estimates.drawn_value(alpha) is not None]
    items = [f"{glyph('●', color=theme.SCORE)} Krippendorff’s alpha"]
    levels = [label.escaped(_estimates.level(alpha)) for alpha in drawn if alpha.has_interval]
    if levels:
        items.append(f"{glyph('━', color=theme.SCORE)} {levels[0]}")
    if not all(alpha.has_interval for alpha in drawn):
        items.append(f"{glyph('○', color=theme.SCORE)} no interval")
    return [
        *items,
        f"{glyph('┈', color=theme.GREY)} {TENTATIVE:g}: from here tentative conclusions",
        f"{glyph('╌', color=theme.GREY)} {FIRM:g}: from here firm ones (Krippendorff)",
    ]
