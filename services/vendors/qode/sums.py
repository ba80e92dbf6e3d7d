"""Sums: whether what the agents gave adds up, and whether they are more than one opinion."""

from collections.abc import Iterator, Mapping, Sequence
from math import isclose

from services.models.agents import AgentAssessment, Criterion, Panel
from services.models.notice import NoticeCode
from services.vendors._doubts import Doubts

_TOLERANCE = 0.011


def note_sums(panel: Panel, final_scores: Mapping[str, float | None], doubts: Doubts) -> None:
    """Note, once a question, where criteria and totals of its agents contradict each other."""
    doubtful = [agent for agent in panel.agents if not _adds_up(agent, final_scores)]
    found = [(agent, next(_reasons(agent, final_scores), None)) for agent in doubtful]
    wrong = [(agent, reason) for agent, reason in found if reason]
    if not wrong:
        return
    agent, reason = wrong[0]
    text = f"Question {panel.question_index + 1}, {agent.name or agent.agent_id}: {reason}."
    if len(wrong) > 1:
        text += f" {len(wrong) - 1} more of its agents do not add up either."
    where = f"agent_response_summary[{panel.question_index}].agents"
    doubts.add(NoticeCode.CRITERIA_DO_NOT_ADD_UP, f"{text} Everything is kept as given.", where)


def _adds_up(agent: AgentAssessment, final_scores: Mapping[str, float | None]) -> bool:
    """Tell in one walk whether all is there and agrees to the digit; nearly always it does."""
    total = maximum = 0.0
    for criterion in agent.criteria:
        score, weight = criterion.score.value, criterion.score.weight
        weighted, most = criterion.weighted, criterion.maximum
        if score is None or weight is None or weighted is None or most is None:
            return False
        if score * weight != weighted:
            return False
        total += weighted
        maximum += most
    return total == agent.total == final_scores.get(
        agent.agent_id, total
    ) and maximum == agent.maximum == final_scores.get(f"{agent.agent_id}_max", maximum)


def _reasons(agent: AgentAssessment, final_scores: Mapping[str, float | None]) -> Iterator[str]:
    yield from _sums(agent)
    yield from _weights(agent.criteria)
    yield from _final(agent, final_scores)


def _sums(agent: AgentAssessment) -> Iterator[str]:
    """Compare the totals with the sums of the criteria, where every criterion has its part."""
    if not agent.criteria:
        return
    weighted = _sum([criterion.weighted for criterion in agent.criteria])
    maximum = _sum([criterion.maximum for criterion in agent.criteria])
    if _differ(weighted, agent.total) or _differ(maximum, agent.maximum):
        yield (
            f"the criteria add up to {_told(weighted)} of {_told(maximum)}, "
            f"but the total says {_told(agent.total)} of {_told(agent.maximum)}"
        )


def _weights(criteria: Sequence[Criterion]) -> Iterator[str]:
    for criterion in criteria:
        score = criterion.score
        if score.value is None or score.weight is None:
            continue
        product = score.value * score.weight
        if _differ(product, criterion.weighted):
            yield (
                f"“{criterion.label}” is {_told(score.value)} with weight {_told(score.weight)}, "
                f"but counts {_told(criterion.weighted)}"
            )


def _final(agent: AgentAssessment, final_scores: Mapping[str, float | None]) -> Iterator[str]:
    total = final_scores.get(agent.agent_id)
    maximum = final_scores.get(f"{agent.agent_id}_max")
    if _differ(total, agent.total) or _differ(maximum, agent.maximum):
        yield (
            f"the total is {_told(agent.total)} of {_told(agent.maximum)}, "
            f"but the final scores say {_told(total)} of {_told(maximum)}"
        )


def _sum(parts: Sequence[float | None]) -> float | None:
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None


def _differ(one: float | None, other: float | None) -> bool:
    if one is None or other is None or one == other:
        return False
    return not isclose(one, other, rel_tol=1e-6, abs_tol=_TOLERANCE)


def _told(number: float | None) -> str:
    return "nothing" if number is None else f"{number:.10g}"


def note_identical_agents(panels: Sequence[Panel], doubts: Doubts) -> None:
    """Note when all agents gave the very same scores on every question of the interview.

    On one question of several that happens by chance, and it is no doubt about the data.
    """
    shared = [panel for panel in panels if len(panel.agents) > 1]
    if shared and all(_is_one_opinion(panel) for panel in shared):
        text = (
            "All agents gave the same score on every criterion of every question: "
            "they are not independent of each other."
        )
        doubts.add(NoticeCode.IDENTICAL_AGENTS, text, "agent_response_summary")


def _is_one_opinion(panel: Panel) -> bool:
    first, *others = ({c.key: c.score.value for c in agent.criteria} for agent in panel.agents)
    is_scored = any(value is not None for value in first.values())
    return is_scored and all(other == first for other in others)
