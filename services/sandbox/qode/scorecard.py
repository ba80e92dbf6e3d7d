"""The scores of one interview, from the graders' marks up to the overall score."""

from dataclasses import dataclass
from random import Random
from statistics import fmean

from services.sandbox.draw import stream
from services.sandbox.qode.band import NOT_EVALUATED, Band, band
from services.sandbox.qode.panel import Sheet, grade, graders
from services.sandbox.qode.plan import Plan
from services.sandbox.qode.sitting import Sitting

PASS_MARK = 65


@dataclass(frozen=True)
class Scorecard:
    """Every score is the mean of those below it; domains are weighted."""

    sheets: dict[int, Sheet]
    """The panel's marks by question; skipped and unreached questions have none."""
    questions: dict[int, Band]
    question_skills: dict[tuple[int, str], Band]
    skills: dict[str, Band]
    domains: dict[str, Band]
    observations: dict[str, int]
    """How many questions stand behind each domain."""
    overall: Band


def score(plan: Plan, sitting: Sitting) -> Scorecard:
    """Let the panel mark every answer, and pool the marks."""
    rng = stream(plan.key, "scorecard")
    sheets = _sheets(plan, sitting, rng)
    question_skills = {
        (index, skill): band(sheet.skill_scores(skill), rng)
        for index, sheet in sheets.items()
        for skill in sheet.question.skills
    }
    skills = {
        skill: _pooled(
            [value for (_, name), value in question_skills.items() if name == skill], rng
        )
        for domain in plan.role.domains
        for skill in domain.skills
    }
    domains = {
        domain.name: _pooled([skills[skill] for skill in domain.skills], rng)
        for domain in plan.role.domains
    }
    return Scorecard(
        sheets=sheets,
        questions={index: _of_question(sheet, rng) for index, sheet in sheets.items()},
        question_skills=question_skills,
        skills=skills,
        domains=domains,
        observations={
            domain.name: sum(skill in domain.skills for _, skill in question_skills)
            for domain in plan.role.domains
        },
        overall=_overall(plan, domains, rng),
    )


def _sheets(plan: Plan, sitting: Sitting, rng: Random) -> dict[int, Sheet]:
    ability = min(93.0, max(42.0, rng.gauss(69, 10)))
    levels = {
        skill: ability + rng.gauss(0, 6) for domain in plan.role.domains for skill in domain.skills
    }
    panel = graders(plan.role, rng, compact=plan.compact)
    return {
        index: grade(sitting.questions[index], panel, levels, rng) for index in sitting.evaluated
    }


def _of_question(sheet: Sheet, rng: Random) -> Band:
    return band([100 * assessment.share for assessment in sheet.assessments], rng)


def _pooled(parts: list[Band], rng: Random) -> Band:
    """Pool bands: the mean of the evaluated ones, a little narrower than theirs."""
    parts = [part for part in parts if part != NOT_EVALUATED]
    if not parts:
        return NOT_EVALUATED
    shrink = len(parts) ** -0.35 * rng.uniform(0.8, 1.0)
    value = round(fmean(part.value for part in parts))
    below = max(2, round(shrink * fmean(part.value - part.lower for part in parts)))
    above = max(2, round(shrink * fmean(part.upper - part.value for part in parts)))
    return Band(value, max(0, value - below), min(100, value + above))


def _overall(plan: Plan, domains: dict[str, Band], rng: Random) -> Band:
    """Pool the domains by weight; one that was not evaluated leaves its weight to the others."""
    parts = [
        (domain.weight, domains[domain.name])
        for domain in plan.role.domains
        if domains[domain.name] != NOT_EVALUATED
    ]
    whole = sum(weight for weight, _ in parts)

    def mean(numbers: list[int]) -> int:
        return round(sum(w * n for (w, _), n in zip(parts, numbers, strict=True)) / whole)

    value = mean([part.value for _, part in parts])
    below = value - mean([part.lower for _, part in parts])
    above = mean([part.upper for _, part in parts]) - value
    return Band(
        value,
        max(0, value - max(2, round(below * rng.uniform(0.6, 1.4)))),
        min(100, value + max(2, round(above * rng.uniform(0.6, 1.4)))),
    )
