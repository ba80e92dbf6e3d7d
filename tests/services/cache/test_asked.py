"""Questions as rows: whose words they have, and what the answer scored."""

from services.cache.question_key import question_key
from services.models.interview import Question
from services.models.score import FIVE_POINTS, Score, ScoreKind, ScoreState
from tests.services.cache.conftest import an_interview, kept, parse


def scored(value: float | None, state: ScoreState = ScoreState.SCORED) -> Score:
    """Return a question's score from 0 to 5."""
    return Score(
        kind=ScoreKind.QUESTION, name="Question", state=state, value=value, scale=FIVE_POINTS
    )


def rows(store):
    """Return the table of questions."""
    with store._database.reading() as connection:
        found = connection.exec_driver_sql("SELECT * FROM question ORDER BY 1, 2")
        return [tuple(row) for row in found]


def test_each_question_with_words_is_a_row(store):
    """A question that was skipped has a row without a number: never a zero."""
    kept(
        store,
        an_interview(
            questions=(
                Question(index=0, text="Why a dam?", score=scored(3.5), duration_s=42.0),
                Question(index=1, text=" ", score=scored(4.0)),
                Question(index=2, text="Why here?", score=scored(None, ScoreState.NOT_EVALUATED)),
                Question(index=3, text="Why now?", score=scored(float("nan"))),
            )
        ),
    )

    found = rows(store)

    assert found == [
        (1, 0, 0, question_key("Why a dam?"), 1, 3.5, 0.0, 5.0, 42.0),
        (1, 2, 2, question_key("Why here?"), 2, None, 0.0, 5.0, None),
        (1, 3, 3, question_key("Why now?"), 3, None, 0.0, 5.0, None),
    ]


def test_a_new_answer_takes_the_place_of_the_old_rows(store):
    """An answer with fewer questions leaves none of the earlier ones behind."""
    questions = tuple(Question(index=at, text=f"Why {at}?", score=scored(at)) for at in range(3))
    kept(store, an_interview(is_final=False, questions=questions))

    kept(store, an_interview(questions=questions[:1]))

    assert [row[2] for row in rows(store)] == [0]


def test_questions_are_derived_anew_from_the_payload(store):
    """What an older version did not keep is read from the bytes."""
    kept(store, an_interview(questions=(Question(index=0, text="Why?", score=scored(1.0)),)))
    with store._database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM question")
        connection.exec_driver_sql("UPDATE interview SET derivation = 2")

    store.rebuild(parse)

    assert [row[5] for row in rows(store)] == [1.0]
