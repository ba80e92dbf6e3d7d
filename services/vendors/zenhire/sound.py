"""Sound: which of the six formats a recording has, by its content, and how long it is."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from tinytag import TinyTag, TinyTagException

from services.vendors.zenhire.webm import webm_length

_HEAD = 64
_EBML = b"\x1a\x45\xdf\xa3"


class SoundFormat(StrEnum):
    """The formats that ZenHire takes; the value is the usual ending of a file's name."""

    MP3 = "mp3"
    WAV = "wav"
    M4A = "m4a"
    WEBM = "webm"
    OGG = "ogg"
    FLAC = "flac"

    @property
    def media_type(self) -> str:
        """What the format is called in an upload."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES = {
    SoundFormat.MP3: "audio/mpeg",
    SoundFormat.WAV: "audio/wav",
    SoundFormat.M4A: "audio/mp4",
    SoundFormat.WEBM: "audio/webm",
    SoundFormat.OGG: "audio/ogg",
    SoundFormat.FLAC: "audio/flac",
}
_SIGNS: tuple[tuple[SoundFormat, Callable[[bytes], bool]], ...] = (
    (SoundFormat.WAV, lambda head: head[:4] == b"RIFF" and head[8:12] == b"WAVE"),
    (SoundFormat.FLAC, lambda head: head[:4] == b"fLaC"),
    (SoundFormat.OGG, lambda head: head[:4] == b"OggS"),
    (SoundFormat.M4A, lambda head: head[4:8] == b"ftyp"),
    (SoundFormat.WEBM, lambda head: head[:4] == _EBML and b"webm" in head),
    (SoundFormat.MP3, lambda head: head[:3] == b"ID3" or _is_mp3_frame(head)),
)


@dataclass(frozen=True)
class Sound:
    """What a recording turned out to be; `length_s` is None where the file does not tell."""

    format: SoundFormat
    length_s: float | None


def sound_of(content: bytes) -> Sound | None:
    """Return format and length in seconds; None for anything but the six formats."""
    head = content[:_HEAD]
    found = next((name for name, has_sign in _SIGNS if has_sign(head)), None)
    if found is None:
        return None
    length = webm_length(content) if found is SoundFormat.WEBM else _tagged_length(content)
    return Sound(found, length if length and length > 0 else None)


def _is_mp3_frame(head: bytes) -> bool:
    """Tell the frame sync of MPEG audio, layer III."""
    return len(head) > 2 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2


def _tagged_length(content: bytes) -> float | None:
    try:
        return TinyTag.get(file_obj=io.BytesIO(content), tags=False).duration
    except (TinyTagException, ArithmeticError, LookupError, ValueError):
        return None  # the file is damaged: the reader says so in any of these ways
