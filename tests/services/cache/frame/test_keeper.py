"""One frame a process: kept until something is written, and longer where reading it takes long."""

from dataclasses import dataclass, field, replace
from threading import Event, Thread

import pytest

from services.cache.frame.columns import Frame
from services.cache.frame.keeper import Keeper
from services.cache.frame.later import AtHand
from services.errors import StorageError
from tests.services.cache.conftest import kept
from tests.services.cache.frame.conftest import an_interview


@dataclass
class Loader:
    """Loads the frame of a generation that the test sets, in so many seconds on its own clock."""

    frame: Frame
    takes_s: float = 0.5
    now_s: float = 0.0
    loads: int = 0
    waits: bool = False
    begun: Event = field(default_factory=Event)
    may_end: Event = field(default_factory=Event)

    def __call__(self) -> Frame:
        self.loads += 1
        self.now_s += self.takes_s
        if self.waits:
            self.begun.set()
            assert self.may_end.wait(10)
        return self.frame

    def timer(self) -> float:
        return self.now_s


@pytest.fixture
def frames(store):
    """Two frames, of before and after a write."""
    before = store.frame()
    kept(store, an_interview())
    return before, store.frame()


def test_a_frame_is_read_once_until_something_is_written(store):
    """The same object, as all of its arrays are shared."""
    kept(store, an_interview("a"))
    first = store.frame()

    again = store.frame()
    kept(store, an_interview("b"))
    after = store.frame()

    assert again is first
    assert (len(first.interviews), len(after.interviews)) == (1, 2)
    assert after.generation == store.generation()


def test_a_frame_that_took_long_stays_for_ten_times_as_long(frames):
    """During a sync something is written many times a minute; nobody waits each time."""
    before, after = frames
    loader = Loader(before, takes_s=2.0)
    keeper = Keeper(loader, timer=loader.timer)
    keeper.frame(before.generation)
    loader.frame = after

    loader.now_s += 19.0
    early = keeper.frame(after.generation)
    loader.now_s += 1.5
    late = keeper.frame(after.generation)

    assert (early, late) == (before, after)
    assert loader.loads == 2


def with_details(frame, **told):
    """Return a frame whose details tell something else of how they come."""
    return replace(frame, details=AtHand(frame.details.get(), **told))


def test_the_time_that_details_take_counts(frames):
    """They are read by a process that works all the while."""
    before, after = frames
    loader = Loader(with_details(before, took_s=3.0), takes_s=2.0)
    keeper = Keeper(loader, timer=loader.timer)
    first = keeper.frame(before.generation)
    loader.frame = after

    loader.now_s += 49.0
    early = keeper.frame(after.generation)
    loader.now_s += 1.5
    late = keeper.frame(after.generation)

    assert (early, late) == (first, after)


def test_while_details_are_being_read_no_newer_frame_is_begun(frames):
    """One process is at work at a time."""
    before, after = frames
    loader = Loader(with_details(before, took_s=None))
    keeper = Keeper(loader, timer=loader.timer)
    keeper.frame(before.generation)

    loader.now_s += 1000.0
    keeper.frame(after.generation)

    assert loader.loads == 1


def test_a_frame_that_lost_its_details_is_read_anew(frames):
    """Who was told to load the page again gets them."""
    before, after = frames
    loader = Loader(with_details(before, is_lost=True), takes_s=2.0)
    keeper = Keeper(loader, timer=loader.timer)
    keeper.frame(before.generation)

    loader.frame = after
    found = keeper.frame(after.generation)

    assert found is after


def test_a_frame_that_is_read_fast_never_gets_old(frames):
    """Below a second there is no reason to show what was."""
    before, after = frames
    loader = Loader(before, takes_s=0.5)
    keeper = Keeper(loader, timer=loader.timer)
    keeper.frame(before.generation)

    loader.frame = after
    found = keeper.frame(after.generation)

    assert found is after


def test_while_one_thread_reads_others_get_the_older_frame(frames):
    """Nobody waits behind a colleague's reading, and nothing is read twice."""
    before, after = frames
    loader = Loader(before)
    keeper = Keeper(loader, timer=loader.timer)
    keeper.frame(before.generation)
    loader.frame, loader.waits = after, True

    builder = Thread(target=keeper.frame, args=(after.generation,))
    builder.start()
    assert loader.begun.wait(10)
    meanwhile = keeper.frame(after.generation)
    loader.may_end.set()
    builder.join()

    assert meanwhile is before
    assert keeper.frame(after.generation) is after
    assert loader.loads == 2


def test_the_first_frame_is_waited_for(frames):
    """Two pages that are opened at once on a fresh server share one reading."""
    _, after = frames
    loader = Loader(after, waits=True)
    keeper = Keeper(loader, timer=loader.timer)
    found = []

    threads = [
        Thread(target=lambda: found.append(keeper.frame(after.generation))) for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    assert loader.begun.wait(10)
    loader.may_end.set()
    for thread in threads:
        thread.join()

    assert found == [after] * 3
    assert loader.loads == 1


def test_a_reading_that_fails_is_tried_again(frames):
    """A busy database is an error for this page only."""
    _, after = frames
    answers = iter([StorageError("busy"), after])

    def load() -> Frame:
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    keeper = Keeper(load)
    with pytest.raises(StorageError):
        keeper.frame(after.generation)

    assert keeper.frame(after.generation) is after
