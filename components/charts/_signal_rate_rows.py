"""Rates of signals as rows: a group for each kind, a row for each cohort, and what each says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor, isfinite, log10

from components.charts import _estimates
from components.charts._estimate_rows import EstimateRow
from components.charts.flags import FLAG_NAMES
from services.models import notation
from services.models.estimate import Estimate
from services.models.integrity import IntegrityAnswer, IntegrityCohort, SignalRate
from services.models.recording import SignalKind

NOT_COLLECTED = "not collected"


@dataclass(frozen=True, slots=True)
class Rated:
    """One kind of signal in one cohort, counted by interview or by hour."""

    cohort: IntegrityCohort
    index: int
    """The cohort's place in the answer."""
    rate: SignalRate
    per: str

    @property
    def is_by_interview(self) -> bool:
        """Whether it is the share of interviews with the signal, not events per hour."""
        return self.per == "interview"

    @property
    def is_collected(self) -> bool:
        """Whether anybody looked for it in any interview."""
        return self.rate.collected > 0

    @property
    def estimate(self) -> Estimate:
        """The figure that is drawn."""
        return self.rate.with_any if self.is_by_interview else self.rate.per_hour

    @property
    def factor(self) -> float:
        """What makes the estimate a number of the axis: shares become percent."""
        return 100 if self.is_by_interview else 1

    @property
    def value(self) -> float | None:
        """The figure in the unit of the axis; None where nothing was collected, or refused."""
        found = self.estimate.estimate
        if not self.is_collected or found is None or not isfinite(found):
            return None
        return found * self.factor

    @property
    def ends(self) -> tuple[float, float] | None:
        """The interval in the unit of the axis."""
        return None if self.value is None else _estimates.ends(self.estimate, factor=self.factor)

    @property
    def number(self) -> str:
        """The figure in words, never 0 for what is more than none."""
        if self.value is None:
            return ""
        written = self._written(self.value)
        return f"{written} %" if self.is_by_interview else f"{written} an hour"

    @property
    def interval(self) -> str:
        """Both ends in words; empty without them."""
        return "–".join(map(self._written, self.ends)) if self.ends else ""

    @property
    def counts(self) -> str:
        """What was counted: "12 of 340 interviews", "none seen in 340 interviews"."""
        looked = f"{self.rate.collected:,} {_interviews(self.rate.collected)}"
        if not self.rate.events:
            return f"none seen in {looked}"
        if self.is_by_interview:
            return f"{with_any(self.rate):,} of {looked}"
        known = self.estimate.n
        timed = f", {known:,} of known length" if known < self.rate.collected else ""
        events = notation.count(self.rate.events, "event")
        return f"{events} in {looked}{timed}"

    @property
    def gaps(self) -> str:
        """Where nobody looked, while elsewhere somebody did; empty if everywhere."""
        left = self.rate.not_collected
        return f"{NOT_COLLECTED} in {left:,}" if left and self.is_collected else ""

    @property
    def absence(self) -> str:
        """Why there is no figure, as a part of a sentence; empty where there is one."""
        if self.value is not None:
            return ""
        if self.is_collected:
            return _estimates.refusal(self.estimate)
        return NOT_COLLECTED if self.rate.not_collected else "no interview that began"

    def _written(self, value: float) -> str:
        return notation.number(value, places=self._places) if value else "0"

    @property
    def _places(self) -> int:
        """Two digits that count, for the figure, or else for the end of its interval."""
        size = self.value or (self.ends[1] if self.ends else 0)
        least = 1 if self.is_by_interview and self.rate.collected >= 100 else 0
        return least if size <= 0 else min(6, max(least, 1 - floor(log10(size))))


def with_any(rate: SignalRate) -> int:
    """Return in how many interviews it was seen at least once."""
    return round((rate.with_any.estimate or 0) * rate.with_any.n)


def rated(answer: IntegrityAnswer, *, per: str) -> Iterator[tuple[SignalKind, list[Rated]]]:
    """Return each kind of signal with all cohorts' rates of it, in the order of the timeline."""
    for kind in FLAG_NAMES:
        found = [
            Rated(cohort, index, rate, per)
            for index, cohort in enumerate(answer.cohorts)
            for rate in cohort.rates
            if rate.kind is kind
        ]
        if found:
            yield kind, found


def rate_rows(answer: IntegrityAnswer, *, per: str) -> list[EstimateRow]:
    """Return the rows from the top; with one cohort a row is a kind and needs no heading.

    What no cohort collected is one row for all of them.
    """
    rows: list[EstimateRow] = []
    for kind, found in rated(answer, per=per):
        if len(answer.cohorts) == 1:
            rows.append(_row(found[0], name=FLAG_NAMES[kind]))
            continue
        rows.append(EstimateRow(FLAG_NAMES[kind], is_heading=True))
        rows += _cohort_rows(found)
    return rows


def _cohort_rows(found: Sequence[Rated]) -> list[EstimateRow]:
    if not any(one.is_collected for one in found) and any(one.rate.not_collected for one in found):
        return [_row(max(found, key=lambda one: one.rate.not_collected), name="Every cohort")]
    return [_row(one, name=one.cohort.label) for one in found]


def _row(one: Rated, *, name: str) -> EstimateRow:
    is_hatched = not one.is_collected and one.rate.not_collected > 0
    return EstimateRow(
        name,
        number=one.number,
        interval=one.interval,
        remark=one.counts if one.value is not None else NOT_COLLECTED * is_hatched,
        note="" if one.value is None else one.gaps,
        sentence="" if one.value is not None or is_hatched else one.absence,
        value=one.value,
        ends=one.ends,
        is_hatched=is_hatched,
        hover=_hover(one),
        data=(one.rate.kind.value, one.index),
    )


def _hover(one: Rated) -> tuple[str, ...]:
    if one.value is None:
        return (FLAG_NAMES[one.rate.kind], one.absence)
    number = f"{one.number} ({one.interval})" if one.interval else f"{one.number}, no interval"
    return (FLAG_NAMES[one.rate.kind], number, one.counts, one.gaps, one.estimate.remark)


def _interviews(count: int) -> str:
    return "interview" if count == 1 else "interviews"
