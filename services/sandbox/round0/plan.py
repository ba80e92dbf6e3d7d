"""The plan of one interview: who, for which job, when, how it ends. The text comes later."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from random import Random

from services.sandbox.draw import stream
from services.sandbox.options import SandboxOptions
from services.sandbox.people import Person, person
from services.sandbox.qode.plan import plan as qode_plan
from services.sandbox.round0.broken_case import BrokenCase
from services.sandbox.round0.job import Job, jobs_of
from services.sandbox.round0.opaque_id import opaque_id
from services.sandbox.round0.question import Question, custom_question
from services.sandbox.round0.status import ODD, Status

_OTHER_ENDS = (Status.INVITED, Status.IN_PROGRESS, Status.EXPIRED, Status.INVITED)
_LEAST = 12
_FIRST_PERSON = 7000
"""Where the numbers in the addresses of round0's own people begin."""


@dataclass(frozen=True)
class Plan:
    """All that the rest of an interview is drawn from."""

    key: str
    """The words that chance depends on."""
    interview_id: str
    candidate_id: str
    token: str
    """The secret part of the candidate's link."""
    person: Person
    email: str | None
    """As round0 knows it: perhaps spelled in another way, perhaps not at all."""
    job: Job
    questions: tuple[Question, ...]
    status: str
    broken: BrokenCase | None
    created_at: datetime
    expires_at: datetime
    started_at: datetime

    @property
    def estimated_seconds(self) -> int:
        """The time for all questions together."""
        return sum(question.limit_seconds for question in self.questions)


def planned_count(options: SandboxOptions) -> int:
    """Return how many interviews a sandbox begins with."""
    return max(_LEAST, options.interviews // 3)


def interview_id(seed: int, index: int) -> str:
    """Return the id of the interview with this number; it costs next to nothing."""
    return opaque_id(seed, "round0", index, "interview")


def broken_case(index: int) -> BrokenCase | None:
    """Return what is wrong with the interview with this number."""
    cases = tuple(BrokenCase)
    if index < 20:
        place = index // 5 * 2 + index % 5 // 2
        return cases[place] if index % 5 in (1, 3) and place < len(cases) else None
    return cases[index // 5 % len(cases)] if index % 5 == 1 else None


def planned_status(index: int) -> str:
    """Return how far the interview with this number is: one in five has no results."""
    if index % 5 == 4:
        return _OTHER_ENDS[index // 5 % len(_OTHER_ENDS)]
    return ODD if broken_case(index) is BrokenCase.ODD_STATUS else Status.COMPLETED


def plan(options: SandboxOptions, index: int) -> Plan:
    """Plan the interview with this number."""
    key = f"{options.seed}/round0/{index}"
    rng = stream(key, "plan")
    status = planned_status(index)
    known, email = _candidate(rng, options, index)
    jobs = jobs_of(options)
    job = rng.choices(jobs, [job.role.share for job in jobs])[0]
    created_at, started_at = _times(rng, options.today, status=status)
    return Plan(
        key=key,
        interview_id=interview_id(options.seed, index),
        candidate_id=opaque_id(key, "candidate"),
        token=candidate_token(key),
        person=known,
        email=email,
        job=job,
        questions=_questions(rng, key, job, compact=options.compact),
        status=status,
        broken=broken_case(index),
        created_at=created_at,
        expires_at=end_of_day(created_at, days=9),
        started_at=started_at,
    )


def candidate_token(key: str) -> str:
    """Return the 32 signs of a candidate's link."""
    return sha256(f"{key}/token".encode()).hexdigest()[:32]


def end_of_day(moment: datetime, *, days: int) -> datetime:
    """Return the last second of the day that is so many days later."""
    return (moment + timedelta(days=days)).replace(hour=23, minute=59, second=59, microsecond=0)


def _candidate(rng: Random, options: SandboxOptions, index: int) -> tuple[Person, str]:
    """Invent somebody, or return one of Qode's candidates as a second form would have them."""
    number = index * 3 + 1
    if index % 3 or number >= options.interviews:
        somebody = person(rng, number=_FIRST_PERSON + index)
        return somebody, somebody.email
    known = qode_plan(options, number).person
    handle, _, domain = known.email.partition("@")
    email = rng.choice((known.email, known.email.upper(), f"{handle.title()}@{domain}"))
    # Forms often take a name in Latin letters: the address tells how it is spelled there.
    latin = " ".join(part.rstrip("0123456789").capitalize() for part in handle.split("."))
    return replace(known, name=rng.choice((known.name, latin, known.name.upper()))), email


def _times(rng: Random, today: datetime, *, status: str) -> tuple[datetime, datetime]:
    if status == Status.INVITED:
        created_at = today - timedelta(hours=rng.randint(5, 60), seconds=rng.randint(0, 3599))
        return created_at, created_at + timedelta(days=1)
    if status == Status.IN_PROGRESS:
        started_at = today - timedelta(minutes=rng.randint(4, 12))
        return started_at - timedelta(hours=rng.randint(5, 40)), started_at
    age_days = rng.uniform(14 if status == Status.EXPIRED else 2, 425)
    day = (today - timedelta(days=age_days)).replace(hour=0, minute=0, second=0, microsecond=0)
    started_at = day + timedelta(seconds=rng.randint(6 * 3600, 16 * 3600))
    return started_at - timedelta(hours=rng.randint(3, 120), seconds=rng.randint(0, 3599)), (
        started_at
    )


def _questions(rng: Random, key: str, job: Job, *, compact: bool) -> tuple[Question, ...]:
    """Take most of the job's questions, so that `order` has gaps, and perhaps a custom one."""
    known = list(job.questions)
    if len(known) > 4 and rng.random() < 0.5:
        known.pop(rng.randrange(1, len(known) - 1))
    chosen = known[: 2 if compact else 5]
    if rng.random() < 0.5:
        chosen.append(custom_question(rng, key, order=10))
    return tuple(chosen)
