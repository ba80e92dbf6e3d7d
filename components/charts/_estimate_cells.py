"""Estimates as cells of a data table: figure, both ends, level and n, empty where refused."""

from components.charts import _estimates
from services.models.estimate import Estimate
from services.models.table import Cell


def estimate_cells(estimate: Estimate, *, factor: float = 1) -> tuple[Cell, ...]:
    """Return (figure, lower, upper, level in percent, n), the first three times `factor`.

    However few the observations are: n stands beside the figure.
    """
    value = None if estimate.estimate is None else factor * estimate.estimate
    lower, upper = _estimates.ends(estimate, factor=factor) or (None, None)
    return (
        *map(_estimates.rounded, (value, lower, upper)),
        *(_estimates.rounded(100 * estimate.level), estimate.n),
    )
