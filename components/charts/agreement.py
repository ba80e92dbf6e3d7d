"""Agreement: Krippendorff's alpha with its interval, one row for each role or month."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.charts import _estimates, label, theme
from components.charts._canvas import Canvas, Margins, Part, glyph, rows_axis
from components.charts._estimate_marks import goes_on, guides, marks
from components.charts._estimate_rows import EstimateRow, Sheet, sheet
from components.charts._estimate_words import foot, sheet_words
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
    rest = len(groups) - len(shown)
    axis = _axis(laid)
    below = 8 if laid.is_tall or not laid.drawn else 26
    frame = Canvas(
        rows_height=laid.height,
        margins=Margins(
            left=laid.left,
            right=laid.right,
            top=26 if laid.is_tall else 4,
            bottom=below + 22 * bool(rest),
        ),
        xaxis=axis if laid.drawn else axis | {"visible": False},
        yaxis=rows_axis(laid.height),
        legend=[*_legend(shown), *goes_on(laid, span=_SPAN)] if laid.drawn else [],
        compact=compact,
        annotations=[
            *sheet_words(laid),
            *([foot(f"{rest:,} more in the table", sheet=laid, below=below)] if rest else []),
        ],
        shapes=[
            *guides(laid, x=TENTATIVE, dash="dot", color=theme.GREY),
            *guides(laid, x=FIRM, dash="dash", color=theme.GREY),
        ],
    )
    return frame.figure(marks(laid, span=_SPAN))


def alpha_words(alpha: Estimate) -> str:
    """Write alpha with its interval: "0.71 (0.66–0.75)"; where refused, why."""
    if alpha.estimate is None:
        return alpha.refusal.rstrip(". ")
    written = _estimates.number(alpha.estimate, places=2)
    interval = _interval(alpha)
    return f"{written} ({interval})" if interval else f"{written}, no interval"


def size_words(group: GroupAgreement) -> str:
    """Say what alpha rests on: "n = 1,204 targets, 4 agents"."""
    targets = "target" if group.agreement.alpha.n == 1 else "targets"
    agents = notation.count(group.agreement.agents, "agent")
    return f"n = {group.agreement.alpha.n:,} {targets}, {agents}"


def _interval(alpha: Estimate) -> str:
    ends = _estimates.ends(alpha)
    return _estimates.interval(*ends, places=2) if ends else ""


def _row(group: GroupAgreement) -> EstimateRow:
    alpha = group.agreement.alpha
    is_refused, interval = alpha.estimate is None, _interval(alpha)
    return EstimateRow(
        name=group.label,
        number="" if alpha.estimate is None else _estimates.number(alpha.estimate, places=2),
        interval=interval,
        remark="" if is_refused else f"{'' if interval else 'no interval, '}{size_words(group)}",
        sentence=alpha.refusal,
        value=alpha.estimate,
        ends=_estimates.ends(alpha),
        hover=(f"alpha {alpha_words(alpha)}", size_words(group), alpha.remark),
        data=(group.label,),
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
    items = [f"{glyph('●', color=theme.SCORE)} Krippendorff’s alpha"]
    levels = [label.escaped(_estimates.level(alpha)) for alpha in alphas if alpha.has_interval]
    if levels:
        items.append(f"{glyph('━', color=theme.SCORE)} {levels[0]}")
    if any(alpha.estimate is not None and not alpha.has_interval for alpha in alphas):
        items.append(f"{glyph('○', color=theme.SCORE)} no interval")
    return [
        *items,
        f"{glyph('┈', color=theme.GREY)} {TENTATIVE:g}: from here tentative conclusions",
        f"{glyph('╌', color=theme.GREY)} {FIRM:g}: from here firm ones (Krippendorff)",
    ]
