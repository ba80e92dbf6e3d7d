"""Answers that say the same in other bytes: a signed link, the time of the answer."""

from datetime import timedelta

from services.models.interview import Status
from services.models.notice import NoticeCode
from tests.services.cache.conftest import NOON, a_document, an_interview, id_of, parse


def with_link(link, *, at=NOON, score=70.0, **fields):
    """Return a document in which only the link does not count."""
    interview = an_interview(score=score, **fields)
    said = interview.model_dump_json().encode()
    blanks = b" " * link
    return a_document(interview, payload=said + blanks, substance=said, at=at)


def test_another_link_is_no_other_answer(store):
    """The latest bytes are kept, and nobody is told that a final answer changed."""
    store.write([with_link(1)])
    later = with_link(2, at=NOON + timedelta(hours=1))

    report = store.write([later])

    assert (report.stored, report.unchanged, report.changed_finals) == ((), (id_of("a-1"),), ())
    found = store.payload(id_of("a-1"))
    assert (found.payload, found.version_count) == (later.payload, 1)
    assert found.fetched_at == NOON + timedelta(hours=1)
    assert store.notices(id_of("a-1")) == ()


def test_another_substance_is_another_answer(store):
    """A changed score in a final answer is told, whatever the link does."""
    store.write([with_link(1)])

    report = store.write([with_link(2, score=64.0)])

    assert report.changed_finals == (id_of("a-1"),)
    assert [each.code for each in store.notices(id_of("a-1"))] == [NoticeCode.FINAL_ANSWER_CHANGED]
    assert store.payload(id_of("a-1")).version_count == 2


def test_the_pause_grows_though_the_link_changes(store, clock):
    """A running interview whose answer only differs in its link counts as unchanged."""
    running = {"is_final": False, "status": Status.IN_PROGRESS}
    store.track("qode", ["a-1"])
    store.write([with_link(1, **running)])

    store.write([with_link(2, **running)])

    clock.forward(minutes=19)
    assert store.due() == ()
    clock.forward(minutes=1)
    assert [each.attempts for each in store.due()] == [1]


def test_deriving_anew_makes_no_new_answer_of_it(store):
    """Rows are derived from the kept bytes alone, which tell nothing of a substance."""
    store.write([with_link(1)])
    with store._database.writing() as connection:
        connection.exec_driver_sql("UPDATE interview SET derivation = 0")

    count = store.rebuild(parse)

    assert (count, store.notices(id_of("a-1"))) == (1, ())
    assert store.payload(id_of("a-1")).version_count == 1
    assert store.write([with_link(2)]).changed_finals == ()


def test_an_older_derivation_and_another_link_at_once(store):
    """The rows are derived anew and the latest bytes are kept, still as the same answer."""
    store.write([with_link(1)])
    with store._database.writing() as connection:
        connection.exec_driver_sql("UPDATE interview SET derivation = 0")
    later = with_link(2)

    report = store.write([later])

    assert (report.stored, report.changed_finals) == ((id_of("a-1"),), ())
    assert store.payload(id_of("a-1")).payload == later.payload
    assert store.check().to_rederive == 0


def test_a_vendors_own_pace_decides_when_it_is_due_again(store, clock):
    """Fifteen seconds after the first answer that is not final."""
    running = an_interview(is_final=False, status=Status.IN_PROGRESS)
    store.track("qode", ["a-1"])
    store.write([a_document(running, pauses=((8, 15.0), (1, 60.0)))])
    clock.forward(seconds=14)
    before = store.due()
    clock.forward(seconds=1)

    after = store.due()

    assert (before, len(after)) == ((), 1)
