"""Files beside the database: the same columns as from memory, used again, and never trusted."""

import logging
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest

from services.cache.frame.shelf import Shelf
from services.errors import StorageError
from services.models.cohort import Metric
from tests.services.cache.conftest import an_interview, kept
from tests.services.cache.frame.conftest import a_full_interview, export_here, plain
from tests.services.cache.spoken import a_speech_test


@pytest.fixture
def folder(path: Path) -> Path:
    return path.with_name("scoreband-frame")


def files_of(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())


def test_a_frame_from_files_is_the_same_as_from_memory(store, loaded, clock):
    """Another reader, another process, a way through files: not a number differs."""
    several = [an_interview(f"i-{n}", score=float(n)) for n in range(7)]
    kept(store, a_speech_test(), *several, a_full_interview("a"), a_full_interview("b"))

    from_files, from_memory = loaded(few=0, apart=True), loaded()

    assert plain(from_files) == plain(from_memory)
    assert from_files.read_at == clock()


def test_columns_from_files_cannot_be_written_to(store, loaded):
    """They are mapped from the file, for this process alone to read."""
    kept(store, a_full_interview())

    frame = loaded(few=0)

    with pytest.raises(ValueError, match="read-only"):
        frame.scores[Metric()].value[0] = 100.0


def test_an_empty_database_has_files_too(opened, loaded, folder):
    """No row in any of them."""
    opened()

    frame = loaded(few=0, apart=True)

    assert plain(frame) == plain(loaded())
    assert len(files_of(folder)) == 5


def test_few_interviews_need_no_files(store, loaded, folder):
    """They are read as fast as a file would be found."""
    kept(store, an_interview())

    loaded()

    assert not folder.exists()


def test_a_later_process_uses_the_files_again(store, loaded, folder, clock):
    """What was read at an earlier time says so."""
    kept(store, a_full_interview())
    first = loaded(few=0)
    made = [file.stat().st_mtime_ns for file in files_of(folder)]

    clock.forward(hours=2)
    second = loaded(few=0)

    assert [file.stat().st_mtime_ns for file in files_of(folder)] == made
    assert second.read_at == first.read_at
    assert plain(second) == plain(first)


def test_only_the_newest_files_are_kept_for_their_owner_only(store, loaded, folder):
    """They say who scored what, if not by name."""
    kept(store, an_interview("a"))
    loaded(few=0)
    kept(store, an_interview("b"))

    frame = loaded(few=0)

    assert [each.name for each in folder.iterdir()] == [str(store.generation())]
    assert len(frame.interviews) == 2
    modes = {stat.S_IMODE(each.stat().st_mode) for each in folder.rglob("*")}
    assert modes == {0o600, 0o700}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def cut_short(file: Path) -> None:
    """Leave the first half."""
    os.truncate(file, file.stat().st_size // 2)


def emptied(file: Path) -> None:
    """Leave nothing."""
    file.write_bytes(b"")


def foreign(file: Path) -> None:
    """Put something else in its place."""
    file.write_text("These are not the columns you are looking for.\n" * 50)


@pytest.mark.parametrize("damage", [cut_short, emptied, foreign, Path.unlink])
def test_a_damaged_file_is_made_anew(store, loaded, folder, damage):
    """Nothing that a file holds is taken on trust."""
    kept(store, a_full_interview())
    sound = plain(loaded(few=0))

    damage(files_of(folder)[-1])
    frame = loaded(few=0)

    assert plain(frame) == sound
    assert plain(loaded(few=0)) == sound


@pytest.mark.parametrize("name", ["scores.arrow", "criteria.arrow"])
def test_files_of_two_frames_are_not_mixed(store, loaded, folder, name):
    """Rows of one would be read as rows of the other."""
    kept(store, a_full_interview("a"))
    loaded(few=0)
    shutil.copytree(next(folder.iterdir()), folder.parent / "old")
    kept(store, a_full_interview("b"))
    loaded(few=0)
    (newest,) = folder.iterdir()

    shutil.copy(folder.parent / "old" / name, newest / name)
    frame = loaded(few=0)

    assert len(frame.scores[Metric()].row) == 2
    assert len(frame.criteria.row) == 8


def test_files_of_a_database_that_was_replaced_are_not_used(store, loaded, opened, path, folder):
    """A backup counts its generations anew: the same number stands for other interviews."""
    kept(store, an_interview("a", score=10.0))
    loaded(few=0)
    store.close()
    for part in path.parent.glob("scoreband.db*"):
        part.unlink()
    kept(opened(), an_interview("b", score=90.0))

    frame = loaded(few=0)

    assert [each.name for each in folder.iterdir()] == ["1"]
    assert frame.scores[Metric()].value.tolist() == [90.0]


def test_where_no_file_can_be_made_the_frame_is_read_all_the_same(store, loaded, folder, caplog):
    """It takes longer, and the program's log says why."""
    kept(store, an_interview())
    folder.write_text("in the way")

    with caplog.at_level(logging.WARNING):
        frame = loaded(few=0)

    assert len(frame.interviews) == 1
    assert "read slowly" in caplog.text


def test_a_database_that_may_only_be_read_gets_no_files(store, loaded, path, folder):
    """Beside what may not be changed, nothing is made."""
    kept(store, an_interview())
    store.close()
    path.chmod(0o400)

    frame = loaded(few=0)

    assert len(frame.interviews) == 1
    assert not folder.exists()


def only_half(path, folder, now):
    """Write the first part, and fail then as on a full disk."""
    steps = export_here(path, folder, now)
    next(steps)
    yield
    steps.close()
    raise OSError("the disk is full")


def test_a_cohort_does_not_wait_for_the_details(store, loader_with, loaded, folder):
    """And nothing is in its place before all of it is."""
    kept(store, a_full_interview())
    may_go_on = Event()

    def export(*given):
        for step in export_here(*given):
            yield step
            assert may_go_on.wait(10)

    frame = loader_with(export).load()
    early = (len(frame.interviews), len(frame.scores), frame.details.took_s)
    places = [each.name.split("-")[0] for each in folder.iterdir()]
    may_go_on.set()

    assert early == (1, 4, None)
    assert places == ["unfinished"]
    assert plain(frame) == plain(loaded())
    assert [each.name for each in folder.iterdir()] == [str(frame.generation)]


def test_details_that_could_not_be_written_are_read_all_the_same(
    store, loader_with, loaded, folder, caplog
):
    """As long as nothing was written since; no half of a frame is kept."""
    kept(store, a_full_interview())

    frame = loader_with(only_half).load()

    assert plain(frame) == plain(loaded())
    assert "the disk is full" in caplog.text
    assert list(folder.iterdir()) == []


def test_details_of_a_later_moment_are_not_put_to_an_earlier_frame(store, loader_with):
    """The page is told to load again, and then all is read in one go, without an export."""
    kept(store, a_full_interview("a"))
    loader = loader_with(only_half)
    frame = loader.load()
    kept(store, a_full_interview("b"))

    with pytest.raises(StorageError, match="Load the page again"):
        frame.details.get()
    again = loader.load()

    assert frame.details.is_lost
    assert (len(again.interviews), len(again.criteria.row)) == (2, 8)


def test_an_export_that_fails_says_why_in_one_line(tmp_path):
    """The dashboard logs it; no reader sees a traceback."""
    command = [sys.executable, "-m", "services.cache.frame.export"]

    done = subprocess.run(  # noqa: S603  (our own program)
        [*command, str(tmp_path / "none.db"), str(tmp_path), "2026-03-04T12:00:00+00:00"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert not list(tmp_path.iterdir())


def test_what_a_crash_left_is_thrown_away_in_time(store, loaded, folder):
    """A folder that another process fills right now is left alone."""
    kept(store, an_interview())
    for name in ("unfinished-now", "unfinished-long-ago", "0"):
        (folder / name).mkdir(parents=True)
    os.utime(folder / "unfinished-long-ago", (0, 0))

    loaded(few=0)

    assert {each.name for each in folder.iterdir()} == {"unfinished-now", "1"}


def nothing_written():
    """End well, without a file."""
    yield


def test_what_is_no_frame_is_not_kept(path):
    """A program that ended well and wrote nothing has not made a frame."""
    path.parent.mkdir()

    with pytest.raises(OSError, match="interviews"):
        Shelf(path).put(lambda _: nothing_written())

    assert not list(path.with_name("scoreband-frame").iterdir())


def test_the_dashboard_never_loads_a_second_sqlite():
    """Two copies in one process break each other's locks on the database's file."""
    listing = "import sys, scoreband.commands, services.bootstrap; print(*sys.modules)"

    done = subprocess.run(  # noqa: S603  (our own Python)
        [sys.executable, "-c", listing], capture_output=True, text=True, check=True
    )

    assert "services.cache.store" in done.stdout
    assert "adbc" not in done.stdout
