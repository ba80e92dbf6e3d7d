"""The whole answer to "get interview details"."""

from datetime import datetime
from typing import Any

from pydantic import ConfigDict, Field

from services.vendors._wire import Count, Wire
from services.vendors.qode.wire.agents import AgentResponse
from services.vendors.qode.wire.recording import InterviewSignals, Latency, Meeting, Metadata
from services.vendors.qode.wire.results import Bootstrap, Code, Domain, Language, Rubric, Skill
from services.vendors.qode.wire.summary import Assets, Profile, Summary


class QodeDocument(Wire):
    """One interview. Extra keys are kept, because the black screens' key is not known."""

    model_config = ConfigDict(extra="allow")

    interview_id: str = Field(pattern=r"\S")
    session_id: str | None = None
    candidate_id: str | None = None
    candidate_email: str | None = None
    candidate_profile: Profile | None = None
    iframe_url: str | None = None
    role_title: str | None = None
    mapped_role_title: str | None = None
    interview_type: str | None = None
    sub_interview_type: str | None = None
    assessment_version: str | None = None
    request_metadata: dict[str, Any] | None = None

    event: str | None = None
    timestamp: datetime | None = None
    metadata: Metadata | None = None
    duration: float | None = None
    meeting_data: Meeting | None = None
    interview_signals: InterviewSignals | None = None
    latency_summary: Latency | None = None

    summary: Summary | None = None
    agent_response_summary: list[AgentResponse] | None = None
    overall_score: float | None = None
    interview_result: str | None = None
    interview_level_bootstrap: Bootstrap | None = None
    count_all_core_domains: Count | None = None
    count_covered_core_domains: Count | None = None
    uncovered_domains: list[str] | None = None
    demonstrated_skills_across_domains: list[Domain] | None = None
    scored_skills: list[Skill] | None = None
    grading_rubric_result: Rubric | None = None
    language_proficiency_scores: Language | None = None
    code_task_result: Code | None = None
    assets: Assets | None = None
    card_check_image_path: str | None = None
