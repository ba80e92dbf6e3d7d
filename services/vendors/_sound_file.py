"""Sound file: how a recording's file is called at the end, by what the server says that it is."""

from collections.abc import Mapping

_ANY_BYTES = frozenset({"application/octet-stream", "binary/octet-stream"})
_SUFFIXES: Mapping[str, str] = {
    "audio/mpeg": "mp3",
    "audio/mp3": "mp3",
    "audio/mp4": "m4a",
    "audio/x-m4a": "m4a",
    "audio/aac": "aac",
    "audio/ogg": "ogg",
    "audio/webm": "webm",
    "audio/flac": "flac",
    "audio/wav": "wav",
    "audio/x-wav": "wav",
    "audio/wave": "wav",
}
_KNOWN = frozenset(_SUFFIXES.values())
_OTHER = "bin"


def suffix_of(content_type: str, *, path: str) -> str | None:
    """Return the suffix, without its dot; None for what is no sound, such as a web page.

    Where the server only says "bytes", the suffix in the path counts if it is a sound's.
    """
    kind = content_type.split(";")[0].strip().lower()
    if kind in _ANY_BYTES:
        told = path.rpartition(".")[2].lower()
        return told if told in _KNOWN else _OTHER
    return _SUFFIXES.get(kind, _OTHER) if kind.startswith("audio/") else None
