"""Repeatable chance: the same seed and the same words always draw the same."""

import hashlib
from random import Random


def stream(*parts: object) -> Random:
    """Return a source of chance that depends on the parts alone."""
    return Random("/".join(map(str, parts)))


def identifier(*parts: object) -> str:
    """Return a UUID (version 4 in form) that depends on the parts alone."""
    digits = hashlib.sha256("/".join(map(str, parts)).encode()).hexdigest()
    variant = "89ab"[int(digits[16], 16) % 4]
    # Put together by hand: `uuid.UUID` takes most of the time when a hundred thousand are listed.
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:32]}"
