"""`agent_response_summary`: what each agent gave for each question."""

from pydantic import ConfigDict

from services.vendors._wire import Wire


class AskedQuestion(Wire):
    """`agent_response_summary[].question`."""

    text: str | None = None


class Criterion(Wire):
    """One value of an agent's `criteria`; the keys are made anew for each question."""

    score: float | None = None
    weight: float | None = None
    weighted: float | None = None
    maximum_score: float | None = None


class Agent(Wire):
    """An item of `agent_response_summary[].agents`."""

    id: str | None = None
    name: str | None = None
    role: str | None = None
    total_weighted_score: float | None = None
    maximum_score: float | None = None
    criteria: dict[str, Criterion] | None = None
    step6_summary: dict[str, str | None] | None = None


class Normalization(Wire):
    """`normalization`; the extra keys are `<agent id>_normalized` and `<role>_normalized`."""

    model_config = ConfigDict(extra="allow")

    maximum_possible: float | None = None
    final_scores: dict[str, float | None] | None = None


class Mapping(Wire):
    """`mapping`: what the keys of roles and criteria are called for people."""

    agent: dict[str, str | None] | None = None
    criteria: dict[str, str | None] | None = None


class AgentResponse(Wire):
    """An item of `agent_response_summary`: one question with all its agents."""

    question: AskedQuestion | None = None
    agents: list[Agent] | None = None
    normalization: Normalization | None = None
    mapping: Mapping | None = None
