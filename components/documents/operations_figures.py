"""What the Funnel page and its document draw: the whole, its parts, and the vendors' words."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from components.charts import (
    funnel_figure,
    funnel_sentence,
    funnel_table,
    groups_figure,
    groups_sentence,
    groups_table,
)
from components.charts.funnel_groups import MOST_GROUPS
from components.documents.drawing import Drawing
from components.documents.explanations import Explained
from components.documents.vendor_titles import with_vendor_titles
from services.models.content import Bars
from services.models.funnel import FunnelBar, FunnelGroup
from services.models.table import Table

TITLE = "From invited to reported"
VENDOR_WORDS = "The vendors' own words"


def funnel_drawing(
    group: FunnelGroup, *, titles: Mapping[str, str], compact: bool = False
) -> Drawing:
    """Return how far all interviews got, and how they stand or ended."""
    return Drawing(
        key="funnel",
        title=TITLE,
        figure=funnel_figure(group, compact=compact),
        alt=funnel_sentence(group),
        table=with_vendor_titles(funnel_table(group), titles),
        explained=(Explained.FUNNEL_STAGE,),
    )


def bars_table(group: FunnelGroup) -> Table:
    """Return one row for each bar, for where the vendors' words have a table of their own."""
    return Table(
        columns=("Part", "Bar", "Interviews", "Percent of invited"),
        rows=tuple(
            (part, bar.label, bar.count, None if bar.share is None else round(100 * bar.share, 1))
            for part, bars in (("Stage", group.stages), ("End", group.ends))
            for bar in bars
        ),
    )


def funnel_bars(group: FunnelGroup) -> Bars:
    """Return the stages and, beside them, the ends that somebody met."""
    ends = [bar for bar in group.ends if bar.count]
    return Bars(
        categories=tuple(
            [bar.label for bar in group.stages] + [f"{bar.label} (end)" for bar in ends]
        ),
        series=(
            ("Got at least this far", (*_counts(group.stages), *[None] * len(ends))),
            ("Stand or ended here", (*[None] * len(group.stages), *_counts(ends))),
        ),
        axis="Interviews",
        stacked=True,
    )


def groups_drawing(
    groups: Sequence[FunnelGroup], *, key: str, title: str, compact: bool = False
) -> Drawing:
    """Return how far the interviews of each group got."""
    return Drawing(
        key=key,
        title=title,
        figure=groups_figure(groups, compact=compact),
        alt=groups_sentence(groups),
        table=groups_table(groups),
        explained=(Explained.FUNNEL_STAGE,),
    )


def groups_bars(groups: Sequence[FunnelGroup]) -> Bars:
    """Return each group's interviews once, stacked by the last stage that they reached.

    The bars of a group add up to its invited; groups beyond those of the figure are left out.
    """
    shown = groups[:MOST_GROUPS]
    stages = [bar.label.lower() for bar in shown[0].stages] if shown else []
    names = [f"{stage}, not {after}" for stage, after in pairwise(stages)] + stages[-1:]
    reached = [[bar.count - after for bar, after in _with_next(group.stages)] for group in shown]
    return Bars(
        categories=tuple(group.label for group in shown),
        series=tuple(
            (name.capitalize(), tuple(float(counts[place]) for counts in reached))
            for place, name in reversed(list(enumerate(names)))
        ),
        axis="Interviews",
        stacked=True,
    )


def vendor_words_table(group: FunnelGroup, titles: Mapping[str, str]) -> Table:
    """Return the vendors' own words for how interviews stand or ended, beside ours."""
    return Table(
        columns=("Ours", "Vendor", "The vendor's word", "Interviews"),
        rows=tuple(
            (bar.label, titles.get(vendor, vendor), word, count)
            for bar in group.ends
            for vendor, word, count in bar.vendor_words
        ),
    )


def _counts(bars: Sequence[FunnelBar]) -> tuple[float, ...]:
    return tuple(float(bar.count) for bar in bars)


def _with_next(stages: Sequence[FunnelBar]) -> list[tuple[FunnelBar, int]]:
    """Return each stage with the count of the one after it, which it holds."""
    return list(zip(stages, [*(bar.count for bar in stages[1:]), 0], strict=True))
