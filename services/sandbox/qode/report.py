"""The scores of a reported interview as each version of the assessment prints them."""

from typing import Any

from services.sandbox import phrases
from services.sandbox.qode.band import NOT_EVALUATED, Band
from services.sandbox.qode.broken_case import BrokenCase
from services.sandbox.qode.plan import Plan
from services.sandbox.qode.scorecard import PASS_MARK, Scorecard
from services.sandbox.roles import Domain

_WITHOUT_DOMAINS = ("no_ci_v1", "ci_v2")


def report(plan: Plan, card: Scorecard) -> dict[str, Any]:
    """Return overall score, verdict, domains, skills and rubric; bands where there are any.

    What no question was about is left out, but for the broken case that prints it as zeros.
    """
    banded = plan.version != "no_ci_v1"
    with_domains = plan.version not in _WITHOUT_DOMAINS
    domains = [domain for domain in plan.role.domains if _covered(domain, card)]
    uncovered = [domain for domain in plan.role.domains if domain not in domains]
    return {
        "overall_score": card.overall.value,
        "interview_result": _result(plan, card),
        "count_all_core_domains": len(plan.role.domains) if with_domains else None,
        "count_covered_core_domains": len(domains) if with_domains else None,
        "uncovered_domains": [domain.name for domain in uncovered if with_domains],
        "demonstrated_skills_across_domains": [
            _domain(domain, card, skills=_skills(plan, card, domain))
            for domain in plan.role.domains
            if with_domains and _skills(plan, card, domain)
        ],
        "scored_skills": [
            _skill(name, card.skills[name], banded=banded)
            for domain in plan.role.domains
            for name in _skills(plan, card, domain)
        ],
        "interview_level_bootstrap": _bootstrap(card.overall) if banded else None,
        "grading_rubric_result": {"criteria": _rubric(plan, card)} if with_domains else None,
    }


def _covered(domain: Domain, card: Scorecard) -> bool:
    return card.domains[domain.name] != NOT_EVALUATED


def _skills(plan: Plan, card: Scorecard, domain: Domain) -> list[str]:
    zeros = plan.broken is BrokenCase.NOT_EVALUATED
    return [name for name in domain.skills if zeros or card.skills[name] != NOT_EVALUATED]


def _result(plan: Plan, card: Scorecard) -> str:
    if plan.role.rare:
        return phrases.SENTENCE_NO_VERDICT
    return "Pass" if card.overall.value >= PASS_MARK else "Fail"


def _ends(value: Band) -> dict[str, Any]:
    word = "Not evaluated" if value == NOT_EVALUATED else value.stability
    return {"ci_lower": value.lower, "ci_upper": value.upper, "stability": word}


def _domain(domain: Domain, card: Scorecard, *, skills: list[str]) -> dict[str, Any]:
    return {
        "domain_name": domain.name,
        "domain_category": "Core",
        "observations": card.observations[domain.name],
        "domain_weight": domain.weight,
        **_ends(card.domains[domain.name]),
        "mean_score_across_skills": card.domains[domain.name].value,
        "skills": skills,
    }


def _skill(name: str, value: Band, *, banded: bool) -> dict[str, Any]:
    ends = _ends(value) if banded else {}
    return {"skill_name": name, "pooled_mean_score": value.value, **ends}


def _bootstrap(overall: Band) -> dict[str, Any]:
    return {
        "ci_lower": overall.lower,
        "ci_upper": overall.upper,
        "label": overall.stability,
        "interpretation": f"Repeated draws from the answers call this result {overall.stability}.",
    }


def _rubric(plan: Plan, card: Scorecard) -> list[dict[str, Any]]:
    if plan.role.tasks:
        return [
            {"name": "Coding tasks", "score": card.overall.value, "weight": 0.4},
            {"name": "Talk about the solutions", "score": card.overall.value, "weight": 0.6},
        ]
    return [
        {"name": domain.name, "score": card.domains[domain.name].value, "weight": domain.weight}
        for domain in plan.role.domains
        if _covered(domain, card)
    ]
