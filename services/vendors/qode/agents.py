"""Agents: one panel a question, with each agent's criteria, rationales and totals."""

import re
from collections.abc import Iterator
from collections.abc import Mapping as Lookup

from services.models.agents import AgentAssessment, Criterion, Panel, RoleShare
from services.models.score import FIVE_POINTS, Score, ScoreKind
from services.vendors._clock import number
from services.vendors._doubts import Doubts
from services.vendors._reading import checked, reading
from services.vendors.qode.sums import note_identical_agents, note_sums
from services.vendors.qode.wire.agents import Agent, AgentResponse, Mapping, Normalization
from services.vendors.qode.wire.agents import Criterion as GivenCriterion
from services.vendors.qode.wire.document import QodeDocument

_NORMALIZED = "_normalized"
_COUNTER = re.compile(r"_\d+$")
_NO_MAPPING = Mapping()
_NO_NORMALIZATION = Normalization()


def panels_of(document: QodeDocument, doubts: Doubts) -> tuple[Panel, ...]:
    """Return the panels; the index of a panel's question is its place in the agents' list."""
    responses = document.agent_response_summary or ()
    panels = tuple(
        _panel(index, response, doubts)
        for index, response in enumerate(responses)
        if response.agents or response.normalization
    )
    for panel in panels:
        given = responses[panel.question_index].normalization or _NO_NORMALIZATION
        note_sums(panel, given.final_scores or {}, doubts)
    note_identical_agents(panels, doubts)
    return panels


def _panel(index: int, response: AgentResponse, doubts: Doubts) -> Panel:
    normalization = response.normalization or _NO_NORMALIZATION
    mapping = response.mapping or _NO_MAPPING
    where = f"agent_response_summary[{index}]"
    shares = _shares(normalization, doubts, f"{where}.normalization")
    agents = tuple(
        _assessment(index, agent, agent.id or f"agent_{position + 1}", shares, mapping)
        for position, agent in enumerate(response.agents or ())
    )
    for agent in agents:
        place = f"{where}.agents.{agent.agent_id}"
        for criterion in agent.criteria:
            checked(criterion.score, doubts, place)
    ids = {agent.agent_id for agent in agents} | set(normalization.final_scores or ())
    return Panel.model_construct(
        question_index=index,
        agents=agents,
        maximum_possible=normalization.maximum_possible,
        role_shares=tuple(_role_shares(shares, ids, mapping)),
    )


def _assessment(
    index: int, agent: Agent, agent_id: str, shares: Lookup[str, float], mapping: Mapping
) -> AgentAssessment:
    return AgentAssessment.model_construct(
        question_index=index,
        agent_id=agent_id,
        name=agent.name or None,
        role=agent.role or _role(agent_id, mapping),
        total=agent.total_weighted_score,
        maximum=agent.maximum_score,
        normalized=shares.get(agent_id),
        criteria=_criteria(agent, agent_id, mapping),
        summary=(agent.step6_summary or {}).get("summary") or None,
    )


def _role(agent_id: str, mapping: Mapping) -> str | None:
    """Return what the mapping calls the role of `software_developer_1`."""
    return (mapping.agent or {}).get(_COUNTER.sub("", agent_id)) or None


def _criteria(agent: Agent, agent_id: str, mapping: Mapping) -> tuple[Criterion, ...]:
    labels = mapping.criteria or {}
    rationales = agent.step6_summary or {}
    return tuple(
        Criterion.model_construct(
            key=key,
            label=(label := labels.get(key) or _prettified(key)),
            score=_score(given, label, agent_id, rationales.get(key)),
            weighted=given.weighted,
            maximum=given.maximum_score,
            rationale=rationales.get(key) or None,
        )
        for key, given in (agent.criteria or {}).items()
    )


def _score(given: GivenCriterion, label: str, agent_id: str, rationale: str | None) -> Score:
    """Return the grade from 0 to 5, where 0 is a grade: no evidence."""
    found = reading(given.score, words=rationale)
    return Score.model_construct(
        kind=ScoreKind.CRITERION,
        name=label,
        state=found.state,
        value=found.value,
        scale=FIVE_POINTS,
        weight=given.weight,
        parent=agent_id,
    )


def _shares(normalization: Normalization, doubts: Doubts, where: str) -> dict[str, float]:
    """Return what stands before `_normalized`, an agent's id or a role, with its share."""
    shares: dict[str, float] = {}
    for key, value in (normalization.model_extra or {}).items():
        if not key.endswith(_NORMALIZED) or value is None:
            continue
        share = number(value)
        if share is None:
            doubts.unknown(f"“{key}” is no number: read as missing.", where)
        else:
            shares[key.removesuffix(_NORMALIZED)] = share
    return shares


def _role_shares(
    shares: Lookup[str, float], agents: set[str], mapping: Mapping
) -> Iterator[RoleShare]:
    """Return the shares whose key names a role, not one of the agents."""
    labels: Lookup[str, str | None] = mapping.agent or {}
    for role, share in shares.items():
        if role not in agents:
            label = labels.get(role) or _prettified(role)
            yield RoleShare.model_construct(role=role, label=label, share=share)


def _prettified(key: str) -> str:
    """Return `retry_design` as "Retry design"."""
    words = " ".join(key.replace("_", " ").split())
    return f"{words[:1].upper()}{words[1:]}" or key
