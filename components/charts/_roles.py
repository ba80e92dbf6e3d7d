"""The vendor's mean of each role's agents, as one line each under a criteria figure."""

from collections.abc import Sequence

from components.charts import label, theme
from components.charts._canvas import Part, head, muted
from components.charts._plan import Plan
from components.charts._touch import steady, touch
from services.models import notation
from services.models.agents import RoleShare


def marks(shares: Sequence[RoleShare], *, plan: Plan) -> list[Part]:
    """Return the lines from 0 to 100 and the square on each; none without roles."""
    if not shares:
        return []
    places = [plan.role(index) for index in range(len(shares))]
    left, right = _ends(plan)
    line: Part = {
        "type": "scatter",
        "name": "roles, 0 to 100",
        "mode": "lines",
        "x": [x for _ in shares for x in (left, right, None)],
        "y": [y for place in places for y in (place, place, None)],
        "line": {"color": theme.GRID, "width": 2},
        "hoverinfo": "skip",
    }
    return [line, _squares(shares, places=places, plan=plan)]


def names(shares: Sequence[RoleShare], *, plan: Plan) -> list[Part]:
    """Return what stands at both ends of each line: the role, and its mean in percent."""
    if not shares:
        return []
    room = plan.margins.left - 12
    parts = [plan.name(muted("<b>Mean of each role, from the vendor</b>"), y=plan.role(-1))]
    for index, share in enumerate(shares):
        y = plan.role(index)
        name = label.block(share.label, room=room, lines=2 if plan.compact else 1)
        parts.append(plan.name(name, y=y))
        number = head(f"<b>{notation.percent(share.share)}</b>", x=plan.beside, color=theme.TEXT)
        parts.append(number | {"yref": "y", "y": y, "yanchor": "middle", "yshift": 0})
    return parts


def _ends(plan: Plan) -> tuple[float, float]:
    return (-0.47, plan.columns - 0.53)


def _squares(shares: Sequence[RoleShare], *, places: Sequence[float], plan: Plan) -> Part:
    left, right = _ends(plan)
    return {
        "type": "scatter",
        "name": "roles",
        "mode": "markers",
        "x": [left + (right - left) * min(max(item.share, 0), 1) for item in shares],
        "y": list(places),
        "marker": {"symbol": "square", "size": 9, "color": theme.SCORE, "opacity": 1},
        **steady(opacity=1),
        **touch(_hover(item) for item in shares),
    }


def _hover(item: RoleShare) -> str:
    return (
        f"<b>{label.block(item.label, room=260, lines=3)}</b><br>"
        f"{notation.percent(item.share)} % of the maximum, the vendor's mean of the role"
    )
