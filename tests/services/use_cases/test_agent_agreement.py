"""The indices of agreement are refused where there is no second opinion."""

import pytest

from services.models.browse import InterviewFilter
from services.use_cases.agents import Agents
from tests.services.use_cases.panelled import interview, keep, panel

EVERYBODY = InterviewFilter()


@pytest.fixture
def agents(store):
    return Agents(store, 0.95)


def indices(agreement):
    return (agreement.alpha, agreement.icc2_1, agreement.icc2_k)


def test_one_agent_has_no_agreement(agents, store):
    """There is nobody to agree with."""
    keep(store, interview("a", panel({"dev_1": (2, 3)})), interview("b", panel({"dev_1": (5, 9)})))

    answer = agents.agents(EVERYBODY)

    refusals = {each.refusal for each in indices(answer.agreement)}
    assert refusals == {"Only one agent judged: agreement is not computable."}
    assert answer.agents[0].severity.estimate is None
    assert [row.spread for row in answer.criteria] == [None, None]
    assert answer.panels == 0


def test_identical_agents_are_no_second_opinion(agents, store):
    """The same on every target: no index, and it is said why."""
    keep(
        store,
        interview("a", panel({"dev_1": (2, 3), "dev_2": (2, 3)})),
        interview("b", panel({"dev_1": (7, 9), "dev_2": (7, 9)})),
    )

    agreement = agents.agents(EVERYBODY).agreement

    assert agreement.identical
    assert {each.refusal for each in indices(agreement)} == {
        "The agents gave the same on every target: no independent information."
    }


def test_agents_that_never_met_are_not_compared(agents, store):
    """Each has interviews of its own."""
    keep(store, interview("a", panel({"dev_1": (2,)})), interview("b", panel({"dev_2": (7,)})))

    agreement = agents.agents(EVERYBODY).agreement

    assert (agreement.agents, agreement.targets, agreement.identical) == (2, 0, False)
    assert {each.refusal for each in indices(agreement)} == {
        "No two agents judged the same target."
    }


def test_a_clone_among_others_is_told(agents, store):
    """Two of three agents gave the same on every target."""
    keep(
        store,
        interview("a", panel({"dev_1": (2, 8), "dev_2": (2, 8), "hr_1": (4, 5)})),
        interview("b", panel({"dev_1": (7, 9), "dev_2": (7, 9), "hr_1": (6, 9)})),
    )

    answer = agents.agents(EVERYBODY)

    (told,) = answer.warnings
    assert told.startswith("dev_1 and dev_2 gave the same on each of 4 targets")
    assert answer.agreement.alpha.estimate is not None


def test_two_clones_have_no_correlation(agents, store):
    """A third agent elsewhere gives alpha something to say, the full table holds one opinion."""
    keep(
        store,
        interview("a", panel({"dev_1": (2, 8), "dev_2": (2, 8)})),
        interview("b", panel({"dev_1": (7, 9), "dev_2": (7, 9)})),
        interview("c", panel({"dev_1": (7,), "hr_1": (6,)})),
    )

    agreement = agents.agents(EVERYBODY).agreement

    assert agreement.alpha.estimate is not None
    assert "no independent information" in agreement.icc2_1.refusal
    assert "dev_1 and dev_2" in agreement.icc2_k.refusal
