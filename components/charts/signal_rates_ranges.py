"""How often signals came up, for formats that draw charts themselves."""

from collections.abc import Iterator, Sequence
from math import ceil

from components.charts import label
from components.charts._ranges import fixed
from components.charts._signal_rate_rows import Rated, rated
from components.charts.flags import FLAG_NAMES
from services.models.content import Range, Ranges
from services.models.integrity import IntegrityAnswer


def signal_rates_ranges(answer: IntegrityAnswer) -> Ranges | None:
    """Return the share of interviews with each kind of signal, in percent; None for too many rows.

    The axis ends at the next full ten percent. What no cohort collected is one row for all.
    """
    rows = [row for _, found in rated(answer, per="interview") for row in _rows(found)]
    ends = [end for row in rows for end in (row.value, row.upper) if end is not None]
    high = 10 * ceil(max(ends, default=0) / 10 - 1e-9)
    return fixed(
        rows, span=(0, min(100, max(10, high))), axis="Percent of interviews, where collected"
    )


def _rows(found: Sequence[Rated]) -> Iterator[Range]:
    is_nowhere = not any(one.is_collected for one in found)
    for one in found[:1] if is_nowhere else found:
        cohort = "every cohort" if is_nowhere else label.brief(one.cohort.label)
        lower, upper = one.ends or (None, None)
        yield Range(
            label=FLAG_NAMES[one.rate.kind] + (f": {cohort}" if len(found) > 1 else ""),
            words=_words(one),
            value=one.value,
            lower=lower,
            upper=upper,
        )


def _words(one: Rated) -> str:
    """Say the rate before what it rests on: a narrow place cuts the end."""
    if one.value is None:
        return one.absence
    number = f"{one.number} ({one.interval})" if one.interval else f"{one.number}, no interval"
    return ", ".join(part for part in (number, one.counts, one.gaps) if part)
