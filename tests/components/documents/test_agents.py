"""The report of the graders: indices with intervals, or why there are none."""

import plotly.graph_objects as go

from components.documents.agents import agents_content
from services.models.browse import InterviewFilter
from tests.components.charts.cohorts import estimate, refusal
from tests.components.charts.gradings import agent, agreement, graded, group, judged_by
from tests.components.documents.editions import chart, edition, listing, words_of
from tests.components.documents.groups import (
    QODE,
    SPOKEN,
    agents_answered,
    counted,
    kinds,
    panel,
    titles,
)

GIVEN = {"Clarity": {"kind": 0.9, "strict": 0.5}, "Depth": {"kind": 0.7, "strict": 0.6}}


def content(answer=None, /, *, asked=None, **changed):
    answer = (answer or graded(GIVEN, spreads={"Clarity": 0.2, "Depth": 0.1})).model_copy(
        update=changed
    )
    return agents_content(agents_answered(answer, **asked or {}), edition())


def test_indices_stand_with_their_intervals():
    """And with what they rest on and how they are read."""
    found = content()

    rows = listing(found, "indices").rows
    assert rows[0] == ("Krippendorff’s α", "0.70", "95 % interval 0.60 to 0.80, n = 40.", 40)
    assert "Krippendorff’s own conventions" in words_of(found)


def test_an_index_that_was_refused_has_its_reason():
    """No number stands in its row."""
    one = agreement(estimate(0.7, 0.6, 0.8)).model_copy(update={"icc2_k": refusal(why="One only.")})

    rows = listing(content(agreement=one), "indices").rows

    assert rows[2][1:3] == (None, "One only.")


def test_an_index_without_an_interval_says_so():
    """A naked number is none."""
    bare = agreement(estimate(0.7, remark="All pairs are alike."))

    rows = listing(content(agreement=bare), "indices").rows

    assert rows[0][1:3] == ("0.70", "No interval, n = 40. All pairs are alike.")


def test_without_alpha_there_is_the_sentence():
    """One agent alone agrees with nobody."""
    one = agreement(refusal(why="One agent only: not computable."), agents=1)

    found = content(graded({"Clarity": {"kind": 0.9}}), agreement=one)

    assert "One agent only: not computable." in words_of(found)
    assert "indices" not in kinds(found)
    assert chart(found, "agents-heat").finding.startswith("One agent only")


def test_the_finding_is_where_agents_are_most_apart():
    """Unless they are identical: then there is no second opinion."""
    apart = content()
    same = content(agreement=agreement(estimate(0.7, 0.6, 0.8), identical=True))

    assert chart(apart, "agents-heat").finding == (
        "Agents are most apart on Clarity: ± 20 points of the maximum, n = 120"
    )
    assert chart(same, "agents-heat").finding == "Identical agents: no independent information"


def test_the_finding_is_about_what_is_drawn_and_rests_on_enough():
    """Neither four targets nor the twenty-first criterion make a headline."""
    names = [f"c{number:02}" for number in range(21)]
    answer = graded(
        {name: {"kind": 0.9, "strict": 0.5} for name in names},
        spreads=dict.fromkeys(names, 0.1) | {"c03": 0.4, "c05": 0.3, "c20": 0.5},
    )
    few = [
        each.model_copy(update={"shared": 4 if each.criterion == "c03" else 120})
        for each in answer.criteria
    ]

    found = content(answer, criteria=tuple(few))
    little = content(answer, criteria=(few[3], few[5].model_copy(update={"shared": 9})))
    nowhere = content(answer, criteria=(few[3],))

    heats = [each for each in found.charts() if each.key.startswith("agents-heat")]
    assert heats[0].finding.startswith("Of these criteria, agents are most apart on c05: ± 30")
    assert "most apart on c05 (± 30 points)" in heats[0].alt
    assert [len(each.table.rows) for each in heats] == [12, 14, 16]
    assert heats[2].remarks[0].endswith("1 more criterion is in the numbers.")
    assert not any("c20" in each.finding for each in heats)
    assert chart(little, "agents-heat").finding.endswith("n = 9, few results")
    assert chart(nowhere, "agents-heat").finding.startswith("Too few results to say where")


def test_many_agents_are_drawn_in_parts():
    """Thirty rows are no page."""
    many = graded({"Clarity": {f"agent {number:02}": 0.5 for number in range(30)}})

    found = content(many)

    drawn = [each for each in found.charts() if each.key.startswith("severity")]
    assert [each.key for each in drawn] == ["severity", "severity--2", "severity--3"]
    assert [len(each.table.rows) for each in drawn] == [10, 10, 10]


def test_roles_and_months_are_drawn_where_there_are_several():
    """A group alone is the whole."""
    two = (group("Nurse", estimate(0.7, 0.6, 0.8)), group("Cook", refusal(why="Too few.")))

    found = content(by_role=two, by_month=two[:1])

    assert [key for key in kinds(found) if key.startswith("agreement")] == ["agreement-role"]
    assert chart(found, "agreement-role").native.rows[1].words == "Too few"


def test_split_panels_are_listed_with_how_many_there_are():
    """The candidate's name stands in the table only, as the answer has it."""
    found = content(split=(panel(0), panel(1)), split_total=5, panels=9)

    table = listing(found, "split-panels")
    assert table.rows[0] == (
        *("Ζωή Λεμονή", "No role given", 1, "strict: 20 %", "kind: 80 %", "60 %"),
    )
    assert "5 of 9 questions with two or more agents" in words_of(found)
    assert "The 2 widest are listed, 3 more are not." in words_of(found)


def test_no_split_panel_is_a_sentence():
    """Counted, not left out."""
    found = content(panels=9)

    assert "0 of 9 questions" in words_of(found)
    assert "split-panels" not in kinds(found)


def test_what_was_counted_stands_on_every_page():
    """Filter, interviews, instruments that count, and warnings."""
    measured = (counted(QODE, 40), counted(SPOKEN, 3, is_counted=False))

    found = content(
        instruments=measured,
        warnings=("Results of Qode v3 only.",),
        asked={"wanted": InterviewFilter(roles=("Nurse",))},
    )

    assert found.about.filters == "Role: Nurse"
    assert found.about.counted == "n = 40 interviews with graders"
    assert found.about.instruments == ("Qode, v3",)
    assert found.about.limits == ("Intervals are at 95 %.", "Results of Qode v3 only.")


def test_one_interview_is_named_by_no_id():
    """The filters say that it is one; nothing says whose."""
    found = content(interviews=1, asked={"interview": "4f2a"})

    assert found.about.filters == "One interview only"
    assert found.about.counted == "n = 1 interview with graders"
    assert "4f2a" not in words_of(found)


def test_without_graders_there_is_a_sentence():
    """No figure, no index."""
    found = content(judged_by(), interviews=0)

    assert "No agent judged anything" in words_of(found)
    assert kinds(found) == []
    assert titles(found) == ["How far the graders agree"]


def test_figures_are_valid():
    """Plotly accepts each, whatever the agents are called."""
    given = graded({"<b>$x$</b>": {"%{y}": 0.5, "b": 0.6}})

    for each in content(given, agents=(agent("%{y}"), agent("b"))).charts():
        go.Figure(dict(each.figure))
