"""Use case: do the graders agree? Over the interviews of a filter, or in one interview."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from services.analysis.funnel import month_words
from services.cache.frame.columns import NONE, Frame, Mask
from services.cache.remembered import Remembered
from services.cache.store import Store
from services.errors import NothingFoundError
from services.models import notation
from services.models.agreement import AgentsAnswer, Agreement, GroupAgreement
from services.models.browse import InterviewFilter
from services.models.cohort import InstrumentChoice
from services.use_cases.agent_agreement import agreement_of
from services.use_cases.agent_table import agent_rows, criterion_rows, heat_cells
from services.use_cases.caveats import doubtful_words
from services.use_cases.instruments import Instruments, Narrowed
from services.use_cases.judgements import Judgements, judgements, numbered
from services.use_cases.split_panels import split_panels

MOST_GROUPS: Final = 30
"""Roles, and months: a figure with more rows is not read."""
_NO_ROLE: Final = "No role given"


@dataclass(frozen=True)
class Agents:
    """Answers from the columns alone; a doubtful interview is in no figure."""

    store: Store
    level: float
    """Of the intervals, 0 to 1."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """How each vendor spells its name, by its short name."""
    _remembered: Remembered = field(default_factory=Remembered)

    def agents(
        self,
        wanted: InterviewFilter,
        choice: InstrumentChoice = InstrumentChoice(),  # noqa: B008  (a frozen value)
    ) -> AgentsAnswer:
        """Return what the agents of the filter's interviews gave, and how far they agree."""
        frame = self.store.frame()
        key = ("agents", frame.generation, self.store.lists_behind(wanted), wanted, choice)
        return self._remembered.get(key, lambda: self._agents(frame, wanted, choice))

    def agreement(
        self,
        wanted: InterviewFilter,
        choice: InstrumentChoice = InstrumentChoice(),  # noqa: B008  (a frozen value)
    ) -> tuple[Agreement, tuple[str, ...]]:
        """Return how far the agents agree, and what a reader must know before it."""
        frame = self.store.frame()

        def ask() -> tuple[Agreement, tuple[str, ...]]:
            counted = self._counted(frame, self.store.members(frame, wanted), choice)
            which = counted.mask & ~frame.interviews.doubtful
            return self._agreement(frame, judgements(frame, which)), counted.warnings

        key = ("agreement", frame.generation, self.store.lists_behind(wanted), wanted, choice)
        return self._remembered.get(key, ask)

    def of_interview(self, interview_id: str) -> AgentsAnswer:
        """Return what the agents of one interview gave, by our id or its vendor's.

        Raises:
            NothingFoundError: no such interview is in the cache.
            InputError: several vendors have an interview of this id.
        """
        found = self.store.find(interview_id.strip())
        if found is None:
            msg = f"No interview “{interview_id}” is in the cache. Check the id."
            raise NothingFoundError(msg)
        answer = self.agents(InterviewFilter(ids=(found,), gone=None))
        return answer.model_copy(update={"by_role": (), "by_month": ()})

    def _counted(self, frame: Frame, members: Mask, choice: InstrumentChoice) -> Narrowed:
        judged = np.zeros(len(frame.interviews), dtype=bool)
        judged[frame.criteria.row] = True
        return Instruments(frame, self.titles).narrowed(members, judged, choice)

    def _agents(
        self, frame: Frame, wanted: InterviewFilter, choice: InstrumentChoice
    ) -> AgentsAnswer:
        counted = self._counted(frame, self.store.members(frame, wanted), choice)
        members = counted.mask
        which = members & ~frame.interviews.doubtful
        found = judgements(frame, which)
        split = split_panels(self.store, frame, which)
        return AgentsAnswer(
            level=self.level,
            interviews=found.interviews,
            agreement=self._agreement(frame, found),
            agents=agent_rows(found, frame.words, level=self.level),
            criteria=criterion_rows(found, frame.words),
            cells=heat_cells(found, frame.words),
            by_role=tuple(self._by_role(frame, found, wanted)),
            by_month=tuple(self._by_month(frame, found, wanted)),
            split=split.widest,
            split_total=split.total,
            panels=split.panels,
            choice=choice,
            instruments=counted.listed,
            warnings=(*counted.warnings, *self._warnings(frame, found, members)),
        )

    def _agreement(self, frame: Frame, found: Judgements) -> Agreement:
        return agreement_of(found, names=frame.words, level=self.level)

    def _by_role(
        self, frame: Frame, found: Judgements, wanted: InterviewFilter
    ) -> Iterator[GroupAgreement]:
        group = frame.interviews.role[found.row]
        for code, part in found.parts(group, most=MOST_GROUPS):
            role = "" if code == NONE else frame.roles[code]
            yield GroupAgreement(
                label=role or _NO_ROLE,
                agreement=self._agreement(frame, part),
                opens=wanted.model_copy(update={"roles": (role,)}),
            )

    def _by_month(
        self, frame: Frame, found: Judgements, wanted: InterviewFilter
    ) -> Iterator[GroupAgreement]:
        group = frame.interviews.month[found.row]
        for code, part in sorted(found.parts(group, most=MOST_GROUPS), key=lambda each: each[0]):
            yield GroupAgreement(
                label=month_words(code).capitalize(),
                agreement=self._agreement(frame, part),
                opens=wanted.model_copy(update={"months": (code,)}),
            )

    def _warnings(self, frame: Frame, found: Judgements, members: Mask) -> Iterator[str]:
        """Return what a reader must know before the figures."""
        yield from doubtful_words(frame, members, frame.criteria.row)
        yield from _strange(found)
        yield from _clones(found, frame.words)
        for group, what in ((frame.interviews.role, "roles"), (frame.interviews.month, "months")):
            count = len(numbered(group[found.row])[0])
            if count > MOST_GROUPS:
                yield f"The {MOST_GROUPS} {what} with most judgements are shown, of {count}."


def _strange(found: Judgements) -> Iterator[str]:
    """Say what is not as it should be in the vendors' numbers; nothing of it is mended."""
    beyond = int(np.count_nonzero((found.opinions.share < 0) | (found.opinions.share > 1)))
    if beyond:
        judgements_ = notation.count(beyond, "judgement")
        yield f"{judgements_} below 0 or above the maximum: counted as the vendor gave it."
    if found.twice:
        again = notation.count(found.twice, "judgement")
        yield f"{again} left out: the same agent had judged the same criterion already."


def _clones(found: Judgements, words: Mapping[int, str]) -> Iterator[str]:
    """Say which agents are no second opinion, where there are others beside them."""
    targets = notation.count(len(found.table.cells), "target")
    if len(found.table.agents) > 2:
        for a, b in found.table.clones():
            yield (
                f"{words[a]} and {words[b]} gave the same on each of {targets}: "
                "that is one opinion, counted twice."
            )
