"""Questions come in round0's order, each joined with its answer; nothing is dropped."""

import pytest

from services.models.score import ScoreState
from services.vendors.round0.parsing import parse


def test_the_listed_order_holds_although_it_jumps(whole):
    """0, 1, 7, 20: the answers' own order does not matter."""
    payload = whole

    questions = parse(payload).questions

    assert [question.index for question in questions] == [0, 1, 2, 3]
    assert [question.text.split()[0] for question in questions] == ["How", "Tell", "What", "Would"]
    assert [question.kind for question in questions] == [
        "technical",
        "experience",
        "technical",
        "behavioral",
    ]
    assert [question.time_limit_s for question in questions] == [180, 180, 120, 60]
    assert [question.duration_s for question in questions] == [152, 97.5, None, 41]
    assert [question.is_custom for question in questions] == [False, False, False, True]


def test_a_question_without_an_answer_says_nothing(whole):
    """It was not answered: no words, no verdict, no time, and no score of 0."""
    payload = whole

    interview = parse(payload)

    unanswered = interview.questions[2]
    assert unanswered.verdict is unanswered.answered_at is unanswered.duration_s is None
    assert unanswered.score.state is ScoreState.UNSCORED
    assert 2 not in {line.question_index for line in interview.transcript}


def test_an_answer_to_an_unlisted_question_follows(read, codes):
    """With a notice; its own words tell what was asked."""
    questions = [{"id": "q-1", "question_text": "First?", "order": 0}]
    stranger = {"question_id": "q-9", "question_text": "From where?", "transcript": "Elsewhere."}
    nameless = {"question_text": "And without an id?", "transcript": "Also kept."}

    interview = read(questions=questions, responses=[stranger, nameless])

    assert [question.text for question in interview.questions] == [
        "First?",
        "From where?",
        "And without an id?",
    ]
    assert codes(interview) == ["unknown_value"] * 2


def test_a_second_answer_to_one_question_is_kept(read, codes):
    """Nobody knows which of the two counts."""
    questions = [{"id": "q-1", "question_text": "First?"}]
    responses = [
        {"question_id": "q-1", "question_text": "First?", "transcript": text}
        for text in ("One.", "Two.")
    ]

    interview = read(questions=questions, responses=responses)

    assert [line.text for line in interview.transcript] == ["First?", "One.", "First?", "Two."]
    assert codes(interview) == ["unknown_value"]


def test_without_a_list_the_answers_tell_the_questions(document):
    """An interview handed in alone: whether a question is custom is known from its id only."""
    payload = document("completed")

    interview = parse(payload)

    assert [question.is_custom for question in interview.questions] == [None, None, True]
    assert [question.time_limit_s for question in interview.questions] == [None] * 3
    assert interview.notices == ()


def test_a_fetch_without_the_list_is_noted(document, codes):
    """What was asked and not answered cannot be known then."""
    payload = b'{"interview": ' + document("completed") + b"}"

    interview = parse(payload)

    assert codes(interview) == ["part_not_readable"]
    assert len(interview.questions) == 3


def test_another_interviews_list_is_not_used(whole, codes):
    """Its questions would be shown as not answered."""
    payload = whole.replace(b'"interview_id": "r0z1', b'"interview_id": "other')

    interview = parse(payload)

    assert codes(interview) == ["part_not_readable"]
    assert len(interview.questions) == 3


def test_a_count_that_the_list_does_not_bear_out_is_noted(whole):
    """Some questions may not be shown."""
    payload = whole.replace(b'"total_questions": 4', b'"total_questions": 11')

    interview = parse(payload)

    assert [notice.text.split(":")[0] for notice in interview.notices] == [
        "round0 counts 11 questions but lists 4"
    ]
    assert len(interview.questions) == 4


def test_a_question_without_an_order_comes_last(read):
    """It keeps its place among those like it."""
    questions = [
        {"id": "b", "question_text": "No order"},
        {"id": "a", "question_text": "Tenth", "order": 10},
        {"id": "c", "question_text": "First", "order": 0},
    ]

    interview = read(questions=questions)

    assert [question.text for question in interview.questions] == ["First", "Tenth", "No order"]


@pytest.mark.parametrize("wrong", [-3, "145", [], 1e12])
def test_a_wrong_duration_is_missing_and_noted(read, codes, wrong):
    """Never a 0 in its place."""
    response = {"question_id": "q", "transcript": "Said.", "duration_seconds": wrong}

    interview = read(responses=[response])

    assert interview.questions[0].duration_s is None
    assert codes(interview) == ["unknown_value"]


def test_a_recording_without_words_is_noted(read, codes):
    """Somebody spoke, and nothing of it can be read."""
    response = {"question_id": "q", "transcript": " ", "duration_seconds": 30}

    interview = read(responses=[response])

    assert codes(interview) == ["part_not_readable"]
    assert interview.notices[0].where == "responses[0].transcript"
