"""An interview as `scoreband show --json` prints it: the keys that other programs rely on."""

from collections.abc import Iterable, Iterator

from services.models.agents import AgentAssessment, Criterion
from services.models.document import StoredInterview
from services.models.interview import Interview
from services.models.score import Score
from services.models.value import Value

_COPIED = (
    "vendor",
    "vendor_interview_id",
    "status",
    "vendor_status",
    "outcome",
    "vendor_outcome",
    "role",
    "mapped_role",
    "interview_type",
    "vendor_interview_type",
    "sub_type",
    "assessment_version",
    "created_at",
    "scheduled_at",
    "expires_at",
    "started_at",
    "ended_at",
    "reported_at",
    "duration_s",
    "clock_source",
    "event_at",
    "failure_reason",
    "call_attempts",
    "references",
    "credits_used",
    "tags",
    "is_final",
    "reliability",
    "coverage",
    "domain_skills",
    "domain_categories",
    "questions",
    "signals_not_collected",
    "average_latency_s",
    "latency",
    "chapters",
    "transcript",
    "remarks",
    "language",
    "code_tasks",
    "assets",
    "notices",
    "metadata",
)


def interview_json(stored: StoredInterview) -> dict[str, object]:
    """Return the documented keys as plain JSON values; a missing number is null, never 0."""
    interview = stored.interview
    document = interview.model_dump(mode="json", include=set(_COPIED))
    return {
        "id": stored.id,
        **{key: document[key] for key in _COPIED},
        "candidate": interview.candidate.model_dump(mode="json"),
        "overall": interview.overall.model_dump(mode="json"),
        "scores": _plain((*interview.all_scores, *_criteria_scores(interview))),
        "agents": [_agent(agent) for panel in interview.panels for agent in panel.agents],
        "role_shares": _role_shares(interview),
        "signals": [
            signal.model_dump(mode="json", include={"kind", "start_s", "end_s"})
            for signal in interview.signals
        ],
        "fetched_at": stored.fetched_at.isoformat(),
        "payload_sha256": stored.payload_sha256,
        "payload_versions": stored.version_count,
    }


def _criteria_scores(interview: Interview) -> Iterator[Score]:
    for panel in interview.panels:
        for agent in panel.agents:
            yield from (criterion.score for criterion in agent.criteria)


def _plain(values: Iterable[Value]) -> list[dict[str, object]]:
    return [value.model_dump(mode="json") for value in values]


def _agent(agent: AgentAssessment) -> dict[str, object]:
    plain = agent.model_dump(
        mode="json",
        include={"question_index", "agent_id", "name", "role", "total", "maximum", "normalized"},
    )
    criteria = [_criterion(criterion) for criterion in agent.criteria]
    return plain | {"criteria": criteria, "summary": agent.summary}


def _criterion(criterion: Criterion) -> dict[str, object]:
    return {
        "key": criterion.key,
        "label": criterion.label,
        "score": criterion.score.value,
        "state": criterion.score.state.value,
        "weight": criterion.score.weight,
        "weighted": criterion.weighted,
        "maximum": criterion.maximum,
        "rationale": criterion.rationale,
    }


def _role_shares(interview: Interview) -> list[dict[str, object]]:
    return [
        {"question_index": panel.question_index} | share.model_dump(mode="json")
        for panel in interview.panels
        for share in panel.role_shares
    ]
