"""The plan of one run: whose voice, in which language, when, how it ends. The text comes later."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cached_property
from hashlib import sha256
from random import Random

from services.sandbox.draw import stream
from services.sandbox.options import SandboxOptions
from services.sandbox.people import person
from services.sandbox.qode.plan import Plan as QodePlan
from services.sandbox.qode.plan import plan as qode_plan
from services.sandbox.qode.plan import planned_status as qode_status
from services.sandbox.qode.status import Status as QodeStatus
from services.sandbox.zenhire.broken_case import BrokenCase
from services.sandbox.zenhire.conversation import recorded_seconds
from services.sandbox.zenhire.status import ODD, Status
from services.sandbox.zenhire.voices import VOICES

_LEAST = 12
_FIRST_PERSON = 8000
"""Where the numbers in the addresses of ZenHire's own people begin."""
_BATCHES = ("batch-3", "batch-7", "spring", "rehire")
_REGIONS = ("eu-region", "apac-region")
_STATUSES = {
    BrokenCase.PARTIAL: Status.PARTIAL,
    BrokenCase.FAILED: Status.FAILED,
    BrokenCase.ODD_STATUS: ODD,
}


@dataclass(frozen=True)
class Plan:
    """All that the rest of a run is drawn from."""

    key: str
    """The words that chance depends on."""
    run_id: str
    external_id: str | None
    source: QodePlan
    """The interview whose recording this is, or one that nobody else knows of."""
    language: str
    status: str
    broken: BrokenCase | None
    submitted_at: datetime
    known_seconds: int | None = None
    """How long the recording is, for one that was sent; planned ones are as long as the talk."""
    metadata: Mapping[str, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()

    @cached_property
    def seconds(self) -> int:
        """How long the recording is."""
        return self.known_seconds or recorded_seconds(self.source, self.language)

    @property
    def cost(self) -> int:
        """One credit for every minute begun."""
        return max(1, -(-self.seconds // 60))


def planned_count(options: SandboxOptions) -> int:
    """Return how many runs a sandbox begins with."""
    return max(_LEAST, options.interviews // 3)


def run_id(seed: int, index: int | str) -> str:
    """Return the id of the run with this number; it costs next to nothing."""
    return f"req_{sha256(f'{seed}/zenhire/{index}/run'.encode()).hexdigest()[:24]}"


def broken_case(index: int) -> BrokenCase | None:
    """Return what is wrong with the run with this number."""
    cases = tuple(BrokenCase)
    if index < 20:
        return cases[index // 5 * 2 + index % 5 // 2] if index % 5 in (1, 3) else None
    return cases[index // 5 % len(cases)] if index % 5 == 1 else None


def planned_status(index: int) -> str:
    """Return how far the run with this number is: one in five has no result yet."""
    if index % 5 == 4:
        return (Status.QUEUED, Status.PROCESSING)[index // 5 % 2]
    broken = broken_case(index)
    return _STATUSES.get(broken, Status.SUCCESS) if broken else Status.SUCCESS


def plan(options: SandboxOptions, index: int) -> Plan:
    """Plan the run with this number."""
    key = f"{options.seed}/zenhire/{index}"
    rng = stream(key, "plan")
    status = planned_status(index)
    linked = _linked(options, index) if index % 2 == 0 else None
    source = linked or stranger(options, rng, key=key, number=_FIRST_PERSON + index)
    language = rng.choice(list(VOICES)) if not linked and rng.random() < 0.5 else "en"
    return Plan(
        key=key,
        run_id=run_id(options.seed, index),
        external_id=linked.interview_id if linked else rng.choice((None, f"cand-{4000 + index}")),
        source=source,
        language=language,
        status=status,
        broken=broken_case(index),
        submitted_at=_submitted_at(rng, options.today, source, status=status),
        metadata=_metadata(rng, source),
        tags=(*rng.sample(_BATCHES, rng.choice((0, 1, 1, 2))), rng.choice(_REGIONS)),
    )


def _linked(options: SandboxOptions, index: int) -> QodePlan | None:
    """Return one of Qode's interviews that was recorded, if the sandbox has so many."""
    number = index * 3
    while number < options.interviews:
        if qode_status(number) is QodeStatus.REPORT_GENERATED:
            return qode_plan(options, number)
        number += 1
    return None


def stranger(options: SandboxOptions, rng: Random, *, key: str, number: int) -> QodePlan:
    """Return somebody whom Qode has never seen, in a conversation of their own."""
    return replace(
        qode_plan(options, number),
        key=key,
        person=person(rng, number=number),
        broken=None,
        candidate_id=f"c_{number}",
        started_at=options.today - timedelta(days=rng.uniform(1, 420)),
    )


def _submitted_at(rng: Random, today: datetime, source: QodePlan, *, status: str) -> datetime:
    if status in (Status.QUEUED, Status.PROCESSING):
        return today - timedelta(seconds=rng.randint(20, 200))
    # The voice is scored some hours after the interview, but never in the future.
    scored_at = min(source.started_at + timedelta(minutes=rng.randint(70, 400)), today)
    return scored_at.replace(microsecond=0)


def _metadata(rng: Random, source: QodePlan) -> dict[str, str]:
    told = {
        "synthetic": "true",
        "role": source.role_title,
        "candidate_id": source.candidate_id,
    }
    if rng.random() < 0.6:
        told |= {"candidate_name": source.person.name, "candidate_email": source.person.email}
    return told
