"""Do the graders agree? Only where there are two opinions, and never more surely than it is."""

from datetime import UTC, datetime

import numpy as np
import pytest

from services.analysis.agreement import krippendorff_alpha
from services.errors import NothingFoundError
from services.models.browse import InterviewFilter
from services.models.cohort import InstrumentChoice, Pooling
from services.use_cases.agents import MOST_GROUPS, Agents
from tests.services.use_cases.panelled import doubtful, interview, keep, panel

EVERYBODY = InterviewFilter()
POOLED = InstrumentChoice(pooling=Pooling.VERSIONS)


@pytest.fixture
def agents(store):
    return Agents(store, 0.95, {"toy": "Toy"})


def test_a_target_is_an_interview_s_question_s_criterion(agents, store):
    """Two interviews, two questions, two criteria: eight targets, sixteen judgements."""
    keep(
        store,
        interview(
            "a",
            panel({"dev_1": (2, 3), "hr_1": (4, 3)}),
            panel({"dev_1": (8, 9), "hr_1": (7, 9)}, question=1),
        ),
        interview(
            "b",
            panel({"dev_1": (5, 5), "hr_1": (6, 4)}),
            panel({"dev_1": (1, 2), "hr_1": (3, 3)}, question=1),
        ),
    )
    dev, hr = [2, 3, 8, 9, 5, 5, 1, 2], [4, 3, 7, 9, 6, 4, 3, 3]
    expected = krippendorff_alpha(
        np.array(dev + hr) / 10,
        np.tile(np.arange(8), 2),
        clusters=np.tile(np.arange(8) // 4, 2),
        level=0.95,
    )

    answer = agents.agents(EVERYBODY)

    assert (answer.interviews, answer.agreement.targets, answer.agreement.agents) == (2, 8, 2)
    assert answer.agreement.alpha.estimate == pytest.approx(expected.estimate)
    assert answer.agreement.alpha.lower == pytest.approx(expected.lower)
    assert answer.agreement.icc2_1.n == 8
    assert "dev_1 and hr_1, on 8 targets" in answer.agreement.icc2_1.remark
    assert answer.agreement == agents.agreement(EVERYBODY)[0]


def test_nobody_judged_anything(agents, store):
    """An empty cache, or a vendor without agents."""
    keep(store, interview("a"))

    answer = agents.agents(EVERYBODY)

    assert (answer.interviews, answer.agents, answer.criteria, answer.cells) == (0, (), (), ())
    assert (answer.by_role, answer.by_month, answer.split, answer.warnings) == ((), (), (), ())
    assert answer.agreement.alpha.refusal == "No agent judged anything here."


def test_a_criterion_that_was_not_scored_is_no_zero(agents, store):
    """A missing judgement lowers no mean and makes no disagreement."""
    keep(
        store,
        interview("a", panel({"dev_1": (8, None), "hr_1": (8, 6)})),
        interview("b", panel({"dev_1": (4, None), "hr_1": (5, 2)})),
    )

    answer = agents.agents(EVERYBODY)

    cells = {(cell.agent, cell.criterion): (cell.share, cell.n) for cell in answer.cells}
    assert cells[("dev_1", "Skill 0")] == (pytest.approx(0.6), 2)
    assert ("dev_1", "Skill 1") not in cells
    assert answer.agreement.targets == 2
    assert [(row.criterion, row.n) for row in answer.criteria] == [("Skill 0", 2), ("Skill 1", 2)]
    assert answer.criteria[1].spread is None


def test_the_spread_and_the_severity_by_hand(agents, store):
    """Apart by 0.2 and 0.4: deviations 0.1414 and 0.2828; the second agent gives 0.3 more."""
    keep(
        store,
        interview("a", panel({"dev_1": (2,), "hr_1": (4,)})),
        interview("b", panel({"dev_1": (5,), "hr_1": (9,)})),
    )

    answer = agents.agents(EVERYBODY)

    assert answer.criteria[0].spread == pytest.approx((0.02**0.5 + 0.08**0.5) / 2)
    assert answer.criteria[0].mean == pytest.approx(0.5)
    severity = {agent.id: agent.severity.estimate for agent in answer.agents}
    assert severity == {"dev_1": pytest.approx(-0.3), "hr_1": pytest.approx(0.3)}
    assert [(agent.role, agent.assessments) for agent in answer.agents] == [("dev", 2), ("hr", 2)]


def test_a_doubtful_interview_is_in_no_figure(agents, store):
    """Perhaps somebody else was judged there; it is counted apart."""
    keep(
        store,
        interview("a", panel({"dev_1": (2,), "hr_1": (4,)})),
        interview("b", panel({"dev_1": (0,), "hr_1": (10,)}), language=doubtful()),
    )

    answer = agents.agents(EVERYBODY)

    assert (answer.interviews, answer.agreement.targets, answer.split_total) == (1, 1, 0)
    assert any(
        text.startswith("1 interview left out: speaker match low") for text in answer.warnings
    )


def test_pooled_versions_are_named(agents, store):
    """The agents of two versions may be two makes under one name."""
    keep(
        store,
        interview("a", panel({"dev_1": (2,), "hr_1": (4,)}), version="v3"),
        interview("b", panel({"dev_1": (5,), "hr_1": (9,)}), version="v4"),
    )

    both = agents.agents(EVERYBODY, POOLED)
    alone = agents.agents(EVERYBODY)
    one = agents.agents(InterviewFilter(versions=("v4",)))

    assert "2 versions are put together, as you chose: Toy v3, Toy v4." in both.warnings[0]
    assert alone.warnings == ("Results of Toy v3 only; 1 of other instruments are left out.",)
    assert (both.interviews, alone.interviews) == (2, 1)
    assert one.warnings == ()


def test_each_role_has_its_own_agreement_and_list(agents, store):
    """The list's filter keeps what was asked for; no role given is a group as well."""
    keep(
        store,
        interview("a", panel({"dev_1": (2, 9), "hr_1": (4, 8)}), role="Welder"),
        interview("b", panel({"dev_1": (5, 1), "hr_1": (9, 2)}), role="Welder"),
        interview("c", panel({"dev_1": (7,), "hr_1": (7,)}), role=None),
    )
    wanted = InterviewFilter(vendors=("toy",))

    by_role = agents.agents(wanted).by_role

    assert [(each.label, each.agreement.targets) for each in by_role] == [
        ("Welder", 4),
        ("No role given", 1),
    ]
    assert by_role[0].opens == InterviewFilter(vendors=("toy",), roles=("Welder",))
    assert by_role[1].opens.roles == ("",)
    assert by_role[1].agreement.identical
    assert by_role[0].agreement.alpha == agents.agreement(by_role[0].opens)[0].alpha


def test_months_come_in_their_order(agents, store):
    """However many targets each has; what has no date opens the list of what has none."""
    march, june = datetime(2026, 3, 2, tzinfo=UTC), datetime(2026, 6, 2, tzinfo=UTC)
    keep(
        store,
        interview("a", panel({"dev_1": (2, 5, 8), "hr_1": (4, 5, 6)}), at=june),
        interview("b", panel({"dev_1": (5,), "hr_1": (9,)}), at=march),
        interview("c", panel({"dev_1": (5,), "hr_1": (9,)}), at=None),
    )

    by_month = agents.agents(EVERYBODY).by_month

    assert [each.label for each in by_month] == ["No date", "2026-03", "2026-06"]
    assert [each.opens.months for each in by_month] == [(0,), (202603,), (202606,)]
    assert [agents.agreement(each.opens)[0] for each in by_month] == [
        each.agreement for each in by_month
    ]


def test_too_many_roles_are_cut_and_said(agents, store):
    """The roles with most judgements stay."""
    keep(
        store,
        *(
            interview(f"i{place}", panel({"dev_1": (2,), "hr_1": (4,)}), role=f"Role {place}")
            for place in range(MOST_GROUPS + 2)
        ),
        interview("big", panel({"dev_1": (2, 3), "hr_1": (4, 3)}), role="Busy"),
    )

    answer = agents.agents(EVERYBODY)

    assert len(answer.by_role) == MOST_GROUPS
    assert answer.by_role[0].label == "Busy"
    assert "The 30 roles with most judgements are shown, of 33." in answer.warnings


def test_split_panels_come_widest_first(agents, store):
    """A quarter of the maximum is split, less is not; who gave what is said."""
    wide, edge, _ = keep(
        store,
        interview("wide", panel({"dev_1": (2, 2), "hr_1": (9, 9), "ops_1": (5, 5)}), role="Welder"),
        interview("edge", panel({"dev_1": (5, 5), "hr_1": (7.5, 7.5)}, question=3)),
        interview("calm", panel({"dev_1": (5, 5), "hr_1": (7, 7)})),
    )

    answer = agents.agents(EVERYBODY)

    assert (answer.panels, answer.split_total) == (3, 2)
    first, second = answer.split
    assert (first.interview_id, first.candidate, first.role) == (
        wide,
        "Ada Übungsmann wide",
        "Welder",
    )
    assert (first.lowest_agent, first.lowest) == ("dev_1", pytest.approx(0.2))
    assert (first.highest_agent, first.highest) == ("hr_1", pytest.approx(0.9))
    assert (second.interview_id, second.question) == (edge, 3)


def test_one_interview_by_either_id(agents, store):
    """Its questions are what belongs together; it has no roles and months to compare."""
    (ours, _) = keep(
        store,
        interview(
            "a",
            panel({"dev_1": (2, 9), "hr_1": (4, 8)}),
            panel({"dev_1": (5, 1), "hr_1": (9, 3)}, question=1),
        ),
        interview("b", panel({"dev_1": (7,), "hr_1": (1,)})),
    )

    answer = agents.of_interview(ours)

    assert answer == agents.of_interview(" a ")
    assert (answer.interviews, answer.agreement.targets) == (1, 4)
    assert (answer.by_role, answer.by_month) == ((), ())
    assert "or questions of one interview" in answer.agreement.alpha.remark
    assert answer.agents[0].severity.has_interval


def test_an_unknown_interview_is_refused(agents):
    """The sentence names what was asked for."""
    with pytest.raises(NothingFoundError, match="nobody"):
        agents.of_interview("nobody")


def test_judgements_beyond_the_maximum_stay_and_are_told(agents, store):
    """Eleven of ten is the vendor's doing, and is not cut to ten."""
    keep(store, interview("a", panel({"dev_1": (11,), "hr_1": (4,)})))

    answer = agents.agents(EVERYBODY)

    assert max(cell.share for cell in answer.cells) == pytest.approx(1.1)
    assert answer.warnings == (
        "1 judgement below 0 or above the maximum: counted as the vendor gave it.",
    )


def test_an_agent_that_judges_twice_counts_once(agents, store):
    """A panel with one id twice: what came first counts, and the rest is told."""
    one, two = panel({"dev_1": (2,), "hr_1": (4,)}), panel({"dev_1": (9,)})
    doubled = one.model_copy(update={"agents": (*one.agents, *two.agents)})
    keep(store, interview("a", doubled))

    answer = agents.agents(EVERYBODY)

    assert [agent.assessments for agent in answer.agents] == [1, 1]
    assert {cell.agent: cell.share for cell in answer.cells}["dev_1"] == pytest.approx(0.2)
    assert "1 judgement left out: the same agent" in answer.warnings[0]


def test_what_was_computed_holds_until_the_next_write(agents, store):
    """Nothing is computed twice, and nothing old is shown for new."""
    keep(store, interview("a", panel({"dev_1": (2,), "hr_1": (4,)})))
    before, again = agents.agents(EVERYBODY), agents.agents(EVERYBODY)

    keep(store, interview("b", panel({"dev_1": (5,), "hr_1": (9,)})))
    after = agents.agents(EVERYBODY)

    assert again is before
    assert (before.interviews, after.interviews) == (1, 2)
