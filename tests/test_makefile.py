"""Setting up on a fresh machine: which uv is taken, and what `make` runs."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
UV_HERE = 'echo "$0 $*"'
NO_UV = "exit 127"
PYTHONS = ("python3", "python3.14", "python3.13", "python3.12", "python3.11", "python")
# A Python without pip and venv; the pip of the lock leaves a uv where it is told to.
BARE_PYTHON = """
case "$*" in
  "-c "*) exit 0 ;;
  *locked_pip.py*) echo /fetched/pip.whl ;;
  "/fetched/pip.whl/pip install --quiet --target "*)
    mkdir -p "$5/bin"; echo '#!/bin/sh' >"$5/bin/uv"; echo 'echo fetched $*' >>"$5/bin/uv"
    chmod +x "$5/bin/uv" ;;
  *) echo "No module named pip" >&2; exit 1 ;;
esac
"""


@pytest.fixture
def machine(tmp_path: Path):
    """A project folder and a PATH, on which programs can be put."""
    return Machine(tmp_path)


class Machine:
    """A machine of which only the programs on the PATH are pretended."""

    def __init__(self, folder: Path) -> None:
        self.project = folder / "project"
        self.programs = folder / "bin"
        self.programs.mkdir()
        shutil.copytree(ROOT / ".ci", self.project / ".ci")
        shutil.copy(ROOT / "Makefile", self.project)

    def has(self, name: str, script: str) -> None:
        """Put a program on the PATH, before those of the real machine."""
        _write_program(self.programs / name, script)

    def has_in_tools(self, script: str) -> None:
        """Put a uv where an earlier run would have left it."""
        _write_program(self.project / ".tools/uv/bin/uv", script)

    def runs(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command in the project's folder, with nothing in the environment but a PATH."""
        path = f"{self.programs}{os.pathsep}{os.defpath}{os.pathsep}/usr/bin:/bin"
        return subprocess.run(  # noqa: S603  (programs that the test wrote)
            command,
            cwd=self.project,
            env={"PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )


def _write_program(path: Path, script: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_the_uv_of_the_machine_is_taken(machine):
    """Where uv is installed, nothing is fetched."""
    machine.has("uv", UV_HERE)

    done = machine.runs("sh", ".ci/uv", "run", "pytest")

    assert done.stdout == f"{machine.programs}/uv run pytest\n"
    assert not (machine.project / ".tools").exists()


def test_a_stand_in_without_a_uv_behind_it_is_passed_over(machine):
    """A version manager's `uv` that only says that there is none does not count."""
    machine.has("uv", NO_UV)
    machine.has_in_tools(UV_HERE)

    done = machine.runs("sh", ".ci/uv", "run", "pytest")

    assert done.stdout == f"{machine.project}/.tools/uv/bin/uv run pytest\n"


def test_a_python_without_pip_and_venv_is_enough(machine):
    """Then the pip that the lock names fetches uv into the project's folder."""
    machine.has("uv", NO_UV)
    machine.has("python3", BARE_PYTHON)

    done = machine.runs("sh", ".ci/uv", "run", "pytest")

    assert done.stdout == "fetched run pytest\n"


def test_when_nothing_helps_a_sentence_says_what_to_do(machine):
    """No traceback, nothing half done, and a later try begins anew."""
    machine.has("uv", NO_UV)
    machine.has(
        "python3", 'case "$*" in "-c "*) exit 0 ;; *) echo "no network" >&2; exit 1 ;; esac'
    )

    done = machine.runs("sh", ".ci/uv", "run", "pytest")

    assert done.returncode == 1
    assert "no network" in done.stderr
    assert "Check the network, or install\nuv yourself" in done.stderr
    assert not (machine.project / ".tools/uv").exists()


def test_an_old_python_is_named_as_the_reason(machine):
    """Python 3.11 is asked for before anything is fetched."""
    machine.has("uv", NO_UV)
    for name in PYTHONS:
        machine.has(name, "exit 1")

    done = machine.runs("sh", ".ci/uv", "run", "pytest")

    assert done.returncode == 1
    assert done.stderr.startswith("Scoreband needs Python 3.11 or newer")


@pytest.mark.parametrize(("is_as_locked", "code"), [(True, 0), (False, 1)])
def test_only_the_pip_of_the_lock_is_kept(machine, tmp_path, is_as_locked, code):
    """A wheel whose checksum is not the lock's is thrown away."""
    wheel = tmp_path / "pip-1-py3-none-any.whl"
    wheel.write_bytes(b"a wheel")
    checksum = hashlib.sha256(b"a wheel" if is_as_locked else b"another").hexdigest()
    lock = tmp_path / "uv.lock"
    lock.write_text(
        f'[[package]]\nname = "pip"\nwheels = [{{ url = "{wheel.as_uri()}", '
        f'hash = "sha256:{checksum}" }}]\n'
    )

    done = machine.runs(sys.executable, ".ci/locked_pip.py", str(lock), str(machine.project))

    assert done.returncode == code
    assert (machine.project / wheel.name).exists() is is_as_locked


def test_check_shows_its_steps_and_stops_at_the_first_failure(machine):
    """What fails is the last thing on the screen."""
    machine.has("uv", 'case "$*" in "run mypy"*) echo wrong type; exit 1 ;; esac')

    done = machine.runs("make", "check")

    assert done.returncode != 0
    assert done.stdout.splitlines()[1::2] == [
        "$ uv run ruff format --check .",
        "$ uv run ruff check .",
        "$ uv run mypy",
    ]
    assert done.stdout.endswith("wrong type\n")


@pytest.mark.parametrize(
    ("target", "command"),
    [("demo", "scoreband demo"), ("test", "pytest"), ("bench", "python -m benchmarks")],
)
def test_each_target_prints_the_plain_command(machine, target, command):
    """Who likes to type it finds out what to type."""
    machine.has("uv", UV_HERE)

    done = machine.runs("make", target)

    assert f"$ uv run {command}" in done.stdout
    assert f"{machine.programs}/uv run {command}" in done.stdout
