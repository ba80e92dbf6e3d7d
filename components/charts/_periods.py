"""Months and weeks on an axis: evenly spaced, neighbours one apart, each with its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from components.charts import theme
from services.models.trend import Period

_MOST_LABELS = 13
_MOST_COMPACT_LABELS = 6


@dataclass(frozen=True, slots=True)
class Tick:
    """One labelled period; `year` stands under it where it is another than the one before."""

    place: int
    name: str
    year: str


def place(day: str, *, period: Period) -> int:
    """Return the place on the axis of the period whose first day is `day`, in ISO text."""
    start = date.fromisoformat(day)
    return start.year * 12 + start.month if period is Period.MONTH else start.toordinal() // 7


def ticks(places: Sequence[int], *, period: Period, compact: bool) -> list[Tick]:
    """Return as many labels as there is room for, evenly spaced, the newest always among them."""
    if not places:
        return []
    first, last = min(places), max(places)
    most = _MOST_COMPACT_LABELS if compact else _MOST_LABELS
    stride = ceil((last - first + 1) / most)
    found: list[Tick] = []
    before = ""
    for at in reversed(range(last, first - 1, -stride)):
        name, year = written(at, period)
        found.append(Tick(at, name, "" if year == before else year))
        before = year
    return found


def tick_text(tick: Tick) -> str:
    """Return the markup of a label, in two lines so that all labels stand level."""
    quiet = f"<span style='color:{theme.MUTED}'>{tick.year}</span>"
    return f"{tick.name}<br>{quiet if tick.year else '&#160;'}"


def spoken(day: str, *, period: Period) -> str:
    """Write a period for a sentence: "Nov 2026", "week 7 of 2026"."""
    start = date.fromisoformat(day)
    if period is Period.MONTH:
        return f"{start:%b %Y}"
    year, week, _ = start.isocalendar()
    return f"week {week} of {year}"


def written(at: int, period: Period) -> tuple[str, str]:
    """Return the short name of the period at a place, and its year."""
    if period is Period.MONTH:
        start = date((at - 1) // 12, (at - 1) % 12 + 1, 1)
        return f"{start:%b}", str(start.year)
    year, week, _ = date.fromordinal(at * 7 + 1).isocalendar()
    return f"W{week:02}", str(year)
