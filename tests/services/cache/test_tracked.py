"""The queue: what is due, how failures are kept, how sources stand."""

from datetime import timedelta

from services.models.interview import Status
from services.models.tracking import DueInterview, FetchFailure
from tests.services.cache.conftest import NOON, a_document, an_interview, kept


def running(own_id="a-1"):
    """Return an interview whose answer is not final."""
    return an_interview(own_id, is_final=False, status=Status.IN_PROGRESS)


def due_ids(store, **options):
    """Return the vendor's ids of what is due."""
    return [each.vendor_interview_id for each in store.due(**options)]


def failure(clock, own_id="a-1"):
    """Return a failed fetch at this moment."""
    return FetchFailure("qode", own_id, "Qode did not answer. Try again later.", clock())


def test_a_newly_tracked_interview_is_due_at_once(store):
    """Tracking twice adds nothing, and says so."""
    first = store.track("qode", ["a-1", "b-2", "a-1"])

    second = store.track("qode", ["b-2", "c-3"])

    assert (first, second) == (2, 1)
    assert store.due() == tuple(DueInterview("qode", each, 0) for each in ("a-1", "b-2", "c-3"))


def test_a_final_interview_is_not_due_again_unless_forced(store, clock):
    """Fetched once and kept for ever; only force asks again."""
    store.track("qode", ["a-1"])
    kept(store, an_interview())

    clock.forward(days=400)

    assert due_ids(store) == []
    assert due_ids(store, force=True) == ["a-1"]


def test_an_interview_whose_final_answer_is_kept_is_tracked_without_a_fetch(store):
    """An imported final answer need not be fetched when its id is tracked later."""
    kept(store, an_interview())

    added = store.track("qode", ["a-1"])

    assert (added, due_ids(store)) == (1, [])


def test_a_running_interview_is_due_again_after_a_growing_pause(store, clock):
    """Ten minutes at first, twenty after one unchanged answer, ten again after a change."""
    store.track("qode", ["a-1"])
    pauses = []
    for score in (None, None, 50.0):
        interview = running().model_copy(update={"duration_s": score})
        store.write([a_document(interview, at=clock())])
        start = clock()
        while not store.due():
            clock.forward(minutes=5)
        pauses.append(clock() - start)

    minutes = [pause / timedelta(minutes=1) for pause in pauses]

    assert minutes == [10, 20, 10]


def test_an_import_of_what_is_not_tracked_tracks_nothing(store):
    """Whoever imports a file has not asked for the vendor to be called."""
    kept(store, running())

    (source,) = store.sources()

    assert (source.interviews, source.tracked, source.due) == (1, 0, 0)


def test_a_failure_is_kept_as_a_sentence_and_tried_again_later(store, clock):
    """The pause grows with each failure; a success forgets them."""
    store.track("qode", ["a-1"])
    store.record_failure(failure(clock))
    assert due_ids(store) == []
    clock.forward(minutes=1)
    assert due_ids(store) == ["a-1"]

    store.record_failure(failure(clock))
    clock.forward(minutes=1)

    assert due_ids(store) == []
    assert store.sources()[0].failures[0].sentence == "Qode did not answer. Try again later."
    store.write([a_document(at=clock())])
    (source,) = store.sources()
    assert (source.failures, source.last_success_at) == ((), clock())


def test_a_failed_forced_fetch_of_a_final_interview_does_not_queue_it(store, clock):
    """It was not due before, and still is not."""
    store.track("qode", ["a-1"])
    kept(store, an_interview())

    store.record_failure(failure(clock))
    clock.forward(days=2)

    assert due_ids(store) == []


def test_a_failure_of_what_is_not_tracked_is_no_error(store, clock):
    """Nothing is queued by failing."""
    unknown = failure(clock, "never-seen")

    store.record_failure(unknown)

    assert store.due(force=True) == ()


def test_what_is_longest_due_comes_first_and_the_limit_holds(store, clock):
    """Oldest first, only one vendor's if asked, no more than asked."""
    store.track("round0", ["late"])
    clock.forward(minutes=1)
    store.track("qode", ["later"])

    first, of_qode = due_ids(store, limit=1), due_ids(store, vendor="qode")

    assert (first, of_qode) == (["late"], ["later"])


def test_sources_stand_by_vendor(store):
    """Each vendor's numbers are its own."""
    store.track("qode", ["a-1", "b-2"])
    store.write([a_document(an_interview("a-1"))])
    kept(store, an_interview("z-9", vendor="round0"))

    sources = {source.vendor: source for source in store.sources()}

    qode, round0 = sources["qode"], sources["round0"]
    assert (qode.interviews, qode.tracked, qode.due, qode.last_success_at) == (1, 2, 1, NOON)
    assert (round0.interviews, round0.tracked, round0.last_success_at) == (1, 0, None)
