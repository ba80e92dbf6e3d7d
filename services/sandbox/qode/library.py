"""All interviews of a sandbox: planned ones, made when first asked for, and created ones."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import cached_property, lru_cache

from services.sandbox.draw import identifier, stream
from services.sandbox.options import SandboxOptions
from services.sandbox.people import person
from services.sandbox.qode.interview import BASE, interview_json
from services.sandbox.qode.invitation import Invitation
from services.sandbox.qode.plan import Plan, broken_case, interview_id, plan, planned_status
from services.sandbox.qode.status import FOLLOWERS, Status, follow
from services.sandbox.roles import role_for
from services.sandbox.vendor_api import Described, StepError

_NEWEST_VERSION = "pf_domain_3p_v4"
_KEPT_BODIES = 1024


def describe(options: SandboxOptions) -> tuple[Described, ...]:
    """Return what the planned interviews will be, without making them."""
    return tuple(
        Described(interview_id(options.seed, index), planned_status(index), broken_case(index))
        for index in range(options.interviews)
    )


def payloads(options: SandboxOptions, *, base_url: str = BASE) -> Iterator[bytes]:
    """Make every planned interview's body, one after the other, without any HTTP."""
    for index in range(options.interviews):
        yield _at(base_url, interview_json(plan(options, index)))


class Library:
    """Finds an interview's body by its id, and moves interviews along."""

    def __init__(self, options: SandboxOptions, *, clock: Callable[[], datetime]) -> None:
        self._options = options
        self._clock = clock
        self._created: dict[str, Plan] = {}
        self._told: dict[str, Status] = {}
        self._body = lru_cache(_KEPT_BODIES)(self._make)

    @cached_property
    def _index(self) -> dict[str, int]:
        seed = self._options.seed
        return {interview_id(seed, index): index for index in range(self._options.interviews)}

    def describe(self) -> list[Described]:
        """Return all interviews: the planned ones in order, then the created ones."""
        planned = describe(self._options)
        return [
            *(replace(one, status=self._told.get(one.interview_id, one.status)) for one in planned),
            *(Described(key, self.status(key), None) for key in self._created),
        ]

    def body(self, wanted: str, *, base_url: str) -> bytes | None:
        """Return an interview's body with its links below a URL, or None for an unknown id."""
        if not self.knows(wanted):
            return None
        return _at(base_url, self._body(wanted, self.status(wanted)))

    def knows(self, wanted: str) -> bool:
        """Tell whether there is an interview of this id."""
        return wanted in self._created or wanted in self._index

    def status(self, wanted: str) -> Status:
        """Return where an interview stands now."""
        if wanted in self._told:
            return self._told[wanted]
        if wanted in self._index:
            return planned_status(self._index[wanted])
        return self._status_by_time(self._created[wanted])

    def create(self, invitation: Invitation) -> Plan:
        """Take in a new interview, scheduled now. The same invitation twice makes two."""
        made = self._invited(invitation, number=len(self._created))
        self._created[made.interview_id] = made
        return made

    def advance(self, wanted: str, target: Status | None = None) -> Status:
        """Move an interview to its next status, or to the one told; return where it stands then.

        Raises:
            StepError: nothing follows, or not that.
        """
        status = self.status(wanted)
        followers = FOLLOWERS[status]
        if not followers or (target and target not in followers):
            after = ", ".join(followers) or "nothing"
            msg = f"After {status} comes {after}."
            raise StepError(msg)
        self._told[wanted] = target or followers[0]
        return self._told[wanted]

    def _status_by_time(self, made: Plan) -> Status:
        if not self._options.step_seconds:
            return Status.SCHEDULED
        waited = (self._clock() - made.scheduled_at).total_seconds()
        return follow(Status.SCHEDULED, int(waited // self._options.step_seconds))

    def _make(self, wanted: str, status: Status) -> bytes:
        made = self._created.get(wanted) or plan(self._options, self._index[wanted])
        return interview_json(replace(made, status=status))

    def _invited(self, invitation: Invitation, *, number: int) -> Plan:
        now = self._clock()
        key = f"{self._options.seed}/created/{number}"
        role = role_for(invitation.interview_type)
        somebody = person(stream(key), number=number)
        candidate_id = identifier(key, "candidate")
        return Plan(
            key=key,
            interview_id=f"{identifier(key, 'interview')}_{candidate_id}",
            candidate_id=candidate_id,
            person=replace(somebody, name=invitation.name or "", email=invitation.email),
            role=role,
            role_title=invitation.role_title or role.title,
            interview_type=_spelled(invitation.interview_type),
            version=_NEWEST_VERSION,
            status=Status.SCHEDULED,
            broken=None,
            scheduled_at=now,
            started_at=now,
            compact=self._options.compact,
            metadata=invitation.metadata,
        )


def _spelled(interview_type: str) -> str:
    """Return the spelling of an answer: two types get a prefix there that requests do not have."""
    return f"TURING_{interview_type}" if interview_type in ("STEM", "NON_STEM") else interview_type


def _at(base_url: str, body: bytes) -> bytes:
    return body.replace(BASE.encode(), base_url.rstrip("/").encode())
