"""Cohorts over time: one figure a month or week, and where another instrument took over."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from services.analysis.means import mean
from services.analysis.proportions import share
from services.cache.codes import OUTCOME_CODES
from services.cache.frame.columns import Frame, Mask
from services.models.browse import InterviewFilter
from services.models.cohort import FEWEST_FOR_A_SUMMARY, Metric
from services.models.estimate import Estimate, refused
from services.models.interview import Outcome
from services.models.trend import Period, Trend, TrendAnswer, TrendPoint
from services.use_cases.instruments import SCORED, Instruments

_DAY_MS = 86_400_000
_MONDAY = 3
"""1970-01-01 was a Thursday: three days after a Monday."""
_PASSED, _FAILED = (OUTCOME_CODES[each] for each in (Outcome.PASS, Outcome.FAIL))

_REACH_BACK = timedelta(days=20 * 365)
_REACH_AHEAD = timedelta(days=60)
"""Interviews are scheduled some weeks ahead, and clocks of other zones are ahead by hours."""


@dataclass(frozen=True)
class Trends:
    """Counts one metric by period."""

    frame: Frame
    metric: Metric
    period: Period
    today: date
    level: float
    instruments: Instruments

    def answer(
        self,
        cohorts: Sequence[tuple[str, InterviewFilter, Mask]],
        *,
        warnings: tuple[str, ...],
    ) -> TrendAnswer:
        """Return the trend of each (label, filter, members)."""
        return TrendAnswer(
            metric=self.metric,
            period=self.period,
            level=self.level,
            trends=tuple(self._trend(*cohort) for cohort in cohorts),
            warnings=warnings,
        )

    def _trend(self, label: str, wanted: InterviewFilter, members: Mask) -> Trend:
        columns, interviews = self.frame.scores[self.metric], self.frame.interviews
        values = np.full(len(interviews), np.nan)
        usable = columns.state == SCORED
        values[columns.row[usable]] = columns.value[usable]
        values[interviews.doubtful] = np.nan
        seen = members & np.isfinite(values)
        is_dated = (interviews.happened_ms >= self._earliest) & (
            interviews.happened_ms < self._latest
        )
        undated = int(np.count_nonzero(seen & ~is_dated))
        rows = np.flatnonzero(seen & is_dated)
        starts = self._starts(interviews.happened_ms[rows])
        order = np.argsort(starts, kind="stable")
        rows, starts = rows[order], starts[order]
        edges = np.flatnonzero(np.diff(starts)) + 1
        points: list[TrendPoint] = []
        for part in np.split(np.arange(len(rows)), edges) if len(rows) else ():
            day = date.fromordinal(int(starts[part[0]]))
            points.append(self._point(day, wanted, values, rows[part], before=points[-1:]))
        return Trend(label=label, points=tuple(points), undated=undated)

    @property
    def _earliest(self) -> int:
        """Return the first millisecond that can be meant: nobody was interviewed by machine."""
        return _milliseconds(self.today - _REACH_BACK)

    @property
    def _latest(self) -> int:
        """Return the millisecond from which on a date cannot be meant, only mistyped."""
        return _milliseconds(self.today + _REACH_AHEAD)

    def _starts(self, happened_ms: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the ordinal of the first day of each time's period, in UTC."""
        days = happened_ms // _DAY_MS
        epoch = date(1970, 1, 1).toordinal()
        if self.period is Period.WEEK:
            return np.asarray(days - (days + _MONDAY) % 7 + epoch)
        first = days.astype("datetime64[D]").astype("datetime64[M]").astype("datetime64[D]")
        return np.asarray(first.astype(np.int64) + epoch)

    def _point(
        self,
        day: date,
        wanted: InterviewFilter,
        values: NDArray[np.float64],
        rows: NDArray[np.int64],
        *,
        before: Sequence[TrendPoint],
    ) -> TrendPoint:
        versions, last = self._versions(rows), self._last(day)
        outcomes = self.frame.interviews.outcome[rows]
        passed, failed = (int((outcomes == code).sum()) for code in (_PASSED, _FAILED))
        return TrendPoint(
            label=self._label(day),
            start_day=day.isoformat(),
            mean=self._mean(values[rows]),
            pass_rate=self._rate(passed, passed + failed),
            versions=versions,
            is_partial=last >= self.today,
            begins_version=bool(before) and before[-1].versions[:1] != versions[:1],
            wanted=wanted.model_copy(update={"since": day, "until": last}),
        )

    def _versions(self, rows: NDArray[np.int64]) -> tuple[str, ...]:
        counts = np.bincount(self.instruments.codes[rows], minlength=len(self.instruments.all))
        order = sorted(np.flatnonzero(counts).tolist(), key=lambda code: (-counts[code], code))
        return tuple(self.instruments.words(self.instruments.all[code]) for code in order)

    def _mean(self, values: NDArray[np.float64]) -> Estimate:
        if len(values) < FEWEST_FOR_A_SUMMARY:
            return self._few(len(values), method="mean")
        return mean(values, level=self.level)

    def _rate(self, part: int, whole: int) -> Estimate:
        if whole < FEWEST_FOR_A_SUMMARY:
            return self._few(whole, method="share")
        return share(part, whole, level=self.level)

    def _few(self, n: int, *, method: str) -> Estimate:
        sentence = f"Too few for a figure: {n}."
        return refused(sentence, level=self.level, n=n, method=method)

    def _label(self, day: date) -> str:
        if self.period is Period.MONTH:
            return day.isoformat()[:7]
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"

    def _last(self, day: date) -> date:
        """Return the last day of the period that begins with `day`."""
        if self.period is Period.WEEK:
            return day + timedelta(days=6)
        return day.replace(day=monthrange(day.year, day.month)[1])


def _milliseconds(day: date) -> int:
    return (day - date(1970, 1, 1)).days * _DAY_MS
