"""The archive keeps recordings as files: whole or not at all, and inside its folder."""

import hashlib
import os
import stat

import pytest

from services.cache.archive import Archive
from services.errors import StorageError, VendorDownError
from services.models.downloaded import Downloaded

ID = "q7mzk2yx5d3bnacw"


def writes(content, suffix="mp3"):
    """Make what a downloader does: write, and tell what was written."""

    def write(sink):
        sink.write(content)
        return Downloaded(hashlib.sha256(content).hexdigest(), len(content), suffix)

    return write


@pytest.fixture
def archive(tmp_path):
    """Give an archive whose folder is not there yet."""
    return Archive(tmp_path / "recordings")


def test_a_recording_is_kept_under_a_name_that_says_it_all(archive, tmp_path):
    """Interview, question and checksum."""
    content = b"what was said"

    kept = archive.keep(ID, 3, writes(content))

    checksum = hashlib.sha256(content).hexdigest()[:16]
    assert kept.path == tmp_path / "recordings" / ID / f"3-{checksum}.mp3"
    assert kept.path.read_bytes() == content
    assert (kept.question_index, kept.size, kept.checksum) == (3, 13, checksum)


def test_what_was_kept_is_found_again(archive):
    """By the question, in another archive of the same folder as well."""
    archive.keep(ID, 0, writes(b"one"))
    second = archive.keep(ID, 12, writes(b"two", suffix="ogg"))

    found = archive.kept(ID)

    assert sorted(found) == [0, 12]
    assert found[12] == second


def test_an_interview_without_recordings_has_none(archive):
    """No folder is made by looking."""
    unknown = "aaaaaaaaaaaaaaaa"

    found = archive.kept(unknown)

    assert found == {}


def test_of_two_to_one_question_the_newest_counts(archive):
    """The older one stays on disk until the interview is forgotten."""
    old = archive.keep(ID, 0, writes(b"first take"))
    new = archive.keep(ID, 0, writes(b"second take"))
    os.utime(old.path, ns=(1, 1))

    found = archive.kept(ID)

    assert found == {0: new}


def test_what_fails_leaves_nothing_behind(archive, tmp_path):
    """Half a recording is none."""

    def breaks_off(sink):
        sink.write(b"half")
        vendor = "Acme"
        raise VendorDownError(vendor, "gone")

    with pytest.raises(VendorDownError):
        archive.keep(ID, 0, breaks_off)

    assert list((tmp_path / "recordings" / ID).iterdir()) == []


def test_a_full_disk_is_our_error(archive, tmp_path):
    """With what to do; the unfinished file is gone."""

    def full(sink):
        sink.write(b"half")
        raise OSError(28, "No space left on device")

    with pytest.raises(StorageError, match=r"No space left on device\. Make room"):
        archive.keep(ID, 0, full)

    assert list((tmp_path / "recordings" / ID).iterdir()) == []


def test_a_folder_that_cannot_be_made_is_our_error(tmp_path):
    """A file lies where it should be."""
    (tmp_path / "recordings").write_text("in the way")
    archive = Archive(tmp_path / "recordings")

    with pytest.raises(StorageError, match="folder of recordings"):
        archive.keep(ID, 0, writes(b"one"))


@pytest.mark.parametrize(
    "hostile", ["../../etc", "/etc/passwd", "a/b", "..", "", "a\0b", "x" * 500, "C:\\x", "ÄÖ"]
)
def test_an_id_never_leads_out_of_the_folder(archive, tmp_path, hostile):
    """What is not one of our own ids is hashed before it becomes a name."""
    kept = archive.keep(hostile, 0, writes(b"one"))

    parent = kept.path.parent

    assert parent.parent == tmp_path / "recordings"
    assert len(parent.name) == 64
    assert archive.kept(hostile) == {0: kept}


@pytest.mark.parametrize("suffix", ["../x", "mp3/../../x", "", "tar.gz", "EXE"])
def test_a_suffix_never_leads_anywhere(archive, tmp_path, suffix):
    """A few small letters, or none of the vendor's."""
    kept = archive.keep(ID, 0, writes(b"one", suffix=suffix))

    name = kept.path.name

    assert kept.path.parent == tmp_path / "recordings" / ID
    assert name.endswith(".bin")


def test_other_files_in_the_folder_are_passed_over(archive):
    """Half a download of a crash, a stranger's note, a link to elsewhere."""
    kept = archive.keep(ID, 0, writes(b"one"))
    folder = kept.path.parent
    (folder / "tmpabc.part").write_bytes(b"half")
    (folder / "notes.txt").write_text("mine")
    (folder / f"1-{'0' * 16}.mp3").symlink_to("/etc/hostname")

    found = archive.kept(ID)

    assert found == {0: kept}


def test_a_recording_is_for_its_owner_alone(archive):
    """It is somebody's voice."""
    kept = archive.keep(ID, 0, writes(b"one"))

    mode = stat.S_IMODE(kept.path.stat().st_mode)

    assert mode == 0o600


def test_a_forgotten_interview_leaves_no_file(archive, tmp_path):
    """And no other interview loses one."""
    archive.keep(ID, 0, writes(b"one"))
    other = archive.keep("bbbbbbbbbbbbbbbb", 0, writes(b"two"))

    archive.forget(ID)
    archive.forget("never-there")

    assert archive.kept(ID) == {}
    assert list(tmp_path.glob("recordings/*/*")) == [other.path]
