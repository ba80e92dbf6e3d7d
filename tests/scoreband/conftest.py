"""The `scoreband` command as a shell runs it, payloads to feed it, and a vendor on loopback."""

import io
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
import stamina

from scoreband.cli import main
from services.sandbox.options import SandboxOptions
from services.sandbox.server import RunningSandbox, running

FIXTURES = Path(__file__).parent.parent / "fixtures" / "qode"
SCORE_KEYS = {
    *("kind", "name", "value", "lower", "upper", "state", "scale", "label", "observations"),
    *("weight", "parent"),
}
"""What every printed score has."""
KEY = "tk_nobodys-key-5f2e91"
"""The key that the sandbox wants; no output may ever hold it."""


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
def filled(scoreband: Command) -> Command:
    """Return the command over a cache with four interviews in it."""
    names = ("complete", "no_ci", "scheduled", "skipped")
    assert scoreband("import", *(FIXTURES / f"{name}.json" for name in names)).code == 0
    return scoreband


@pytest.fixture(scope="package")
def api() -> Iterator[RunningSandbox]:
    """Return the vendor's API with a few interviews."""
    with running(SandboxOptions(interviews=8, api_key=KEY, compact=True)) as sandbox:
        yield sandbox


@pytest.fixture
def vendor(api: RunningSandbox, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Point the settings at the vendor; return a function that makes it misbehave.

    The pauses between two tries are left out: nobody waits for a fault that lasts.
    """
    monkeypatch.setenv("SCOREBAND_QODE_URL", api.qode_url)
    monkeypatch.setenv("SCOREBAND_QODE_API_KEY", KEY)
    monkeypatch.setenv("SCOREBAND_QODE_REQUESTS_PER_MINUTE", "60000")
    with (
        httpx.Client(base_url=api.url, trust_env=False) as control,
        stamina.set_testing(True, attempts=2),
    ):
        yield lambda faults: control.post(
            "/_sandbox/faults", json={"faults": faults}
        ).raise_for_status()
        control.delete("/_sandbox/faults").raise_for_status()
