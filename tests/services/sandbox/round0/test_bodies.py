"""What round0's sandbox holds: documented fields, repeatable, plausible."""

import re
import uuid
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import quote

import pytest

from services.sandbox.qode.plan import plan as qode_plan
from services.sandbox.round0.broken_case import BrokenCase
from services.sandbox.round0.interview import Standing, interview
from services.sandbox.round0.library import describe
from services.sandbox.round0.plan import plan, planned_count
from tests.services.sandbox.conftest import OPTIONS
from tests.services.sandbox.round0.conftest import first

ALWAYS = {"id", "status", "job", "candidate", "created_at"}
RESPONSE = {
    "question_id", "question_text", "question_type", "transcript", "audio_url",
    "duration_seconds", "answered_at",
}  # fmt: skip
QUESTION = {"id", "question_text", "question_type", "time_limit_seconds", "order"}
ANYWHERE_SCORED = re.compile(r"score|rating|recommend|cefr|verdict", re.IGNORECASE)


def bodies_of(options):
    return [
        interview(made, Standing(made.status, made.started_at), sign=str)
        for made in (plan(options, index) for index in range(planned_count(options)))
    ]


def test_a_completed_interview_has_the_documented_fields(round0_bodies):
    """Everything that the vendor lists, and nothing else."""
    body = round0_bodies[first("completed")]

    assert set(body) == ALWAYS | {"started_at", "completed_at", "responses"}
    assert set(body["job"]) == {"id", "title", "department"}
    assert set(body["candidate"]) == {"id", "name", "email"}
    assert all(set(response) == RESPONSE for response in body["responses"])


@pytest.mark.parametrize(
    ("status", "more"), [("invited", {"expires_at"}), ("expired", set()), ("in_progress", set())]
)
def test_an_interview_that_is_not_completed_tells_less(round0_bodies, status, more):
    """No times of the sitting and no department; only an invitation has an end."""
    body = round0_bodies[first(status)]

    assert set(body) - {"responses"} == ALWAYS | more
    assert set(body["job"]) == {"id", "title"}


def test_a_running_interview_may_have_its_first_answers():
    """Of many running interviews some tell what is answered, but never all of it."""
    options = replace(OPTIONS, interviews=600)
    plans = [plan(options, index) for index in range(planned_count(options))]
    running = [made for made in plans if made.status == "in_progress"]

    bodies = [interview(made, Standing(made.status, made.started_at), sign=str) for made in running]

    answered = [len(body.get("responses", ())) for body in bodies]
    assert 0 in answered
    assert any(answered)
    assert all(n < len(made.questions) for n, made in zip(answered, running, strict=True))


def test_nothing_is_scored(round0_bodies):
    """round0 has no score, rating or level anywhere."""
    keys = set()

    for body in round0_bodies.values():
        keys |= {*body, *(key for one in body.get("responses", ()) for key in one)}

    assert not [key for key in keys if ANYWHERE_SCORED.search(key)]


def test_ids_are_no_uuids_and_fit_into_a_url(round0_bodies):
    """They have the length of a UUID and letters that a UUID cannot have."""
    ids = [*round0_bodies, *(body["candidate"]["id"] for body in round0_bodies.values())]

    for each in ids:
        with pytest.raises(ValueError, match="base 16"):
            uuid.UUID(each)

    assert {quote(each, safe="") for each in ids} == set(ids)
    assert len(set(ids)) == len(ids)


def test_questions_have_the_documented_fields_and_gaps_in_their_order(round0):
    """Custom questions say what they are, and stand at ten."""
    listed = [round0.questions(one.interview_id) for one in describe(OPTIONS)]

    asked = [question for body in listed for question in body["questions"]]
    custom = [question for question in asked if question.get("is_custom")]

    assert all(set(question) - {"is_custom"} == QUESTION for question in asked)
    assert custom
    assert all(question["id"].startswith("custom-") for question in custom)
    assert {question["order"] for question in custom} == {10}
    assert [q["id"] for q in asked if q["id"].startswith("custom-")] == [q["id"] for q in custom]


def test_times_follow_each_other(round0_bodies):
    """Created, started, answered one after the other within the limits, completed."""
    body = round0_bodies[first("completed")]

    clocks = [body["created_at"], body["started_at"]]
    clocks += [response["answered_at"] for response in body["responses"]]
    clocks.append(body["completed_at"])

    assert clocks == sorted(clocks)
    assert all(10 < response["duration_seconds"] <= 240 for response in body["responses"])
    whole = datetime.fromisoformat(clocks[-1]) - datetime.fromisoformat(clocks[1])
    spoken = timedelta(seconds=sum(r["duration_seconds"] for r in body["responses"]))
    assert spoken < whole


def test_interviews_lie_in_the_fourteen_months_before_today(round0_bodies):
    """Nothing is older, and nothing has been completed in the future."""
    ends = [body["completed_at"] for body in round0_bodies.values() if "completed_at" in body]

    oldest = (OPTIONS.today - timedelta(days=430)).isoformat()

    assert oldest < min(ends)
    assert max(ends) < OPTIONS.today.isoformat()


def test_equal_options_give_equal_bodies_and_another_seed_others():
    """Only the signatures of the links depend on anything else."""
    once, again = bodies_of(OPTIONS), bodies_of(replace(OPTIONS))

    other = bodies_of(replace(OPTIONS, seed=8))

    assert once == again
    assert not {body["id"] for body in once} & {body["id"] for body in other}


def test_more_interviews_keep_the_first_ones():
    """A larger sandbox begins with the interviews of a smaller one."""
    larger = bodies_of(replace(OPTIONS, interviews=OPTIONS.interviews + 30))

    assert larger[: planned_count(OPTIONS)] == bodies_of(OPTIONS)
    assert len(larger) == planned_count(OPTIONS) + 10


def test_a_small_sandbox_still_has_twelve():
    """One interview of Qode's does not leave round0 with none."""
    small = replace(OPTIONS, interviews=1)

    assert len(describe(small)) == 12


def test_some_candidates_are_known_to_qode_by_another_spelling(round0_bodies):
    """The same address in other letters; the name at times in Latin ones."""
    qode = [qode_plan(OPTIONS, index).person for index in range(OPTIONS.interviews)]
    addresses = {somebody.email for somebody in qode}

    ours = [body["candidate"] for body in round0_bodies.values()]

    both = [one for one in ours if one["email"].casefold() in addresses]
    assert len(both) >= 5
    assert any(one["email"] not in addresses for one in both)
    assert any(one["name"] not in {somebody.name for somebody in qode} for one in both)


def test_names_come_in_many_scripts(round0_bodies):
    """Latin alone would prove nothing."""
    names = [body["candidate"]["name"] for body in round0_bodies.values()]

    scripts = Counter(name.isascii() for name in names)

    assert scripts[False] >= 5


def test_every_case_and_every_status_occurs():
    """Sixty interviews of Qode's are enough to meet them all here."""
    rows = describe(OPTIONS)

    cases = [row.broken_case for row in rows if row.broken_case]

    assert sorted(cases) == sorted(BrokenCase)
    assert {row.status for row in rows} == {
        "invited", "in_progress", "completed", "expired", "under_review",
    }  # fmt: skip


def test_in_a_large_sandbox_one_in_five_is_broken():
    """The first twenty are crowded; the others are as often broken as Qode's."""
    rows = describe(replace(OPTIONS, interviews=1200))[20:]

    count = Counter(row.broken_case for row in rows if row.broken_case)

    assert set(count) == set(BrokenCase)
    assert count.total() == len(rows) // 5
