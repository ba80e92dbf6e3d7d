"""A server in a process of its own: started, waited for, weighed and ended."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from benchmarks.errors import ServerError
from benchmarks.kept_database import url_of

_ROOT = Path(__file__).parents[1]
_STARTS_WITHIN_S = 60
_ENDS_WITHIN_S = 15


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answers on 127.0.0.1."""

    port: int
    process_id: int

    @property
    def url(self) -> str:
        """The root of what it serves."""
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def dashboard(database: Path) -> Iterator[Server]:
    """Serve the dashboard on a database, as `scoreband serve` does."""
    command = [str(Path(sys.executable).with_name("scoreband")), "serve", "--port", "{port}"]
    settings = {"SCOREBAND_DATABASE_URL": url_of(database)}
    with _serving(command, health="/healthz", settings=settings) as server:
        yield server


@contextmanager
def empty_dashboard() -> Iterator[Server]:
    """Serve an empty Streamlit page under the same settings: what nothing can be faster than."""
    command = [sys.executable, "-m", "benchmarks.empty_server", "{port}"]
    with _serving(command, health="/_stcore/health") as server:
        yield server


@contextmanager
def sandbox(*, interviews: int, faults: str) -> Iterator[Server]:
    """Serve the vendor's API with short interviews."""
    command = [sys.executable, "-m", "benchmarks.sandbox_server", "{port}", str(interviews), faults]
    with _serving(command, health="/_sandbox/interviews") as server:
        yield server


@contextmanager
def _serving(
    command: Sequence[str], *, health: str, settings: Mapping[str, str] | None = None
) -> Iterator[Server]:
    port = _free_port()
    inherited = {key: value for key, value in os.environ.items() if "SCOREBAND_" not in key}
    process = subprocess.Popen(  # noqa: S603  (our own commands)
        [part.format(port=port) for part in command],
        cwd=_ROOT,
        env={**inherited, **(settings or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(f"http://127.0.0.1:{port}{health}", process)
        yield Server(port, process.pid)
    finally:
        _end(process)


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _STARTS_WITHIN_S
    with httpx.Client(trust_env=False) as client:
        while process.poll() is None and time.monotonic() < until:
            try:
                if client.get(url).is_success:
                    return
            except httpx.TransportError:
                pass
            time.sleep(0.1)
    msg = f"No answer from {process.args!r}; run it by hand to see why."
    raise ServerError(msg)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=_ENDS_WITHIN_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
