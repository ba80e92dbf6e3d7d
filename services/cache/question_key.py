"""The number that stands for a question's words: the same words, the same number."""

import hashlib

from services.cache.folding import fold, storable

_BYTES = 8


def question_key(text: str) -> int | None:
    """Return the key of a question's words as a signed 64-bit number; None without words.

    Case, width, accents and blanks make no difference. Two different questions share a key once in
    some billions, so it is a key of words and proves nothing about them.
    """
    folded = fold(text)
    if not folded:
        return None
    digest = hashlib.blake2b(storable(folded).encode(), digest_size=_BYTES).digest()
    return int.from_bytes(digest, signed=True)
