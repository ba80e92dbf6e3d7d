"""How a command ends when its output is not taken or it is told to stop: never in a traceback."""

import errno
import io
import os
import sys

import pytest

from scoreband.cli import main
from scoreband.endings import printed_out
from tests.scoreband.conftest import FIXTURES


@pytest.fixture
def output(monkeypatch):
    """Return a function that puts a file in the place of standard output."""

    def put(file) -> None:
        for name in ("stdout", "__stdout__"):
            monkeypatch.setattr(sys, name, file)

    return put


@pytest.mark.parametrize("size", [1, 1_000_000])
def test_a_full_disk_is_a_sentence(output, capsys, size):
    """Whether it shows while the command prints or only at its end."""
    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123  (as a shell opens it)
        output(full)
        code = printed_out(lambda: sys.stdout.write("x" * size) and 0)

    assert code == 1
    assert capsys.readouterr().err == (
        "Standard output could not be written (No space left on device).\n"
    )


@pytest.mark.parametrize(("size", "code"), [(1, 3), (1_000_000, 0)])
def test_a_reader_who_has_left_is_no_failure(output, capsys, size, code):
    """Nothing is told; what went wrong before keeps its exit code."""
    reads, writes = os.pipe()
    os.close(reads)
    with open(writes, "w", encoding="utf-8") as pipe:  # noqa: PTH123  (a pipe has no path)
        output(pipe)
        ended = printed_out(lambda: sys.stdout.write("x" * size) and 3)

    assert (ended, capsys.readouterr().err) == (code, "")


def test_another_fault_is_not_laid_on_the_output():
    """Whatever it is, it is no full disk behind standard output."""

    def fails() -> int:
        raise OSError(errno.ENOSPC, "elsewhere")

    with pytest.raises(OSError, match="elsewhere"):
        printed_out(fails)


def test_a_stopped_import_keeps_what_it_had_finished(scoreband, monkeypatch, capfdbinary):
    """Ctrl+C while the next payload is waited for: one sentence, 130, and whole interviews."""

    class Interrupted(io.BytesIO):
        def read(self, *_):
            raise KeyboardInterrupt

        readline = readinto = read1 = read

    monkeypatch.setattr(sys, "argv", ["scoreband", "import", str(FIXTURES / "complete.json"), "-"])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Interrupted())))

    with pytest.raises(SystemExit) as left:
        main()
    told = capfdbinary.readouterr().err
    kept = scoreband("list", "--json").document

    assert (left.value.code, told) == (130, b"Stopped. What was finished until then is kept.\n")
    assert kept["total"] in (0, 1)
    assert scoreband("doctor").code in (0, 1)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["show", "\udcff"], "write it as UTF-8"),
        (["report", "operations", "--out", "n" * 300 + ".json"], "File name too long"),
        (["report", "operations", "--out", ""], "--out names nothing"),
        (["list", "--filter", "min=ten"], "The filter on min cannot"),
    ],
)
def test_words_that_cannot_be_used_are_told_in_a_sentence(scoreband, words, said):
    """Bytes that are no text, names that are too long, numbers that are none."""
    ran = scoreband(*words)

    assert (ran.code, len(ran.failures)) == (2, 1)
    assert said in ran.errors
