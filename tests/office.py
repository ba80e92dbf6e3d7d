"""The LibreOffice that tests need, and what it prints; or why they are skipped or fail."""

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.required import OFFICE, required_or_skip

WITHIN_S = 300
NONE = (
    "No LibreOffice on this machine: install Debian's libreoffice-impress and libreoffice-calc, or "
    "put the path of another soffice into SOFFICE_PATH."
)


def path_or_skip() -> str:
    """Return where a LibreOffice lies; skip without one, or fail where one is required."""
    names = (os.environ.get("SOFFICE_PATH"), "soffice", "libreoffice")
    found = next(filter(None, (shutil.which(name) for name in names if name)), None)
    return required_or_skip(found, missing=NONE, variable=OFFICE)


def convert(paths: Sequence[Path], folder: Path) -> str:
    """Print documents into `folder`, each as a PDF of its stem; return what was said meanwhile.

    All in one go, since starting takes longest. A document that does not open is no failure here:
    LibreOffice itself ends well and leaves its PDF out.
    """
    command = [path_or_skip(), f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    command += ["--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(folder)]
    process = subprocess.Popen(  # noqa: S603  (our own command)
        [*command, *map(str, paths)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        said, _ = process.communicate(timeout=WITHIN_S)
    except subprocess.TimeoutExpired:
        # The program that was started only waits for another one, which does the work.
        os.killpg(process.pid, signal.SIGKILL)
        said, _ = process.communicate()
        pytest.fail(f"LibreOffice did not finish within {WITHIN_S} s. It said:\n{said}")
    return said if process.returncode == 0 else pytest.fail(f"LibreOffice gave up:\n{said}")
