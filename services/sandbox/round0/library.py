"""All interviews and jobs of a sandbox: planned ones, created ones, and how far each is."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cached_property, lru_cache

from services.sandbox.draw import stream
from services.sandbox.options import SandboxOptions
from services.sandbox.people import person
from services.sandbox.round0.event import happening
from services.sandbox.round0.interview import Standing
from services.sandbox.round0.invitation import Invitation
from services.sandbox.round0.job import Job, jobs_of, role_for_title
from services.sandbox.round0.job_posting import JobPosting
from services.sandbox.round0.opaque_id import opaque_id
from services.sandbox.round0.plan import (
    Plan,
    broken_case,
    candidate_token,
    end_of_day,
    interview_id,
    plan,
    planned_count,
    planned_status,
)
from services.sandbox.round0.refused_body import RefusedBodyError
from services.sandbox.round0.status import FOLLOWERS, Status
from services.sandbox.vendor_api import Described, Setting, StepError

_KEPT_PLANS = 1024


def describe(options: SandboxOptions) -> tuple[Described, ...]:
    """Return what the planned interviews will be, without making them."""
    return tuple(
        Described(interview_id(options.seed, index), planned_status(index), broken_case(index))
        for index in range(planned_count(options))
    )


class Library:
    """Finds interviews by their ids, and moves them along."""

    def __init__(self, setting: Setting) -> None:
        self._options = setting.options
        self._clock = setting.clock
        self._tell = setting.tell
        self._created: dict[str, Plan] = {}
        self._jobs = {job.job_id: job for job in jobs_of(setting.options)}
        self._moved: dict[str, Standing] = {}
        self._planned = lru_cache(_KEPT_PLANS)(lambda index: plan(self._options, index))

    @cached_property
    def _index(self) -> dict[str, int]:
        seed = self._options.seed
        return {interview_id(seed, index): index for index in range(planned_count(self._options))}

    @property
    def jobs(self) -> tuple[Job, ...]:
        """All jobs, the created ones last."""
        return tuple(self._jobs.values())

    def describe(self) -> list[Described]:
        """Return all interviews: the planned ones in order, then the created ones."""
        self.catch_up()
        return [
            *(replace(one, status=self._status_of_planned(one)) for one in describe(self._options)),
            *(Described(key, self.standing(key).status) for key in self._created),
        ]

    def knows(self, wanted: str) -> bool:
        """Tell whether there is an interview of this id."""
        return wanted in self._created or wanted in self._index

    def plan(self, wanted: str) -> Plan:
        """Return the plan of an interview that is known."""
        return self._created.get(wanted) or self._planned(self._index[wanted])

    def standing(self, wanted: str) -> Standing:
        """Return where a known interview stands now."""
        self.catch_up()
        if wanted in self._index:
            return self._standing_of_planned(wanted)
        return self._moved.get(wanted) or self._unmoved(self._created[wanted])

    def create(self, invitation: Invitation) -> Plan:
        """Take in a new interview, invited now.

        Raises:
            RefusedBodyError: there is no such job, or no such question.
        """
        made = self._invited(invitation, number=len(self._created))
        self._created[made.interview_id] = made
        return made

    def post(self, posting: JobPosting) -> Job:
        """Take in a new job; its questions are those of the role that is most like it."""
        made = Job(
            job_id=opaque_id(self._options.seed, "round0", "created job", len(self._jobs)),
            title=posting.title,
            role=role_for_title(posting.title),
            description=posting.description,
            created_at=self._clock(),
            department=posting.department,
            location=posting.location,
            requirements=posting.requirements,
            status=posting.status,
        )
        self._jobs[made.job_id] = made
        return made

    def advance(self, wanted: str, target: str | None = None) -> str:
        """Move an interview to its next status, or to the one told; return where it stands then.

        Raises:
            StepError: nothing follows, or not that.
        """
        standing = self.standing(wanted)
        followers = FOLLOWERS[standing.status]
        if not followers or (target and target not in followers):
            msg = f"After {standing.status} comes {', '.join(followers) or 'nothing'}."
            raise StepError(msg)
        self._step(wanted, Status(target or followers[0]), at=self._clock())
        return self._moved[wanted].status

    def catch_up(self) -> None:
        """Take the steps of created interviews whose time has come, and tell of them."""
        for key, made in self._created.items():
            for status, at in self._due(made):
                self._step(key, status, at=at)

    def _due(self, made: Plan) -> Iterator[tuple[Status, datetime]]:
        seconds = self._options.step_seconds
        if not seconds:
            return
        way = [Status.INVITED, Status.IN_PROGRESS, Status.COMPLETED]
        now = self._moved.get(made.interview_id) or self._unmoved(made)
        for number, status in enumerate(way):
            at = made.created_at + timedelta(seconds=seconds * number)
            if now.status in way and number > way.index(Status(now.status)) and at <= self._clock():
                yield status, at

    def _step(self, wanted: str, status: Status, *, at: datetime) -> None:
        made = self.plan(wanted)
        before = self._moved.get(wanted)
        begun = before.started_at if before else made.started_at
        standing = Standing(status, at if status is Status.IN_PROGRESS else begun)
        self._moved[wanted] = standing
        if told := happening(made, standing, at=at):
            self._tell(told)

    def _status_of_planned(self, one: Described) -> str:
        if one.status != Status.INVITED and one.interview_id not in self._moved:
            return one.status
        return self._standing_of_planned(one.interview_id).status

    def _standing_of_planned(self, wanted: str) -> Standing:
        if wanted in self._moved:
            return self._moved[wanted]
        return self._unmoved(self._planned(self._index[wanted]))

    def _unmoved(self, made: Plan) -> Standing:
        lapsed = made.status == Status.INVITED and self._clock() > made.expires_at
        return Standing(Status.EXPIRED if lapsed else made.status, made.started_at)

    def _invited(self, invitation: Invitation, *, number: int) -> Plan:
        now = self._clock()
        key = f"{self._options.seed}/round0/created/{number}"
        job = self._job(invitation.job_id)
        somebody = person(stream(key), number=number)
        return Plan(
            key=key,
            interview_id=opaque_id(key, "interview"),
            # Somebody who was invited before is the same candidate.
            candidate_id=opaque_id(self._options.seed, (invitation.email or key).casefold()),
            token=candidate_token(key),
            person=replace(somebody, name=invitation.name),
            email=invitation.email,
            job=job,
            questions=invitation.questions(
                job.questions, new_id=lambda place: opaque_id(key, "custom", place)
            ),
            status=Status.INVITED,
            broken=None,
            created_at=now,
            expires_at=end_of_day(now, days=invitation.days),
            started_at=now,
        )

    def _job(self, job_id: str) -> Job:
        if job_id not in self._jobs:
            msg = "job_id: there is no such job."
            raise RefusedBodyError(msg)
        return self._jobs[job_id]
