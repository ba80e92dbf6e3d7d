"""Lists of interviews that are saved under a name."""

import pytest

from services.errors import InputError
from services.models.browse import InterviewFilter, PageRequest, Sort
from services.models.cohort import SavedList
from tests.services.cache.conftest import an_interview, id_of, kept, parse


def test_our_ids_and_the_vendors_ids_both_name_an_interview(store):
    """Each interview is on the list once, however often it is named; unknown ids are told."""
    kept(store, an_interview("a"), an_interview("b", vendor="round0"), an_interview("c"))
    given = ["a", id_of("a"), f" {id_of('b', 'round0')} ", "", "nobody", "\ud800", "nobody"]

    saved, unknown = store.save_list("Shortlist", given)

    assert saved == SavedList(id=saved.id, name="Shortlist", ids=(id_of("a"), id_of("b", "round0")))
    assert unknown == ("nobody", "\ufffd")
    assert [set(each.ids) for each in store.saved_lists()] == [set(saved.ids)]


def test_a_list_may_be_long(store):
    """Two thousand ids are looked up as one is."""
    kept(store, *(an_interview(f"i-{number}") for number in range(300)))
    given = [f"i-{number}" for number in range(2_000)]

    saved, unknown = store.save_list("Everybody", given)

    assert (len(saved.ids), len(unknown)) == (300, 1_700)
    assert store.count(InterviewFilter(lists=(saved.id,))) == 300


def test_an_id_of_several_vendors_has_to_be_told_apart(store):
    """The sentence names the choices; nothing is saved of a guess."""
    kept(store, an_interview("a"), an_interview("a", vendor="round0"), an_interview("b"))

    with pytest.raises(
        InputError, match="Several vendors have an interview with the id “a”"
    ) as why:
        store.save_list("Shortlist", ["a", "b"])

    assert id_of("a") in str(why.value)
    assert id_of("a", "round0") in str(why.value)
    assert store.saved_lists() == ()


@pytest.mark.parametrize(
    ("name", "ids", "sentence"),
    [
        ("Shortlist", ["nobody"], "None of these ids"),
        ("Shortlist", [], "None of these ids"),
        (" ", ["a"], "Give it a name"),
        ("Taken", ["a"], "already is one called “Taken”"),
    ],
)
def test_a_list_that_will_not_do_is_refused(store, name, ids, sentence):
    """An empty list would find nothing, and look like a filter that found nobody."""
    kept(store, an_interview("a"))
    store.save_list("Taken", ["a"])

    with pytest.raises(InputError, match=sentence):
        store.save_list(name, ids)

    assert [each.name for each in store.saved_lists()] == ["Taken"]


def test_a_list_outlives_deriving_anew(store):
    """Its members go by their opaque ids."""
    kept(store, an_interview("a"))
    saved, _ = store.save_list("Shortlist", ["a"])
    with store._database.writing() as connection:
        connection.exec_driver_sql("UPDATE interview SET derivation = 1")

    store.rebuild(parse)

    assert store.count(InterviewFilter(lists=(saved.id,))) == 1


def test_forgetting_a_list_keeps_its_interviews(store):
    """The list is gone with its members; what was on it is not."""
    kept(store, an_interview("a"))
    saved, _ = store.save_list("Shortlist", ["a"])

    forgotten = [store.forget_list(saved.id), store.forget_list(saved.id)]

    assert forgotten == [True, False]
    assert (store.saved_lists(), store.facets().lists) == ((), ())
    assert store.count(InterviewFilter()) == 1
    with store._database.reading() as connection:
        left = connection.exec_driver_sql("SELECT count(*) FROM saved_list_member").scalar()
    assert left == 0


def test_lists_that_come_and_go_are_counted_apart(store):
    """What was remembered of a filter by a list holds no longer; of any other filter it does."""
    kept(store, an_interview("a"))
    listed, anyone = InterviewFilter(lists=("0f3a",)), InterviewFilter()

    saved, _ = store.save_list("Shortlist", ["a"])
    after_saving = store.lists_behind(anyone, listed)
    store.forget_list(saved.id)
    after_forgetting = store.lists_behind(anyone, listed)
    store.forget_list(saved.id)

    assert (after_saving, after_forgetting) == (1, 2)
    assert [store.lists_behind(*each) for each in ([listed], [anyone], [])] == [2, 0, 0]


def test_a_list_leaves_the_columns_as_they_are(store):
    """Nothing is exported anew for a list: no interview has changed."""
    kept(store, an_interview("a"))
    before, frame = store.generation(), store.frame()

    saved, _ = store.save_list("Shortlist", ["a"])
    with_it = store.frame()
    store.forget_list(saved.id)

    assert store.generation() == before
    assert with_it is frame
    assert store.frame() is frame


def test_a_forgotten_list_means_nobody(store):
    """Counts, pages and cohorts that were asked for before do not linger."""
    kept(store, an_interview("a"), an_interview("b"))
    saved, _ = store.save_list("Shortlist", ["a"])
    wanted = InterviewFilter(lists=(saved.id,))
    before = store.count(wanted), int(store.members(store.frame(), wanted).sum())

    store.forget_list(saved.id)
    store.save_list("Another", ["a", "b"])

    assert before == (1, 1)
    assert store.count(wanted) == 0
    assert store.page(wanted, Sort(), PageRequest()).rows == ()
    assert store.status_counts(wanted) == ()
    assert not store.members(store.frame(), wanted).any()
