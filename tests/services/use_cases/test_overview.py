"""The overview: every number counts exactly the list that it opens, and only what can change it."""

from datetime import timedelta

import pytest

from services.models.browse import PageRequest, Sort
from services.models.document import Document
from services.models.interview import Interview, Outcome, Status
from services.models.notice import Notice, NoticeCode
from services.use_cases.operations import Operations
from services.use_cases.overview import Overviews
from services.use_cases.sources import Sources
from tests.services.use_cases.conftest import NOON, TOY, Api

WEEK = timedelta(days=7)
DOUBT = Notice(code=NoticeCode.UNKNOWN_VALUE, text="A word that nobody knows.", where="status")


def keep(store, name, *, at=NOON, version=b"1", **fields):
    """Write one interview that came in at `at`."""
    made = Interview(
        vendor="toy", vendor_interview_id=name, **({"status": Status.REPORTED} | fields)
    )
    return store.write([Document(name.encode() + version, made, at)])


@pytest.fixture
def overviews(store):
    """Return the overview over a cache that the test fills."""
    sources = Sources(store, {"toy": TOY}, lambda _vendor: Api(), lambda _vendor: False)
    return Overviews(store, Operations(store), sources, trend=lambda: None, awaiting=lambda: 3)


def tiles(found):
    """Return all numbers of an overview that open a list of interviews."""
    return {
        "all": found.all,
        "new": found.new,
        "new_results": found.new_results,
        "with_notices": found.with_notices,
        "undetermined": found.undetermined,
    }


@pytest.fixture
def filled(store):
    """Keep old and new, with and without a result, doubts and verdicts."""
    keep(store, "old", at=NOON - WEEK, outcome=Outcome.PASS)
    keep(store, "old-doubt", at=NOON - WEEK, notices=(DOUBT,), outcome=Outcome.UNDETERMINED)
    keep(store, "new", outcome=Outcome.UNDETERMINED)
    keep(store, "new-doubt", notices=(DOUBT,))
    keep(store, "new-invited", status=Status.SCHEDULED)


@pytest.mark.usefixtures("filled")
def test_every_number_is_counted(overviews):
    """What came in since then, of these the reported, and what needs a look whenever it came."""
    since = NOON - timedelta(days=1)

    found = overviews.overview(since)

    counts = {name: tile.count for name, tile in tiles(found).items()}
    assert counts == {"all": 5, "new": 3, "new_results": 2, "with_notices": 2, "undetermined": 2}
    assert (found.since, found.unreviewed_flags, found.trend) == (since, 3, None)
    assert found.funnel.stages[0].count == 5


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("since", [NOON - 2 * WEEK, NOON - WEEK, NOON, NOON + WEEK])
def test_every_number_opens_a_list_of_as_many(overviews, store, since):
    """Also at the very moment of an arrival, and where nothing is new."""
    found = tiles(overviews.overview(since))

    listed = {
        name: store.page(tile.opens, Sort(), PageRequest()).total for name, tile in found.items()
    }

    assert listed == {name: tile.count for name, tile in found.items()}


@pytest.mark.usefixtures("filled")
def test_a_new_answer_to_a_known_interview_is_new(overviews, store):
    """What was invited last week and is reported now is what a reader comes for."""
    before = overviews.overview(NOON - timedelta(days=1)).new_results

    keep(store, "old", version=b"2", outcome=Outcome.FAIL)

    after = overviews.overview(NOON - timedelta(days=1)).new_results
    assert (before.count, after.count) == (2, 3)


def test_nothing_at_all_is_no_error(overviews):
    """An empty cache has zeros that are real: there are no interviews."""
    since = NOON

    found = overviews.overview(since)

    assert {tile.count for tile in tiles(found).values()} == {0}
    assert found.sources == ()


@pytest.mark.usefixtures("filled")
def test_a_vendor_without_a_key_is_told_of_where_anything_is_kept(overviews):
    """Imported files have a freshness too; vendors that nobody uses are left out."""
    since = NOON

    states = overviews.overview(since).sources

    assert [(state.vendor, state.interviews) for state in states] == [("toy", 5)]
