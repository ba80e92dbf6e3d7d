"""The roles that people are interviewed for, read from the folder `catalogue`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Domain:
    """A group of skills and its share of the overall score."""

    name: str
    weight: float
    skills: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """One question: what it is about, what it scores, and what a good answer may name."""

    chapter: str
    text: str
    skills: tuple[str, ...]
    criteria: tuple[str, ...]
    points: tuple[str, ...]

    def skill_of(self, criterion: str) -> str:
        """Return the skill that a criterion counts for: they take turns."""
        return self.skills[self.criteria.index(criterion) % len(self.skills)]


@dataclass(frozen=True)
class Role:
    """A job, how it is asked about, and who grades it."""

    title: str
    variants: tuple[str, ...]
    mapped: str
    sub_type: str
    interview_types: tuple[str, ...]
    panel: tuple[str, ...]
    share: int
    domains: tuple[Domain, ...]
    questions: tuple[Question, ...]
    tasks: tuple[str, ...] = ()
    """Coding tasks; most roles have none."""
    language: bool = False
    """Whether the spoken language is scored."""
    rare: bool = False
    """Whether there are too few interviews for a verdict."""


def _frozen(table: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}


def _role(text: str) -> Role:
    table = tomllib.loads(text)
    table["domains"] = [Domain(**_frozen(domain)) for domain in table["domains"]]
    table["questions"] = [Question(**_frozen(question)) for question in table["questions"]]
    return Role(**_frozen(table))


@cache
def roles() -> tuple[Role, ...]:
    """Return all roles in the order of their files' names."""
    folder = files("services.sandbox") / "catalogue"
    texts = sorted((entry.name, entry.read_text("utf-8")) for entry in folder.iterdir())
    return tuple(_role(text) for _, text in texts)


def role_for(interview_type: str) -> Role:
    """Return a role that is interviewed in this way; the first one for a way not seen before."""
    for role in roles():
        if {interview_type, f"TURING_{interview_type}"} & set(role.interview_types):
            return role
    return roles()[0]
