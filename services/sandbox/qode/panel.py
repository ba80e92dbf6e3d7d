"""The AI graders of one question and the marks that they give."""

import re
from dataclasses import dataclass
from functools import cached_property
from random import Random

from services.sandbox import phrases
from services.sandbox.roles import Question, Role

ROLE_LABELS = {
    "ai_researcher": "AI researcher",
    "subject_matter_expert": "Subject Matter Expert",
    "project_manager": "Project Manager",
}
_PERSONAS = ("Chidi", "Marisol", "Anders", "Yuki", "Farah", "Bastien", "Nomsa", "Ilse", "Kofi")
FULL_MARK = 5
"""The best score of a criterion."""


@dataclass(frozen=True)
class Grader:
    """One grader of a panel; `id` is unique in it."""

    id: str
    name: str
    role: str


@dataclass(frozen=True)
class Mark:
    """A criterion as one grader scored it, 0 to 5, with its weight and a reason."""

    key: str
    label: str
    skill: str
    score: int
    weight: int
    reason: str


@dataclass(frozen=True)
class Assessment:
    """All marks of one grader on one question."""

    grader: Grader
    marks: tuple[Mark, ...]

    @property
    def total(self) -> int:
        """Sum of score times weight."""
        return sum(mark.score * mark.weight for mark in self.marks)

    @property
    def maximum(self) -> int:
        """What the total could have been at best."""
        return sum(FULL_MARK * mark.weight for mark in self.marks)

    @property
    def share(self) -> float:
        """The total as a share of its maximum."""
        return self.total / self.maximum


@dataclass(frozen=True)
class Sheet:
    """What the whole panel gave for one question."""

    question: Question
    assessments: tuple[Assessment, ...]

    @cached_property
    def score(self) -> float:
        """The mean of the graders' shares, 0 to 100."""
        return 100 * sum(a.share for a in self.assessments) / len(self.assessments)

    def skill_scores(self, skill: str) -> list[float]:
        """Return every grader's mark for a skill, 0 to 100."""
        marks = (mark for a in self.assessments for mark in a.marks if mark.skill == skill)
        return [100 * mark.score / FULL_MARK for mark in marks]


def graders(role: Role, rng: Random, *, compact: bool) -> tuple[Grader, ...]:
    """Convene a panel: one or two graders of each of two or three roles, three to six in all."""
    single = compact or (len(role.panel) == 3 and rng.random() < 0.6)
    names = rng.sample(_PERSONAS, 6)
    seats = [(part, seat) for part in role.panel for seat in range(1, 2 if single else 3)]
    if len(seats) < 3:
        seats.append((role.panel[0], 2))
    return tuple(
        Grader(f"{part}_{seat}", name, part)
        for (part, seat), name in zip(seats, names, strict=False)
    )


def grade(
    question: Question, panel: tuple[Grader, ...], levels: dict[str, float], rng: Random
) -> Sheet:
    """Let a panel mark an answer of somebody whose skills stand at these levels, 0 to 100.

    Graders mostly agree; in one panel of eight, one of them stands far off.
    """
    weights = [rng.randint(2, 6) for _ in question.criteria]
    outlier = rng.randrange(len(panel)) if rng.random() < 0.12 else None
    form = rng.gauss(0, 5)
    assessments = []
    for seat, grader in enumerate(panel):
        taste = rng.choice((-34, 26)) if seat == outlier else rng.gauss(0, 3)
        marks = tuple(
            _mark(
                question,
                criterion,
                weight,
                levels[question.skill_of(criterion)] + form + taste,
                rng,
            )
            for criterion, weight in zip(question.criteria, weights, strict=True)
        )
        assessments.append(Assessment(grader, marks))
    return Sheet(question, tuple(assessments))


def _mark(question: Question, criterion: str, weight: int, level: float, rng: Random) -> Mark:
    score = min(FULL_MARK, max(0, round(rng.gauss(level / 20, 0.42))))
    reason = rng.choice(phrases.graded(score)).format(point=rng.choice(question.points))
    key = re.sub(r"\W+", "_", criterion.lower())
    return Mark(key, criterion, question.skill_of(criterion), score, weight, reason)
