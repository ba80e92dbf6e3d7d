"""The process that exports a frame, as its parent sees it: started, listened to, ended."""

import atexit
import os
import subprocess
import sys
import tempfile
from collections.abc import Generator, Mapping
from datetime import datetime
from pathlib import Path
from threading import Timer
from typing import IO, Final

import services
from services.config import PREFIX

_PATIENCE_S: Final = 900


def export_apart(database: Path, folder: Path, now: datetime) -> Generator[None]:
    """Let a process of its own write the frame's files into a folder.

    Yields once what cohorts need is written, and comes to its end with the details. Closing it ends
    the process, as does the end of our own.

    Raises:
        OSError: it could not, or took too long; the text is the reason in one line.
    """
    command = ("-m", "services.cache.frame.export", database.absolute(), folder, now.isoformat())
    with (
        tempfile.TemporaryFile() as errors,
        subprocess.Popen(  # noqa: S603  (our own program on our own file)
            [sys.executable, *map(str, command)],
            env=_environment(os.environ),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
        ) as process,
    ):
        yield from _steps(process)
        if process.returncode:
            raise OSError(_reason(errors) or f"the export ended with {process.returncode}")


def _steps(process: subprocess.Popen[bytes]) -> Generator[None]:
    patience = Timer(_PATIENCE_S, process.kill)
    patience.daemon = True
    patience.start()
    atexit.register(process.kill)
    try:
        for _ in process.stdout or ():
            yield
        process.wait()
    finally:
        process.kill()  # nothing happens to one that has ended
        patience.cancel()
        atexit.unregister(process.kill)


def _reason(errors: IO[bytes]) -> str:
    errors.seek(0)
    said = errors.read().decode(errors="replace").strip().splitlines()
    return said[-1] if said else ""


def _environment(own: Mapping[str, str]) -> dict[str, str]:
    """Return our environment without our settings, which hold keys, and the way to our code."""
    kept = {name: value for name, value in own.items() if not name.startswith(PREFIX)}
    root = str(Path(*services.__path__).parent)
    kept["PYTHONPATH"] = os.pathsep.join(filter(None, (root, own.get("PYTHONPATH"))))
    return kept
