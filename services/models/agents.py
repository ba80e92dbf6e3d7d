"""What the AI graders ("agents") gave: one panel a question, one assessment an agent."""

from services.models.score import Score
from services.models.value import Value


class Criterion(Value):
    """One criterion as one agent scored it; `weighted` and `maximum` as the vendor gave them."""

    key: str
    label: str
    score: Score
    """The score as the agent gave it, before the weight; kind `criterion`."""
    weighted: float | None = None
    maximum: float | None = None
    rationale: str | None = None

    @property
    def share(self) -> float | None:
        """The weighted score as a share of its maximum, or None without both."""
        return _share(self.weighted, self.maximum)


class AgentAssessment(Value):
    """What one agent gave for one question."""

    question_index: int
    agent_id: str
    name: str | None = None
    role: str | None = None
    total: float | None = None
    maximum: float | None = None
    normalized: float | None = None
    """The vendor's own share of the maximum, 0 to 1."""
    criteria: tuple[Criterion, ...] = ()
    summary: str | None = None

    @property
    def share(self) -> float | None:
        """The total as a share of the maximum, or None without both."""
        return _share(self.total, self.maximum)


class RoleShare(Value):
    """The mean of one role's agents on one question as a share of the maximum, from the vendor."""

    role: str
    label: str
    share: float


class Panel(Value):
    """All agents on one question, with what the vendor computed over them."""

    question_index: int
    agents: tuple[AgentAssessment, ...] = ()
    maximum_possible: float | None = None
    role_shares: tuple[RoleShare, ...] = ()


def _share(part: float | None, whole: float | None) -> float | None:
    if part is None or not whole:
        return None
    return part / whole
