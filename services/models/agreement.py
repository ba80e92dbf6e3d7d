"""Do the graders agree? What agents gave side by side, and how far they would give it again."""

from services.models.browse import InterviewFilter
from services.models.cohort import InstrumentChoice, InstrumentCount
from services.models.estimate import Estimate
from services.models.value import Value

MOST_SPLIT = 50
"""How many split panels are listed; all are counted."""
SPLIT_FROM = 0.25
"""A panel is split when two agents' totals are this share of the maximum apart, or more."""


class Agreement(Value):
    """How far agents agree on the same targets: an interview's question's criterion each.

    All three are computed from shares of the maximum. An index that cannot be computed says why.
    """

    alpha: Estimate
    """Krippendorff's alpha for interval data."""
    icc2_1: Estimate
    """Intraclass correlation, two-way random effects, of a single agent (absolute agreement)."""
    icc2_k: Estimate
    """The same of the mean of all agents."""
    targets: int
    """Judged by at least two agents."""
    agents: int
    identical: bool = False
    """Whether all agents gave the same on every target: then there is no second opinion."""


class Agent(Value):
    """One agent over all interviews."""

    id: str
    role: str | None
    severity: Estimate
    """Its mean deviation from the other agents on the same targets, in shares of the maximum."""
    assessments: int
    """Targets that it judged."""


class HeatCell(Value):
    """What one agent gave in one criterion."""

    agent: str
    criterion: str
    share: float
    """Mean share of the maximum, 0 to 1 (above 1 where the vendor went beyond its maximum)."""
    n: int


class CriterionSpread(Value):
    """How far agents are apart in one criterion."""

    criterion: str
    spread: float | None
    """Mean over targets of the standard deviation between agents, in shares of the maximum; None
    where no target was judged by two."""
    mean: float
    n: int
    """Targets."""
    shared: int
    """Targets judged by two or more: what the spread rests on."""


class SplitPanel(Value):
    """One question on which the agents were far apart."""

    interview_id: str
    candidate: str
    role: str | None
    question: int
    """Counts from 0."""
    lowest_agent: str
    lowest: float
    """Its total as a share of the maximum."""
    highest_agent: str
    highest: float


class GroupAgreement(Value):
    """The agreement within one role or one month."""

    label: str
    agreement: Agreement
    opens: InterviewFilter


class AgentsAnswer(Value):
    """Everything about the agents of a filter's interviews, or of one interview."""

    level: float
    interviews: int
    """With at least one agent's criterion."""
    choice: InstrumentChoice = InstrumentChoice()
    """As it was asked for."""
    instruments: tuple[InstrumentCount, ...] = ()
    """All that agents judged by, most interviews first."""
    agreement: Agreement
    agents: tuple[Agent, ...]
    criteria: tuple[CriterionSpread, ...]
    """Those judged most first."""
    cells: tuple[HeatCell, ...]
    by_role: tuple[GroupAgreement, ...] = ()
    by_month: tuple[GroupAgreement, ...] = ()
    split: tuple[SplitPanel, ...] = ()
    """The widest apart first, `MOST_SPLIT` at most."""
    split_total: int = 0
    panels: int = 0
    """Questions judged by at least two agents."""
    warnings: tuple[str, ...] = ()
