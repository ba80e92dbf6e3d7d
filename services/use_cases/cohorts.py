"""Use case: cohorts side by side, what differs between them, and what could be chance."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np

from services.cache.codes import OUTCOME_CODES
from services.cache.frame.columns import Frame
from services.cache.remembered import Remembered
from services.cache.store import Store
from services.errors import InputError
from services.models.browse import InterviewFilter
from services.models.cohort import (
    MOST_COHORTS,
    CohortAnswer,
    CohortDefinition,
    CohortSplit,
    CohortSummary,
    InstrumentChoice,
    Metric,
    Overlap,
    Pooling,
)
from services.models.interview import Outcome
from services.models.trend import Period, TrendAnswer
from services.use_cases.cohort_differences import Compared, Differences
from services.use_cases.cohort_figures import Levels, Sampler, figures, rate
from services.use_cases.cohort_groups import (
    Group,
    all_counted,
    all_instruments,
    chosen,
    labels,
    overlaps,
)
from services.use_cases.cohort_metrics import available, resolved
from services.use_cases.cohort_parts import largest_parts, latest_parts
from services.use_cases.cohort_trends import Trends
from services.use_cases.instruments import Instruments

_COUNTED_TWICE = (
    "Interviews that are in two cohorts are counted in both. The intervals of differences take "
    "cohorts for independent, which these are not quite."
)
MOST_METRICS = 24
"""How many metrics one answer holds: beyond, nobody reads them, and the correction drowns all."""


@dataclass(frozen=True)
class Cohorts:
    """Answers from the columns alone."""

    store: Store
    levels: Levels
    clock: Callable[[], datetime]
    titles: Mapping[str, str] = field(default_factory=dict)
    _remembered: Remembered = field(default_factory=Remembered)

    def compare(
        self,
        definitions: Sequence[CohortDefinition],
        *,
        metrics: Sequence[str] = (),
        choice: InstrumentChoice = InstrumentChoice(),  # noqa: B008  (a frozen value)
    ) -> CohortAnswer:
        """Return the cohorts with their figures and all differences; `metrics` by their key.

        Raises:
            InputError: there is no cohort, there are too many, or a metric is not known.
        """
        if not 1 <= len(definitions) <= MOST_COHORTS:
            msg = f"Name 1 to {MOST_COHORTS} cohorts; there are {len(definitions)}."
            raise InputError(msg)
        frame = self.store.frame()
        lists = self.store.lists_behind(*(each.wanted for each in definitions))
        key = ("compare", frame.generation, lists, tuple(definitions), tuple(metrics), choice)
        return self._remembered.get(
            key, lambda: self._compare(frame, definitions, metrics=metrics, choice=choice)
        )

    def trend(
        self,
        definitions: Sequence[CohortDefinition],
        *,
        metric: str | None = None,
        period: Period = Period.MONTH,
        choice: InstrumentChoice = InstrumentChoice(),  # noqa: B008  (a frozen value)
    ) -> TrendAnswer | None:
        """Return the cohorts over time in one metric (overall by default); None without scores.

        Raises:
            InputError: the metric is not known.
        """
        frame = self.store.frame()
        lists = self.store.lists_behind(*(each.wanted for each in definitions))
        edition = frame.generation, lists, self.clock().date()
        key = ("trend", *edition, tuple(definitions), metric, period, choice)
        return self._remembered.get(
            key,
            lambda: self._trend(frame, definitions, metric=metric, period=period, choice=choice),
        )

    def largest(self, by: CohortSplit) -> tuple[CohortDefinition, ...]:
        """Return the largest parts of all scored interviews, ready to be compared."""
        frame = self.store.frame()
        counted = self.store.members(frame, InterviewFilter())
        scored = self._instruments(frame).scored
        return largest_parts(frame, counted & scored, by, titles=self.titles)

    def latest(self) -> tuple[CohortDefinition, ...]:
        """Return the latest scored interviews and those of as many days before them."""
        frame = self.store.frame()
        return latest_parts(frame, self._instruments(frame).scored, today=self.clock().date())

    def current(self) -> InstrumentChoice:
        """Return the instrument with the most results of late: what is in use today."""
        frame = self.store.frame()
        recent = self.store.members(frame, self.latest()[-1].wanted)
        instruments = self._instruments(frame)
        listed = instruments.listed(instruments.counts(recent & instruments.scored), frozenset())
        return InstrumentChoice(instrument=listed[0].instrument if listed else None)

    def _compare(
        self,
        frame: Frame,
        definitions: Sequence[CohortDefinition],
        *,
        metrics: Sequence[str],
        choice: InstrumentChoice,
    ) -> CohortAnswer:
        groups = self._groups(frame, definitions, choice)
        offered = self._offered(frame, groups, choice)
        shown = resolved(metrics, offered)
        if len(shown) > MOST_METRICS:
            msg = f"At most {MOST_METRICS} metrics at once; these are {len(shown)}."
            raise InputError(msg)
        compared = [self._compared(frame, group, shown) for group in groups]
        shared = overlaps(groups)
        differences = Differences(self.levels, may_cross=choice.pooling is Pooling.VENDORS)
        return CohortAnswer(
            level=self.levels.own,
            metrics=shown,
            available=offered,
            choice=choice,
            chosen=chosen(groups),
            instruments=all_instruments(groups),
            cohorts=tuple(each.summary for each in compared),
            differences=differences.of_scores(compared),
            pass_differences=differences.of_passing(compared),
            overlaps=shared,
            warnings=tuple(self._warnings(groups, choice, shared)),
        )

    def _trend(
        self,
        frame: Frame,
        definitions: Sequence[CohortDefinition],
        *,
        metric: str | None,
        period: Period,
        choice: InstrumentChoice,
    ) -> TrendAnswer | None:
        groups = self._groups(frame, definitions, choice)
        offered = self._offered(frame, groups, choice)
        if not offered:
            return None
        trends = Trends(
            frame,
            resolved([metric] if metric else (), offered)[0],
            period=period,
            today=self.clock().date(),
            level=self.levels.own,
            instruments=groups[0].instruments,
        )
        return trends.answer(
            [(group.label, group.definition.wanted, group.mask) for group in groups],
            warnings=tuple(self._warnings(groups, choice, overlaps(groups))),
        )

    def _groups(
        self, frame: Frame, definitions: Sequence[CohortDefinition], choice: InstrumentChoice
    ) -> list[Group]:
        instruments = self._instruments(frame)
        masks = [self.store.members(frame, each.wanted) for each in definitions]
        tables = [instruments.counts(mask & instruments.scored) for mask in masks]
        if any(table.any() for table in tables):
            counted = instruments.counted(tables, choice)
        else:
            # Nobody has a result: they are counted as what they are, not evaluated for example.
            counted = instruments.counted([instruments.counts(mask) for mask in masks], choice)
        return [
            Group(label, definition, instruments, members=mask, table=table, counted=own)
            for label, definition, mask, table, own in zip(
                labels(definitions), definitions, masks, tables, counted, strict=True
            )
        ]

    def _offered(
        self, frame: Frame, groups: Sequence[Group], choice: InstrumentChoice
    ) -> tuple[Metric, ...]:
        """Return the metrics of the cohorts; a page asks twice, for figures and for trends."""
        definitions = tuple(group.definition for group in groups)
        lists = self.store.lists_behind(*(each.wanted for each in definitions))
        return self._remembered.get(
            ("offered", frame.generation, lists, definitions, choice),
            lambda: available(frame, [group.mask for group in groups]),
        )

    def _instruments(self, frame: Frame) -> Instruments:
        return self._remembered.get(
            ("instruments", frame.generation), lambda: Instruments(frame, self.titles)
        )

    def _compared(self, frame: Frame, group: Group, metrics: Sequence[Metric]) -> Compared:
        sampler = Sampler(frame, group.mask)
        samples = [sampler.sample(metric) for metric in metrics]
        verdicts, mask = frame.interviews.outcome, group.mask
        passed, failed, undetermined = (
            int(np.count_nonzero((verdicts == OUTCOME_CODES[each]) & mask))
            for each in (Outcome.PASS, Outcome.FAIL, Outcome.UNDETERMINED)
        )
        counted = sampler.members_count
        noticed = int(np.count_nonzero((frame.interviews.notices > 0) & mask))
        summary = CohortSummary(
            label=group.label,
            wanted=group.definition.wanted,
            members=int(np.count_nonzero(group.members)),
            counted=counted,
            instruments=group.instruments.listed(group.table, group.counted),
            passed=passed,
            failed=failed,
            undetermined=undetermined,
            no_verdict=counted - passed - failed - undetermined,
            pass_rate=rate(passed, passed + failed, what="verdict", level=self.levels.own),
            notice_rate=rate(noticed, counted, what="interview", level=self.levels.own),
            figures=tuple(figures(each, levels=self.levels) for each in samples),
        )
        return Compared(summary, samples, group.counted)

    def _warnings(
        self, groups: Sequence[Group], choice: InstrumentChoice, shared: Sequence[Overlap]
    ) -> list[str]:
        found = list(groups[0].instruments.together(all_counted(groups), choice.pooling))
        for group in groups:
            found += group.warnings()
        if shared:
            found.append(_COUNTED_TWICE)
        return found
