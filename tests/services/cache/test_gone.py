"""Deletions: an interview that its vendor knows no more is kept and marked."""

from services.models.browse import InterviewFilter
from tests.services.cache.conftest import a_document, an_interview, id_of, kept, listed, parse


def gone(store):
    """Return how many of Qode's interviews are marked."""
    (source,) = store.sources()
    return source.gone


def test_a_deleted_interview_keeps_its_rows_and_is_asked_for_no_more(store, clock):
    """What was read once stays readable; the reader is not shown it in a list by itself."""
    store.track("qode", ["a-1"])
    kept(store, an_interview())
    store.make_due("qode")
    generation = store.generation()

    marked = store.mark_gone("qode", "a-1", clock())

    assert (marked, gone(store)) == (id_of("a-1"), 1)
    assert store.payload(id_of("a-1")) is not None
    assert (store.due(), store.sources()[0].failures) == ((), ())
    assert store.generation() == generation + 1
    assert listed(store, InterviewFilter(gone=None)) == ["a-1"]
    assert listed(store, InterviewFilter(gone=False)) == []


def test_marking_twice_keeps_the_first_time(store, clock):
    """When we noticed, not when we asked last; nothing else changed."""
    kept(store, an_interview())
    store.mark_gone("qode", "a-1", clock())
    (before,), generation = store.rows([id_of("a-1")]), store.generation()
    clock.forward(days=1)

    store.mark_gone("qode", "a-1", clock())

    assert (before.gone_at, store.rows([id_of("a-1")])[0].gone_at) == (
        clock.now.replace(day=4),
    ) * 2
    assert store.generation() == generation


def test_what_never_was_there_cannot_be_gone(store, clock):
    """A mistyped id is a failure, not a deletion."""
    store.track("qode", ["never-seen"])

    marked = store.mark_gone("qode", "never-seen", clock())

    assert (marked, gone(store), len(store.due())) == (None, 0, 1)


def test_an_answer_of_the_vendor_ends_the_mark(store, clock):
    """The same answer as before shows that it is there again; lists change by that."""
    kept(store, an_interview())
    store.mark_gone("qode", "a-1", clock())
    generation = store.generation()

    report = store.write([a_document(asked_at=clock())])

    assert (report.stored, report.changed_finals, gone(store)) == ((id_of("a-1"),), (), 0)
    assert store.generation() > generation


def test_a_file_does_not_end_the_mark(store, clock):
    """An old export does not show that the vendor still has it."""
    kept(store, an_interview())
    store.mark_gone("qode", "a-1", clock())

    store.write([a_document(an_interview(score=71)), a_document(an_interview(score=71))])

    assert gone(store) == 1


def test_deriving_anew_does_not_end_the_mark(store, clock):
    """A newer program reads the same bytes and learns nothing of the vendor."""
    kept(store, an_interview())
    store.mark_gone("qode", "a-1", clock())
    with store._database.writing() as connection:
        connection.exec_driver_sql("UPDATE interview SET derivation = 0")

    count = store.rebuild(parse)

    assert (count, gone(store)) == (1, 1)
