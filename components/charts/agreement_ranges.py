"""Agreement by group, for formats that draw charts themselves."""

from collections.abc import Sequence
from math import floor

from components.charts import _estimates
from components.charts._ranges import estimate_range, fixed
from components.charts.agreement import alpha_words, size_words
from services.models.agreement import GroupAgreement
from services.models.content import Range, Ranges


def agreement_ranges(groups: Sequence[GroupAgreement]) -> Ranges | None:
    """Return alpha of each group from 0 to 1, or from below 0, at most −1, where one is there."""
    rows = [_row(group) for group in groups]
    ends = [end for row in rows for end in (row.value, row.lower) if end is not None]
    lowest = min([0.0, *ends])
    return fixed(rows, span=(max(-1.0, floor(10 * lowest) / 10), 1.0), axis="Krippendorff’s α")


def _row(group: GroupAgreement) -> Range:
    alpha = group.agreement.alpha
    drawn = _estimates.drawn_value(alpha) is not None
    words = f"{alpha_words(alpha)}, {size_words(group)}" if drawn else alpha_words(alpha)
    return estimate_range(group.label, alpha, words=words)
