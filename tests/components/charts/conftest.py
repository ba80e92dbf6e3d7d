"""Values that the chart tests share: scores, panels and recordings of invented people."""

import plotly.graph_objects as go
import pytest

from services.models.agents import AgentAssessment, Criterion, Panel, RoleShare
from services.models.score import FIVE_POINTS, Score, ScoreKind, ScoreState
from tests.components.charts.cohorts import HALVES, cohort, estimate, figures, point, trend


@pytest.fixture
def score():
    """Make a score; without a value it was not evaluated."""

    def make(name="Kafka", value=None, lower=None, upper=None, **more):
        state = ScoreState.NOT_EVALUATED if value is None else ScoreState.SCORED
        given = {"kind": ScoreKind.SKILL, "state": state} | more
        return Score(name=name, value=value, lower=lower, upper=upper, **given)

    return make


@pytest.fixture
def panel():
    """Make a panel from {agent: {criterion: points of five}}; None is a criterion not scored."""

    def make(points, *, total=None):
        agents = tuple(_agent(name, given, total=total) for name, given in points.items())
        role = RoleShare(role="engineer", label="Engineer", share=0.8)
        return Panel(question_index=0, agents=agents, role_shares=(role,))

    return make


@pytest.fixture
def validated():
    """Return a figure as Plotly's own validation has accepted it."""

    def check(figure):
        return go.Figure(figure.to_plotly_json())

    return check


@pytest.fixture
def words():
    """Return all texts that stand in a figure beside its marks."""

    def read(figure):
        return [part.text for part in figure.layout.annotations]

    return read


@pytest.fixture
def few():
    """Six scores: a mean of 70 between 65 and 75."""
    return cohort(
        figures(
            estimate(70, 65, 75, n=6),
            n=6,
            values=(60, 65, 70, 70, 75, 80),
            median=estimate(70, 60, 80, n=6),
            lower_quartile=65.0,
            upper_quartile=75.0,
            not_evaluated=3,
            missing=1,
        )
    )


@pytest.fixture
def many():
    """Fifty scores, ten of them below 50."""
    mean = estimate(72, 71, 73, n=50)
    return cohort(figures(mean, n=50, bins=(HALVES, (10, 40))), label="Data")


@pytest.fixture
def months():
    """Four months: the third from another version, the last not over."""
    december, january, february, march = (
        estimate(mean, mean - 2, mean + 2) for mean in (70, 72, 60, 64)
    )
    return trend(
        point("2025-12-01", december),
        point("2026-01-01", january),
        point("2026-02-01", february, begins_version=True, versions=("qode v4",)),
        point("2026-03-01", march, is_partial=True, versions=("qode v4",)),
    )


def _agent(name, given, *, total):
    criteria = tuple(_criterion(key, points) for key, points in given.items() if points is not None)
    summed = sum(item.weighted for item in criteria)
    return AgentAssessment(
        question_index=0,
        agent_id=f"agent-{name}",
        name=name,
        role="Engineer",
        total=summed if total is None else total,
        maximum=sum(item.maximum for item in criteria),
        criteria=criteria,
    )


def _criterion(key, points):
    given = Score(
        kind=ScoreKind.CRITERION,
        name=key,
        state=ScoreState.SCORED,
        value=points,
        scale=FIVE_POINTS,
    )
    return Criterion(key=key, label=key.capitalize(), score=given, weighted=points * 4, maximum=20)
