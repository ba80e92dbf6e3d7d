"""The fonts of this machine, as fontconfig puts them in order for a language.

It is asked in words of ours only: which letters a font has is in its answer, so no text of a
document is handed to a program.
"""

import re
import shutil
import subprocess
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FORMAT = "\t".join(
    f"%{{{name}}}" for name in ("family[0]", "file", "index", "weight", "width", "slant", "charset")
)
_LANGUAGE = re.compile("[a-z]{2,3}(-[a-z]{2})?|")
_REGULAR, _BOLD, _NORMAL, _UPRIGHT = "80", "200", "100", "0"
"""Weights, width and slant, as fontconfig counts them."""
_SUFFIXES = frozenset({".ttf", ".ttc", ".otf", ".otc"})
_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Face:
    """A font in a file; `index` is its place in a collection, `letters` are ranges in hex."""

    family: str
    path: Path
    index: int
    is_bold: bool
    letters: str

    def has(self, letter: str) -> bool:
        """Whether the font can draw the letter by itself."""
        starts, ends = _ranges(self.letters)
        place = bisect_right(starts, ord(letter)) - 1
        return place >= 0 and ord(letter) <= ends[place]


Faces = Callable[[str], Sequence[Face]]
"""Gives the upright regular and bold faces for a language ("" for any), the best first."""


@lru_cache(maxsize=64)
def installed(language: str) -> tuple[Face, ...]:
    """Return the faces of this machine; none where fontconfig is missing or does not answer.

    Asked once in a process for each language: a font that is installed later needs a new start.
    """
    program = shutil.which("fc-match")
    if program is None or not _LANGUAGE.fullmatch(language):
        return ()
    pattern = "sans-serif:variable=false" + (f":lang={language}" if language else "")
    try:
        answer = subprocess.run(  # noqa: S603  (fontconfig's own program with words of ours)
            [program, "--sort", "--all", "--format", f"{_FORMAT}\n", pattern],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ()
    lines = answer.stdout.decode(errors="replace").splitlines()
    return tuple(face for line in lines if (face := _face(line)) is not None)


def _face(line: str) -> Face | None:
    """Read an answer; None where a deck cannot use the face: slanted, narrow or of a variable font.

    A collection's index has the number of a variable font's instance above its 16th bit.
    """
    said = line.split("\t")
    if len(said) != len(_FORMAT.split("\t")):
        return None
    family, path, index, weight, width, slant, letters = said
    is_usable = (
        family.strip() != ""
        and weight in {_REGULAR, _BOLD}
        and (width, slant) == (_NORMAL, _UPRIGHT)
        and index.isascii()
        and index.isdecimal()
        and int(index) < 1 << 16
        and Path(path).suffix.lower() in _SUFFIXES
    )
    return Face(family, Path(path), int(index), weight == _BOLD, letters) if is_usable else None


@lru_cache(maxsize=512)
def _ranges(letters: str) -> tuple[list[int], list[int]]:
    pairs = [each.partition("-")[::2] for each in letters.split()]
    return (
        [int(start, 16) for start, _ in pairs],
        [int(end or start, 16) for start, end in pairs],
    )
