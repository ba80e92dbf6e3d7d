"""The plan of one interview: who, for what, with which agent, when, how it ends."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from services.sandbox.draw import identifier, stream
from services.sandbox.instaview.agent import AGENTS, PHONE, Agent, Focus
from services.sandbox.instaview.broken_case import BrokenCase
from services.sandbox.instaview.job import role_job
from services.sandbox.instaview.schedule import broken_case, interview_id, owner, planned_stage
from services.sandbox.instaview.stage import Stage
from services.sandbox.options import SandboxOptions
from services.sandbox.roles import Role, roles

_TEAMS = ("Harbour", "Lighthouse", "Orchard", "Workshop")


@dataclass(frozen=True)
class Plan:
    """All that the rest of an interview is drawn from."""

    key: str
    """The words that chance depends on."""
    interview_id: str
    candidate_id: str
    agent: Agent
    agent_id: str
    """Not the agent's own where the agent is missing."""
    job_id: str | None
    role: Role
    stage: Stage
    broken: BrokenCase | None
    created_at: datetime
    scheduled_at: datetime
    metadata: Mapping[str, object] = field(default_factory=dict)
    """Without the mark `synthetic`."""

    @property
    def by_phone(self) -> bool:
        """Whether there are calls to tell of; an online interview has none."""
        return self.agent.type == PHONE


def plan(options: SandboxOptions, index: int) -> Plan:
    """Plan the interview with this number."""
    key = f"{options.seed}/instaview/{index}"
    rng = stream(key, "plan")
    broken, stage = broken_case(index), planned_stage(index)
    agent = _agent(index, broken)
    role = _role(options, owner(index))
    scheduled_at = _start(rng, options.today, stage)
    return Plan(
        key=key,
        interview_id=interview_id(options.seed, index),
        candidate_id=identifier(options.seed, "instaview", "candidate", owner(index)),
        agent=agent,
        agent_id=identifier(key, "gone")
        if broken is BrokenCase.AGENT_MISSING
        else agent.identifier(options.seed),
        job_id=_job_id(options, agent, role),
        role=role,
        stage=stage,
        broken=broken,
        created_at=scheduled_at - timedelta(days=rng.randint(1, 9), minutes=rng.randint(3, 600)),
        scheduled_at=scheduled_at,
        metadata={"req_id": f"IV-{scheduled_at:%Y}-{index:04}", "team": rng.choice(_TEAMS)},
    )


def _agent(index: int, broken: BrokenCase | None) -> Agent:
    if broken is BrokenCase.NEGATIVE_PRONUNCIATION:
        return next(each for each in AGENTS if each.focus is Focus.LANGUAGE_TEST)
    if broken in (BrokenCase.DURATIONS, BrokenCase.NO_ANSWER):
        return next(each for each in AGENTS if each.type == PHONE)
    # Not by the number alone: the cases and stages repeat in steps of two, four and five.
    return AGENTS[(index * 3 + index // 8) % len(AGENTS)]


def _role(options: SandboxOptions, candidate: int) -> Role:
    known = roles()
    rng = stream(options.seed, "instaview", candidate, "role")
    return rng.choices(known, [role.share for role in known])[0]


def _job_id(options: SandboxOptions, agent: Agent, role: Role) -> str | None:
    # Agents without a focus need no job, and about half of their interviews have none.
    if agent.focus is Focus.GENERIC and len(role.title) % 2:
        return None
    return role_job(options.seed, role, today=options.today).job_id


def _start(rng: Random, today: datetime, stage: Stage) -> datetime:
    if stage is Stage.SCHEDULED:
        return today + timedelta(days=rng.randint(2, 10), hours=rng.randint(7, 16))
    if stage is Stage.IN_PROGRESS:
        return today - timedelta(minutes=rng.randint(5, 15))
    days = rng.uniform(1.1, 3) if stage is Stage.COMPLETED else rng.uniform(1.5, 420)
    day = (today - timedelta(days=days)).replace(hour=0, minute=0, second=0, microsecond=0)
    return day + timedelta(minutes=15 * rng.randint(24, 64))
