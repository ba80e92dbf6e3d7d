"""How strict agents are, for formats that draw charts themselves."""

from components.charts._offsets import uncorrected
from components.charts._ranges import around_zero, offset_range
from services.models import notation
from services.models.agreement import AgentsAnswer
from services.models.content import Ranges


def severity_ranges(answer: AgentsAnswer) -> Ranges | None:
    """Return each agent's deviation from the others in percentage points of the maximum."""
    rows = [offset_range(agent.id, uncorrected(agent.severity)) for agent in answer.agents]
    return around_zero(rows, axis="← stricter · percentage points · more lenient →")


def severity_finding(answer: AgentsAnswer) -> str:
    """Count the agents whose interval is clear of zero, each looked at by itself."""
    found = [uncorrected(agent.severity).could_be_chance for agent in answer.agents]
    judged, clear = len(found) - found.count(None), found.count(False)
    if not judged:
        return "No agent can be told apart from the others"
    if not clear:
        return "No agent is clearly stricter or more lenient than the others"
    of = f"{clear} of {notation.count(judged, 'agent')}"
    return f"{of} {'is' if clear == 1 else 'are'} stricter or more lenient than the others"
