"""All candidates: planned ones, invented when first asked for, and new ones at the end."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from services.sandbox.instaview.candidate import Candidate, candidate_id, planned_candidate
from services.sandbox.instaview.job import role_job
from services.sandbox.instaview.plan import plan
from services.sandbox.instaview.schedule import owner, planned_count
from services.sandbox.options import SandboxOptions
from services.sandbox.roles import roles

_WITHOUT_INTERVIEWS = 2
"""People who were never invited stand in the list as well."""


class Roster:
    """Finds candidates by their ids, and tells which planned interviews somebody has."""

    def __init__(self, options: SandboxOptions) -> None:
        self._options = options
        self._count = planned_count(options)
        self._new: dict[str, Candidate] = {}

    @cached_property
    def _index(self) -> dict[str, int]:
        seed, count = self._options.seed, self._count
        numbers = [index for index in range(count) if owner(index) == index]
        numbers += range(count, count + _WITHOUT_INTERVIEWS)
        return {candidate_id(seed, index): index for index in numbers}

    def ids(self) -> Sequence[str]:
        """Return all ids: the planned candidates in order, then the new ones."""
        return [*self._index, *self._new]

    def find(self, wanted: str) -> Candidate | None:
        """Return the candidate of this id, if there is one."""
        if wanted in self._index:
            return self._planned(self._index[wanted])
        return self._new.get(wanted)

    def body(self, wanted: str) -> dict[str, Any]:
        """Return what the vendor tells of somebody who is known."""
        found = self.find(wanted)
        return found.body() if found else {}

    def add(self, candidate: Candidate) -> None:
        """Take in somebody new."""
        self._new[candidate.candidate_id] = candidate

    def planned_interviews(self, wanted: str) -> list[int]:
        """Return the numbers of the planned interviews of a candidate."""
        index = self._index.get(wanted)
        if index is None:
            return []
        return [
            number
            for number in (index, index + 4)
            if number < self._count and owner(number) == index
        ]

    def _planned(self, index: int) -> Candidate:
        if index >= self._count:
            made_at = plan(self._options, index).created_at
            return planned_candidate(self._options, index, made_at=made_at, job_ids=())
        numbers = self.planned_interviews(candidate_id(self._options.seed, index))
        plans = [plan(self._options, number) for number in numbers]
        job_ids = [each.job_id for each in plans if each.job_id]
        return planned_candidate(
            self._options,
            index,
            made_at=min(each.created_at for each in plans),
            job_ids=tuple(dict.fromkeys([*job_ids, *self._another_job(index)])),
        )

    def _another_job(self, index: int) -> list[str]:
        """Return a job beside the one of the interview: one in five has applied for two."""
        if index % 5:
            return []
        today, role = self._options.today, roles()[index % len(roles())]
        return [role_job(self._options.seed, role, today=today).job_id]
