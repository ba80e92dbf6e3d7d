"""Scores of the whole interview: overall, domains, skills, rubric and coding."""

from collections.abc import Mapping

from services.models.score import Score, ScoreKind, ScoreState
from services.vendors._doubts import Doubts, shortened
from services.vendors._reading import MISSING, NOT_EVALUATED, Reading, checked, reading
from services.vendors.qode.wire.document import QodeDocument
from services.vendors.qode.wire.results import Bootstrap, Domain, Rubric, RubricCriterion, Skill


def scores_of(document: QodeDocument, doubts: Doubts) -> tuple[Score, ...]:
    """Return the scores in the order of a report; the overall score always comes first."""
    domains = _domains(document, doubts)
    skills = _skills(document, doubts)
    overall = _overall(document, doubts, is_all_there_is=not (domains or skills))
    rubric = _rubric(document.grading_rubric_result, overall, doubts)
    return (overall, *domains, *skills, *rubric, *_coding(document, doubts))


def domain_skills_of(document: QodeDocument) -> Mapping[str, tuple[str, ...]]:
    """Return which skills Qode counts to which domain."""
    return {
        _domain_name(domain): tuple(domain.skills)
        for domain in document.demonstrated_skills_across_domains or ()
        if domain.skills
    }


def domain_categories_of(document: QodeDocument) -> Mapping[str, str]:
    """Return Qode's category of each domain, where it gave one."""
    return {
        _domain_name(domain): domain.domain_category
        for domain in document.demonstrated_skills_across_domains or ()
        if domain.domain_category
    }


def _overall(document: QodeDocument, doubts: Doubts, *, is_all_there_is: bool) -> Score:
    """Read the overall score; a 0 with nothing scored or asked beneath it is none (assumption)."""
    bootstrap = document.interview_level_bootstrap or Bootstrap()
    band = (bootstrap.ci_lower, bootstrap.ci_upper)
    is_silent = is_all_there_is and not _is_anything_asked(document)
    found = reading(document.overall_score, band, words=bootstrap.label, silent=is_silent)
    score = Score.model_construct(
        kind=ScoreKind.OVERALL,
        name="Overall",
        state=found.state,
        value=found.value,
        lower=found.lower,
        upper=found.upper,
        label=bootstrap.label or None,
    )
    return checked(score, doubts, "overall_score")


def _is_anything_asked(document: QodeDocument) -> bool:
    meeting = document.meeting_data
    return bool(document.agent_response_summary or (meeting and meeting.question_summary))


def _domains(document: QodeDocument, doubts: Doubts) -> list[Score]:
    domains = document.demonstrated_skills_across_domains or ()
    return [
        checked(_domain(domain), doubts, f"demonstrated_skills_across_domains[{position}]")
        for position, domain in enumerate(domains)
    ]


def _domain(domain: Domain) -> Score:
    found = _pooled(domain.mean_score_across_skills, domain)
    if not found.value and domain.observations == 0:
        found = NOT_EVALUATED
    return Score.model_construct(
        kind=ScoreKind.DOMAIN,
        name=_domain_name(domain),
        state=found.state,
        value=found.value,
        lower=found.lower,
        upper=found.upper,
        label=domain.stability or None,
        observations=domain.observations,
        weight=domain.domain_weight,
    )


def _domain_name(domain: Domain) -> str:
    return domain.domain_name or "Domain without a name"


def _skills(document: QodeDocument, doubts: Doubts) -> list[Score]:
    parents: dict[str, str] = {}
    for domain in document.demonstrated_skills_across_domains or ():
        for skill in domain.skills or ():
            parents.setdefault(skill, _domain_name(domain))
    return [
        checked(_skill(skill, parents), doubts, f"scored_skills[{position}]")
        for position, skill in enumerate(document.scored_skills or ())
    ]


def _skill(skill: Skill, parents: Mapping[str, str]) -> Score:
    found = _pooled(skill.pooled_mean_score, skill)
    name = skill.skill_name or "Skill without a name"
    return Score.model_construct(
        kind=ScoreKind.SKILL,
        name=name,
        state=found.state,
        value=found.value,
        lower=found.lower,
        upper=found.upper,
        label=skill.stability or None,
        parent=parents.get(name),
    )


def _pooled(value: float | None, around: Domain | Skill) -> Reading:
    """A pooled 0 in 0 to 0 without a word about its stability was not evaluated (assumption)."""
    is_silent = not around.stability and around.ci_lower is not None
    band = (around.ci_lower, around.ci_upper)
    return reading(value, band, words=around.stability, silent=is_silent)


def _rubric(rubric: Rubric | None, overall: Score, doubts: Doubts) -> list[Score]:
    """Read the rubric; nothing but zeros beside an overall above 0 is not evaluated (assumption).

    Zeros cannot average to more than 0, so they are no grades.
    """
    criteria = (rubric.criteria if rubric else None) or ()
    is_unused = bool(overall.value) and not any(c.score for c in criteria)
    if is_unused and any(c.score is not None for c in criteria):
        text = (
            f"Every rubric score is 0 while the overall score is {overall.value:g}: "
            "the zeros are read as not evaluated."
        )
        doubts.unknown(text, "grading_rubric_result.criteria")
    return [
        checked(
            _rubric_score(criterion, is_unused=is_unused),
            doubts,
            f"grading_rubric_result.criteria[{position}]",
        )
        for position, criterion in enumerate(criteria)
    ]


def _rubric_score(criterion: RubricCriterion, *, is_unused: bool) -> Score:
    if criterion.score is None:
        found = MISSING
    elif is_unused:
        found = NOT_EVALUATED
    else:
        found = Reading(ScoreState.SCORED, criterion.score)
    return Score.model_construct(
        kind=ScoreKind.RUBRIC,
        name=criterion.name or "Criterion without a name",
        state=found.state,
        value=found.value,
        weight=criterion.weight,
    )


def _coding(document: QodeDocument, doubts: Doubts) -> list[Score]:
    """Return the coding score as given: a 0 beside failed tests is a 0."""
    code = document.code_task_result
    if code is None or (code.coding_score is None and not code.tasks):
        return []
    state = ScoreState.MISSING if code.coding_score is None else ScoreState.SCORED
    score = Score.model_construct(
        kind=ScoreKind.CODING, name="Coding", state=state, value=code.coding_score
    )
    return [checked(score, doubts, "code_task_result.coding_score")]


def note_unknown_version(document: QodeDocument, doubts: Doubts) -> None:
    """Note an assessment version that is not documented: a new instrument."""
    version = document.assessment_version
    if version and version not in {"no_ci_v1", "ci_v2", "pf_domain_v3", "pf_domain_3p_v4"}:
        text = f"Unknown assessment version “{shortened(version)}”: a new instrument, perhaps."
        doubts.unknown(text, "assessment_version")
