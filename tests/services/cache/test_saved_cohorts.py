"""Cohorts that are saved under their names."""

from datetime import date

import pytest

from services.errors import InputError
from services.models.browse import InterviewFilter
from services.models.cohort import CohortDefinition
from services.models.interview import Outcome
from tests.services.cache.conftest import NOON, an_interview, kept

WANTED = InterviewFilter(
    roles=("Bridge Engineer", ""),
    outcomes=(Outcome.UNDETERMINED,),
    months=(202603, 0),
    since=date(2026, 3, 4),
    score_min=12.5,
    metadata=(("team", "Platform"), ("site.city", "Łódź")),
    arrived_since=NOON,
    gone=None,
)


def test_a_definition_comes_back_as_it_was_saved(store):
    """Every condition of its filter, under an id that tells nothing."""
    saved = store.save_cohort(CohortDefinition(name="  März \n Bridge ", wanted=WANTED))

    found = store.saved_cohorts()

    assert found == (saved,)
    assert saved.definition == CohortDefinition(name="März Bridge", wanted=WANTED)
    assert "März" not in saved.id
    assert len(saved.id) == 16


def test_saved_cohorts_come_by_name(store):
    """Whatever order they were saved in."""
    for name in ("Wren", "Amara", "Ines"):
        store.save_cohort(CohortDefinition(name=name))

    names = [each.definition.name for each in store.saved_cohorts()]

    assert names == ["Amara", "Ines", "Wren"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Give it a name"),
        (" \x00\n", "Give it a name"),
        ("x" * 101, "too long"),
        ("Night shift", "already is one called “Night shift”"),
        (" Night  shift", "already is one called “Night shift”"),
    ],
)
def test_a_name_that_will_not_do_is_refused(store, name, sentence):
    """The sentence says why, and what was saved before stays as it is."""
    first = store.save_cohort(CohortDefinition(name="Night shift", wanted=WANTED))

    with pytest.raises(InputError, match=sentence):
        store.save_cohort(CohortDefinition(name=name))

    assert store.saved_cohorts() == (first,)


def test_a_filter_that_cannot_be_kept_is_refused(store):
    """Half a character in a link's text ends in a sentence, not in a traceback."""
    broken = CohortDefinition(name="Broken", wanted=InterviewFilter(roles=("\ud800",)))

    with pytest.raises(InputError, match="cannot be kept"):
        store.save_cohort(broken)

    assert store.saved_cohorts() == ()


def test_forgetting_a_cohort_forgets_nothing_else(store):
    """Its interviews stay; forgetting it twice does no harm; its name is free again."""
    kept(store, an_interview())
    saved = store.save_cohort(CohortDefinition(name="Night shift"))

    forgotten = [store.forget_cohort(saved.id), store.forget_cohort(saved.id)]

    assert forgotten == [True, False]
    assert (store.saved_cohorts(), store.count(InterviewFilter())) == ((), 1)
    assert store.save_cohort(CohortDefinition(name="Night shift")).id != saved.id


def test_one_that_cannot_be_read_does_not_hide_the_others(store):
    """Another version may have saved a condition that this one does not know."""
    good = store.save_cohort(CohortDefinition(name="Good"))
    other = store.save_cohort(CohortDefinition(name="Other"))
    with store._database.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE saved_cohort SET definition = '{\"mood\": 1}' WHERE id = ?", (other.id,)
        )

    found = store.saved_cohorts()

    assert found == (good,)


def test_saving_a_cohort_changes_no_answer(store):
    """What pages remember of interviews still holds."""
    before = store.generation()

    store.save_cohort(CohortDefinition(name="Night shift"))

    assert store.generation() == before
