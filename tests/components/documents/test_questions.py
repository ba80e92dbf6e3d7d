"""The report of the questions: nothing is said of those with too few scores."""

import plotly.graph_objects as go

from components.documents.questions import questions_content
from tests.components.charts.cohorts import HOSTILE, estimate, refusal
from tests.components.charts.gradings import asked, change, question
from tests.components.documents.editions import chart, edition, listing, words_of
from tests.components.documents.groups import (
    QODE,
    SPOKEN,
    counted,
    kinds,
    questions_answered,
    titles,
)

HALF = estimate(0.5, 0.4, 0.6)
MOVED = (change("v1", "v2", estimate(0.2, 0.1, 0.3)),)
STILL = (change("v1", "v2", estimate(0.02, -0.1, 0.14)),)


def content(*questions, **changed):
    answer = asked(*questions).model_copy(update=changed)
    return questions_content(questions_answered(answer), edition())


def test_questions_are_drawn_and_listed():
    """A table of all rows stands beside the map, every figure with its interval."""
    found = content(question("a", HALF, estimate(0.34, 0.2, 0.46)), question("b"))

    assert kinds(found)[:2] == ["questions", "question-table"]
    assert listing(found, "question-table").rows == (
        (
            *("Design a queue.", 44, 40, "50.0 % (40.0 to 60.0)", "20 %"),
            *("0.34 (0.20 to 0.46)", "10.0 % (4.0 to 23.0)", "1:30"),
        ),
        ("Design a queue.", 44, 40, "—", "—", "—", "—", "—"),
    )


def test_a_correlation_without_an_interval_says_so():
    """A naked number is none."""
    found = content(question("a", HALF, estimate(0.34)))

    assert listing(found, "question-table").rows[0][5] == "0.34, no interval"


def test_only_questions_that_changed_are_drawn():
    """The others are counted; their words are in the title."""
    found = content(
        question("a", HALF, drift=MOVED, text="Name a queue."),
        question("b", HALF, drift=STILL),
        question("c", HALF, drift=(change("v1", "v2", refusal(4)),)),
    )

    assert [key for key in kinds(found) if key.startswith("drift")] == ["drift-a"]
    assert chart(found, "drift-a").title == "Change of “Name a queue.”"
    assert chart(found, "drift-a").native.rows[0].label == "v2 minus v1"
    assert "1 of 2 questions has a change whose interval is clear of zero." in words_of(found)
    assert "1 more were asked by two versions, too seldom for a figure." in words_of(found)
    assert "by chance alone" in words_of(found)


def test_a_dozen_changes_are_drawn():
    """The rest is counted."""
    many = [question(str(number), HALF, drift=MOVED) for number in range(15)]

    found = content(*many)

    assert sum(key.startswith("drift") for key in kinds(found)) == 12
    assert "3 questions that changed are not drawn" in words_of(found)


def test_nothing_changed_is_a_sentence():
    """Neither where no interval is clear of zero, nor where nobody could look."""
    still = content(question("a", HALF, drift=STILL))
    alone = content(question("a", HALF))

    assert "None of 1 question has a change" in words_of(still)
    assert "No question was scored often enough by two assessment versions." in words_of(alone)


def test_too_few_scores_are_a_sentence_and_a_table():
    """There is nothing to draw."""
    found = content(question("a"))

    assert "No question has 10 scores yet" in words_of(found)
    assert kinds(found) == ["question-table"]


def test_no_question_is_a_sentence():
    """No figure, no table."""
    found = content()

    assert "No question of these interviews was scored." in words_of(found)
    assert kinds(found) == []
    assert titles(found) == ["How hard and how telling"]


def test_what_was_counted_stands_on_every_page():
    """Questions, interviews, instruments that count, and of how many nothing is said."""
    measured = (counted(QODE, 30), counted(SPOKEN, 3, is_counted=False))

    found = content(question("a", HALF), measured=measured, too_few=4, total=60)

    assert found.about.counted == "n = 60 questions of 30 interviews"
    assert found.about.instruments == ("Qode, v3",)
    assert "60 questions, 4 with fewer than 10 scores: of these nothing is said." in (
        found.about.limits
    )
    assert "The 1 asked most; 59 more are not listed." in words_of(found)


def test_a_long_table_is_left_out_of_slides():
    """Sixty questions are no slide."""
    short, long = (
        content(*(question(str(number), HALF) for number in range(amount))) for amount in (40, 41)
    )

    found = [
        block.is_long
        for each in (short, long)
        for section in each.sections
        for block in section.blocks
        if getattr(block, "key", "") == "question-table"
    ]
    assert found == [False, True]


def test_figures_are_valid():
    """Plotly accepts each, whatever the question's words are."""
    found = content(question("a", HALF, HALF, text=HOSTILE, drift=MOVED))

    for each in found.charts():
        go.Figure(dict(each.figure))
