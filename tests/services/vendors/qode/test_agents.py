"""Agents keep their criteria, rationales and totals, and contradictions become one notice."""

import re

import pytest

from services.vendors.qode.parsing import parse


def criterion(score, weight, *, weighted=None, maximum=None):
    """Make a criterion that adds up unless told otherwise."""
    return {
        "score": score,
        "weight": weight,
        "weighted": score * weight if weighted is None else weighted,
        "maximum_score": 5 * weight if maximum is None else maximum,
    }


def agent(agent_id, *, total=40, maximum=50, **criteria):
    """Make an agent with these criteria."""
    criteria = criteria or {"plan": criterion(4, 6), "proof": criterion(4, 4)}
    return {
        "id": agent_id,
        "name": agent_id.title(),
        "total_weighted_score": total,
        "maximum_score": maximum,
        "criteria": criteria,
    }


def test_criteria_have_label_weight_share_and_rationale(document):
    """What an agent gave, with the words of the mapping."""
    interview = parse(document("complete"))

    first = interview.panels[0].agents[0].criteria[0]

    assert (first.key, first.label) == ("method", "Method")
    assert (first.score.value, first.score.weight, first.score.scale.high) == (4, 6, 5)
    assert (first.weighted, first.maximum, first.share) == (24, 30, 0.8)
    assert first.score.parent == "data_engineer_1"
    assert first.rationale == "Ravi: names a cause and how to test it (method)."


def test_agents_have_totals_normalized_shares_and_a_summary(document):
    """The vendor's own share stands beside total and maximum."""
    interview = parse(document("complete"))

    second = interview.panels[0].agents[1]

    assert (second.name, second.role) == ("Mika", "Data engineer")
    assert (second.total, second.maximum, second.normalized) == (34, 50, 0.68)
    assert second.summary == "Stays a little general"


def test_role_shares_are_not_mixed_up_with_agents(document):
    """`data_engineer_1_normalized` is an agent's, `data_engineer_normalized` a role's."""
    interview = parse(document("complete"))

    shares = interview.panels[0].role_shares

    assert [(share.role, share.label, share.share) for share in shares] == [
        ("data_engineer", "Data engineer", 0.7),
        ("product_owner", "Product owner", 0.8),
    ]


def test_labels_and_roles_fall_back(read):
    """A key without a label is made readable; a role is found through the agent's id."""
    response = {
        "question": {"text": "Why?"},
        "agents": [agent("cook_1", total=30, maximum=30, use_of_salt=criterion(5, 6))],
        "mapping": {"agent": {"cook": "Head cook"}},
    }

    panel = read(agent_response_summary=[response]).panels[0]

    assert panel.agents[0].role == "Head cook"
    assert panel.agents[0].criteria[0].label == "Use of salt"


def test_a_criterion_of_zero_is_a_grade(read):
    """0 of 5 means no evidence; null means no grade."""
    given = {"heat": criterion(0, 2), "salt": {"score": None, "weight": 2}}

    panel = read(agent_response_summary=[{"agents": [agent("cook_1", **given)]}]).panels[0]

    assert [c.score.value for c in panel.agents[0].criteria] == [0, None]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        pytest.param(agent("cook", total=72, maximum=90), "40 of 50, .* says 72 of 90", id="sum"),
        pytest.param(agent("cook", maximum=90), "40 of 50, .* says 40 of 90", id="maximum"),
        pytest.param(
            agent("cook", total=9, maximum=10, salt=criterion(4, 2, weighted=9)),
            "“Salt” is 4 with weight 2, but counts 9",
            id="weight",
        ),
    ],
)
def test_what_does_not_add_up_is_kept_and_noted(read, codes, given, said):
    """Both numbers are kept, and one notice says which they are."""
    interview = read(agent_response_summary=[{"agents": [given]}])

    assert codes(interview) == ["criteria_do_not_add_up"]
    notice = interview.notices[0]
    assert re.search(said, notice.text)
    assert interview.panels[0].agents[0].total == given["total_weighted_score"]


def test_final_scores_that_contradict_are_noted(read, codes):
    """The panel's own list of totals counts as well."""
    response = {"agents": [agent("cook")], "normalization": {"final_scores": {"cook": 41}}}

    interview = read(agent_response_summary=[response])

    assert codes(interview) == ["criteria_do_not_add_up"]
    assert "the final scores say 41" in interview.notices[0].text


def test_six_wrong_agents_make_one_notice_a_question(read, codes):
    """A flood of the same doubt is one doubt."""
    agents = [agent(f"cook_{n}", total=72, x=criterion(n % 5, 1)) for n in range(6)]

    interview = read(agent_response_summary=[{"agents": agents}])

    assert codes(interview) == ["criteria_do_not_add_up"]
    assert "5 more of its agents" in interview.notices[0].text


def test_agents_without_parts_are_not_called_wrong(read, codes):
    """Where a part is missing there is no sum to compare."""
    given = agent("cook", total=72, salt={"score": 4, "weight": None})

    interview = read(agent_response_summary=[{"agents": [given]}])

    assert codes(interview) == []


def test_rounded_fractions_add_up(read, codes):
    """A cent of rounding is no contradiction."""
    parts = {key: criterion(4, 1, weighted=4.003, maximum=3.333) for key in "abc"}

    interview = read(
        agent_response_summary=[{"agents": [agent("cook", total=12, maximum=10, **parts)]}]
    )

    assert codes(interview) == []


SAME = {"agents": [agent("cook_1"), agent("cook_2")]}
DIFFERENT = {
    "agents": [agent("cook_1"), agent("cook_2", total=5, maximum=5, a=criterion(5, 1))],
}


def test_identical_agents_are_one_opinion(read, codes):
    """All the same scores on every question are noted once."""
    panels = [SAME, SAME]

    interview = read(agent_response_summary=panels)

    assert codes(interview) == ["identical_agents"]


def test_agents_that_agree_on_one_question_of_two_are_not_called_identical(read, codes):
    """That happens by chance."""
    panels = [SAME, DIFFERENT]

    interview = read(agent_response_summary=panels)

    assert codes(interview) == []


def test_one_agent_is_not_called_identical(read, codes):
    """It takes two to be the same."""
    single = {"agents": [agent("cook_1")]}

    interview = read(agent_response_summary=[single])

    assert codes(interview) == []


def test_a_grade_beyond_five_is_kept_and_noted(read, codes):
    """The criteria's scale is 0 to 5."""
    given = agent("cook", total=12, maximum=10, salt=criterion(6, 2))

    interview = read(agent_response_summary=[{"agents": [given]}])

    assert interview.panels[0].agents[0].criteria[0].score.value == 6
    assert codes(interview) == ["scale_exceeded"]
