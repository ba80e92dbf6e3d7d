"""A recording is sent once it is wanted, and its run is tracked for the sync."""

from contextlib import closing
from dataclasses import dataclass, field, replace

import pytest

from services.cache.store import open_store
from services.errors import InputError, StorageError, VendorDownError
from services.models.speech import Recording, SpeechEstimate, SpeechRequest, SpeechRun
from services.use_cases.speech import Speech
from tests.services.use_cases.conftest import TOY

SOUND = Recording("talk.wav", b"hm")


@dataclass
class Scorer:
    """A vendor's API in memory that takes any recording for three credits."""

    left: int = 10
    taken: list[SpeechRequest] = field(default_factory=list)
    closed: int = 0
    is_down: bool = False

    def estimate(self, _recording):
        return SpeechEstimate(duration_s=180, cost=3, balance=self.left)

    def submit(self, _recording, request):
        if self.is_down:
            raise VendorDownError("Toy", "is down.")
        self.taken.append(request)
        self.left -= 3
        return SpeechRun(vendor_interview_id=f"run-{len(self.taken)}", vendor_status="queued")

    def credits(self):
        return self.left

    def close(self):
        self.closed += 1


@pytest.fixture
def scorer():
    return Scorer()


@pytest.fixture
def speech(store, scorer):
    scoring = replace(TOY, name="ear", title="Ear", scores_speech=True)
    vendors = {"toy": TOY, "ear": scoring}
    return Speech(store, vendors, lambda _: scorer)


def test_what_was_sent_is_tracked(speech, scorer, store):
    """The next sync asks for its result."""
    request = SpeechRequest(reference="i-1")

    run = speech.submit("ear", SOUND, request)

    assert run.vendor_interview_id == "run-1"
    assert scorer.taken == [request]
    assert [(due.vendor, due.vendor_interview_id) for due in store.due()] == [("ear", "run-1")]


def test_an_estimate_sends_and_tracks_nothing(speech, scorer, store):
    """It is what one looks at before."""
    estimate = speech.estimate("ear", SOUND)

    told = (estimate.cost, estimate.balance)

    assert told == (3, 10)
    assert scorer.taken == []
    assert store.due() == ()


def test_credits_are_told(speech):
    """By the vendor itself."""
    left = speech.credits(" EAR ")

    told = (left, [vendor.name for vendor in speech.scorers()])

    assert told == (10, ["ear"])


@pytest.mark.parametrize(("vendor", "said"), [("toy", "Those that do: ear"), ("acme", "no vendor")])
def test_a_vendor_that_scores_no_speech_is_not_asked(speech, scorer, vendor, said):
    """The sentence names those that do."""
    with pytest.raises(InputError, match=said):
        speech.submit(vendor, SOUND, SpeechRequest())

    assert scorer.closed == 0


def test_the_client_is_closed_whatever_happens(speech, scorer, store):
    """And nothing is tracked that was not taken."""
    scorer.is_down = True

    with pytest.raises(VendorDownError):
        speech.submit("ear", SOUND, SpeechRequest())

    assert scorer.closed == 1
    assert store.due() == ()


def test_a_run_that_cannot_be_noted_is_told_by_its_id(speech, store):
    """It costs credits: nobody should send it again."""
    with store._database.writing() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER full BEFORE INSERT ON tracked "
            "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )

    with pytest.raises(StorageError, match="scoreband track --vendor ear run-1"):
        speech.submit("ear", SOUND, SpeechRequest())


def test_nothing_is_sent_where_nothing_can_be_kept(scorer, store, tmp_path, clock):
    """A database that may only be read."""
    path = tmp_path / "cache.db"
    store.close()
    path.chmod(0o400)
    reader = open_store(f"sqlite:///{path}", clock=clock)
    speech = Speech(reader, {"ear": replace(TOY, name="ear", scores_speech=True)}, lambda _: scorer)

    with closing(reader), pytest.raises(StorageError, match="nothing was sent"):
        speech.submit("ear", SOUND, SpeechRequest())

    assert scorer.taken == []
