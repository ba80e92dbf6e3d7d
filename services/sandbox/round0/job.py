"""The jobs that people are invited for: one for each title of the catalogue, and created ones."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from services.sandbox.draw import stream
from services.sandbox.options import SandboxOptions
from services.sandbox.roles import Role, roles
from services.sandbox.round0.moment import moment
from services.sandbox.round0.opaque_id import opaque_id
from services.sandbox.round0.question import Question

_DEPARTMENTS = {
    "Contract Counsel": "Legal",
    "Medical Data Reviewer": "Clinical Data",
    "Project Manager": "Delivery",
    "Retail Store Operator": "Stores",
    "Business Analyst": "Finance",
    "Data Scientist": "Data",
}
_LOCATIONS = ("Remote", "Đà Nẵng", "Lisboa", "Kraków", None)
_KINDS = ("technical", "experience", "technical", "behavioral", "situational", "role_specific")
_LIMITS = (180, 180, 240, 120)


@dataclass(frozen=True)
class Job:
    """One job; its questions are drawn from its role."""

    job_id: str
    title: str
    role: Role
    description: str
    created_at: datetime
    department: str | None = None
    location: str | None = None
    requirements: str | None = None
    status: str = "active"

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that everybody is asked, in order from 0."""
        rng = stream(self.job_id, "questions")
        return tuple(
            Question(
                question_id=opaque_id(self.job_id, "question", order),
                text=asked.text,
                kind=_KINDS[order % len(_KINDS)],
                limit_seconds=rng.choice(_LIMITS),
                order=order,
                points=asked.points,
            )
            for order, asked in enumerate(self.role.questions)
        )

    def body(self) -> dict[str, Any]:
        """Return it as a list of jobs holds it."""
        return {
            "id": self.job_id,
            "title": self.title,
            "department": self.department,
            "location": self.location,
            "description": self.description,
            "requirements": self.requirements,
            "status": self.status,
            "created_at": moment(self.created_at),
        }


@lru_cache(8)
def planned_jobs(seed: int, today: datetime) -> tuple[Job, ...]:
    """Return a job for every title of the catalogue, in its order."""
    return tuple(
        _job(seed, today, role=role, title=title) for role in roles() for title in role.variants
    )


def jobs_of(options: SandboxOptions) -> tuple[Job, ...]:
    """Return the jobs that a sandbox begins with."""
    return planned_jobs(options.seed, options.today)


def role_for_title(title: str) -> Role:
    """Return the role whose title shares most words with this one; the first if none does."""
    words = set(title.casefold().split())
    return max(roles(), key=lambda role: len(words & set(role.title.casefold().split())))


def _job(seed: int, today: datetime, *, role: Role, title: str) -> Job:
    rng = stream(seed, "round0", "job", title)
    skills = [skill for domain in role.domains for skill in domain.skills]
    return Job(
        job_id=opaque_id(seed, "round0", "job", title),
        title=title,
        role=role,
        description=f"We look for somebody who knows {skills[0]} and can explain {skills[-1]}.",
        created_at=today - timedelta(days=rng.randint(430, 520), seconds=rng.randint(0, 30_000)),
        department=_DEPARTMENTS.get(role.title, "Engineering"),
        location=rng.choice(_LOCATIONS),
        requirements=f"Experience in {', '.join(skills[1:3])}.",
    )
