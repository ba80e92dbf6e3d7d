"""Domains, skills, rubric, language and code, as Qode computed them."""

from services.vendors._wire import Count, Wire


class Domain(Wire):
    """An item of `demonstrated_skills_across_domains`."""

    domain_name: str | None = None
    domain_category: str | None = None
    observations: Count | None = None
    domain_weight: float | None = None
    ci_lower: float | None = None
    ci_upper: float | None = None
    stability: str | None = None
    mean_score_across_skills: float | None = None
    skills: list[str] | None = None


class Skill(Wire):
    """An item of `scored_skills`."""

    skill_name: str | None = None
    pooled_mean_score: float | None = None
    ci_lower: float | None = None
    ci_upper: float | None = None
    stability: str | None = None


class Bootstrap(Wire):
    """`interview_level_bootstrap`: the band of the overall score."""

    ci_lower: float | None = None
    ci_upper: float | None = None
    label: str | None = None
    interpretation: str | None = None


class RubricCriterion(Wire):
    """An item of `grading_rubric_result.criteria`."""

    name: str | None = None
    score: float | None = None
    weight: float | None = None


class Rubric(Wire):
    """`grading_rubric_result`."""

    criteria: list[RubricCriterion] | None = None


class Language(Wire):
    """`language_proficiency_scores`; a negative score means failed or not enabled."""

    coherence_score: float | None = None
    fluency_score: float | None = None
    grammar_score: float | None = None
    pronunciation_score: float | None = None
    prosody_score: float | None = None
    accuracy_score: float | None = None
    completeness_score: float | None = None
    vocabulary_score: float | None = None
    summary: str | None = None
    language: str | None = None


class Task(Wire):
    """An item of `code_task_result.tasks`."""

    name: str | None = None
    language_name: str | None = None
    testcase_passrate: str | None = None
    code_execution_time: float | None = None
    implementation_time: float | None = None
    ram_consumption: float | None = None
    algorithm_complexity: str | None = None
    status: str | None = None


class Code(Wire):
    """`code_task_result`."""

    tasks: list[Task] | None = None
    coding_score: float | None = None
