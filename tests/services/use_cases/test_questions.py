"""Which questions are hard, telling, skipped or drifting? Nothing below ten answers."""

from datetime import timedelta

import numpy as np
import pytest

from services.models.browse import InterviewFilter
from services.models.cohort import Instrument, InstrumentChoice, Pooling
from services.models.score import FIVE_POINTS, ScoreState
from services.use_cases.questions import Questions
from tests.services.use_cases.conftest import NOON
from tests.services.use_cases.panelled import answered, doubtful, interview, keep, told_whole

EVERYBODY = InterviewFilter()
ALL_VENDORS = InstrumentChoice(pooling=Pooling.VENDORS)


@pytest.fixture
def questions(store):
    vendors = {"toy": told_whole(), "ear": told_whole("ear", "Ear")}
    return Questions(store, vendors, 0.95)


def asked(count, *made, prefix="i", **more):
    """Return `count` interviews; `made` are functions of the place to a question."""
    return [
        interview(
            f"{prefix}{place}",
            questions=[
                make(place).model_copy(update={"index": at}) for at, make in enumerate(made)
            ],
            **more,
        )
        for place in range(count)
    ]


def test_difficulty_spread_and_time_by_hand(questions, store):
    """Scores 0, 10, ... 90: mean share 0.45, deviation 0.3028; times 1 to 10 s, median 5.5 s."""
    keep(store, *asked(10, lambda at: answered("Why Kafka?", 10 * at, seconds=at + 1)))

    (found,) = questions.questions(EVERYBODY).questions

    assert (found.text, found.asked, found.scored, found.refusal) == ("Why Kafka?", 10, 10, "")
    assert found.difficulty.estimate == pytest.approx(0.45)
    assert found.difficulty.method == "difficulty"
    assert found.difficulty.lower < 0.45 < found.difficulty.upper
    assert found.spread == pytest.approx(np.arange(10).std(ddof=1) / 10)
    assert (found.median_time_s, found.timed) == (5.5, 10)
    assert found.instruments == (Instrument(vendor="toy", version="v1"),)


def test_discrimination_leaves_the_question_itself_out(questions, store):
    """The rest of question A is the mean of B and C, not of all three."""
    a, b, c = ([(7 * at * step) % 11 * 9 for at in range(12)] for step in (1, 2, 5))
    keep(
        store,
        *asked(
            12,
            lambda at: answered("A?", a[at]),
            lambda at: answered("B?", b[at]),
            lambda at: answered("C?", c[at]),
        ),
    )
    expected = np.corrcoef(a, (np.array(b) + np.array(c)) / 2)[0, 1]

    found = {each.text: each for each in questions.questions(EVERYBODY).questions}

    assert found["A?"].discrimination.estimate == pytest.approx(expected)
    assert found["A?"].discrimination.n == 12


def test_a_skipped_question_lowers_nothing(questions, store):
    """Two of twelve were skipped: they are in the skip rate, in no mean and in nobody's rest."""
    values = [None, None, *(10 * at for at in range(10))]
    keep(
        store,
        *asked(12, lambda at: answered("Hard?", values[at]), lambda at: answered("Easy?", 50 + at)),
    )

    found = {each.text: each for each in questions.questions(EVERYBODY).questions}

    assert (found["Hard?"].asked, found["Hard?"].scored) == (12, 10)
    assert found["Hard?"].difficulty.estimate == pytest.approx(0.45)
    assert found["Hard?"].skip_rate.estimate == pytest.approx(2 / 12)
    assert found["Hard?"].skip_rate.n == 12
    assert found["Easy?"].discrimination.n == 10
    assert found["Easy?"].skip_rate.estimate == 0


def test_nothing_is_said_below_ten_scores(questions, store):
    """Nine scores: a sentence in the place of every figure of them, times too few as well."""
    keep(store, *asked(9, lambda at: answered("Rare?", 10 * at, seconds=30)))

    answer = questions.questions(EVERYBODY)

    (found,) = answer.questions
    assert found.refusal == "This question has only 9 scores; it takes 10."
    assert (found.difficulty.estimate, found.discrimination.estimate) == (None, None)
    assert (found.spread, found.skip_rate.estimate, found.median_time_s) == (None, None, None)
    assert (found.timed, answer.total, answer.too_few) == (9, 1, 1)


def test_two_scales_are_never_put_together(questions, store):
    """The same words on 0 to 100 and on 0 to 5."""
    keep(
        store,
        *asked(10, lambda at: answered("Both?", 10 * at)),
        *asked(
            10, lambda at: answered("Both?", at / 2, scale=FIVE_POINTS), prefix="j", vendor="ear"
        ),
    )

    (found,) = questions.questions(EVERYBODY, choice=ALL_VENDORS).questions

    assert "two scales" in found.refusal
    assert (found.difficulty.estimate, found.spread, found.drift) == (None, None, ())
    assert found.scored == 20


def test_a_share_is_one_of_the_scale(questions, store):
    """4 of 5 is 0.8."""
    keep(store, *asked(10, lambda at: answered("Speak?", 3 + at % 3, scale=FIVE_POINTS)))

    (found,) = questions.questions(EVERYBODY).questions

    assert found.difficulty.estimate == pytest.approx((3 * 4 + 4 * 3 + 5 * 3) / 50)


def test_the_same_words_are_one_question(questions, store):
    """Case and blanks make no other question; the words are told as one interview has them."""
    spelling = ["Why  Kafka?", "why kafka?"]
    keep(store, *asked(10, lambda at: answered(spelling[at % 2], 10 * at)))

    answer = questions.questions(EVERYBODY)

    assert answer.total == 1
    assert answer.questions[0].text in spelling


def test_drift_is_after_minus_before(questions, store):
    """Versions in the order they were first seen, whatever they are called."""
    later = NOON + timedelta(days=30)
    keep(
        store,
        *asked(10, lambda at: answered("Same?", 40 + at), version="z_old"),
        *asked(12, lambda at: answered("Same?", 60 + at), prefix="j", version="a_new", at=later),
    )

    answer = questions.questions(EVERYBODY)

    (drift,) = answer.questions[0].drift
    assert (drift.before, drift.after) == ("z_old", "a_new")
    assert drift.difference.estimate == pytest.approx((65.5 - 44.5) / 100)
    assert drift.difference.lower > 0
    assert (drift.difference.method, drift.difference.n) == ("drift", 22)
    assert answer.questions[0].difficulty.n == 12
    assert answer.warnings == ("Results of Toy a_new only; 10 of other instruments are left out.",)


def test_drift_needs_ten_scores_on_each_side(questions, store):
    """Nine of the new version say nothing yet."""
    later = NOON + timedelta(days=30)
    keep(
        store,
        *asked(10, lambda at: answered("Same?", 40 + at)),
        *asked(9, lambda at: answered("Same?", 60 + at), prefix="j", version=None, at=later),
    )

    (drift,) = questions.questions(EVERYBODY).questions[0].drift

    assert (drift.before, drift.after) == ("v1", "no version given")
    assert "only 9 scores" in drift.difference.refusal


def test_two_vendors_do_not_drift_into_each_other(questions, store):
    """Another vendor's score is no later version."""
    keep(
        store,
        *asked(10, lambda at: answered("Same?", 40 + at)),
        *asked(10, lambda at: answered("Same?", 60 + at), prefix="j", vendor="ear"),
    )

    (found,) = questions.questions(EVERYBODY, choice=ALL_VENDORS).questions

    assert found.drift == ()
    assert {each.vendor for each in found.instruments} == {"toy", "ear"}


def test_one_instrument_can_be_asked_for(questions, store):
    """Then nothing is put together."""
    keep(
        store,
        *asked(10, lambda at: answered("Same?", 40 + at)),
        *asked(12, lambda at: answered("Same?", 60 + at), prefix="j", version="v2"),
    )

    first, none = (
        questions.questions(
            EVERYBODY, choice=InstrumentChoice(instrument=Instrument(vendor="toy", version=version))
        )
        for version in ("v1", "v9")
    )

    assert [each.asked for each in first.questions] == [10]
    assert "Toy v1 only; 12 of other instruments" in first.warnings[0]
    assert (none.questions, none.total) == ((), 0)


def test_a_doubtful_interview_is_in_no_figure(questions, store):
    """It is counted apart, and is in nobody's rest."""
    keep(
        store,
        *asked(10, lambda at: answered("Why?", 10 * at)),
        *asked(3, lambda _at: answered("Why?", 100), prefix="j", language=doubtful()),
    )

    answer = questions.questions(EVERYBODY)

    assert (answer.questions[0].asked, answer.questions[0].difficulty.n) == (10, 10)
    assert answer.warnings == (
        "3 interviews left out: speaker match low, so that perhaps somebody else than the "
        "candidate was scored.",
    )


def test_a_vendor_that_scores_nothing_skips_nothing(questions, store):
    """Unscored questions were never to be evaluated: no skip rate of 0, their time is told."""
    unscored = ScoreState.UNSCORED
    keep(store, *asked(12, lambda at: answered("Tell?", None, state=unscored, seconds=60 + at)))

    (found,) = questions.questions(EVERYBODY).questions

    assert (found.asked, found.scored, found.skip_rate.estimate) == (12, 0, None)
    assert found.refusal == "This question has no score; it takes 10."
    assert found.median_time_s == pytest.approx(65.5)


def test_a_score_without_a_usable_scale_has_no_share(questions, store):
    """A scale of no width, or not a number: not counted as scored, and nothing breaks."""
    flat = FIVE_POINTS.model_copy(update={"high": 0})
    keep(store, *asked(12, lambda at: answered("Flat?", at, scale=flat)))

    (found,) = questions.questions(EVERYBODY).questions

    assert (found.asked, found.scored) == (12, 0)
    assert found.difficulty.estimate is None


def test_all_equal_scores_tell_nobody_apart(questions, store):
    """A mean without an interval, and a sentence for the correlation."""
    keep(
        store,
        *asked(12, lambda _at: answered("Same?", 50), lambda at: answered("Other?", 3 * at)),
    )

    found = {each.text: each for each in questions.questions(EVERYBODY).questions}

    assert found["Same?"].difficulty.estimate == pytest.approx(0.5)
    assert not found["Same?"].difficulty.has_interval
    assert found["Same?"].spread == 0
    assert "same in this question" in found["Same?"].discrimination.refusal
    assert "same in the other questions" in found["Other?"].discrimination.refusal


def test_those_asked_most_come_first_page_by_page(questions, store):
    """Three questions asked 12, 11 and 10 times; the filter of the list holds."""
    keep(
        store,
        *asked(10, *(lambda at, text=text: answered(text, at) for text in ("A?", "B?", "C?"))),
        *asked(1, *(lambda at, text=text: answered(text, at) for text in ("A?", "B?")), prefix="j"),
        *asked(1, lambda at: answered("A?", at), prefix="k", role="Welder"),
    )

    pages = [questions.questions(EVERYBODY, limit=2, offset=at) for at in (0, 2, 4)]
    welder = questions.questions(InterviewFilter(roles=("Welder",)))

    assert [[each.text for each in page.questions] for page in pages] == [["A?", "B?"], ["C?"], []]
    assert [page.total for page in pages] == [3, 3, 3]
    assert [(each.text, each.asked) for each in welder.questions] == [("A?", 1)]
    assert len({each.key for page in pages for each in page.questions}) == 3


def test_words_that_can_no_longer_be_read_hide_no_figure(store):
    """A vendor that is not known any more: the figures stand, the words are said to be lost."""
    keep(store, *asked(10, lambda at: answered("Gone?", 10 * at)))

    (found,) = Questions(store, {}, 0.95).questions(EVERYBODY).questions

    assert found.text == "The words of this question can no longer be read."
    assert found.difficulty.estimate == pytest.approx(0.45)


def test_nothing_was_asked(questions, store):
    """An empty cache, and interviews without questions."""
    empty = questions.questions(EVERYBODY)
    keep(store, interview("a"))

    assert (empty.questions, empty.total, empty.too_few, empty.warnings) == ((), 0, 0, ())
    assert questions.questions(EVERYBODY).questions == ()


def test_what_was_computed_holds_until_the_next_write(questions, store):
    """Nothing is computed twice, and nothing old is shown for new."""
    keep(store, *asked(10, lambda at: answered("Why?", 10 * at)))
    before, again = questions.questions(EVERYBODY), questions.questions(EVERYBODY)

    keep(store, *asked(1, lambda _at: answered("Other?", 5), prefix="j"))
    after = questions.questions(EVERYBODY)

    assert again is before
    assert (before.total, after.total) == (1, 2)
