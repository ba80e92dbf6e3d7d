"""What the columns hold: each fact at its place, unknown as unknown, nothing that may not rank."""

import numpy as np
import pytest

from services.cache.codes import OUTCOME_CODES, SIGNAL_CODES, STATE_CODES, STATUS_CODES
from services.cache.frame.columns import NO_TIME, NONE
from services.cache.question_key import question_key
from services.cache.rows import milliseconds
from services.models.cohort import Metric
from services.models.interview import Outcome, Status
from services.models.score import FIVE_POINTS, Score, ScoreKind, ScoreState
from tests.services.cache.conftest import NOON, an_interview, id_of, kept
from tests.services.cache.frame.conftest import a_full_interview, a_question, a_score
from tests.services.cache.spoken import a_speech_test

SCORED = STATE_CODES[ScoreState.SCORED]
NOT_EVALUATED = STATE_CODES[ScoreState.NOT_EVALUATED]


def names_of(frame, numbers):
    return [frame.words.get(int(number)) for number in numbers]


def test_an_empty_database_has_columns_without_rows(store):
    """Nothing was fetched yet: no metric, no row, no error."""
    frame = store.frame()

    assert len(frame.interviews) == 0
    assert frame.metrics == ()
    assert frame.interviews.signals.shape == (0, len(SIGNAL_CODES))
    assert len(frame.criteria.row) == len(frame.panels.row) == len(frame.questions.row) == 0


def test_an_interview_is_a_row_of_numbers(store):
    """Texts are numbers of the dimension tables, and the frame knows what they stand for."""
    kept(store, a_full_interview())

    frame = store.frame()

    columns = frame.interviews
    assert frame.vendors[columns.vendor[0]] == "qode"
    assert frame.roles[columns.role[0]] == "Bridge Engineer"
    assert frame.versions[columns.version[0]] == "v2"
    assert frame.words[columns.interview_type[0]] == "Technical"
    assert columns.status[0] == STATUS_CODES[Status.REPORTED]
    assert columns.outcome[0] == OUTCOME_CODES[Outcome.PASS]
    assert (columns.happened_ms[0], columns.month[0]) == (milliseconds(NOON), 202603)
    assert columns.arrived_ms[0] == milliseconds(NOON)
    assert columns.signals.tolist() == [[2, 0, 0, 0, 1, 0]]
    assert (
        columns.not_collected[0] == 1 << SIGNAL_CODES[a_full_interview().signals_not_collected[0]]
    )
    assert (columns.overall_key[0], columns.duration_s[0]) == (70.0, 1800.0)
    assert (bool(columns.started[0]), bool(columns.gone[0]), bool(columns.doubtful[0])) == (
        *(True, False),
        False,
    )


def test_what_is_not_known_is_no_number(store):
    """No length, no date, no role: never a 0 that could be averaged."""
    nothing = {"started_at": None, "duration_s": None, "role": None, "assessment_version": None}
    kept(store, an_interview(score=None, outcome=Outcome.NONE, **nothing))

    frame = store.frame()

    columns, scores = frame.interviews, frame.scores[Metric()]
    assert np.isnan([columns.duration_s[0], columns.overall_key[0], scores.value[0]]).all()
    assert columns.happened_ms[0] == NO_TIME
    assert [each[0] for each in (columns.role, columns.version, columns.outcome)] == [NONE] * 3
    assert (columns.month[0], scores.state[0]) == (0, NOT_EVALUATED)


def test_each_metric_has_its_scores_with_their_bands(store):
    """Of two scores of one name the first counts; one that was not evaluated keeps its state."""
    kept(store, an_interview("plain"), a_full_interview())

    frame = store.frame()

    ropes = frame.scores[Metric(kind=ScoreKind.SKILL, name="Ropes")]
    assert (ropes.row.tolist(), ropes.state.tolist()) == ([1], [SCORED])
    assert (ropes.value[0], ropes.lower[0], ropes.upper[0]) == (55.0, 50.0, 61.0)
    knots = frame.scores[Metric(kind=ScoreKind.SKILL, name="Knots")]
    assert (knots.state.tolist(), np.isnan(knots.value).all()) == ([NOT_EVALUATED], True)
    assert frame.scores[Metric()].row.tolist() == [0, 1]


def test_metrics_stand_in_the_order_of_a_menu(store):
    """Overall first, then kind by kind, what was measured most first in each."""
    rare = a_score(ScoreKind.SKILL, "Abseiling", 50.0)
    common = a_score(ScoreKind.SKILL, "Welding", 50.0)
    coding = a_score(ScoreKind.CODING, "Coding", 50.0)
    unmeasured = a_score(ScoreKind.SKILL, "Aardvarks")
    kept(store, an_interview("a", scores=(coding, rare, common, unmeasured)))
    kept(store, an_interview("b", scores=(common, unmeasured)))

    keys = [metric.key for metric in store.frame().metrics]

    assert keys[1:] == ["skill:Welding", "skill:Abseiling", "skill:Aardvarks", "coding:Coding"]
    assert keys[0] == "overall"


def test_scores_of_two_scales_are_two_metrics(store):
    """4 of 5 and 80 of 100 never stand in one column, whatever the vendors call them."""
    five = Score(
        kind=ScoreKind.OVERALL,
        name="Rating",
        state=ScoreState.SCORED,
        value=4.0,
        scale=FIVE_POINTS,
    )
    kept(store, an_interview("five", scores=(five,)), an_interview("hundred", score=80.0))

    frame = store.frame()

    assert frame.scores[Metric(scale=FIVE_POINTS)].value.tolist() == [4.0]
    assert frame.scores[Metric()].value.tolist() == [80.0]


def test_accent_is_no_metric_and_a_low_match_is_doubtful(store):
    """Nobody is compared by accent, and a voice that is perhaps another's is marked."""
    kept(store, a_speech_test("doubtful"), an_interview("sure"))

    frame = store.frame()

    assert frame.interviews.doubtful.tolist() == [True, False]
    assert not [metric for metric in frame.metrics if "ccent" in metric.name]
    assert Metric(kind=ScoreKind.LANGUAGE, name="Fluency", scale=FIVE_POINTS) in frame.metrics


def test_a_criterion_goes_with_the_agent_who_judged_it(store):
    """A share is of the maximum; without a score or a maximum there is none."""
    kept(store, an_interview("none"), a_full_interview())

    frame = store.frame()

    judged = frame.criteria
    assert judged.row.tolist() == [1, 1, 1, 1]
    assert judged.question.tolist() == [0, 0, 0, 1]
    assert names_of(frame, judged.agent) == ["ada", "ada", "bo", "ada"]
    assert names_of(frame, judged.agent_role) == ["Expert", "Expert", None, None]
    assert names_of(frame, judged.criterion) == ["clarity", "depth", "clarity", "clarity"]
    assert judged.share[[0, 2]].tolist() == [0.5, 1.0]
    assert np.isnan(judged.share[[1, 3]]).all()


def test_a_panel_has_each_agents_share_of_its_maximum(store):
    """A maximum of 0 makes no share."""
    kept(store, a_full_interview())

    frame = store.frame()

    panels = frame.panels
    assert panels.question.tolist() == [0, 0, 1]
    assert names_of(frame, panels.agent) == ["ada", "bo", "ada"]
    assert panels.share[1] == pytest.approx(0.75)
    assert np.isnan(panels.share[[0, 2]]).all()


def test_the_same_question_has_the_same_number(store):
    """However it is written, so that it is one question over many interviews."""
    again = a_question(4, "  why a REEF knot? ", 20.0)
    kept(store, a_full_interview(), an_interview("b", questions=(again,)))

    asked = store.frame().questions

    assert asked.row.tolist() == [0, 0, 1]
    assert asked.text[0] == asked.text[2] == question_key("Why a reef knot?")
    assert (asked.number.tolist(), asked.value[2]) == ([0, 1, 4], 20.0)
    assert (asked.state.tolist(), asked.duration_s[0]) == ([SCORED, NOT_EVALUATED, SCORED], 42.0)
    assert np.isnan([asked.value[1], asked.duration_s[1]]).all()


def test_nobody_can_write_to_the_columns(store):
    """One frame serves all threads: a figure that sorts in place would change everybody's."""
    kept(store, a_full_interview())

    frame = store.frame()

    with pytest.raises(ValueError, match="read-only"):
        frame.scores[Metric()].value[0] = 100.0
    with pytest.raises(ValueError, match="read-only"):
        frame.interviews.doubtful[0] = True


def test_a_question_is_found_where_its_words_are(store):
    """A key alone says nothing to a reader; an interview that asked it holds its words."""
    kept(
        store, a_full_interview(), an_interview("b", questions=(a_question(4, "Why a reef knot?"),))
    )
    key = question_key("Why a reef knot?")

    samples = store.question_samples([key, 1234])

    assert samples == {key: (id_of("b"), 4)}


def test_our_ids_of_rows_are_found_by_their_numbers(store):
    """Those that are not kept are left out."""
    kept(store, an_interview("a"), an_interview("b"))

    numbers = store.frame().interviews.number.tolist()

    assert store.public_ids([*numbers, 99]) == dict(zip(numbers, map(id_of, "ab"), strict=True))
    assert store.public_ids([]) == {}
