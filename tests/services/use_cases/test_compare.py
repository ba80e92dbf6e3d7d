"""Two to five interviews side by side: every score of each, and what may be said of a pair."""

from dataclasses import replace

import pytest

from services.errors import InputError, NothingFoundError, PayloadError
from services.models.comparison import Verdict
from services.models.document import Document
from services.models.identity import local_id
from services.models.interview import Interview, Question, Status
from services.models.language import LanguageProfile
from services.models.score import FIVE_POINTS, Score, ScoreKind, ScoreState
from services.use_cases.compare import Compare
from services.use_cases.interviews import Interviews
from tests.services.use_cases.conftest import NOON, TOY

VENDORS = {
    name: replace(TOY, name=name, parse=Interview.model_validate_json) for name in ("toy", "ear")
}


def scored(name, value, *, kind=ScoreKind.SKILL, width=2.0, **fields):
    """Return a score with a band of `width` to each side."""
    band = {"lower": value - width, "upper": value + width}
    return Score(kind=kind, name=name, state=ScoreState.SCORED, value=value, **(band | fields))


def overall(value, **fields):
    """Return an overall score with a band."""
    return scored("Overall", value, kind=ScoreKind.OVERALL, **fields)


@pytest.fixture
def kept(store):
    """Keep an interview with these scores; return our id of it."""

    def keep(own_id, *scores, vendor="toy", **fields):
        values = {"role": "Nurse", "assessment_version": "v1", "status": Status.REPORTED}
        interview = Interview(
            vendor=vendor, vendor_interview_id=own_id, scores=scores, **(values | fields)
        )
        store.write([Document(interview.model_dump_json().encode(), interview, NOON)])
        return local_id(vendor, own_id)

    return keep


@pytest.fixture
def compare(store, clock):
    """Compare what is kept, with bands taken to be at 95 %."""
    return Compare(store, Interviews(store, VENDORS, clock), 0.95).compare


def verdicts(row):
    """Return what is said of each pair of a row."""
    return [each.verdict for each in row.separations]


def names(comparison):
    """Return the names of the rows, from the top."""
    return [row.name for row in comparison.rows]


@pytest.mark.parametrize("number", [0, 1, 6])
def test_two_to_five_are_compared(compare, kept, number):
    """Of fewer there is nothing to say, and more fit on no screen."""
    ids = [kept(f"i-{each}") for each in range(number)]

    with pytest.raises(InputError, match=f"Choose 2 to 5 interviews .* these are {number}"):
        compare(ids)


def test_the_same_interview_twice_is_one(compare, kept):
    """Nobody is compared with herself."""
    one = kept("i-1", overall(70))

    with pytest.raises(InputError, match="these are 1"):
        compare([one, one])


def test_the_order_is_the_one_asked_for(compare, kept):
    """Not the one of the list, and never the one of the scores."""
    ids = [kept(f"i-{value}", overall(value)) for value in (50.0, 90.0, 70.0)]

    comparison = compare([ids[2], ids[0], ids[1], ids[0]])

    (row,) = comparison.rows
    assert [each.id for each in comparison.interviews] == [ids[2], ids[0], ids[1]]
    assert [score.value for score in row.scores] == [70, 50, 90]
    assert comparison.level == 0.95


def test_what_is_not_kept_is_named(compare, kept):
    """A link may be older than the cache."""
    one = kept("i-1", overall(70))

    with pytest.raises(NothingFoundError, match="gone-1, gone-2"):
        compare([one, "gone-2", "gone-1"])


def test_a_document_that_can_no_longer_be_read_is_told(store, kept, clock):
    """A comparison without one of its interviews would be another comparison."""

    def unreadable(_payload):
        raise PayloadError("It broke off.")

    ids = [kept("i-1"), kept("i-2")]
    interviews = Interviews(store, {"toy": replace(TOY, parse=unreadable)}, clock)

    with pytest.raises(PayloadError, match="broke off"):
        Compare(store, interviews, 0.95).compare(ids)


def test_every_pair_of_every_row_has_a_verdict(compare, kept):
    """Three candidates are three pairs, named in the order of the columns."""
    values = {"a": 70.0, "b": 71.0, "c": 90.0}
    ids = [kept(each, overall(value)) for each, value in values.items()]

    (row,) = compare(ids).rows

    pairs = [(each.a, each.b) for each in row.separations]
    assert pairs == [(ids[0], ids[1]), (ids[0], ids[2]), (ids[1], ids[2])]
    assert verdicts(row) == [Verdict.CANNOT_SEPARATE, Verdict.CLEAR, Verdict.CLEAR]
    assert {each.level for each in row.separations} == {0.95}


def test_overlapping_bands_are_never_ordered(compare, kept):
    """72 between 70 and 75, and 71 between 68 and 74: no one is ahead."""
    ids = [
        kept("a", overall(72, lower=70, upper=75)),
        kept("b", overall(71, lower=68, upper=74)),
    ]

    (row,) = compare(ids).rows

    (found,) = row.separations
    assert found.verdict is Verdict.CANNOT_SEPARATE
    assert found.lower < 0 < found.upper


def test_rows_go_from_the_whole_to_the_parts(compare, kept):
    """Overall, domains, skills, and language; within a kind as the vendor orders them."""
    a = kept(
        "a",
        scored("Wound care", 60.0),
        scored("Nursing", 65.0, kind=ScoreKind.DOMAIN),
        overall(70),
        language=LanguageProfile(dimensions=(scored("Fluency", 55, kind=ScoreKind.LANGUAGE),)),
    )
    b = kept("b", overall(70), scored("Hygiene", 61.0), scored("Wound care", 62.0))

    comparison = compare([a, b])

    assert names(comparison) == ["Overall", "Nursing", "Wound care", "Hygiene", "Fluency"]


def test_what_one_was_not_asked_is_told_and_is_no_zero(compare, kept):
    """The cell is empty, the pair not comparable, and the name in the list of what is missing."""
    a, b = kept("a", overall(70), scored("Hygiene", 61.0)), kept("b", overall(70))

    comparison = compare([a, b])

    row = comparison.rows[1]
    assert row.scores[1] is None
    assert verdicts(row) == [Verdict.NOT_COMPARABLE]
    assert dict(comparison.not_asked) == {a: (), b: ("Hygiene",)}


def test_a_skill_that_was_not_evaluated_was_asked_and_has_no_number(compare, kept):
    """It keeps its state, and nothing is said of the pair."""
    skipped = Score(kind=ScoreKind.SKILL, name="Hygiene", state=ScoreState.NOT_EVALUATED)
    ids = [kept("a", scored("Hygiene", 61.0)), kept("b", skipped)]

    comparison = compare(ids)

    (row,) = comparison.rows
    assert row.scores[1] == skipped
    assert verdicts(row) == [Verdict.NOT_COMPARABLE]
    assert dict(comparison.not_asked) == {ids[0]: (), ids[1]: ()}


def test_of_a_name_that_occurs_twice_the_first_score_counts(compare, kept):
    """One kind at a time: a domain and a skill of the same name are two rows."""
    domain = scored("Hygiene", 80.0, kind=ScoreKind.DOMAIN)
    ids = [kept(each, scored("Hygiene", 61.0), scored("Hygiene", 20.0), domain) for each in "ab"]

    comparison = compare(ids)

    assert [[score.value for score in row.scores] for row in comparison.rows] == [
        [80, 80],
        [61, 61],
    ]


def test_accent_and_what_belongs_to_a_question_are_no_rows(compare, kept):
    """Nobody is set against another by an accent, or by a question that the other never had."""
    speech = tuple(scored(each, 50, kind=ScoreKind.LANGUAGE) for each in ("Accent", "accent score"))
    asked = Question(index=0, text="Why?", score=scored("Why?", 40.0, kind=ScoreKind.QUESTION))
    fields = {"language": LanguageProfile(dimensions=speech), "questions": (asked,)}
    ids = [kept(each, overall(70), **fields) for each in "ab"]

    comparison = compare(ids)

    assert names(comparison) == ["Overall"]


def test_like_interviews_need_no_warning(compare, kept):
    """One vendor, one version, one role, one language."""
    ids = [kept(each, overall(70), language=LanguageProfile(language="en")) for each in "ab"]

    comparison = compare(ids)

    assert comparison.warnings == ()


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"vendor": "ear"}, "different vendors"),
        ({"assessment_version": "v2"}, "assessment versions differ"),
        ({"assessment_version": None}, "assessment versions differ"),
        ({"role": "Welder"}, "roles differ"),
        ({"language": LanguageProfile(language="pl")}, "Different languages"),
    ],
)
def test_two_instruments_are_warned_of(compare, kept, other, said):
    """Each difference has a sentence of its own."""
    fields = {"language": LanguageProfile(language="en")}
    ids = [kept("a", overall(70), **fields), kept("b", overall(70), **(fields | other))]

    comparison = compare(ids)

    (sentence,) = comparison.warnings
    assert said in sentence


def test_one_role_in_two_spellings_is_one_role(compare, kept):
    """What the vendor maps to one role is one role."""
    ids = [kept(each, overall(70), role=each, mapped_role="Nurse") for each in ("Nurse (f)", "RN")]

    comparison = compare(ids)

    assert comparison.warnings == ()


@pytest.mark.parametrize(
    ("score", "fields"),
    [
        (overall(90), {"vendor": "ear"}),
        (overall(90), {"assessment_version": "v2"}),
        (overall(4.5, width=0.1, scale=FIVE_POINTS), {}),
        (overall(90, lower=None, upper=None), {}),
    ],
)
def test_two_instruments_scales_or_naked_scores_are_never_ordered(compare, kept, score, fields):
    """However far the numbers lie apart."""
    ids = [kept("a", overall(20)), kept("b", score, **fields)]

    (row,) = compare(ids).rows

    assert verdicts(row) == [Verdict.NOT_COMPARABLE]
    assert row.separations[0].difference is None


def test_interviews_without_scores_are_compared_in_what_is_known(compare, kept):
    """A transcript alone makes a column without rows."""
    unscored = Score(kind=ScoreKind.OVERALL, name="Overall", state=ScoreState.UNSCORED)
    ids = [kept("a", unscored), kept("b")]

    comparison = compare(ids)

    assert [score and score.state for row in comparison.rows for score in row.scores] == [
        ScoreState.UNSCORED,
        None,
    ]
