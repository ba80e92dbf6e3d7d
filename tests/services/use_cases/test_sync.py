"""A sync fetches what is due, keeps what came, and goes on where it was stopped."""

from datetime import timedelta

import pytest

from services.errors import (
    InputError,
    NotFoundAtVendorError,
    VendorDownError,
    VendorRefusedError,
)
from services.models.identity import local_id
from services.use_cases.interviews import Interviews
from services.use_cases.sync import Sync
from tests.services.use_cases.conftest import TOY


@pytest.fixture
def sync(store, api, clock):
    return Sync(
        store=store,
        vendors={"toy": TOY},
        connect=lambda _vendor: api,
        has_key=lambda _vendor: True,
        clock=clock,
    )


def test_what_is_tracked_is_fetched_and_kept(sync, store):
    """Each tracked interview is stored once."""
    sync.track("toy", ["a", "b", " a ", ""])

    report = sync.run()

    assert sorted(report.stored) == sorted([local_id("toy", "a"), local_id("toy", "b")])
    assert report.failures == []
    assert store.payload(local_id("toy", "a")).payload == b"a reported 70"


def test_a_final_result_is_fetched_once(sync, api, clock):
    """A reported interview is not asked for again, however late."""
    sync.track("toy", ["a"])
    sync.run()
    clock.forward(days=30)

    report = sync.run()

    assert api.asked == ["a"]
    assert report.stored == []


def test_force_fetches_final_results_too(sync, api):
    """With force, all that is tracked is asked for; an equal answer changes nothing."""
    sync.track("toy", ["a"])
    sync.run()

    report = sync.run(force=True)

    assert api.asked == ["a", "a"]
    assert report.unchanged == [local_id("toy", "a")]


def test_a_changed_final_answer_is_told(sync, api, store):
    """The vendor called it final and changed it: the new one counts, the old one is kept."""
    sync.track("toy", ["a"])
    sync.run()
    api.answer = lambda name: f"{name} reported 50".encode()

    report = sync.run(force=True)

    [changed] = report.changed_finals
    assert [kept.payload for kept in store.payload_versions(changed)] == [
        b"a reported 50",
        b"a reported 70",
    ]


def test_a_running_interview_is_asked_for_again_later(sync, api, clock):
    """Not final: fresh for ten minutes, then due again."""
    api.answer = lambda name: f"{name} in_progress 0".encode()
    sync.track("toy", ["a"])
    sync.run()
    sync.run()
    clock.forward(minutes=11)

    sync.run()

    assert api.asked == ["a", "a"]


def test_one_bad_interview_does_not_stop_the_others(sync, api, store):
    """A 404 is told by id; everything else is stored."""

    def answer(name):
        if name == "b":
            what = "Knows no such interview; check the id."
            raise NotFoundAtVendorError("Toy", what)
        return f"{name} reported 70".encode()

    api.answer = answer
    sync.track("toy", ["a", "b", "c"])

    report = sync.run()

    assert len(report.stored) == 2
    assert [failure.item for failure in report.failures] == ["Toy b"]
    assert "check the id" in report.failures[0].sentence
    [state] = store.sources()
    assert [failure.vendor_interview_id for failure in state.failures] == ["b"]


def test_a_refused_key_stops_the_vendor_at_once(sync, api):
    """Hundreds of refusals would help nobody: one line tells it, and all stays due."""

    def refuse(_name):
        what = "The key is refused; check SCOREBAND_TOY_API_KEY."
        raise VendorRefusedError("Toy", what)

    api.answer = refuse
    sync.track("toy", [f"id-{number}" for number in range(200)])

    report = sync.run()

    assert len(report.failures) == 1
    assert "SCOREBAND_TOY_API_KEY" in report.failures[0].sentence
    assert len(api.asked) < 100


def test_a_vendor_that_is_down_is_left_alone(sync, api, clock):
    """After five answers in a row without use the rest waits for the next sync."""

    def down(_name):
        what = "No usable answer; try again later."
        raise VendorDownError("Toy", what)

    api.answer = down
    sync.track("toy", [f"id-{number}" for number in range(200)])
    sync.run()
    asked_while_down = len(api.asked)
    api.answer = lambda name: f"{name} reported 70".encode()
    clock.forward(hours=1)

    report = sync.run()

    assert asked_while_down < 100
    assert len(report.stored) == 200


def test_without_a_key_one_line_names_the_variable(store, api, clock):
    """The other vendors' work goes on; this one is told in a sentence."""
    keyless = Sync(store, {"toy": TOY}, lambda _vendor: api, lambda _vendor: False, clock)
    keyless.track("toy", ["a"])

    report = keyless.run()

    assert api.asked == []
    assert "SCOREBAND_TOY_API_KEY" in report.failures[0].sentence


def test_the_connections_are_closed_whatever_happens(sync, api):
    """Also when an answer cannot be read."""
    api.answer = lambda _name: b"nonsense"
    sync.track("toy", ["a"])

    report = sync.run()

    assert api.closed == 1
    assert len(report.failures) == 1


def test_an_interrupted_sync_keeps_what_came_and_goes_on(sync, store):
    """A stop in the middle loses nothing that was fetched; the next run asks for the rest."""

    class Stop(KeyboardInterrupt):
        pass

    def stop_after_three(progress):
        if progress.done == 3:
            raise Stop

    sync.track("toy", [f"id-{number}" for number in range(50)])
    with pytest.raises(Stop):
        sync.run(listener=stop_after_three)
    kept = store.sources()[0].interviews

    report = sync.run()

    assert kept >= 2
    assert kept + len(report.stored) == 50


@pytest.mark.parametrize("text", ["two words", "x" * 400, "line\x00break"])
def test_what_cannot_be_an_id_is_refused(sync, text):
    """Before anything is stored, with a sentence."""
    with pytest.raises(InputError, match="cannot be an interview id"):
        sync.track("toy", ["good", text])


def test_an_unknown_vendor_is_refused(sync):
    """The sentence names those that are known."""
    with pytest.raises(InputError, match="Known: toy"):
        sync.run("nobody")


def test_one_interview_can_be_fetched_anew(sync, store, api):
    """A dead link is a reason to ask again for what is final."""
    sync.track("toy", ["a"])
    sync.run()
    api.answer = lambda name: f"{name} reported 71".encode()

    report = sync.refetch("toy", "a")

    assert list(report.stored) == [local_id("toy", "a")]
    assert store.payload(local_id("toy", "a")).payload == b"a reported 71"


def test_an_outage_leaves_the_copy_and_says_so(sync, store, api, clock):
    """The interview stays readable; its report tells the age and the last failure."""
    api.answer = lambda name: f"{name} in_progress 0".encode()
    sync.track("toy", ["a"])
    sync.run()

    def down(_name):
        what = "No usable answer; try again later."
        raise VendorDownError("Toy", what)

    api.answer = down
    clock.forward(hours=3)
    sync.run()

    report = Interviews(store, {"toy": TOY}, clock).report("a")

    assert report.age == timedelta(hours=3)
    assert report.failure.sentence == "Toy: No usable answer; try again later."
