"""The funnel in words: its data tables, and the sentences for who cannot see it."""

from collections.abc import Sequence

from components.charts import label
from components.charts.funnel import percent_of
from components.charts.funnel_groups import MOST_GROUPS, way
from services.models.funnel import FunnelBar, FunnelGroup
from services.models.table import Table

_COLUMNS = ("Part", "Bar", "Interviews", "Percent of invited", "Vendor", "Vendor's word", "Of")


def funnel_table(group: FunnelGroup) -> Table:
    """Return one row for each bar and vendor's word, so that theirs stands beside ours.

    Ends that nobody met are in it too.
    """
    return Table(
        columns=_COLUMNS,
        rows=tuple(
            (part, bar.label, bar.count, _percent(bar), vendor, word, count)
            for part, bars in (("Stage", group.stages), ("End", group.ends))
            for bar in bars
            for vendor, word, count in (bar.vendor_words or ((None, None, None),))
        ),
    )


def groups_table(groups: Sequence[FunnelGroup]) -> Table:
    """Return one row for each group, with every stage and every end."""
    if not groups:
        return Table(columns=("Group",), rows=())
    stages = [bar.label for bar in groups[0].stages]
    ends = [f"{bar.label} (end)" for bar in groups[0].ends]
    return Table(
        columns=("Group", *stages, *ends),
        rows=tuple(
            (group.label, *(bar.count for bar in (*group.stages, *group.ends))) for group in groups
        ),
    )


def funnel_sentence(group: FunnelGroup) -> str:
    """Say the stages with their shares, and every end that somebody met."""
    stages = ", ".join(f"{bar.label.lower()} {_with_share(bar)}" for bar in group.stages)
    ends = "; ".join(f"{bar.label.lower()} {bar.count:,}" for bar in group.ends if bar.count)
    return f"{label.brief(group.label)}: {stages}. How they stand or ended: {ends or 'nobody'}."


def groups_sentence(groups: Sequence[FunnelGroup]) -> str:
    """Say each group's way from invited to reported."""
    if not groups:
        return "No groups."
    stages = " → ".join(bar.label.lower() for bar in groups[0].stages)
    ways = "; ".join(f"{label.brief(group.label)} {way(group)}" for group in groups[:MOST_GROUPS])
    rest = len(groups) - MOST_GROUPS
    more = f"; {rest} more in the table" if rest > 0 else ""
    return f"{stages[0].upper()}{stages[1:]}: {ways}{more}."


def _percent(bar: FunnelBar) -> float | None:
    return None if bar.share is None else round(100 * bar.share, 1)


def _with_share(bar: FunnelBar) -> str:
    share = percent_of(bar)
    return f"{bar.count:,} ({share})" if share else f"{bar.count:,}"
