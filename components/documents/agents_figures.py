"""How far graders agree, who is stricter and where they part: figures, tables and sentences."""

from collections.abc import Sequence
from typing import Literal

from components.charts import (
    agents_figure,
    agents_sentence,
    agents_table,
    agreement_figure,
    agreement_sentence,
    agreement_table,
    severity_figure,
    severity_sentence,
    severity_table,
)
from components.documents.drawing import Drawing
from components.documents.explanations import Explained
from services.models import notation
from services.models.agreement import SPLIT_FROM, AgentsAnswer, GroupAgreement, SplitPanel
from services.models.estimate import Estimate
from services.models.table import Cell, Table

INDICES_EXPLAINED = (Explained.KRIPPENDORFF_ALPHA, Explained.ICC2_1, Explained.ICC2_K)
HEAT_TITLE = "What each agent gave, by criterion"
SEVERITY_TITLE = "Stricter or more lenient than the others"
SPLIT_KEY = "split-panels"
SPLIT_TITLE = "Split panels"
_CONVENTION = (
    "Krippendorff’s own conventions: from 0.8 on, conclusions may be drawn; from 0.667 on, "
    "tentative ones. An index says how consistent the graders are, not whether they are right."
)
_GROUPS = {"role": "Agreement by role", "month": "Agreement by month"}


def graded_words(answer: AgentsAnswer) -> str:
    """Say how many interviews are behind the figures: "214 interviews with graders"."""
    return f"{notation.count(answer.interviews, 'interview')} with graders"


def indices(answer: AgentsAnswer) -> tuple[tuple[str, Estimate], ...]:
    """Return the three indices by their names."""
    agreement = answer.agreement
    return (
        ("Krippendorff’s α", agreement.alpha),
        ("ICC(2,1), one agent", agreement.icc2_1),
        ("ICC(2,k), mean of all", agreement.icc2_k),
    )


def index_words(estimate: Estimate) -> tuple[str, str]:
    """Return an index' value, and its interval and what else belongs to it; or "" and why not."""
    if estimate.estimate is None:
        return "", estimate.refusal
    value = notation.number(estimate.estimate, places=2)
    if estimate.lower is None or estimate.upper is None:
        return value, f"No interval, n = {estimate.n:,}. {estimate.remark}".rstrip()
    ends = [notation.number(end, places=2) for end in (estimate.lower, estimate.upper)]
    level = notation.number(100 * estimate.level)
    remark = f" {estimate.remark}" if estimate.remark else ""
    return value, f"{level} % interval {ends[0]} to {ends[1]}, n = {estimate.n:,}.{remark}"


def indices_table(answer: AgentsAnswer) -> Table:
    """Return one row for each index; one that was refused has its sentence and no number."""
    rows: list[tuple[Cell, ...]] = []
    for name, found in indices(answer):
        value, words = index_words(found)
        rows.append((name, value or None, words, found.n))
    return Table(
        columns=("Index", "Value", "Interval, or why there is none", "n"), rows=tuple(rows)
    )


def targets_sentence(answer: AgentsAnswer) -> str:
    """Say what the indices rest on, and how they are read."""
    agents = notation.count(answer.agreement.agents, "agent")
    return (
        f"{agents}, {answer.agreement.targets:,} targets (an interview’s question’s criterion "
        f"each) judged by two or more. {_CONVENTION}"
    )


def heat_drawing(answer: AgentsAnswer, *, compact: bool) -> Drawing:
    """Return agents by criteria."""
    return Drawing(
        key="agents-heat",
        title=HEAT_TITLE,
        figure=agents_figure(answer, compact=compact),
        alt=agents_sentence(answer),
        table=agents_table(answer),
        explained=(Explained.SHARE_OF_MAXIMUM, Explained.CRITERION_SPREAD),
    )


def severity_drawing(answer: AgentsAnswer, *, compact: bool) -> Drawing:
    """Return how strict each agent is beside the others."""
    return Drawing(
        key="severity",
        title=SEVERITY_TITLE,
        figure=severity_figure(answer, compact=compact),
        alt=severity_sentence(answer),
        table=severity_table(answer),
        explained=(Explained.SEVERITY, Explained.CONFIDENCE_INTERVAL),
    )


def group_drawing(
    found: Sequence[GroupAgreement], name: Literal["role", "month"], *, compact: bool
) -> Drawing:
    """Return the agreement by role or over time."""
    return Drawing(
        key=f"agreement-{name}",
        title=_GROUPS[name],
        figure=agreement_figure(found, compact=compact),
        alt=agreement_sentence(found),
        table=agreement_table(found),
        explained=(Explained.KRIPPENDORFF_ALPHA, Explained.CONFIDENCE_INTERVAL),
    )


def split_sentence(answer: AgentsAnswer) -> str:
    """Say how many panels are split, and from where on one is."""
    apart = notation.percent(SPLIT_FROM)
    return (
        f"{answer.split_total:,} of {answer.panels:,} questions with two or more agents have "
        f"totals that are {apart} % of the maximum apart, or more; the widest first."
    )


def split_table(panels: Sequence[SplitPanel]) -> Table:
    """Return one row for each question on which two agents were far apart."""
    return Table(
        columns=("Candidate", "Role", "Question", "Lowest", "Highest", "Apart"),
        rows=tuple(map(_split_row, panels)),
    )


def _split_row(panel: SplitPanel) -> tuple[str | int, ...]:
    return (
        panel.candidate,
        panel.role or "No role given",
        panel.question + 1,
        f"{panel.lowest_agent}: {notation.percent(panel.lowest)} %",
        f"{panel.highest_agent}: {notation.percent(panel.highest)} %",
        f"{notation.percent(panel.highest - panel.lowest)} %",
    )
