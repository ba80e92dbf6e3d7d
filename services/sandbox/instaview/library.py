"""All interviews of the sandbox: planned ones, made when first asked for, and booked ones."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import Any

from services.sandbox.instaview.interview import interview_body
from services.sandbox.instaview.plan import Plan, plan
from services.sandbox.instaview.roster import Roster
from services.sandbox.instaview.schedule import (
    broken_case,
    interview_id,
    planned_count,
    planned_stage,
)
from services.sandbox.instaview.stage import FOLLOWERS, Stage
from services.sandbox.options import SandboxOptions
from services.sandbox.vendor_api import Described, StepError

OnStage = Callable[[Plan], None]
"""Is told a plan each time that its interview has reached a new stage."""


class Library:
    """Finds an interview by its id, moves interviews along, and forgets deleted ones."""

    def __init__(
        self, options: SandboxOptions, *, clock: Callable[[], datetime], on_stage: OnStage
    ) -> None:
        self.roster = Roster(options)
        self._options = options
        self._clock = clock
        self._on_stage = on_stage
        self._booked: dict[str, Plan] = {}
        self._stages: dict[str, Stage] = {}
        self._steps: dict[str, int] = {}
        self._deleted: set[str] = set()

    @cached_property
    def _index(self) -> dict[str, int]:
        seed = self._options.seed
        return {interview_id(seed, index): index for index in range(planned_count(self._options))}

    def describe(self) -> list[Described]:
        """Return all interviews that are not deleted: planned ones in order, then booked ones."""
        self.catch_up()
        planned = (
            Described(key, self._stages.get(key, planned_stage(index)), broken_case(index))
            for key, index in self._index.items()
        )
        booked = (Described(key, self._stages[key]) for key in self._booked)
        return [one for one in (*planned, *booked) if one.interview_id not in self._deleted]

    def knows(self, wanted: str) -> bool:
        """Tell whether there is an interview of this id."""
        return wanted not in self._deleted and (wanted in self._index or wanted in self._booked)

    def plan(self, wanted: str) -> Plan:
        """Return the plan of an interview that is known, at the stage where it stands."""
        made = self._booked.get(wanted) or plan(self._options, self._index[wanted])
        return replace(made, stage=self._stages.get(wanted, made.stage))

    def body(self, wanted: str, *, base_url: str) -> dict[str, Any]:
        """Return the body of an interview that is known, with its links below a URL."""
        return interview_body(self.plan(wanted), base_url=base_url)

    def ids_of(self, candidate_id: str) -> Sequence[str]:
        """Return the interviews of a candidate, the planned ones first."""
        numbers = self.roster.planned_interviews(candidate_id)
        planned = [interview_id(self._options.seed, number) for number in numbers]
        booked = [key for key, made in self._booked.items() if made.candidate_id == candidate_id]
        return [key for key in (*planned, *booked) if key not in self._deleted]

    def book(self, made: Plan) -> None:
        """Take in a new interview; the clock moves it along, if the options say so.

        One that is over at once is told of as if it had been held.
        """
        self._booked[made.interview_id] = made
        self._stages[made.interview_id] = made.stage
        self._steps[made.interview_id] = 0
        if made.stage is Stage.ANALYSIS_COMPLETED:
            self._on_stage(replace(made, stage=Stage.COMPLETED))
            self._on_stage(made)

    def booked_count(self) -> int:
        """Return how many interviews were booked so far."""
        return len(self._booked)

    def delete(self, wanted: str) -> None:
        """Forget an interview."""
        self._deleted.add(wanted)

    def advance(self, wanted: str, target: Stage | None = None) -> Stage:
        """Move an interview to its next stage, or to the one told; return where it stands then.

        Raises:
            StepError: nothing follows, or not that.
        """
        followers = FOLLOWERS[self.plan(wanted).stage]
        if not followers or (target and target not in followers):
            after = ", ".join(followers) or "nothing"
            msg = f"After {self.plan(wanted).stage} comes {after}."
            raise StepError(msg)
        self._stages[wanted] = target or followers[0]
        self._steps[wanted] = self._steps.get(wanted, 0) + 1
        self._on_stage(self.plan(wanted))
        return self._stages[wanted]

    def catch_up(self) -> bool:
        """Move booked interviews to where they stand by now; tell whether any is still to move."""
        step_s, now = self._options.step_seconds, self._clock()
        if not step_s:
            return False
        unfinished = [key for key in self._booked if self._can_move(key)]
        for key in unfinished:
            due = int((now - self._booked[key].created_at).total_seconds() // step_s)
            while self._steps[key] < due and self._can_move(key):
                self.advance(key)
        return any(self._can_move(key) for key in unfinished)

    def _can_move(self, key: str) -> bool:
        return key not in self._deleted and bool(FOLLOWERS[self._stages[key]])
