"""The way up from a database that knew nothing of cohorts."""

import sqlite3

import pytest

from services.cache.store import open_store
from services.models.browse import InterviewFilter
from services.models.interview import Question
from services.models.people import LinkVerdict
from services.models.score import Score, ScoreKind, ScoreState
from tests.services.cache.conftest import NOON, Clock, an_interview, id_of, kept, listed, parse
from tests.services.cache.older import make_older

UNSCORED = Score(kind=ScoreKind.QUESTION, name="", state=ScoreState.NOT_EVALUATED)
TAGGED = an_interview(
    "tagged",
    tags=("urgent",),
    metadata={"team": "Platform"},
    questions=(Question(index=0, text="How do you build a bridge?", score=UNSCORED),),
)


@pytest.fixture
def migrated(path):
    """A store on a database of the revision before, with two interviews in it."""
    today = open_store(f"sqlite:///{path.with_name('today.db')}", clock=Clock())
    kept(today, TAGGED, an_interview("plain"))
    today.track("qode", ["waiting"])
    today.link("a", "b", LinkVerdict.CONFIRMED, at=NOON)
    today.close()
    make_older(path, "0006", like=path.with_name("today.db"))
    older = sqlite3.connect(path)
    older.execute("UPDATE interview SET derivation = 2")
    older.commit()
    older.close()
    store = open_store(f"sqlite:///{path}", clock=Clock())
    yield store
    store.close()


def test_everything_that_was_kept_is_still_there(migrated):
    """Interviews, their payloads, the queue and people's decisions come through unchanged."""
    ids = listed(migrated)

    assert ids == ["plain", "tagged"]
    assert migrated.payload(id_of("tagged")).payload == TAGGED.model_dump_json().encode()
    assert "waiting" in [due.vendor_interview_id for due in migrated.due("qode")]
    assert [decision.verdict for decision in migrated.decisions()] == [LinkVerdict.CONFIRMED]
    assert migrated.check().faults == ()


def test_what_was_kept_counts_as_arrived_when_it_was_last_fetched(migrated):
    """Nothing looks new for ever, and nothing is dated to 1970; deriving anew changes neither."""
    since_noon = InterviewFilter(arrived_since=NOON)
    after_noon = InterviewFilter(arrived_since=NOON.replace(minute=1))

    counts = [
        (migrated.count(since_noon), migrated.count(after_noon)),
        migrated.rebuild(parse),
        (migrated.count(since_noon), migrated.count(after_noon)),
    ]

    assert counts == [(2, 0), 2, (2, 0)]


def test_tags_metadata_and_questions_are_there_after_deriving_anew(migrated, path):
    """Until then nothing is found by them, and the check says that there is work to do."""
    tagged = InterviewFilter(tags=("urgent",), metadata=(("team", "Platform"),))
    before = migrated.check().to_rederive, listed(migrated, tagged)

    migrated.rebuild(parse)

    assert before == (2, [])
    assert migrated.check().to_rederive == 0
    assert listed(migrated, tagged) == ["tagged"]
    with sqlite3.connect(path) as connection:
        questions = connection.execute("SELECT number, state, value FROM question").fetchall()
    connection.close()
    assert questions == [(0, 2, None)]
