"""Funnel: how far interviews got and how the others ended, from counts by status."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from services.models.browse import InterviewFilter
from services.models.funnel import FunnelAnswer, FunnelBar, FunnelGroup, Split, Stage, StatusCount
from services.models.interview import Status

_NO_TITLES: Final[Mapping[str, str]] = MappingProxyType({})
_DONE: Final = (Status.COMPLETED, Status.REPORTED)
ENDS: Final = {
    Status.SCHEDULED: "Waiting to start",
    Status.IN_PROGRESS: "Running",
    Status.COMPLETED: "Completed, no report",
    Status.REPORTED: "Reported",
    Status.NO_SHOW: "No-show",
    Status.DROPPED_OFF: "Dropped off",
    Status.TECHNICAL_FAILURE: "Technical failure",
    Status.FAILED: "Failed",
    Status.CANCELLED: "Cancelled",
    Status.EXPIRED: "Expired",
    Status.UNKNOWN: "Unknown",
}
"""Where an interview stands or how it ended; each interview is counted in exactly one."""
_STAGES: Final = {
    Stage.INVITED: "Invited",
    Stage.STARTED: "Started",
    Stage.COMPLETED: "Completed",
    Stage.REPORTED: "Reported",
}


def funnel(
    counts: Sequence[StatusCount],
    wanted: InterviewFilter,
    *,
    by: Split | None = None,
    titles: Mapping[str, str] = _NO_TITLES,
) -> FunnelAnswer:
    """Build the funnel of `wanted` and, with `by`, of each of its parts, the largest first.

    `counts` holds every interview of the filter once, and so do the `ends` of each group; `wanted`
    names no statuses, because the bars do. Months come newest first. A stage counts everybody
    who got at least that far. `titles` says how vendors spell their names.
    """
    return FunnelAnswer(
        whole=_group("All", counts, wanted),
        groups=_groups(counts, wanted, by, titles) if by else (),
        unknown=sum(each.count for each in counts if each.status is Status.UNKNOWN),
    )


def month_words(month: int | None) -> str:
    """Return a month such as "2026-11", or that there is none."""
    return f"{month // 100}-{month % 100:02}" if month else "no date"


def has_reached(count: StatusCount, stage: Stage) -> bool:
    """Tell whether these interviews got as far as `stage`."""
    return {
        Stage.INVITED: True,
        Stage.STARTED: count.has_started or count.status in _DONE,
        Stage.COMPLETED: count.status in _DONE,
        Stage.REPORTED: count.status is Status.REPORTED,
    }[stage]


def _groups(
    counts: Sequence[StatusCount], wanted: InterviewFilter, by: Split, titles: Mapping[str, str]
) -> tuple[FunnelGroup, ...]:
    label, narrowed = _SPLITS[by]
    parts: dict[object, list[StatusCount]] = {}
    for each in counts:
        # An empty role is none, as it is in the list that opens.
        parts.setdefault(getattr(each, by.value) or None, []).append(each)
    groups = [
        _group(
            label(part[0], titles),
            part,
            wanted.model_copy(update=narrowed(part[0])),
            key=f"{by}:{getattr(part[0], by.value) or ''}",
        )
        for part in parts.values()
    ]
    if by is Split.MONTH:
        return tuple(sorted(groups, key=lambda group: group.key, reverse=True))
    return tuple(sorted(groups, key=lambda group: (-group.stages[0].count, group.label)))


_SPLITS: dict[
    Split,
    tuple[
        Callable[[StatusCount, Mapping[str, str]], str],
        Callable[[StatusCount], dict[str, object]],
    ],
] = {
    Split.ROLE: (
        lambda each, _: each.role or "No role given",
        lambda each: {"roles": (each.role or "",)},
    ),
    Split.VENDOR: (
        lambda each, titles: titles.get(each.vendor, each.vendor),
        lambda each: {"vendors": (each.vendor,)},
    ),
    Split.MONTH: (
        lambda each, _: month_words(each.month),
        lambda each: {"months": (each.month or 0,)},
    ),
}


def _group(
    label: str, counts: Sequence[StatusCount], wanted: InterviewFilter, *, key: str = "all"
) -> FunnelGroup:
    total = sum(each.count for each in counts)
    stages = tuple(
        _bar(
            stage.value,
            _STAGES[stage],
            [each for each in counts if has_reached(each, stage)],
            total=total,
            opens=wanted.model_copy(update=_OPENINGS[stage]),
        )
        for stage in Stage
    )
    ends = tuple(
        _bar(
            f"end_{status}",
            words,
            [each for each in counts if each.status is status],
            total=total,
            opens=wanted.model_copy(update={"statuses": (status,)}),
        )
        for status, words in ENDS.items()
    )
    return FunnelGroup(key=key, label=label, stages=stages, ends=ends)


_OPENINGS: Final[dict[Stage, dict[str, object]]] = {
    Stage.INVITED: {},
    Stage.STARTED: {"started": True},
    Stage.COMPLETED: {"statuses": _DONE},
    Stage.REPORTED: {"statuses": (Status.REPORTED,)},
}
"""What is added to the filter for the list that a stage's bar opens."""


def _bar(
    key: str, label: str, counts: Iterable[StatusCount], *, total: int, opens: InterviewFilter
) -> FunnelBar:
    words: Counter[tuple[str, str]] = Counter()
    count = 0
    for each in counts:
        count += each.count
        words[each.vendor, each.vendor_status or "no word"] += each.count
    return FunnelBar(
        key=key,
        label=label,
        count=count,
        share=count / total if total else None,
        opens=opens,
        vendor_words=tuple((vendor, word, n) for (vendor, word), n in words.most_common()),
    )
