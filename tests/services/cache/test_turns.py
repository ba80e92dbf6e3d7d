"""Turns: all workers on one database together keep a vendor's pace."""

from concurrent.futures import ThreadPoolExecutor

TENTH = 100_000
NOW = 1_777_896_000_000_000


def reserved(store, *, now=NOW, count=1, vendor="qode"):
    """Reserve turns that are a tenth of a second apart."""
    return store.reserve_turns(vendor, now_us=now, interval_us=TENTH, count=count)


def test_turns_follow_each_other_whoever_asks(opened):
    """Two programs are given turns one interval apart, after those that were given in a row."""
    one, other = opened(), opened()

    turns = [reserved(one, count=3), reserved(other), reserved(one)]

    assert turns == [NOW, NOW + 3 * TENTH, NOW + 4 * TENTH]


def test_unused_time_is_not_saved_up(store):
    """After an hour of silence the next two calls are still one interval apart."""
    reserved(store)
    later = NOW + 3_600_000_000

    turns = [reserved(store, now=later), reserved(store, now=later)]

    assert turns == [later, later + TENTH]


def test_a_hold_is_seen_by_every_worker(opened):
    """The vendor asked for a pause: nobody's turn is in it; a shorter hold takes nothing back."""
    one, other = opened(), opened()
    one.hold_turns("qode", until_us=NOW + 60 * TENTH)
    one.hold_turns("qode", until_us=NOW + 30 * TENTH)

    turn = reserved(other)

    assert turn == NOW + 60 * TENTH


def test_each_vendor_has_turns_of_its_own(store):
    """One vendor's pause holds up no other."""
    store.hold_turns("round0", until_us=NOW + 60 * TENTH)

    turn = reserved(store)

    assert turn == NOW


def test_a_clock_that_was_set_back_stops_no_vendor(store):
    """Turns that lie a day ahead were given by a clock that was wrong."""
    reserved(store, now=NOW + 24 * 3_600_000_000)

    turn = reserved(store)

    assert turn == NOW


def test_many_threads_are_given_each_turn_once(opened):
    """Two programs with three threads each; together they ask at the vendor's pace."""
    stores = (opened(), opened())

    with ThreadPoolExecutor(6) as pool:
        turns = list(pool.map(lambda number: reserved(stores[number % 2]), range(30)))

    assert sorted(turns) == [NOW + number * TENTH for number in range(30)]
