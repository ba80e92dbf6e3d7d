"""Pseudonyms: what somebody is called where nobody may be named."""

import hmac
from typing import Final

_SIGNS: Final = "23456789BCDFGHJKMNPQRSTVWXYZ"
"""Digits and capitals without vowels (no words come about) and without 0, 1 and L."""
_LENGTH: Final = 8
_POSSIBLE: Final = len(_SIGNS) ** _LENGTH


class Pseudonyms:
    """Gives each identity a name that says nothing and is always the same under one key.

    A name is HMAC-SHA-256 (RFC 2104) of the identity, cut to eight of 28 signs: 3.8e11 names. Two
    of n people share one with a chance of about n²/7.6e11: one in a million among 1,000 people, 1 %
    among 100,000. Without the key nobody can try addresses until one gives a name that they know.
    """

    def __init__(self, key: bytes) -> None:
        self._key = key

    def of(self, identity: str) -> str:
        """Return the name of an identity, such as "Candidate 7KQH-4MXP"."""
        digest = hmac.digest(self._key, identity.encode("utf-8", "surrogatepass"), "sha256")
        rest = int.from_bytes(digest[:16]) % _POSSIBLE
        signs = []
        for _ in range(_LENGTH):
            rest, place = divmod(rest, len(_SIGNS))
            signs.append(_SIGNS[place])
        return f"Candidate {''.join(signs[:4])}-{''.join(signs[4:])}"
