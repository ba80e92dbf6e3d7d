"""The Chromium of this machine: where it lies, how it is started and how it is ended."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from services.errors import BrowserMissingError

_NAMES = (
    *("chromium-headless-shell", "chromium", "chromium-browser"),
    *("google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"),
)
_PLACES = (
    "/usr/lib/chromium/chromium-headless-shell",
    "/usr/lib/chromium/chromium",
    "/opt/google/chrome/chrome",
    "/opt/microsoft/msedge/msedge",
    "/snap/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_HANDED_ON = ("PATH", "HOME", "TMPDIR", "LANG", "LANGUAGE", "TZ", "LD_LIBRARY_PATH", "USER")
_HANDED_ON_PREFIXES = ("LC_", "FONTCONFIG_", "XDG_")
# No document needs the network: names lead nowhere and the proxy answers nobody, loopback included.
_NO_NETWORK = (
    "--proxy-server=http://127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--metrics-recording-only",
    "--no-pings",
)
_LOOK = ("--font-render-hinting=none", "--force-color-profile=srgb", "--hide-scrollbars")
_QUIET = (
    "--headless",
    "--disable-gpu",
    "--disable-extensions",
    "--disable-breakpad",
    # The shared memory of a container is too small for it.
    "--disable-dev-shm-usage",
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    "--disable-hang-monitor",
    "--disable-popup-blocking",
    "--mute-audio",
    "--no-default-browser-check",
    "--no-first-run",
    "--password-store=basic",
    "--use-mock-keychain",
)
# Chromium reads commands on 3 and answers on 4; what it prints itself may quote a document.
_WITH_PIPES = 'exec "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1'

MISSING = (
    "PDF and pictures need a Chromium: install Debian's “chromium-headless-shell” (or Chrome), or "
    "set SCOREBAND_CHROMIUM_PATH to one. HTML, PPTX, XLSX, CSV, Parquet and JSON work without."
)


def find(path: str | None = None, *, environ: Mapping[str, str] = os.environ) -> str | None:
    """Return where a Chromium lies: `path`, CHROMIUM_PATH, the usual names and places; or None.

    Raises:
        BrowserMissingError: `path` was set, but no program lies there.
    """
    if path:
        if found := shutil.which(path, path=environ.get("PATH")):
            return found
        msg = f"SCOREBAND_CHROMIUM_PATH leads to no program ({path}): set it to a Chromium."
        raise BrowserMissingError(msg)
    wanted = (environ.get("CHROMIUM_PATH"), *_NAMES, *_PLACES)
    tried = (shutil.which(name, path=environ.get("PATH")) for name in wanted if name)
    return next(filter(None, tried), None)


def is_root() -> bool:
    """Return whether this process may do everything: Chromium has no sandbox for such a user."""
    return os.geteuid() == 0


@dataclass(frozen=True, slots=True)
class Chromium:
    """A running Chromium, the pipes to it and its folder; nothing of it outlives `end`.

    When this process dies without a word, the pipes close and Chromium ends itself.
    """

    process: subprocess.Popen[bytes]
    commands: int
    """The file descriptor to write to; never blocks, as the other."""
    answers: int
    """The file descriptor to read from."""
    folder: Path

    def end(self) -> None:
        """Kill it with all of its children and remove its folder; once only."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self.commands)
        os.close(self.answers)
        _remove(self.folder)


def start(path: str, *, sandboxed: bool) -> Chromium:
    """Start a Chromium with a fresh profile, without network, that is spoken to through pipes.

    Raises:
        OSError: there is no such program, or no room for its folder.
    """
    folder = Path(tempfile.mkdtemp(prefix="scoreband-browser-"))
    theirs_in, ours_out = os.pipe()
    ours_in, theirs_out = os.pipe()
    try:
        process = subprocess.Popen(  # noqa: S603  (the administrator's own Chromium)
            ["/bin/sh", "-c", _WITH_PIPES, "sh", path, *_arguments(folder, sandboxed=sandboxed)],
            stdin=theirs_in,
            stdout=theirs_out,
            stderr=subprocess.DEVNULL,
            env=_environment(os.environ),
            cwd=folder,
            start_new_session=True,
        )
    except BaseException:
        os.close(ours_in)
        os.close(ours_out)
        _remove(folder)
        raise
    finally:
        os.close(theirs_in)
        os.close(theirs_out)
    os.set_blocking(ours_in, False)
    os.set_blocking(ours_out, False)
    return Chromium(process, ours_out, ours_in, folder)


def _arguments(folder: Path, *, sandboxed: bool) -> Sequence[str]:
    sandbox = () if sandboxed else ("--no-sandbox",)
    own = (f"--user-data-dir={folder}", "--remote-debugging-pipe")
    return (*_QUIET, *_LOOK, *_NO_NETWORK, *sandbox, *own)


def _environment(environ: Mapping[str, str]) -> dict[str, str]:
    """Return what Chromium needs to know: no key of ours, no proxy of the machine."""
    return {
        name: value
        for name, value in environ.items()
        if name in _HANDED_ON or name.startswith(_HANDED_ON_PREFIXES)
    }


def _remove(folder: Path) -> None:
    # A killed child may still hold the folder for a moment.
    for _ in range(20):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(0.05)
