"""Rates of signals in words: the data table, and the sentence for who cannot see the figure."""

from collections.abc import Sequence
from typing import Literal

from components.charts import _estimates, label
from components.charts._signal_rate_rows import NOT_COLLECTED, Rated, rated, with_any
from components.charts.flags import FLAG_NAMES
from services.models.estimate import Estimate
from services.models.integrity import IntegrityAnswer
from services.models.table import Cell, Table

_COLUMNS = (
    *("Signal", "Cohort", "Collected in", "Not collected in", "Events", "Interviews with any"),
    *("Share, percent", "Share, lower", "Share, upper"),
    *("Events per hour", "Per hour, lower", "Per hour, upper", "Interviews of known length"),
    *("Level, percent", "Remark"),
)


def signal_rates_table(answer: IntegrityAnswer) -> Table:
    """Return one row for each kind and cohort; what was not collected has empty cells, no 0."""
    return Table(
        columns=_COLUMNS,
        rows=tuple(_row(one) for _, found in rated(answer, per="hour") for one in found),
    )


def signal_rates_sentence(answer: IntegrityAnswer, *, per: Literal["interview", "hour"]) -> str:
    """Say of each kind, cohort by cohort, how often it came up, or that nobody looked."""
    if not any(cohort.interviews for cohort in answer.cohorts):
        return "No interview that began, so that there are no rates of signals."
    what = "Share of interviews with at least one" if per == "interview" else "Events per hour"
    parts = [f"{what}, by kind of signal."]
    parts += [
        f"{FLAG_NAMES[kind]}: {_said(found, of=len(answer.cohorts))}."
        for kind, found in rated(answer, per=per)
    ]
    return " ".join([*parts, f"In brackets: {_estimates.level_words(answer.level)}."])


def signal_rates_finding(answer: IntegrityAnswer, *, per: Literal["interview", "hour"]) -> str:
    """Say which kind of signal came up most in the first cohort, and in how many interviews."""
    whole = answer.cohorts[0]
    began = f"{whole.interviews:,} interview{'' if whole.interviews == 1 else 's'} that began"
    found = [each[0] for _, each in rated(answer, per=per) if each[0].cohort is whole]
    if not any(one.is_collected for one in found):
        return f"No kind of signal was collected in the {began}."
    drawn = [one for one in found if one.value is not None]
    if not drawn:
        return f"No rate can be told of the {began}."
    most = max(drawn, key=lambda one: one.value or 0)
    if not most.value:
        return f"No signal was seen in the {began}, where any was collected."
    return f"Most often, of the {began}: {FLAG_NAMES[most.rate.kind].lower()}, {_figure(most)}."


def _said(found: Sequence[Rated], *, of: int) -> str:
    if not any(one.value is not None for one in found) and len({one.absence for one in found}) == 1:
        return found[0].absence
    if of == 1:
        return _figure(found[0])
    return "; ".join(f"{label.brief(one.cohort.label)}, {_figure(one)}" for one in found)


def _figure(one: Rated) -> str:
    if one.value is None:
        return one.absence
    ends = f" ({one.interval})" if one.interval else ", no interval"
    return ", ".join(part for part in (one.counts, f"{one.number}{ends}", one.gaps) if part)


def _row(one: Rated) -> tuple[Cell, ...]:
    rate, hours = one.rate, one.rate.per_hour
    is_seen = one.is_collected
    return (
        *(FLAG_NAMES[rate.kind], one.cohort.label, rate.collected, rate.not_collected),
        *((rate.events, with_any(rate)) if is_seen else (None, None)),
        *_cells(rate.with_any, factor=100, is_seen=is_seen),
        *_cells(hours, factor=1, is_seen=is_seen),
        hours.n if is_seen else None,
        _estimates.rounded(100 * rate.with_any.level),
        _remark(one),
    )


def _cells(found: Estimate, *, factor: float, is_seen: bool) -> tuple[Cell, Cell, Cell]:
    if not is_seen or found.estimate is None:
        return (None, None, None)
    lower, upper = _estimates.ends(found, factor=factor) or (None, None)
    value = _estimates.rounded(found.estimate * factor)
    return (value, _estimates.rounded(lower), _estimates.rounded(upper))


def _remark(one: Rated) -> str | None:
    if not one.is_collected:
        return NOT_COLLECTED if one.rate.not_collected else one.absence
    return (one.estimate.refusal or one.estimate.remark).rstrip(". ") or None
