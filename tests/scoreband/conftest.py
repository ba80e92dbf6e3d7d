"""The `scoreband` command as a shell runs it, and payloads to feed it."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from scoreband.cli import main
from tests.databases import put_empty

FIXTURES = Path(__file__).parent.parent / "fixtures" / "qode"
SCORE_KEYS = {
    *("kind", "name", "value", "lower", "upper", "state", "scale", "label", "observations"),
    *("weight", "parent"),
}
"""What every printed score has."""


@dataclass(frozen=True)
class Ran:
    """What a command left behind: its exit code and both of its streams."""

    code: int
    out: bytes
    errors: str

    @property
    def document(self) -> Any:
        """The one JSON document on stdout; anything else there fails the test."""
        return json.loads(self.out)

    @property
    def failures(self) -> list[str]:
        """The lines on stderr."""
        return self.errors.splitlines()


Command = Callable[..., Ran]


@pytest.fixture
def scoreband(monkeypatch: pytest.MonkeyPatch, capfdbinary: Any) -> Command:
    """Return a function that runs the command with these words and `stdin`."""

    def run(*words: object, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "argv", ["scoreband", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capfdbinary.readouterr()
        with pytest.raises(SystemExit) as left:
            main()
        captured = capfdbinary.readouterr()
        return Ran(int(left.value.code or 0), captured.out, captured.err.decode())

    return run


@pytest.fixture
def payload() -> Callable[[str], bytes]:
    """Return a function that reads a payload by its name."""
    return lambda name: (FIXTURES / f"{name}.json").read_bytes()


@pytest.fixture
def filled(scoreband: Command, tmp_path: Path) -> Command:
    """Return the command over a cache with four interviews in it."""
    put_empty(tmp_path / "scoreband.db")
    names = ("complete", "no_ci", "scheduled", "skipped")
    assert scoreband("import", *(FIXTURES / f"{name}.json" for name in names)).code == 0
    return scoreband
