"""The plan of one interview: who, for what, when, how it ends. Cheap; the text comes later."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from services.sandbox.draw import identifier, stream
from services.sandbox.options import SandboxOptions
from services.sandbox.people import Person, person
from services.sandbox.qode.broken_case import BrokenCase
from services.sandbox.qode.status import Status
from services.sandbox.roles import Role, roles

_OTHER_ENDS = (
    Status.SCHEDULED,
    Status.NO_SHOW,
    Status.CANDIDATE_DROP_OFF,
    Status.INTERVIEW_COMPLETED,
    Status.STARTED,
    Status.TECHNICAL_GLITCH,
    Status.CANDIDATE_ABORTED,
    Status.NO_SHOW,
    Status.SCHEDULED,
    Status.CANDIDATE_DROP_OFF,
    Status.NO_SHOW,
    Status.INTERVIEW_COMPLETED,
)
_TEAMS = ("Harbour", "Lighthouse", "Orchard", "Workshop")
_VERSIONS = ((90, "pf_domain_3p_v4"), (220, "pf_domain_v3"), (330, "ci_v2"), (9999, "no_ci_v1"))
"""How old an interview is at most, in days, to be of each version."""


@dataclass(frozen=True)
class Plan:
    """All that the rest of an interview is drawn from."""

    key: str
    """The words that chance depends on."""
    interview_id: str
    candidate_id: str
    person: Person
    role: Role
    role_title: str
    interview_type: str
    version: str
    status: Status
    broken: BrokenCase | None
    scheduled_at: datetime
    started_at: datetime
    compact: bool = False
    metadata: Mapping[str, object] = field(default_factory=dict)
    """What was attached when the interview was created, without the mark `synthetic`."""


def interview_id(seed: int, index: int) -> str:
    """Return the id of the interview with this number; it costs next to nothing."""
    return f"{identifier(seed, index, 'interview')}_{identifier(seed, index, 'candidate')}"


def broken_case(index: int) -> BrokenCase | None:
    """Return what is wrong with the interview with this number: one in five, each in turn."""
    cases = tuple(BrokenCase)
    return cases[index // 5 % len(cases)] if index % 5 == 2 else None


def planned_status(index: int) -> Status:
    """Return how far the interview with this number is: one in five has no report."""
    if index % 5 == 4:
        return _OTHER_ENDS[index // 5 % len(_OTHER_ENDS)]
    return Status.REPORT_GENERATED


def plan(options: SandboxOptions, index: int) -> Plan:
    """Plan the interview with this number."""
    key = f"{options.seed}/{index}"
    rng = stream(key, "plan")
    broken, status = broken_case(index), planned_status(index)
    role = _role(rng, broken)
    age_days = _age_days(rng, broken=broken, status=status)
    started_at = _start(rng, options.today, status=status, age_days=age_days)
    return Plan(
        key=key,
        interview_id=interview_id(options.seed, index),
        candidate_id=identifier(options.seed, index, "candidate"),
        person=person(rng, number=index),
        role=role,
        role_title=rng.choice(role.variants),
        interview_type=rng.choice(role.interview_types),
        version=_version(rng, age_days=age_days, broken=broken),
        status=status,
        broken=broken,
        scheduled_at=started_at - timedelta(days=rng.randint(1, 9), minutes=rng.randint(3, 600)),
        started_at=started_at,
        compact=options.compact or rng.random() < 0.12,
        metadata={
            "req_id": f"AS-{started_at:%Y}H{started_at.month // 7 + 1}",
            "team": rng.choice(_TEAMS),
        },
    )


def _role(rng: Random, broken: BrokenCase | None) -> Role:
    # A rare role comes without a verdict, which is a broken case of its own; one is enough.
    known = [role for role in roles() if not (broken and role.rare)]
    if broken is BrokenCase.CODE_TASK:
        known = [role for role in known if role.tasks]
    return rng.choices(known, [role.share for role in known])[0]


def _age_days(rng: Random, *, broken: BrokenCase | None, status: Status) -> float:
    if status in (Status.SCHEDULED, Status.STARTED, Status.INTERVIEW_COMPLETED):
        return rng.uniform(1.1, 3)
    if broken is BrokenCase.OLD_VERSION:
        return rng.uniform(5, 80)
    return rng.uniform(1.5, 200 if broken else 425)


def _version(rng: Random, *, age_days: float, broken: BrokenCase | None) -> str:
    if broken is BrokenCase.OLD_VERSION:
        return "no_ci_v1"
    # A new version is rolled out over some weeks, so for a while two are in use.
    seen_age = age_days if broken else age_days + rng.uniform(-25, 25)
    return next(version for oldest, version in _VERSIONS if seen_age < oldest)


def _start(rng: Random, today: datetime, *, status: Status, age_days: float) -> datetime:
    if status is Status.SCHEDULED:
        return today + timedelta(days=rng.randint(2, 10), hours=rng.randint(7, 16))
    if status is Status.STARTED:
        return today - timedelta(minutes=rng.randint(5, 15))
    day = (today - timedelta(days=age_days)).replace(hour=0, minute=0, second=0, microsecond=0)
    return day + timedelta(
        seconds=rng.randint(6 * 3600, 16 * 3600), milliseconds=rng.randint(0, 999)
    )
