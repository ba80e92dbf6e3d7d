"""What each agent gave in each criterion, and how far the agents are apart there."""

from collections import Counter
from collections.abc import Mapping

import numpy as np

from services.analysis.severity import deviations, severity_of, spread
from services.cache.frame.columns import Whole
from services.models.agreement import Agent, CriterionSpread, HeatCell
from services.use_cases.judgements import Judgements, Opinions, numbered


def agent_rows(found: Judgements, words: Mapping[int, str], *, level: float) -> tuple[Agent, ...]:
    """Return each agent with its severity, those that judged most first."""
    opinions, target = found.opinions, found.of_each
    away = deviations(opinions.share, target, found.sums)
    severities = severity_of(away, opinions.agent, clusters=found.clusters[target], level=level)
    judged, roles = np.bincount(opinions.agent), _roles(opinions)
    rows = (
        Agent(
            id=words[int(opinions.agents[agent])],
            role=words.get(roles[agent]),
            severity=severity,
            assessments=int(judged[agent]),
        )
        for agent, severity in severities.items()
    )
    return tuple(sorted(rows, key=lambda row: (-row.assessments, row.id)))


def criterion_rows(found: Judgements, words: Mapping[int, str]) -> tuple[CriterionSpread, ...]:
    """Return each criterion with the spread between agents, those judged most first."""
    criteria, codes = numbered(found.criterion)
    labels = criterion_labels(criteria, words)
    apart = spread(found.sums, codes, size=len(criteria))
    rows = (
        CriterionSpread(
            criterion=label,
            spread=None if np.isnan(deviation) else float(deviation),
            mean=float(mean),
            n=int(n),
            shared=int(shared),
        )
        for label, n, mean, deviation, shared in zip(
            *(labels, apart.targets, apart.mean, apart.deviation, apart.shared), strict=True
        )
    )
    return tuple(sorted(rows, key=lambda row: (-row.n, row.criterion)))


def heat_cells(found: Judgements, words: Mapping[int, str]) -> tuple[HeatCell, ...]:
    """Return what each agent gave in each criterion; a pair that never met has no cell."""
    criteria, of_target = numbered(found.criterion)
    opinions, labels = found.opinions, criterion_labels(criteria, words)
    place = opinions.agent * max(len(criteria), 1) + of_target[found.of_each]
    counts = np.bincount(place)
    sums = np.bincount(place, weights=opinions.share)
    return tuple(
        HeatCell(
            agent=words[int(opinions.agents[at // len(criteria)])],
            criterion=labels[at % len(criteria)],
            share=float(sums[at] / counts[at]),
            n=int(counts[at]),
        )
        for at in np.flatnonzero(counts).tolist()
    )


def criterion_labels(criteria: Whole, words: Mapping[int, str]) -> tuple[str, ...]:
    """Return "Retry design" for the key `retry_design`; keys stay where two would read alike."""
    keys = [words[int(criterion)] for criterion in criteria]
    labels = [_readable(key) for key in keys]
    met = Counter(labels)
    return tuple(label if met[label] == 1 else key for key, label in zip(keys, labels, strict=True))


def _readable(key: str) -> str:
    words = " ".join(key.replace("_", " ").split())
    return f"{words[:1].upper()}{words[1:]}" or key


def _roles(opinions: Opinions) -> list[int]:
    """Return the word's number of the role that each agent was most often given."""
    if not len(opinions.agents):
        return []
    roles, role = numbered(opinions.role)
    shape = len(opinions.agents), len(roles)
    counts = np.bincount(opinions.agent * len(roles) + role, minlength=shape[0] * shape[1])
    found: list[int] = roles[counts.reshape(shape).argmax(axis=1)].tolist()
    return found
