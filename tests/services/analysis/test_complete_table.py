"""The complete table is the largest one without a gap, and every cell stands in its place."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis.complete_table import MOST_AGENTS, complete_table, panels_of


def table_of(panels, *, names=range(100)):
    """Return the table of targets, each given as {agent: share}."""
    agents = np.array([agent for panel in panels for agent in sorted(panel)], dtype=np.int64)
    shares = np.array([panel[agent] for panel in panels for agent in sorted(panel)])
    begins = np.cumsum([0, *(len(panel) for panel in panels)])[:-1]
    return complete_table(
        shares, begins=begins, panels=panels_of(agents, begins), agents=np.array(names)
    )


def test_a_full_table_stays_as_it_is():
    """Two agents, two targets."""
    found = table_of([{0: 0.1, 1: 0.2}, {0: 0.3, 1: 0.4}], names=[17, 19])

    assert found.agents == (17, 19)
    assert found.cells.tolist() == [[0.1, 0.2], [0.3, 0.4]]


def test_the_set_with_the_most_judgements_wins():
    """Three agents on two targets (2 x 2 beyond the first) beat two agents on three (3 x 1)."""
    three = {0: 0.1, 1: 0.2, 2: 0.3}
    two = {1: 0.5, 3: 0.6}

    found = table_of([three, two, two, three, two])

    assert found.agents == (0, 1, 2)
    assert found.cells.shape == (2, 3)


def test_targets_with_further_agents_count_for_the_smaller_set():
    """Agents 0 and 2 judged all four targets; agent 1 and 3 only one each."""
    panels = [
        {0: 0.1, 2: 0.2},
        {0: 0.3, 1: 0.9, 2: 0.4},
        {0: 0.5, 2: 0.6, 3: 0.9},
        {0: 0.7, 2: 0.8},
    ]

    found = table_of(panels)

    assert found.agents == (0, 2)
    assert found.cells.tolist() == [[0.1, 0.2], [0.3, 0.4], [0.5, 0.6], [0.7, 0.8]]


@pytest.mark.parametrize("panels", [[], [{0: 0.5}], [{0: 0.5}, {1: 0.6}]])
def test_without_a_pair_there_is_no_table(panels):
    """Nobody, or everybody alone."""
    found = table_of(panels)

    assert found.agents == ()
    assert len(found.cells) == 0
    assert found.clones() == ()


def test_clones_are_found():
    """Agents 0 and 2 gave the same on every target, but for the computer's last digit."""
    found = table_of([{0: 0.3, 1: 0.2, 2: 0.1 + 0.2}, {0: 0.4, 1: 0.5, 2: 0.4}])

    assert found.clones() == ((0, 2),)
    assert not found.is_one_opinion


def test_one_opinion_is_told():
    """All agents gave the same on every target."""
    found = table_of([{0: 0.3, 1: 0.3}, {0: 0.4, 1: 0.4}])

    assert found.is_one_opinion


def test_more_agents_than_bits_do_no_harm():
    """Those beyond the last bit are in no table; the others stand where they belong."""
    crowd = {agent: agent / 100 for agent in range(MOST_AGENTS - 1, MOST_AGENTS + 3)}

    found = table_of([{0: 0.5, **crowd}, {0: 0.25, **crowd}])

    assert found.agents == (0, MOST_AGENTS - 1)
    assert found.cells.tolist() == [[0.5, 0.61], [0.25, 0.61]]


@given(
    st.lists(
        st.dictionaries(st.integers(0, 5), st.integers(0, 20).map(float), min_size=1), max_size=12
    )
)
def test_every_cell_is_what_that_agent_gave(panels):
    """Row by row, in the order of the targets that all of the agents judged."""
    found = table_of(panels)

    whole = [panel for panel in panels if set(found.agents) <= set(panel)]
    expected = [[panel[agent] for agent in found.agents] for panel in whole]
    assert found.cells.tolist() == (expected if found.agents else [])
