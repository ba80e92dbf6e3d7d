"""Spelling: InstaView's keys as names that a reader knows, `fluencyScore` as "Fluency"."""

import re

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[_\s-]+")
_WHOLE = frozenset({"", "overall", "total", "pron"})


def dimension(key: str, *, whole: str) -> str:
    """Return the dimension that a key names; a key such as `overallScore` stands for `whole`."""
    words = [word.lower() for word in _HUMP.split(key) if word]
    while words and words[-1] in ("score", "scores"):
        words.pop()
    name = " ".join(words)
    return whole if name in _WHOLE else name[0].upper() + name[1:]
