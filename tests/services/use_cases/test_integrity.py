"""Signals by cohort: not collected is no zero, and a review changes no rate."""

import pytest

from services.errors import InputError
from services.models.browse import InterviewFilter
from services.models.cohort import MOST_COHORTS, CohortDefinition
from services.models.funnel import Split
from services.models.integrity import Disposition
from services.models.recording import SignalKind
from services.use_cases.integrity import MOST_PARTS, Integrity
from tests.services.use_cases.conftest import NOON
from tests.services.use_cases.signalled import HOUR, NOTHING, SOME, TAB, keep, seen

FACE = SignalKind.FACE_OUT_OF_VIEW
ALL = CohortDefinition(name="All")
FIRST = "tab_change:10000::1"


@pytest.fixture
def integrity(store):
    return Integrity(store, 0.95, {"ear": "Ear"})


def rate(cohort, kind=TAB):
    """Return one kind's rate."""
    return next(each for each in cohort.rates if each.kind is kind)


def test_not_collected_is_in_no_rate(store, integrity):
    """Two of the three interviews in which tab changes were collected have one."""
    keep(store, *SOME)

    (cohort,) = integrity.integrity([ALL]).cohorts

    found = rate(cohort)
    assert cohort.interviews == 5
    assert (found.collected, found.not_collected, found.events) == (3, 2, 3)
    assert (found.with_any.estimate, found.with_any.n) == (2 / 3, 3)


def test_a_kind_that_was_collected_and_never_seen_is_zero(store, integrity):
    """With an upper end: four interviews without any do not prove that there are none."""
    keep(store, *SOME)

    (cohort,) = integrity.integrity([ALL]).cohorts

    found = rate(cohort, FACE)
    assert (found.collected, found.events, found.with_any.estimate) == (4, 0, 0)
    assert found.with_any.upper > 0


def test_what_was_seen_was_collected(store, integrity):
    """Whatever the vendor's list of what it did not collect says."""
    keep(store, HOUR | {"signals": seen(10), "signals_not_collected": NOTHING})

    (cohort,) = integrity.integrity([ALL]).cohorts

    assert (rate(cohort).collected, rate(cohort, FACE).collected) == (1, 0)
    assert rate(cohort, FACE).with_any.refusal


def test_a_rate_per_hour_needs_the_length(store, integrity):
    """Two events in the two hours whose length is known; the third interview is told apart."""
    keep(store, *SOME)

    answer = integrity.integrity([ALL])

    assert rate(answer.cohorts[0]).per_hour.estimate == 1
    assert answer.warnings == ("All: 1 interview of unknown length, in no rate per hour.",)


def test_cohorts_stand_side_by_side(store, integrity):
    """In the order given, each with its own interviews."""
    keep(store, *SOME)
    nurses, welders = (
        CohortDefinition(name=role, wanted=InterviewFilter(roles=(role,)))
        for role in ("Nurse", "Welder")
    )

    cohorts = integrity.integrity([nurses, welders]).cohorts

    assert [(one.label, one.interviews) for one in cohorts] == [("Nurse", 2), ("Welder", 2)]
    assert [rate(one).with_any.estimate for one in cohorts] == [1, 0]


def test_an_empty_cohort_is_a_sentence(integrity):
    """No rate of nothing, and no error."""
    answer = integrity.integrity([ALL])

    assert all(each.with_any.refusal and each.per_hour.refusal for each in answer.cohorts[0].rates)
    assert answer.warnings == ("All: no interview that began matches.",)
    assert answer.awaiting == ()


def test_without_any_proctoring_it_says_so(store, integrity):
    """A vendor without proctoring is no clean record."""
    keep(store, HOUR | {"signals_not_collected": NOTHING})

    answer = integrity.integrity([ALL])

    assert "no kind of signal was collected" in answer.warnings[0]
    assert all(each.collected == 0 for each in answer.cohorts[0].rates)


@pytest.mark.parametrize("number", [0, MOST_COHORTS + 1])
def test_too_few_and_too_many_cohorts_are_refused(integrity, number):
    """A sentence says how many may be named."""
    with pytest.raises(InputError, match="1 to 8 cohorts"):
        integrity.integrity([ALL] * number)


def test_a_review_changes_no_rate(integrity, store):
    """A dismissed flag was seen all the same."""
    one, *_ = keep(store, *SOME)
    before = integrity.integrity([ALL]).cohorts

    store.review(one, FIRST, Disposition.DISMISS, "", NOON)

    assert integrity.integrity([ALL]).cohorts == before


@pytest.mark.parametrize(
    ("by", "labels"),
    [
        (None, ["All"]),
        (Split.ROLE, ["All", "Nurse", "Welder", "No role given"]),
        (Split.VENDOR, ["All", "toy", "Ear"]),
        (Split.MONTH, ["All"]),
    ],
)
def test_a_filter_is_split_into_its_parts(store, integrity, by, labels):
    """The whole comes first; a single part would only repeat it."""
    keep(store, *SOME)

    cohorts = integrity.split(InterviewFilter(), by=by).cohorts

    assert [each.label for each in cohorts] == labels
    if by in (Split.ROLE, Split.VENDOR):
        assert sum(each.interviews for each in cohorts[1:]) == cohorts[0].interviews


def test_of_many_parts_the_largest_are_shown(store, integrity):
    """And it is said that there are more."""
    keep(
        store,
        *(HOUR | {"role": f"Role {number:02}"} for number in range(11)),
        HOUR | {"role": "Role 09"},
    )

    answer = integrity.split(InterviewFilter(), by=Split.ROLE, label="All interviews")

    assert len(answer.cohorts) == MOST_PARTS + 1
    assert answer.cohorts[1].label == "Role 09"
    assert "7 of 11 roles are shown: those with the most interviews." in answer.warnings


def test_rates_are_counted_once_until_the_next_write(store, integrity):
    """The same answer is not built twice, and an old one is never shown for a new one."""
    keep(store, *SOME)
    before = integrity.integrity([ALL]).cohorts
    again = integrity.integrity([ALL]).cohorts

    keep(store, *SOME, HOUR | {"signals": seen(10)})

    assert again[0] is before[0]
    assert integrity.integrity([ALL]).cohorts[0].interviews == before[0].interviews + 1
