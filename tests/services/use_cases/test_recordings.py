"""Recordings are kept when archiving is on: each once, and no dead link stops another."""

import hashlib

import pytest

from services.cache.archive import Archive
from services.errors import NothingFoundError, StorageError, VendorAnswerError
from services.models.downloaded import Downloaded
from services.models.identity import local_id
from services.models.interview import Asset, AssetKind, Interview
from services.use_cases.recordings import Recordings

ID = "q7mzk2yx5d3bnacw"


class Recorder:
    """A web of recordings by their links; what is not among them is a dead link."""

    def __init__(self, web):
        self.web = web
        self.asked = []
        self.is_closed = False

    def download(self, url, sink):
        """Write what lies at the link."""
        self.asked.append(url)
        content = self.web.get(url)
        if content is None:
            vendor = "Acme"
            raise VendorAnswerError(vendor, "the link is dead.")
        if isinstance(content, Exception):
            raise content
        sink.write(content)
        return Downloaded(hashlib.sha256(content).hexdigest(), len(content), "mp3")

    def close(self):
        """Remember it."""
        self.is_closed = True


def audio(url, question):
    """Make a link to the recording of one answer."""
    return Asset(kind=AssetKind.AUDIO, url=url, question_index=question, lifetime_s=86_400)


def interview(*assets):
    """Make an interview of Acme's with these links."""
    return Interview(vendor="acme", vendor_interview_id="i-1", assets=assets)


@pytest.fixture
def recordings(tmp_path):
    """Make the use case over a folder of its own."""

    def make(web, vendor="acme"):
        recorder = Recorder(web)
        return Recordings(Archive(tmp_path), {vendor: recorder}), recorder

    return make


def test_every_recording_is_kept_once(recordings):
    """A second fetch downloads nothing again, though its links are new."""
    made, recorder = recordings({"u1": b"one", "u2": b"two"})
    first = made.archive(interview(audio("u1", 0), audio("u2", 2)), ID)

    second = made.archive(interview(audio("u1-new", 0), audio("u2-new", 2)), ID)

    assert [kept.question_index for kept in first.kept] == [0, 2]
    assert (second.kept, second.failures) == ([], [])
    assert recorder.asked == ["u1", "u2"]
    assert made.open(ID, 2).read_bytes() == b"two"
    assert sorted(made.kept(ID)) == [0, 2]


def test_a_dead_link_stops_no_other(recordings):
    """It is told with its question, counted as readers count."""
    made, _ = recordings({"u2": b"two"})

    report = made.archive(interview(audio("u1", 0), audio("u2", 1)), ID)

    assert [kept.question_index for kept in report.kept] == [1]
    assert [(failure.item, failure.sentence) for failure in report.failures] == [
        ("Question 1", "Acme: the link is dead.")
    ]


def test_what_failed_is_tried_at_the_next_fetch(recordings):
    """With the new link."""
    made, _ = recordings({"u1-new": b"one"})
    made.archive(interview(audio("u1", 0)), ID)

    report = made.archive(interview(audio("u1-new", 0)), ID)

    assert [kept.question_index for kept in report.kept] == [0]


def test_only_recordings_of_answers_are_downloaded(recordings):
    """Videos, pictures and whole recordings are played from where they lie."""
    made, recorder = recordings({})
    others = (
        Asset(kind=AssetKind.VIDEO, url="v"),
        Asset(kind=AssetKind.AUDIO, url="whole"),
        Asset(kind=AssetKind.IDENTITY_IMAGE, url="i", question_index=0),
    )

    report = made.archive(interview(*others), ID)

    assert recorder.asked == []
    assert report.failures == []


def test_nothing_is_downloaded_where_archiving_is_off(recordings):
    """Another vendor's switch is not this one's."""
    made, recorder = recordings({"u1": b"one"}, vendor="other")

    report = made.archive(interview(audio("u1", 0)), ID)

    assert (report.kept, report.failures) == ((), ())
    assert recorder.asked == []


def test_a_full_disk_ends_it(recordings):
    """Every further recording would fail alike."""
    made, recorder = recordings({"u1": OSError(28, "No space left on device"), "u2": b"two"})

    with pytest.raises(StorageError):
        made.archive(interview(audio("u1", 0), audio("u2", 1)), ID)

    assert recorder.asked == ["u1"]


def test_after_a_sync_what_could_not_be_had_is_told_at_once(recordings):
    """In one sentence for the interview; what could be had lies under the interview's own id."""
    made, _ = recordings({"u3": b"three"})
    fetched = interview(audio("u1", 0), audio("u2", 1), audio("u3", 2))

    with pytest.raises(NothingFoundError, match=r"question 1 is not kept \(1 more like this\)"):
        made.archive_or_fail(fetched)

    assert sorted(made.kept(local_id("acme", "i-1"))) == [2]


def test_after_a_sync_in_which_all_went_well_nothing_is_told(recordings):
    """The recordings are there."""
    made, _ = recordings({"u1": b"one"})

    made.archive_or_fail(interview(audio("u1", 0)))

    assert sorted(made.kept(local_id("acme", "i-1"))) == [0]


def test_closing_closes_the_recorders(recordings):
    """Their connections are let go of."""
    made, recorder = recordings({})

    made.close()

    assert recorder.is_closed


def test_a_recording_that_is_not_kept_has_no_file(recordings):
    """The link is all there is then."""
    made, _ = recordings({})

    path = made.open(ID, 0)

    assert path is None


def test_a_forgotten_interview_has_no_recordings(recordings):
    """Erasure reaches the files as well."""
    made, _ = recordings({"u1": b"one"})
    made.archive(interview(audio("u1", 0)), ID)

    made.forget(ID)

    assert made.kept(ID) == {}
