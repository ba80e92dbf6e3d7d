"""A walk through a vendor's list tracks what is in it, and goes on where it was broken off."""

from dataclasses import dataclass, field, replace

import pytest

from services.errors import InputError, VendorDownError, VendorRejectedError
from services.models.tracking import ListingState
from services.use_cases.discovery import Discovery, DiscoveryReport
from services.vendors.vendor import Listed
from tests.services.use_cases.conftest import TOY, Api

PAGES = (("a", "b"), ("b", "c"), ("d",))


@dataclass
class ListingApi(Api):
    """A vendor with three pages, that may be down from one of them on."""

    down_from: int = len(PAGES)
    began_at: list[str | None] = field(default_factory=list)

    def listing(self, cursor=None):
        self.began_at.append(cursor)
        if cursor == "stale":
            what = "There is no such page."
            raise VendorRejectedError("Toy", what)
        for number in range(int(cursor or 0), len(PAGES)):
            if number >= self.down_from:
                what = "No answer. Try again later."
                raise VendorDownError("Toy", what)
            following = str(number + 1) if number + 1 < len(PAGES) else None
            yield Listed(PAGES[number], following, number + 1, len(PAGES))


@pytest.fixture
def api():
    return ListingApi()


@pytest.fixture
def discovery(store, api):
    toy = replace(TOY, lists=True)
    return Discovery(store, {"toy": toy}, lambda _vendor: api, lambda _vendor: True)


def test_everything_listed_is_tracked(discovery, store, api):
    """What is listed twice is tracked once; each step is told."""
    told = []

    report = discovery.run("toy", listener=told.append)

    assert report == DiscoveryReport(seen=5, added=4, finished=True)
    assert [each.vendor_interview_id for each in store.due()] == ["a", "b", "c", "d"]
    assert [(each.done, each.total) for each in told] == [(1, 3), (2, 3), (3, 3)]
    assert api.closed == 1


def test_a_walk_that_broke_off_goes_on_from_there(discovery, store, api):
    """What was listed is kept; the sentence says so, and the first pages are not asked again."""
    api.down_from = 2
    first = discovery.run("toy")
    kept = store.listing("toy")
    api.down_from = 3

    second = discovery.run("toy")

    assert (first.added, first.finished) == (3, False)
    assert "No answer" in first.problem
    assert "next walk goes on" in first.problem
    assert kept == ListingState(done=2, total=3, cursor="2")
    assert (second, api.began_at) == (DiscoveryReport(1, 1, finished=True), [None, "2"])


def test_a_walk_after_a_finished_one_begins_anew(discovery, api):
    """New interviews may stand anywhere in the list."""
    discovery.run("toy")

    report = discovery.run("toy")

    assert (report.seen, report.added, api.began_at) == (5, 0, [None, None])


def test_a_place_that_is_no_more_is_given_up(discovery, store, api):
    """The vendor refuses the cursor: the walk begins anew, and nothing is tracked twice."""
    store.track_listed("toy", ["a"], ListingState(done=1, total=3, cursor="stale"))

    report = discovery.run("toy")

    assert (report.added, report.finished, api.began_at) == (3, True, ["stale", None])


def test_an_empty_list_is_a_finished_walk(discovery, store, api, clock):
    """A new account has nothing to list yet; that it was asked is kept."""
    api.listing = lambda _cursor=None: iter(())

    report = discovery.run("toy")

    assert report == DiscoveryReport(seen=0, added=0, finished=True)
    assert store.listing("toy").finished_at == clock()


def test_a_vendor_without_a_list_says_what_to_do(store):
    """Ids are named by hand there."""
    discovery = Discovery(store, {"toy": TOY}, lambda _vendor: Api(), lambda _vendor: True)

    with pytest.raises(InputError, match="scoreband track --vendor toy"):
        discovery.run("toy")

    assert discovery.possible() == ()


def test_only_vendors_with_a_key_can_be_asked(store, api):
    """Without one there is nobody to ask."""
    toy = replace(TOY, lists=True)

    keyless = Discovery(store, {"toy": toy}, lambda _vendor: api, lambda _vendor: False)

    assert keyless.possible() == ()
