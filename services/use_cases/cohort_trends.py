"""Cohorts over time: one figure a month or week, and where another instrument took over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from services.analysis.means import mean
from services.analysis.proportions import share
from services.cache.codes import OUTCOME_CODES
from services.cache.frame.columns import NO_TIME, Frame, Mask
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
        undated = int((seen & (interviews.happened_ms == NO_TIME)).sum())
        rows = np.flatnonzero(seen & (interviews.happened_ms != NO_TIME))
        starts = self._starts(interviews.happened_ms[rows])
        order = np.argsort(starts, kind="stable")
        rows, starts = rows[order], starts[order]
        edges = np.flatnonzero(np.diff(starts)) + 1
        points: list[TrendPoint] = []
        for part in np.split(np.arange(len(rows)), edges) if len(rows) else ():
            day = date.fromordinal(int(starts[part[0]]))
            points.append(self._point(day, wanted, values, rows[part], before=points[-1:]))
        return Trend(label=label, points=tuple(points), undated=undated)

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
        versions = self._versions(rows)
        outcomes = self.frame.interviews.outcome[rows]
        passed, failed = (int((outcomes == code).sum()) for code in (_PASSED, _FAILED))
        return TrendPoint(
            label=self._label(day),
            start_day=day.isoformat(),
            mean=self._mean(values[rows]),
            pass_rate=self._rate(passed, passed + failed),
            versions=versions,
            is_partial=self._following(day) > self.today,
            begins_version=bool(before) and before[-1].versions[:1] != versions[:1],
            wanted=wanted.model_copy(
                update={"since": day, "until": self._following(day) - timedelta(days=1)}
            ),
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
            return f"{day:%Y-%m}"
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}"

    def _following(self, day: date) -> date:
        if self.period is Period.WEEK:
            return day + timedelta(days=7)
        return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
