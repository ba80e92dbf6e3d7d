"""The scripts that this machine has letters for: what it has none for is printed as boxes."""

import shutil
import subprocess

_SIGNS = {
    "Vietnamese": "1ea1 1ed9",
    "Chinese": "738b 82f1",
    "Arabic": "0645 064a",
    "Hindi": "0928 093f",
    "emoji": "1f600",
}
"""Signs, as Unicode numbers them, that a font has to know."""


def lacking() -> tuple[str, ...] | None:
    """Return the scripts without a font; None where nobody can be asked (no `fc-list`)."""
    asked = shutil.which("fc-list")
    return (
        tuple(name for name, signs in _SIGNS.items() if not _knows(asked, signs)) if asked else None
    )


def _knows(program: str, signs: str) -> bool:
    answer = subprocess.run(  # noqa: S603  (fontconfig's own program with words of ours)
        [program, f":charset={signs}", "family"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=20,
        check=False,
    )
    return bool(answer.stdout.strip())
