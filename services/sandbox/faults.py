"""What the sandbox does wrong on request, and the notation in which it is asked to."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

_NUMBER = re.compile(r"(\d+(?:\.\d+)?)(ms|s)?")


@dataclass(frozen=True)
class Faults:
    """How often each fault strikes, as a share of the requests (0 to 1), and how hard.

    `wrong_types`, `hostile` and `long` change what an interview holds, so they strike by interview
    and not by request: the same share of the interviews is always affected in the same way.
    """

    latency_s: float = 0
    """Seconds before every answer."""
    burst: int = 0
    """How many times in a row each interview is answered with 429 before it is given."""
    retry_after_s: int = 1
    """What a 429 of a burst tells to wait, in seconds."""
    statuses: tuple[tuple[int, float], ...] = ()
    """HTTP status and its share."""
    drop: float = 0
    """The connection is closed without an answer."""
    cut: float = 0
    """The connection is closed in the middle of the body."""
    truncate: float = 0
    """The body ends early, and the length says so: a whole answer that is not JSON."""
    html: float = 0
    """A page in place of JSON, with status 200."""
    wrong_types: float = 0
    """Texts where numbers belong, and the other way round."""
    hostile: float = 0
    """Markup, formulas, direction marks and NUL in every text."""
    long: float = 0
    """A transcript of more than 100 KB."""

    @staticmethod
    def parse(text: str) -> "Faults":
        """Read `latency=200ms,status500=0.1,drop=0.05,burst=2,hostile`; a bare name means always.

        Raises:
            ValueError: with a sentence that names the wrong part and what would be right.
        """
        faults = Faults()
        for part in filter(None, (part.strip() for part in text.split(","))):
            name, _, value = part.partition("=")
            faults = _with(faults, name.strip(), value.strip())
        return faults


def _with(faults: Faults, name: str, value: str) -> Faults:
    """Return the faults with one part of the notation added."""
    if status := re.fullmatch(r"status([45]\d\d)", name):
        added = (int(status[1]), _share(name, value))
        return replace(faults, statuses=(*faults.statuses, added))
    if name not in _PARTS:
        known = ", ".join([*_PARTS, "status500"])
        msg = f"There is no fault named '{name}'. Choose from {known}."
        raise ValueError(msg)
    field, read = _PARTS[name]
    changed: dict[str, Any] = {field: read(name, value)}
    return replace(faults, **changed)


def _share(name: str, value: str) -> float:
    if not value:
        return 1.0
    found = _NUMBER.fullmatch(value)
    if not found or found[2] or float(found[1]) > 1:
        msg = f"Give {name} a share from 0 to 1, such as {name}=0.1, not '{value}'."
        raise ValueError(msg)
    return float(found[1])


def _seconds(name: str, value: str) -> float:
    found = _NUMBER.fullmatch(value)
    if not found or not found[2]:
        msg = f"Give {name} a time with its unit, such as {name}=200ms or {name}=2s, not '{value}'."
        raise ValueError(msg)
    return float(found[1]) / (1000 if found[2] == "ms" else 1)


def _whole_seconds(name: str, value: str) -> int:
    return round(_seconds(name, value))


def _count(name: str, value: str) -> int:
    if not value.isdecimal():
        msg = f"Give {name} a whole number, such as {name}=2, not '{value}'."
        raise ValueError(msg)
    return int(value)


_PARTS: dict[str, tuple[str, Callable[[str, str], float]]] = {
    "latency": ("latency_s", _seconds),
    "burst": ("burst", _count),
    "retry_after": ("retry_after_s", _whole_seconds),
    "drop": ("drop", _share),
    "cut": ("cut", _share),
    "truncate": ("truncate", _share),
    "html": ("html", _share),
    "wrong_types": ("wrong_types", _share),
    "hostile": ("hostile", _share),
    "long": ("long", _share),
}
