"""Jobs: one for each role, and those that are described while an interview is created."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from services.sandbox.clock import iso
from services.sandbox.draw import identifier
from services.sandbox.roles import Role, roles

_MOST_SKILLS = 10


@dataclass(frozen=True)
class Job:
    """What somebody is wanted for."""

    job_id: str
    title: str
    made_at: datetime
    role: Role
    """What is asked about; a job that was described by hand borrows the first role's questions."""
    told: Mapping[str, Any] = field(default_factory=dict)
    """Further fields as they were described."""

    def body(self) -> dict[str, Any]:
        """Return what the vendor tells of it.

        The guide calls the first field `jobTitle` and the reference `title`. The sandbox answers
        as the reference does.
        """
        skills = [skill for domain in self.role.domains for skill in domain.skills]
        made = iso(self.made_at)
        return {
            "id": self.job_id,
            "title": self.title,
            "description": f"Synthetic job: {self.title}.",
            "requiredSkills": skills[: _MOST_SKILLS // 2],
            "niceToHaveSkills": skills[_MOST_SKILLS // 2 : _MOST_SKILLS],
            "languageRequirements": _languages(self.role),
            "education": "UNDEFINED",
            "experience": "ONE_TO_3_YEARS",
            "contractType": "FULL_TIME",
            "status": "ACTIVE",
            "createdAt": made,
            "updatedAt": made,
            **self.told,
            "metadata": {"synthetic": True},
        }


def role_job(seed: int, role: Role, *, today: datetime) -> Job:
    """Return the job of a role."""
    job_id = identifier(seed, "instaview", "job", role.title)
    return Job(job_id, role.title, today - timedelta(days=440), role)


def _languages(role: Role) -> list[dict[str, str]]:
    wanted = [{"language": "EN", "proficiency": "C1" if role.language else "B2"}]
    return [*wanted, {"language": "DE", "proficiency": "A2"}] if role.language else wanted


class Jobs:
    """All jobs, by their ids; new ones are added at the end."""

    def __init__(self, seed: int, *, today: datetime) -> None:
        made = (role_job(seed, role, today=today) for role in roles())
        self._by_id = {job.job_id: job for job in made}

    def find(self, job_id: str) -> Job | None:
        """Return the job of this id, if there is one."""
        return self._by_id.get(job_id)

    def add(self, job: Job) -> None:
        """Take in a new job."""
        self._by_id[job.job_id] = job

    def bodies(self) -> Iterable[dict[str, Any]]:
        """Return all jobs as the vendor tells of them."""
        return [job.body() for job in self._by_id.values()]
