"""Files that are there whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from services.errors import InputError, StorageError
from services.reports.files import replacing


def write_half(target: Path, fault: Exception) -> None:
    with replacing(target) as beside:
        beside.write_bytes(b"half")
        raise fault


def test_the_file_is_there_only_when_it_is_whole(tmp_path: Path):
    """While it is written nobody sees a half one under its name."""
    target = tmp_path / "report.pdf"

    with replacing(target) as beside:
        beside.write_bytes(b"half")
        seen = target.exists()

    assert not seen
    assert target.read_bytes() == b"half"
    assert list(tmp_path.iterdir()) == [target]


def test_what_was_there_stays_when_the_writing_fails(tmp_path: Path):
    """And nothing half-written is left beside it."""
    target = tmp_path / "report.pdf"
    target.write_bytes(b"of last week")

    with pytest.raises(RuntimeError, match="midway"):
        write_half(target, RuntimeError("midway"))

    assert target.read_bytes() == b"of last week"
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_folder_is_told_before_the_work(tmp_path: Path):
    """The sentence names the folder and what to do."""
    target = tmp_path / "nowhere" / "report.pdf"

    with pytest.raises(InputError, match=r"There is no folder .*nowhere. Make it"):
        write_half(target, AssertionError("the work began"))


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path):
    """It stays as it is."""
    target = tmp_path / "report.pdf"
    target.mkdir()

    with pytest.raises(InputError, match="is a folder"):
        write_half(target, AssertionError("the work began"))

    assert target.is_dir()


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        (errno.ENOSPC, StorageError, "The disk is full"),
        (errno.EACCES, InputError, "may not be written by you"),
        (errno.EROFS, InputError, "may only be read"),
        (errno.EIO, StorageError, "could not be written"),
    ],
)
def test_a_fault_of_the_disk_is_a_sentence_and_leaves_nothing(
    tmp_path: Path, code: int, kind: type[Exception], words: str
):
    """Full, closed, read-only, broken: each says what to do."""
    target = tmp_path / "report.pdf"

    with pytest.raises(kind, match=words):
        write_half(target, OSError(code, os.strerror(code)))

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_told(tmp_path: Path):
    """And the file stays."""
    (tmp_path / "notes").write_text("mine")

    with pytest.raises(InputError, match="is no folder"):
        write_half(tmp_path / "notes" / "report.pdf", AssertionError("the work began"))

    assert (tmp_path / "notes").read_text() == "mine"


def test_a_name_that_no_disk_can_hold_is_told(tmp_path: Path):
    """In a sentence, not with the system's words."""
    target = tmp_path / f"{'x' * 240}.json"

    with pytest.raises(InputError, match="name is too long"):
        write_half(target, AssertionError("the work began"))

    assert list(tmp_path.iterdir()) == []


def test_a_private_file_stays_private_and_a_link_a_link(tmp_path: Path):
    """What is replaced keeps its rights and its place."""
    kept = tmp_path / "kept.json"
    kept.write_bytes(b"of last week")
    kept.chmod(0o600)
    link = tmp_path / "latest.json"
    link.symlink_to(kept)

    with replacing(link) as beside:
        beside.write_bytes(b"new")

    assert link.is_symlink()
    assert kept.read_bytes() == b"new"
    assert kept.stat().st_mode & 0o777 == 0o600
