"""The three indices of agreement of some judgements, or the sentence that stands in their place."""

from collections.abc import Mapping
from typing import Final

import numpy as np

from services.analysis.agreement import ALPHA, alpha_of
from services.analysis.complete_table import CompleteTable
from services.analysis.intraclass import ICC_MEAN, ICC_SINGLE, icc
from services.models import notation
from services.models.agreement import Agreement
from services.models.estimate import Estimate, refused
from services.use_cases.judgements import Judgements

IDENTICAL: Final = "The agents gave the same on every target: no independent information."
ONE_AGENT: Final = "Only one agent judged: agreement is not computable."
_NOBODY: Final = "No agent judged anything here."
_NO_PAIR: Final = "No two agents judged the same target."
_NO_TABLE: Final = "No two of the agents who judged most judged the same target."
_INDEPENDENT: Final = "The interval takes targets as independent of each other."


def agreement_of(found: Judgements, *, names: Mapping[int, str], level: float) -> Agreement:
    """Return how far the agents agree; `names` are the agents'."""
    sums = found.sums
    targets, agents = int(np.count_nonzero(sums.shared)), found.judges
    identical = bool(targets) and not sums.squares[sums.shared].any()
    if refusal := _refusal(agents, targets, identical=identical):
        alpha, single, mean = (
            refused(refusal, level=level, n=targets, method=method)
            for method in (ALPHA, ICC_SINGLE, ICC_MEAN)
        )
    else:
        alpha = alpha_of(sums, clusters=found.clusters, level=level)
        single, mean = _intraclass(found.table, names=names, level=level)
    return Agreement(
        alpha=alpha,
        icc2_1=single,
        icc2_k=mean,
        targets=targets,
        agents=agents,
        identical=identical,
    )


def listed(names: tuple[str, ...]) -> str:
    """Write "a, b and c"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _refusal(agents: int, targets: int, *, identical: bool) -> str:
    """Return why nothing can be computed; empty where something can."""
    if not agents:
        return _NOBODY
    if agents == 1:
        return ONE_AGENT
    if not targets:
        return _NO_PAIR
    return IDENTICAL if identical else ""


def _intraclass(
    table: CompleteTable, *, names: Mapping[int, str], level: float
) -> tuple[Estimate, Estimate]:
    n, who = len(table.cells), listed(tuple(names[agent] for agent in table.agents))
    refusal = "" if table.agents else _NO_TABLE
    if table.agents and table.is_one_opinion:
        refusal = (
            f"{who} gave the same on every target that they share: no independent information."
        )
    if refusal:
        return (
            refused(refusal, level=level, n=n, method=ICC_SINGLE),
            refused(refusal, level=level, n=n, method=ICC_MEAN),
        )
    told = f"Of {who}, on {notation.count(n, 'target')} that all of them judged."
    single, mean = icc(table.cells, level=level)
    return _remarked(single, told), _remarked(mean, told)


def _remarked(found: Estimate, told: str) -> Estimate:
    """Add whom and what an index is about; where it is refused its own sentence is enough."""
    if found.refusal:
        return found
    last = _INDEPENDENT if found.has_interval else found.remark
    return found.model_copy(update={"remark": f"{told} {last}"})
