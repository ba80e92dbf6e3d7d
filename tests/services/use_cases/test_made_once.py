"""What is made once: also when several threads ask for it at the same time."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

from services.use_cases.made_once import MadeOnce


def test_whoever_comes_while_it_is_made_gets_the_same():
    """It is made once for each object, and everybody waits for that."""
    readers, made, may_end = 4, [], Event()
    come = Barrier(readers + 1)

    class Holder:
        @MadeOnce
        def browser(self) -> object:
            made.append(self)
            may_end.wait()
            return object()

    one, other = Holder(), Holder()

    def ask(_: int) -> object:
        come.wait()
        return one.browser

    with ThreadPoolExecutor(readers) as threads:
        asked = threads.map(ask, range(readers))
        come.wait()
        may_end.set()
        found = set(asked)

    assert (len(found), made) == (1, [one])
    assert other.browser not in found
