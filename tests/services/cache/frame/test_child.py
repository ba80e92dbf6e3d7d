"""The process that reads for the dashboard, as the dashboard sees it."""

import subprocess
import sys

import pyarrow as pa
import pytest

from services.cache.frame.child import export_apart
from tests.services.cache.conftest import NOON, an_interview, kept
from tests.services.cache.frame.conftest import a_full_interview

_STEP_BY_STEP = """
import sys
from datetime import datetime
from pathlib import Path
from services.cache.frame.export import export
database, folder, at = sys.argv[1:]
for _ in export(Path(database), Path(folder), read_at=datetime.fromisoformat(at)):
    print("first", flush=True)
    sys.stdin.readline()
"""


def test_it_writes_what_cohorts_need_first(store, path, tmp_path):
    """By the first step two files are there, by the end all five."""
    kept(store, a_full_interview())
    folder = tmp_path / "files"
    folder.mkdir()
    steps = export_apart(path, folder, NOON)

    next(steps)
    first = {file.stem for file in folder.iterdir()}
    rest = list(steps)

    assert first >= {"interviews", "scores"}
    assert {file.stem for file in folder.iterdir()} == {
        *("interviews", "scores", "criteria", "panels", "questions"),
    }
    assert rest == []


def test_a_failure_is_told_in_one_line(tmp_path):
    """The dashboard logs it."""
    steps = export_apart(tmp_path / "none.db", tmp_path, NOON)

    with pytest.raises(OSError, match=r"none\.db") as told:
        next(steps)

    assert len(str(told.value).splitlines()) == 1


def test_closing_it_ends_the_process(store, path, tmp_path):
    """Nobody waits for a frame that nobody wants."""
    kept(store, a_full_interview())
    steps = export_apart(path, tmp_path, NOON)
    next(steps)

    steps.close()

    assert list(steps) == []


def test_both_parts_are_of_one_moment(store, path, tmp_path):
    """What is written between them, of an interview that both hold, is in neither."""
    kept(store, a_full_interview("a"))
    folder = tmp_path / "files"
    folder.mkdir()
    command = [sys.executable, "-c", _STEP_BY_STEP, str(path), str(folder), NOON.isoformat()]

    with subprocess.Popen(  # noqa: S603  (our own program)
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        child.stdout.readline()
        kept(store, an_interview("a"))
        child.communicate("go on\n")

    assert child.returncode == 0
    assert rows_of(folder, "panels") == 3
    assert len(store.frame().panels.row) == 0


def test_it_does_not_load_what_it_has_no_use_for(store, path, tmp_path):
    """Pandas alone takes a second of those that a page waits."""
    kept(store, a_full_interview())
    listing = "import sys; from pathlib import Path; from services.cache.frame.export import main"
    given = [str(path), str(tmp_path), NOON.isoformat()]

    done = subprocess.run(  # noqa: S603  (our own program)
        [sys.executable, "-c", f"{listing}; print(main(), *sys.modules)", *given],
        capture_output=True,
        text=True,
        check=True,
    )

    assert "services.cache.frame.export" in done.stdout
    assert "pandas" not in done.stdout.split()


def rows_of(folder, name):
    """Return how many rows a file has."""
    with pa.ipc.open_file(folder / f"{name}.arrow") as file:
        return file.get_batch(0).num_rows
