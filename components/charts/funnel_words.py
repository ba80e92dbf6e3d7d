"""The funnel in words: its data tables, and the sentence for who cannot see it."""

from collections.abc import Sequence

from services.models import notation
from services.models.funnel import FunnelBar, FunnelGroup
from services.models.table import Table

_COLUMNS = ("Part", "Bar", "Interviews", "Percent of invited", "Vendor", "Vendor's word", "Of")


def funnel_table(group: FunnelGroup) -> Table:
    """Return one row for each bar and vendor's word, so that theirs stands beside ours."""
    return Table(
        columns=(
            "Part",
            "Bar",
            "Interviews",
            "Percent of invited",
            "Vendor",
            "Vendor's word",
            "Of",
        ),
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
        return Table(columns=("Group",))
    bars = (*groups[0].stages, *groups[0].ends)
    return Table(
        columns=("Group", *_labels(bars)),
        rows=tuple(
            (group.label, *(bar.count for bar in (*group.stages, *group.ends))) for group in groups
        ),
    )


def funnel_sentence(group: FunnelGroup) -> str:
    """Say the stages with their shares, and every end that somebody met."""
    way = ", ".join(f"{bar.label.lower()} {_with_share(bar)}" for bar in group.stages)
    ends = ", ".join(f"{bar.label.lower()} {bar.count}" for bar in group.ends if bar.count)
    return f"{group.label}: {way}. Where they stand: {ends or 'nowhere'}."


def groups_sentence(groups: Sequence[FunnelGroup]) -> str:
    """Say each group's way from invited to reported."""
    ways = (
        f"{group.label} {' → '.join(str(bar.count) for bar in group.stages)}"
        for group in groups[:15]
    )
    more = f" and {len(groups) - 15} more" if len(groups) > 15 else ""
    return f"Invited → started → completed → reported: {'; '.join(ways) or 'nobody'}{more}."


def _labels(bars: Sequence[FunnelBar]) -> list[str]:
    """Return the bars' labels; an end that is called as a stage says that it is an end."""
    names: list[str] = []
    for bar in bars:
        names.append(f"{bar.label} (end)" if bar.label in names else bar.label)
    return names


def _percent(bar: FunnelBar) -> float | None:
    return None if bar.share is None else round(100 * bar.share, 1)


def _with_share(bar: FunnelBar) -> str:
    share = "" if bar.share is None else f" ({notation.percent(bar.share)} %)"
    return f"{bar.count}{share}"
