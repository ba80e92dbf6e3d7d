"""All runs of a sandbox: planned ones, sent ones, how far each is, and what they cost."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, lru_cache
from typing import Any

from services.sandbox.draw import stream
from services.sandbox.options import SandboxOptions
from services.sandbox.vendor_api import Described, Setting, StepError
from services.sandbox.zenhire.envelope import RefusalError
from services.sandbox.zenhire.plan import (
    Plan,
    broken_case,
    plan,
    planned_count,
    planned_status,
    run_id,
    stranger,
)
from services.sandbox.zenhire.result import deducted, result
from services.sandbox.zenhire.status import FOLLOWERS, UNFINISHED, Status
from services.sandbox.zenhire.submission import Submission

FIRST_BALANCE = 120
"""The credits that a sandbox begins with; what the planned runs cost is paid already."""
_KEPT_PLANS = 1024
_FIRST_SENT = 9000
_WAY = (Status.QUEUED, Status.PROCESSING, Status.SUCCESS)


@dataclass(frozen=True)
class Row:
    """One run as a list shows it."""

    run_id: str
    external_id: str | None
    status: str
    submitted_at: datetime


@dataclass(frozen=True)
class Account:
    """Credits: those paid for, and those held for runs that are under way."""

    balance: int
    held: int

    @property
    def available(self) -> int:
        """What a new run may cost."""
        return self.balance - self.held


def describe(options: SandboxOptions) -> tuple[Described, ...]:
    """Return what the planned runs will be, without making them."""
    return tuple(
        Described(run_id(options.seed, index), planned_status(index), broken_case(index))
        for index in range(planned_count(options))
    )


class RunBook:
    """Finds runs by their ids, takes new ones in, and moves them along."""

    def __init__(self, setting: Setting) -> None:
        self._options = setting.options
        self._clock = setting.clock
        self._sent: dict[str, Plan] = {}
        self._told: dict[str, Status] = {}
        self._planned = lru_cache(_KEPT_PLANS)(lambda index: plan(self._options, index))

    @cached_property
    def _index(self) -> dict[str, int]:
        seed = self._options.seed
        return {run_id(seed, index): index for index in range(planned_count(self._options))}

    @cached_property
    def _planned_rows(self) -> tuple[Row, ...]:
        plans = (plan(self._options, index) for index in self._index.values())
        return tuple(
            Row(made.run_id, made.external_id, made.status, made.submitted_at) for made in plans
        )

    @property
    def under_way(self) -> list[Plan]:
        """The sent runs that are not finished, in the order in which they came."""
        return [made for key, made in self._sent.items() if self.status(key) in UNFINISHED]

    @property
    def account(self) -> Account:
        """What is left now."""
        spent = sum(deducted(made, self.status(key)) for key, made in self._sent.items())
        return Account(FIRST_BALANCE - spent, held=sum(made.cost for made in self.under_way))

    @property
    def finished(self) -> list[tuple[Plan, int]]:
        """The sent runs that are finished, each with what it cost."""
        return [
            (made, deducted(made, self.status(key)))
            for key, made in self._sent.items()
            if self.status(key) not in UNFINISHED
        ]

    def describe(self) -> list[Described]:
        """Return all runs: the planned ones in order, then the sent ones."""
        planned = describe(self._options)
        return [
            *(replace(one, status=self.status(one.interview_id)) for one in planned),
            *(Described(key, self.status(key)) for key in self._sent),
        ]

    def rows(self) -> list[Row]:
        """Return all runs, newest first."""
        sent = (
            Row(key, made.external_id, made.status, made.submitted_at)
            for key, made in self._sent.items()
        )
        rows = [
            replace(row, status=self.status(row.run_id)) for row in (*self._planned_rows, *sent)
        ]
        return sorted(rows, key=lambda row: (row.submitted_at, row.run_id), reverse=True)

    def knows(self, wanted: str) -> bool:
        """Tell whether there is a run of this id."""
        return wanted in self._sent or wanted in self._index

    def status(self, wanted: str) -> str:
        """Return where a known run stands now."""
        if wanted in self._told:
            return self._told[wanted]
        if wanted in self._index:
            return planned_status(self._index[wanted])
        return self._status_by_time(self._sent[wanted])

    def body(self, wanted: str) -> dict[str, Any]:
        """Return the answer to a poll for a known run."""
        made = self._sent.get(wanted) or self._planned(self._index[wanted])
        return result(made, self.status(wanted), balance=self._balance_after(made))

    def submit(self, submission: Submission) -> Plan:
        """Take in a recording, and hold what it will cost.

        Raises:
            RefusalError: 402, the credits do not suffice.
        """
        made = self._made(submission, number=len(self._sent))
        available = self.account.available
        if made.cost > available:
            details = {"cost": made.cost, "available": available}
            message = f"This run costs {made.cost} credits, and {available} are available."
            raise RefusalError(402, "INSUFFICIENT_CREDITS", message, details=details)
        self._sent[made.run_id] = made
        return made

    def advance(self, wanted: str, target: str | None = None) -> str:
        """Move a run to its next status, or to the one told; return where it stands then.

        Raises:
            StepError: nothing follows, or not that.
        """
        status = self.status(wanted)
        followers = FOLLOWERS[status]
        if not followers or (target and target not in followers):
            msg = f"After {status} comes {', '.join(followers) or 'nothing'}."
            raise StepError(msg)
        self._told[wanted] = Status(target or followers[0])
        return self._told[wanted]

    def _status_by_time(self, made: Plan) -> Status:
        if not self._options.step_seconds:
            return Status.QUEUED
        waited = (self._clock() - made.submitted_at).total_seconds()
        return _WAY[min(len(_WAY) - 1, int(waited // self._options.step_seconds))]

    def _balance_after(self, made: Plan) -> int:
        """Return what was left when a run was paid; of planned ones, the older had more."""
        if made.run_id in self._sent:
            return _balance_after_sent(self.finished, made)
        age = self._options.today - made.submitted_at
        return FIRST_BALANCE + max(0, round(age.total_seconds() / 3600))

    def _made(self, submission: Submission, *, number: int) -> Plan:
        key = f"{self._options.seed}/zenhire/sent/{number}"
        rng = stream(key, "plan")
        now = self._clock()
        return Plan(
            key=key,
            run_id=run_id(self._options.seed, f"sent/{number}"),
            external_id=submission.external_id,
            source=stranger(self._options, rng, key=key, number=_FIRST_SENT + number),
            language=submission.language,
            status=Status.QUEUED,
            broken=None,
            # As fine as it is printed, so that a list can be filtered by what it says.
            submitted_at=now.replace(microsecond=now.microsecond // 1000 * 1000),
            known_seconds=submission.seconds,
            metadata={**submission.metadata, "synthetic": "true"},
            tags=submission.tags,
        )


def _balance_after_sent(finished: Sequence[tuple[Plan, int]], wanted: Plan) -> int:
    balance = FIRST_BALANCE
    for made, cost in finished:
        balance -= cost
        if made is wanted:
            break
    return balance
