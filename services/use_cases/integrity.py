"""Use case: what proctoring saw, how often, and what people said about it; never a score."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from services.analysis.funnel import funnel
from services.analysis.proportions import share
from services.analysis.rates import tallied_per_hour
from services.analysis.tallies import tallies
from services.cache.codes import ALL_NOT_COLLECTED, SIGNAL_CODES
from services.cache.frame.columns import Frame, InterviewColumns, Mask, Whole
from services.cache.remembered import Remembered
from services.cache.store import Store
from services.errors import InputError
from services.models import notation
from services.models.browse import InterviewFilter
from services.models.cohort import MOST_COHORTS, CohortDefinition
from services.models.funnel import Split
from services.models.integrity import IntegrityAnswer, IntegrityCohort, SignalRate
from services.models.recording import SignalKind
from services.use_cases.cohort_groups import labels
from services.use_cases.flag_queue import FlagQueue, flag_queue

MOST_PARTS = MOST_COHORTS - 1
"""The whole stands beside its parts."""


@dataclass(frozen=True)
class Integrity:
    """Answers from the columns and the reviews alone."""

    store: Store
    level: float
    """Of the intervals, 0 to 1."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """How each vendor spells its name, by its short name."""
    _remembered: Remembered = field(default_factory=Remembered)

    def integrity(
        self, definitions: Sequence[CohortDefinition], *, offset: int = 0, limit: int = 25
    ) -> IntegrityAnswer:
        """Return each cohort's rates, and the reviews of the first one's flags.

        Only interviews that began count. One in which a kind of signal was not collected is in no
        rate of that kind. The interviews that await a review come newest first, `limit` of them
        behind the first `offset`.

        Raises:
            InputError: there is no cohort, or there are too many.
        """
        if not 1 <= len(definitions) <= MOST_COHORTS:
            msg = f"Name 1 to {MOST_COHORTS} cohorts; there are {len(definitions)}."
            raise InputError(msg)
        frame = self.store.frame()
        lists = self.store.lists_behind(*(each.wanted for each in definitions))
        cohorts, warnings = self._remembered.get(
            ("rates", frame.generation, lists, tuple(definitions)),
            lambda: self._rates(frame, definitions),
        )
        queue = self._queue(frame, definitions[0].wanted)
        return IntegrityAnswer(
            level=self.level,
            cohorts=cohorts,
            reviews=queue.counts(),
            awaiting=queue.awaiting(self.store, offset=offset, limit=limit),
            awaiting_total=queue.total,
            warnings=warnings,
        )

    def split(
        self,
        chosen: InterviewFilter,
        *,
        by: Split | None = None,
        label: str = "All",
        offset: int = 0,
        limit: int = 25,
    ) -> IntegrityAnswer:
        """Return the interviews of `chosen` as one cohort and, with `by`, its parts beside it.

        At most `MOST_PARTS` parts: the newest months, or the roles or vendors with most interviews.
        """
        whole = CohortDefinition(name=label, wanted=chosen)
        parts = self._parts(chosen, by) if by else ()
        answer = self.integrity((whole, *parts[:MOST_PARTS]), offset=offset, limit=limit)
        if not by or len(parts) <= MOST_PARTS:
            return answer
        which = "the newest" if by is Split.MONTH else "those with the most interviews"
        left_out = f"{MOST_PARTS} of {len(parts)} {by}s are shown: {which}."
        return answer.model_copy(update={"warnings": (left_out, *answer.warnings)})

    def _parts(self, chosen: InterviewFilter, by: Split) -> tuple[CohortDefinition, ...]:
        """Return a cohort for each part in which an interview began; none where there is one."""

        def parts() -> tuple[CohortDefinition, ...]:
            groups = funnel(
                self.store.status_counts(chosen), chosen, by=by, titles=self.titles
            ).groups
            return tuple(
                CohortDefinition(name=group.label, wanted=invited.opens)
                for group in groups
                for invited, started, *_ in [group.stages]
                if started.count
            )

        key = (self.store.generation(), self.store.lists_behind(chosen), chosen, by)
        found = self._remembered.get(key, parts)
        return found if len(found) > 1 else ()

    def _rates(
        self, frame: Frame, definitions: Sequence[CohortDefinition]
    ) -> tuple[tuple[IntegrityCohort, ...], tuple[str, ...]]:
        cohorts, warnings = [], []
        for label, definition in zip(labels(definitions), definitions, strict=True):
            began = self._began(frame, definition.wanted)
            cohorts.append(
                IntegrityCohort(
                    label=label,
                    wanted=definition.wanted,
                    interviews=int(np.count_nonzero(began)),
                    rates=_signal_rates(frame.interviews, began, level=self.level),
                )
            )
            warnings += _warnings(frame.interviews, began, label=label)
        return tuple(cohorts), tuple(warnings)

    def _queue(self, frame: Frame, wanted: InterviewFilter) -> FlagQueue:
        latest = self.store.latest_reviews()
        said = frozenset((one, frozenset(each.items())) for one, each in latest.items())
        return self._remembered.get(
            ("queue", frame.generation, self.store.lists_behind(wanted), wanted, said),
            lambda: flag_queue(self.store, frame, self._began(frame, wanted), latest),
        )

    def _began(self, frame: Frame, wanted: InterviewFilter) -> Mask:
        return self.store.members(frame, wanted) & frame.interviews.started


def _signal_rates(
    columns: InterviewColumns, began: Mask, *, level: float
) -> tuple[SignalRate, ...]:
    found = tallies(
        columns.signals,
        columns.duration_s,
        missing=columns.not_collected,
        bits=[1 << code for code in SIGNAL_CODES.values()],
        among=began,
    )
    interviews = int(np.count_nonzero(began))
    rates = [
        SignalRate(
            kind=kind,
            collected=each.interviews,
            not_collected=interviews - each.interviews,
            events=each.all_events,
            with_any=share(each.with_any, each.interviews, level=level),
            per_hour=tallied_per_hour(each, level=level),
        )
        for kind, each in zip(SIGNAL_CODES, found, strict=True)
    ]
    return tuple(sorted(rates, key=lambda rate: list(SignalKind).index(rate.kind)))


def _warnings(columns: InterviewColumns, began: Mask, *, label: str) -> list[str]:
    if not began.any():
        return [f"{label}: no interview that began matches."]
    if not _is_any_watched(columns, began):
        return [f"{label}: no kind of signal was collected in any of its interviews."]
    untimed = np.flatnonzero(began & ~(columns.duration_s > 0))
    left_out = int(np.count_nonzero(_watched(columns, untimed)))
    if not left_out:
        return []
    of = notation.count(left_out, "interview")
    return [f"{label}: {of} of unknown length, in no rate per hour."]


def _is_any_watched(columns: InterviewColumns, began: Mask) -> bool:
    if (began & (columns.not_collected != ALL_NOT_COLLECTED)).any():
        return True
    return bool(_watched(columns, np.flatnonzero(began)).any())


def _watched(columns: InterviewColumns, rows: Whole) -> Mask:
    """Tell in which of these interviews any kind of signal was collected."""
    watched: Mask = columns.not_collected[rows] != ALL_NOT_COLLECTED
    return watched | columns.signals[rows].any(axis=1)
