"""Who is in the sandbox: the same from the same seed, in part known to Qode, one in five broken."""

from collections import Counter
from dataclasses import replace

from services.sandbox.instaview.broken_case import BrokenCase
from services.sandbox.instaview.interview import interview_body
from services.sandbox.instaview.plan import plan
from services.sandbox.instaview.roster import Roster
from services.sandbox.instaview.schedule import broken_case, planned_count
from services.sandbox.qode.plan import plan as qode_plan
from tests.services.sandbox.conftest import OPTIONS
from tests.services.sandbox.instaview.conftest import BASE, BUSY


def _everybody(options):
    roster = Roster(options)
    return [roster.body(wanted) for wanted in roster.ids()]


def test_equal_options_give_the_same_bodies(interviews):
    """Two sandboxes of one seed and one day cannot be told apart."""
    twin = replace(OPTIONS)

    again = [interview_body(plan(twin, index), base_url=BASE) for index in range(len(interviews))]

    assert again == interviews
    assert _everybody(twin) == _everybody(OPTIONS)


def test_another_seed_gives_other_ids():
    """No interview and no candidate of one seed turns up under another."""
    other = replace(OPTIONS, seed=8)

    ids, other_ids = ({body["id"] for body in _everybody(each)} for each in (OPTIONS, other))

    assert not ids & other_ids
    assert plan(OPTIONS, 0).interview_id != plan(other, 0).interview_id


def test_there_is_a_third_of_qodes_number_and_never_fewer_than_twelve():
    """Sixty interviews there are twenty here."""
    sizes = [planned_count(replace(OPTIONS, interviews=count)) for count in (3, 60, 600)]

    assert sizes == [12, 20, 200]


def test_every_broken_case_occurs_beside_sixty_interviews_of_qode():
    """Twenty interviews hold each of the ten cases once."""
    cases = [broken_case(index) for index in range(planned_count(OPTIONS))]

    count = Counter(case for case in cases if case)

    assert count == dict.fromkeys(BrokenCase, 1)


def test_about_one_in_five_is_broken_where_there_are_many():
    """The first twenty are the exception."""
    later = [broken_case(index) for index in range(20, planned_count(BUSY))]

    share = sum(case is not None for case in later) / len(later)

    assert share == 0.2


def test_a_third_of_the_candidates_is_known_to_qode_under_another_spelling():
    """The same address in other letters; some names are the same, others in Latin script."""
    known = {one.email: one for one in (qode_plan(BUSY, index).person for index in range(600))}
    people = _everybody(BUSY)

    shared = [one for one in people if one["email"].lower() in known]

    assert 0.25 < len(shared) / len(people) < 0.45
    assert all(one["email"] not in known for one in shared)
    same = [_name(one) == known[one["email"].lower()].name for one in shared]
    assert {True, False} == set(same)


def test_names_come_in_many_scripts_and_addresses_reach_nobody():
    """At least six blocks of letters, and only the domains reserved for examples."""
    people = _everybody(BUSY)

    blocks = {ord(one["firstName"][0]) // 0x100 for one in people}
    domains = {one["email"].rpartition("@")[2].lower() for one in people}

    assert len(blocks) >= 6
    assert domains == {"example.com", "example.org", "example.net"}


def test_everything_says_that_it_is_synthetic(client, interviews, candidates):
    """Interviews, candidates, agents and jobs carry the mark."""
    agents = client.get("/instaview/agents").json()["data"]["items"]
    jobs = client.get("/instaview/jobs").json()["data"]

    marked = [*interviews, *candidates, *agents, *jobs]

    assert all(each["metadata"]["synthetic"] is True for each in marked)


def test_some_have_two_interviews_some_two_jobs_and_some_nothing():
    """A walk through the candidates meets every number."""
    roster = Roster(BUSY)

    found = Counter(len(roster.planned_interviews(wanted)) for wanted in roster.ids())

    assert set(found) == {0, 1, 2}
    assert {len(one["jobIds"]) for one in _everybody(BUSY)} >= {0, 1, 2}


def _name(one):
    return f"{one['firstName']} {one['lastName']}".strip()
