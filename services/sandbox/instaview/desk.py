"""The desk: turns a booking into a plan, once everything that it names is found."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from services.sandbox.draw import identifier
from services.sandbox.instaview.agent import Agent, Agents, Focus
from services.sandbox.instaview.booking import Booking
from services.sandbox.instaview.candidate import Candidate
from services.sandbox.instaview.envelope import UnknownResourceError, WrongFieldError
from services.sandbox.instaview.job import Job, Jobs
from services.sandbox.instaview.library import Library
from services.sandbox.instaview.plan import Plan
from services.sandbox.instaview.stage import Stage
from services.sandbox.options import SandboxOptions
from services.sandbox.roles import roles


class Desk:
    """Books interviews."""

    def __init__(
        self,
        options: SandboxOptions,
        *,
        library: Library,
        jobs: Jobs,
        agents: Agents,
        clock: Callable[[], datetime],
    ) -> None:
        self._options = options
        self._library = library
        self._jobs = jobs
        self._agents = agents
        self._clock = clock

    def book(self, booking: Booking) -> Plan:
        """Take in an interview, and with it the candidate, the job and the agent that are new.

        A test is over at once, its analysis included; the vendor says the first and is silent on
        the second. All else begins as scheduled, also what is to start immediately.

        Raises:
            UnknownResourceError: an id that the booking names is not known.
            WrongFieldError: the candidate and the job do not go together.
        """
        key = f"{self._options.seed}/instaview/booked/{self._library.booked_count()}"
        agent = self._agent(booking)
        candidate, job = self._candidate(booking, key), self._job(booking, key)
        job = job or self._only_job(candidate, agent)
        made = self._plan(booking, key=key, candidate=candidate, job=job, agent=agent)
        self._take_in(candidate, job, made)
        return made

    def _agent(self, booking: Booking) -> Agent:
        wanted = booking.agent_id or ""
        found = booking.agent or self._agents.find(wanted)
        if found is None:
            raise UnknownResourceError(kind="Agent", wanted=wanted)
        return found

    def _plan(
        self, booking: Booking, *, key: str, candidate: Candidate, job: Job | None, agent: Agent
    ) -> Plan:
        now = self._clock()
        return Plan(
            key=key,
            interview_id=identifier(key, "interview"),
            candidate_id=candidate.candidate_id,
            agent=agent,
            agent_id=booking.agent_id or identifier(key, "agent"),
            job_id=job.job_id if job else None,
            role=job.role if job else roles()[0],
            stage=Stage.ANALYSIS_COMPLETED if booking.is_test else Stage.SCHEDULED,
            broken=None,
            created_at=now,
            scheduled_at=booking.schedule_time or now,
            metadata=booking.metadata,
        )

    def _candidate(self, booking: Booking, key: str) -> Candidate:
        if booking.candidate is None:
            wanted = booking.candidate_id or ""
            found = self._library.roster.find(wanted)
            if found is None:
                raise UnknownResourceError(kind="Candidate", wanted=wanted)
            if booking.job_id and booking.job_id not in found.job_ids:
                raise WrongFieldError(field="jobId", rule="The candidate has no such job.")
            return found
        told = booking.candidate
        return Candidate(
            candidate_id=identifier(key, "candidate"),
            first_name=told.first_name,
            last_name=told.last_name,
            email=told.email,
            phone_number=told.phone_number,
            gdpr_expiry=told.gdpr_expiry,
            made_at=self._clock(),
            metadata=told.metadata,
        )

    def _job(self, booking: Booking, key: str) -> Job | None:
        if told := booking.job:
            now = self._clock()
            return Job(identifier(key, "job"), told.title, now, roles()[0], told.told)
        if booking.job_id is None:
            return None
        found = self._jobs.find(booking.job_id)
        if found is None:
            raise UnknownResourceError(kind="Job", wanted=booking.job_id)
        return found

    def _only_job(self, candidate: Candidate, agent: Agent) -> Job | None:
        """Return the job of somebody who has just one; an agent without a focus needs none."""
        if len(candidate.job_ids) > 1:
            raise WrongFieldError(field="jobId", rule="Required: the candidate has several jobs.")
        if candidate.job_ids:
            return self._jobs.find(candidate.job_ids[0])
        if agent.focus is not Focus.GENERIC:
            raise WrongFieldError(
                field="jobId", rule=f"Required for an agent with the focus {agent.focus}."
            )
        return None

    def _take_in(self, candidate: Candidate, job: Job | None, made: Plan) -> None:
        known = self._library.roster.find(candidate.candidate_id)
        if self._agents.find(made.agent_id) is None:
            self._agents.add(made.agent_id, made.agent, made_at=made.created_at)
        if job and self._jobs.find(job.job_id) is None:
            self._jobs.add(job)
        if known is None:
            job_ids = (job.job_id,) if job else ()
            self._library.roster.add(replace(candidate, job_ids=job_ids))
        self._library.book(made)
