"""The values that filters offer, those of the most interviews first."""

from datetime import UTC, datetime

from services.models.browse import InterviewFilter, ListName
from tests.services.cache.conftest import an_interview, kept


def test_types_tags_keys_and_lists_are_offered(store):
    """Frequent ones first, equals by alphabet; none for interviews that have none."""
    kept(
        store,
        an_interview("a", interview_type="Culture", tags=("new", "urgent"), metadata={"team": "A"}),
        an_interview("b", interview_type="Technical", tags=("urgent",), metadata={"site": "X"}),
        an_interview("c", interview_type="Technical", metadata={"site": "Y", "n": [1, 2, 3]}),
        an_interview("d", interview_type=None),
    )
    saved, _ = store.save_list("Shortlist", ["a"])

    facets = store.facets()

    assert facets.interview_types == ("Technical", "Culture")
    assert facets.tags == ("urgent", "new")
    assert facets.metadata_keys == ("n", "site", "team")
    assert facets.lists == (ListName(id=saved.id, name="Shortlist"),)


def test_an_empty_cache_offers_nothing(store):
    """No empty names are made up."""
    facets = store.facets()

    assert (facets.interview_types, facets.tags) == ((), ())
    assert (facets.metadata_keys, facets.lists) == ((), ())


def test_of_many_keys_the_fifty_most_frequent_are_offered(store):
    """Hostile metadata does not flood the page."""
    keys = {f"key {number:02}": "x" for number in range(40)}
    others = {f"other {number:02}": "x" for number in range(40)}
    kept(store, an_interview("a", metadata=keys), an_interview("b", metadata=keys))
    kept(store, an_interview("c", metadata=others))

    offered = store.facets().metadata_keys

    assert len(offered) == 50
    assert set(keys) < set(offered)


def test_values_of_a_key_come_most_frequent_first(store):
    """Only that key's, never a tag, and no more than asked for."""
    for own_id, team in enumerate(["Data", "Platform", "Platform", "Web"]):
        kept(store, an_interview(str(own_id), tags=("urgent",), metadata={"team": team, "x": "y"}))

    values = store.metadata_values("team")

    assert values == ("Platform", "Data", "Web")
    assert store.metadata_values("team", limit=1) == ("Platform",)
    assert store.metadata_values("") == ()
    assert store.metadata_values("nothing") == ()


def test_values_are_counted_anew_after_a_write(store):
    """What was remembered holds until the next write."""
    kept(store, an_interview("a", metadata={"team": "Data"}))
    before = store.metadata_values("team"), store.facets().tags

    kept(store, *(an_interview(own, tags=("new",), metadata={"team": "Web"}) for own in "bc"))

    assert before == (("Data",), ())
    assert (store.metadata_values("team"), store.facets().tags) == (("Web", "Data"), ("new",))


def test_months_come_newest_first_and_no_date_last(store):
    """In UTC, each once; what has no date at all can be asked for, too."""
    days = [(2025, 12, 31), (2026, 3, 1), (2026, 1, 1), (2026, 3, 31)]
    dated = [an_interview(str(day), started_at=datetime(*day, 23, 59, tzinfo=UTC)) for day in days]
    kept(store, *dated)
    before = store.facets().months

    kept(store, an_interview("undated", started_at=None))

    assert before == (202603, 202601, 202512)
    assert store.facets().months == (202603, 202601, 202512, 0)
    assert [store.count(InterviewFilter(months=(month,))) for month in before] == [2, 1, 1]


def test_of_many_months_the_newest_are_offered(store):
    """A clock gone wrong for centuries does not flood the form."""
    years = range(1700, 2026)
    kept(
        store,
        *(an_interview(str(year), started_at=datetime(year, 5, 1, tzinfo=UTC)) for year in years),
    )

    months = store.facets().months

    assert (len(months), months[0], months[-1]) == (240, 202505, 178605)


def test_a_list_is_offered_as_long_as_it_is_saved(store):
    """Though nothing else is counted anew for it."""
    kept(store, an_interview("a"))
    before = store.facets()

    saved, _ = store.save_list("Shortlist", ["a"])
    with_it = store.facets()
    store.forget_list(saved.id)

    assert with_it.lists == (ListName(id=saved.id, name="Shortlist"),)
    assert with_it.roles is before.roles
    assert store.facets() == before
