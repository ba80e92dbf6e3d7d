"""The sentences of the Funnel page and of its document: what was counted, and its limits."""

from collections import Counter
from collections.abc import Mapping, Sequence

from components.charts import label
from components.charts.funnel import percent_of
from components.charts.funnel_groups import MOST_GROUPS
from services.models import notation
from services.models.browse import InterviewFilter
from services.models.funnel import FunnelAnswer, FunnelBar, FunnelGroup, Split

NO_INTERVIEW = "No interview matches these filters."
COUNTING = (
    "Stages count everybody who got at least that far; below them everybody is counted once, by "
    "how the interview stands or ended."
)
NO_JUDGEMENT = "No judgement of anybody: a no-show may be a dead link."
_EVERY_STATUS = "The filters on status and start are left out: a funnel shows every status."


def counted_words(answer: FunnelAnswer) -> str:
    """Write what was counted: "480 interviews"."""
    return notation.count(answer.whole.stages[0].count, "interview")


def left_out_words(wanted: InterviewFilter) -> str:
    """Say which filters a funnel does not follow; empty where none of them is set."""
    return _EVERY_STATUS if wanted.statuses or wanted.started is not None else ""


def unknown_words(answer: FunnelAnswer) -> str:
    """Say how many statuses nobody knows; empty where all are known."""
    if not answer.unknown:
        return ""
    have, are = ("has", "it is") if answer.unknown == 1 else ("have", "they are")
    return (
        f"{notation.count(answer.unknown, 'interview')} {have} a status word that is not "
        f"documented: {are} counted as invited only."
    )


def funnel_finding(group: FunnelGroup) -> str:
    """Say how many of the invited got how far, and how most of the others stand or ended."""
    invited, *later = group.stages
    if not invited.count:
        return NO_INTERVIEW
    got = ", ".join(f"{_with_share(bar)} {bar.label.lower()}" for bar in later)
    said = f"Of {notation.count(invited.count, 'interview')}: {got}."
    others = sorted((bar for bar in group.ends if _is_other(bar)), key=lambda bar: -bar.count)
    if not others:
        return said
    named = ", ".join(f"{bar.label.lower()} {bar.count:,}" for bar in others[:3])
    return f"{said} Of the others, most: {named}."


def groups_finding(groups: Sequence[FunnelGroup], by: Split) -> str:
    """Say how many parts there are, of two or more, and how far the largest one's got."""
    largest, second, *_ = sorted(groups, key=lambda group: -group.stages[0].count)
    invited, *_, reported = largest.stages
    size = notation.count(invited.count, "interview")
    said = f"{notation.count(len(groups), by.value)}; "
    if second.stages[0].count == invited.count:
        return f"{said}none has more than {size}."
    name = label.brief(largest.label)
    return f"{said}the largest is {name}, with {reported.count:,} of {size} reported."


def more_groups_words(groups: Sequence[FunnelGroup], by: Split) -> str:
    """Say how many parts are in the numbers only; empty where all are drawn.

    It is printed below the figure as well as below the table of its numbers.
    """
    rest = len(groups) - MOST_GROUPS
    if rest <= 0:
        return ""
    drawn = notation.count(MOST_GROUPS, by.value)
    return f"The figure draws {drawn}; {rest:,} more are in its numbers."


def one_group_words(groups: Sequence[FunnelGroup], by: Split) -> str:
    """Say that there is nothing to split up."""
    return f"Not split up: all interviews are of one {by.value}, “{label.brief(groups[0].label)}”."


def vendors_of(group: FunnelGroup, titles: Mapping[str, str]) -> tuple[str, ...]:
    """Return the vendors behind a funnel as they spell themselves, the largest first."""
    counted: Counter[str] = Counter()
    for bar in group.ends:
        for vendor, _, count in bar.vendor_words:
            counted[vendor] += count
    return tuple(titles.get(vendor, vendor) for vendor, _ in counted.most_common())


def _is_other(bar: FunnelBar) -> bool:
    return bool(bar.count) and bar.key not in ("end_reported", "end_completed")


def _with_share(bar: FunnelBar) -> str:
    share = percent_of(bar)
    return f"{bar.count:,} ({share})" if share else f"{bar.count:,}"
