"""The flags of many interviews: counted by their latest review, and queued for the next look."""

from datetime import timedelta

import pytest

from services.models.browse import InterviewFilter
from services.models.cohort import CohortDefinition
from services.models.integrity import Disposition
from services.models.recording import SignalKind
from services.use_cases.integrity import Integrity
from tests.services.use_cases.conftest import NOON
from tests.services.use_cases.signalled import HOUR, SOME, TAB, keep, seen

SCREEN = SignalKind.EXTERNAL_SCREEN
ALL = CohortDefinition(name="All")
FIRST = "tab_change:10000::1"


@pytest.fixture
def integrity(store):
    return Integrity(store, 0.95, {"ear": "Ear"})


def reviewed(answer, kind=TAB):
    """Return (confirmed, dismissed, asked, awaiting) of one kind."""
    one = next(each for each in answer.reviews if each.kind is kind)
    return one.confirmed, one.dismissed, one.asked, one.awaiting


def test_reviews_are_counted_by_their_latest(integrity, store):
    """Who changed their mind is counted once, and what nobody looked at awaits it."""
    one, *_, other, _ = keep(store, *SOME)
    for disposition in (Disposition.CONFIRM, Disposition.DISMISS):
        store.review(one, FIRST, disposition, "", NOON)
    store.review(other, FIRST, Disposition.ASK, "", NOON)

    answer = integrity.integrity([ALL])

    assert reviewed(answer) == (0, 1, 1, 1)
    assert [(each.interview_id, each.awaiting, each.flags) for each in answer.awaiting] == [
        (one, 1, 2)
    ]
    assert answer.awaiting[0].candidate == "Đặng Thị Mai"


def test_only_reviews_of_the_first_cohort_count(integrity, store):
    """Those of other interviews are theirs, also where the cohort is a list of ids."""
    one, *_, other, _ = keep(store, *SOME)
    store.review(one, FIRST, Disposition.CONFIRM, "", NOON)
    store.review(other, FIRST, Disposition.CONFIRM, "", NOON)

    answer = integrity.integrity([CohortDefinition(wanted=InterviewFilter(ids=(other,))), ALL])

    assert reviewed(answer) == (1, 0, 0, 0)
    assert answer.awaiting_total == 0


def test_a_review_of_a_flag_that_is_gone_hides_no_other_kind(integrity, store):
    """A newer answer holds no external screen any more: its review is in no count."""
    one, *_ = keep(store, HOUR | {"signals": seen(10)})
    store.review(one, "external_screen:::1", Disposition.CONFIRM, "", NOON)

    answer = integrity.integrity([ALL])

    assert reviewed(answer, SCREEN) == (0, 0, 0, 0)
    assert reviewed(answer) == (0, 0, 0, 1)


def test_what_awaits_review_comes_newest_first_and_in_pages(store, integrity):
    """Those without a date last; each page says how many there are in all."""
    days = [
        HOUR | {"signals": seen(10), "started_at": NOON - timedelta(days=day)} for day in (2, 0, 1)
    ]
    undated = HOUR | {"signals": seen(10), "started_at": None, "status": "reported"}
    oldest, newest, between, last = keep(store, *days, undated)

    pages = [integrity.integrity([ALL], offset=offset, limit=2) for offset in (0, 2, 4)]

    assert [[each.interview_id for each in page.awaiting] for page in pages] == [
        [newest, between],
        [oldest, last],
        [],
    ]
    assert {page.awaiting_total for page in pages} == {4}
