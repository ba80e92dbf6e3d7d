"""An agent is stricter or milder than the others on the same targets, and on no others."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from services.analysis.agreement import judged
from services.analysis.severity import severity, spread


def whole(*numbers):
    """Return whole numbers as an array."""
    return np.array(numbers, dtype=np.int64)


def told(table):
    """Return (shares, targets, agents) of a (targets x agents) table."""
    targets, agents = np.indices(table.shape)
    return table.ravel(), targets.ravel(), agents.ravel()


tables = arrays(
    np.float64,
    st.tuples(st.integers(3, 6), st.integers(2, 4)),
    elements=st.integers(0, 100).map(float),
)


def test_the_mean_of_the_others_by_hand():
    """Agent 0 gives 0.2 and 0.6 where the others' means are 0.5 and 0.7: 0.2 stricter."""
    table = np.array([[0.2, 0.4, 0.6], [0.6, 0.6, 0.8]])

    found = severity(*told(table), clusters=whole(0, 0, 0, 1, 1, 1), level=0.95)

    assert found[0].estimate == pytest.approx(-0.2)
    assert found[1].estimate == pytest.approx((0.0 - 0.1) / 2)
    assert found[2].estimate == pytest.approx((0.3 + 0.2) / 2)
    assert (found[0].n, found[0].method) == (2, "severity")


def test_the_interval_by_hand():
    """Deviations -0.3 and -0.1 in two interviews: error 0.1, t with one degree is 12.7062."""
    table = np.array([[0.2, 0.4, 0.6], [0.6, 0.6, 0.8]])

    found = severity(*told(table), clusters=whole(0, 0, 0, 1, 1, 1), level=0.95)[0]

    assert found.lower == pytest.approx(-0.2 - 12.7062047362 * 0.1)
    assert found.upper == pytest.approx(-0.2 + 12.7062047362 * 0.1)


def test_targets_of_one_interview_are_no_independent_evidence():
    """The same deviations four times over in each interview do not narrow the interval."""
    table = np.array([[0.2, 0.5], [0.6, 0.7], [0.3, 0.2]])
    copied = np.repeat(table, 4, axis=0)
    interviews = np.repeat(np.arange(3), 8)

    plain = severity(*told(table), clusters=np.repeat(np.arange(3), 2), level=0.95)[0]
    more = severity(*told(copied), clusters=interviews, level=0.95)[0]

    assert (plain.n, more.n) == (3, 12)
    assert (more.lower, more.upper) == pytest.approx((plain.lower, plain.upper))


@given(tables)
def test_two_agents_are_each_other_s_mirror(table):
    """As much as one is stricter, the other is milder."""
    shares, targets, agents = told(table[:, :2])

    found = severity(shares, targets, agents, clusters=targets, level=0.95)

    assert found[0].estimate == pytest.approx(-found[1].estimate)


@given(tables, st.floats(-20, 20))
def test_a_shift_of_everybody_changes_nobody(table, shift):
    """A harder question makes no agent stricter."""
    shares, targets, agents = told(table)

    plain = severity(shares, targets, agents, clusters=targets, level=0.95)
    moved = severity(shares + shift, targets, agents, clusters=targets, level=0.95)

    for agent, found in plain.items():
        assert moved[agent].estimate == pytest.approx(found.estimate, abs=1e-9)


def test_without_another_agent_there_is_no_severity():
    """Agent 0 alone on target 0; agent 1's only target is its own as well."""
    found = severity(
        np.array([0.2, 0.9]), whole(0, 1), whole(0, 1), clusters=whole(0, 1), level=0.95
    )

    assert [each.estimate for each in found.values()] == [None, None]
    assert "No other agent" in found[0].refusal


def test_a_missing_judgement_is_not_there():
    """NaN is nobody's judgement: the others of that target are compared without it."""
    shares = np.array([0.2, 0.4, np.nan, 0.5, np.nan, 0.5])
    targets, agents = whole(0, 0, 0, 1, 1, 1), whole(0, 1, 2, 0, 1, 2)

    found = severity(shares, targets, agents, clusters=targets, level=0.95)

    assert found[0].estimate == pytest.approx((-0.2 + 0.0) / 2)
    assert (found[1].n, found[2].n) == (1, 1)


@pytest.mark.parametrize(
    ("clusters", "why"), [((0, 0, 0, 0), "one interview"), ((0, 0, 1, 1), "same everywhere")]
)
def test_an_interval_that_would_be_a_lie_is_left_out(clusters, why):
    """One interview, or one and the same deviation everywhere, says nothing of the next one."""
    table = np.array([[0.25, 0.5], [0.5, 0.75]])

    found = severity(*told(table), clusters=whole(*clusters), level=0.95)[0]

    assert found.estimate == pytest.approx(-0.25)
    assert not found.has_interval
    assert why in found.remark


def test_the_spread_of_a_group_by_hand():
    """Group 0: deviations sqrt(0.02) and 0; group 1 has one judge only; group 2 nobody."""
    sums = judged(np.array([0.2, 0.4, 0.5, 0.5, 0.9]), whole(0, 0, 1, 1, 2))

    found = spread(sums, whole(0, 0, 1), size=3)

    assert found.targets.tolist() == [2, 1, 0]
    assert found.mean[:2].tolist() == pytest.approx([0.4, 0.9])
    assert found.deviation[0] == pytest.approx(np.sqrt(0.02) / 2)
    assert np.isnan(found.deviation[1:]).all()
    assert np.isnan(found.mean[2])
