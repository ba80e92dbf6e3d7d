"""What a sound file is, told from its first bytes, and how long it is."""

from collections.abc import Iterator

_WAV = "wav"
_BYTES_A_SECOND = 16_000
"""What a second of compressed speech is taken to weigh, where a file does not say its length."""
SHORTEST_SECONDS, LONGEST_SECONDS = 3 * 60, 45 * 60


class UnknownLengthError(Exception):
    """The file is broken: nobody can tell how long it is."""


def kind_of(content: bytes) -> str | None:
    """Return the format, or None for one that is not taken; a file's name proves nothing."""
    if content.startswith(b"RIFF") and content[8:12] == b"WAVE":
        return _WAV
    if content[4:8] == b"ftyp":
        return "m4a"
    # A bare MP3 begins with eleven set bits, the sign of a frame.
    if len(content) > 1 and content[0] == 0xFF and content[1] >= 0xE0:
        return "mp3"
    return next((kind for sign, kind in _SIGNS.items() if content.startswith(sign)), None)


def seconds_of(content: bytes) -> float:
    """Return how long a sound is: exactly for WAV, and plausibly for anything else.

    Raises:
        UnknownLengthError: a WAV file without a header or without sound.
    """
    if kind_of(content) == _WAV:
        return _wav_seconds(content)
    return min(LONGEST_SECONDS, max(SHORTEST_SECONDS, len(content) / _BYTES_A_SECOND))


def _wav_seconds(content: bytes) -> float:
    chunks = dict(_chunks(content))
    rate = int.from_bytes(chunks.get(b"fmt ", b"")[8:12], "little")
    if not rate or b"data" not in chunks:
        raise UnknownLengthError
    return len(chunks[b"data"]) / rate


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    position = 12
    while position + 8 <= len(content):
        size = int.from_bytes(content[position + 4 : position + 8], "little")
        yield content[position : position + 4], content[position + 8 : position + 8 + size]
        position += 8 + size + size % 2


_SIGNS = {
    b"ID3": "mp3",
    b"fLaC": "flac",
    b"OggS": "ogg",
    b"\x1a\x45\xdf\xa3": "webm",
}
