"""Submission: ZenHire's rules for a recording and what goes with it, checked before it is sent."""

import json
import math
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from services.errors import InputError
from services.models.speech import Recording, SpeechRequest
from services.vendors._clock import written
from services.vendors._multipart import Multipart, Upload, multipart
from services.vendors.zenhire.sound import SoundFormat, sound_of

LARGEST_BYTES = 25_000_000
"""25 MB, taken as the smaller of the two things that are called so (assumption)."""
SHORTEST_S = 3 * 60
LONGEST_S = 45 * 60
_LONGEST_REFERENCE = 255
_LANGUAGE = re.compile(r"[a-z]{2}")
_FORMATS = "MP3, WAV, M4A, WebM, OGG or FLAC"


class CheckedRecording(NamedTuple):
    """A recording that keeps the rules."""

    recording: Recording
    format: SoundFormat
    length_s: float

    @property
    def cost(self) -> int:
        """One credit for each started minute."""
        return math.ceil(self.length_s / 60)


def check_recording(recording: Recording) -> CheckedRecording:
    """Refuse what ZenHire would refuse.

    Raises:
        InputError: too large, too short, too long, of another format, or of unknown length.
    """
    size = len(recording.content)
    if not size:
        msg = "The file is empty: choose a recording."
        raise InputError(msg)
    if size > LARGEST_BYTES:
        msg = f"The recording has {size / 1e6:.1f} MB, and ZenHire takes 25: save it smaller."
        raise InputError(msg)
    sound = sound_of(recording.content)
    if sound is None:
        msg = f"This is no recording that ZenHire takes: save it as {_FORMATS}."
        raise InputError(msg)
    if sound.length_s is None:
        msg = (
            f"The {sound.format.upper()} file does not tell how long it is, perhaps because it is "
            "damaged, and ZenHire refuses such files: save it anew, as WAV for instance."
        )
        raise InputError(msg)
    _check_length(sound.length_s)
    return CheckedRecording(recording, sound.format, sound.length_s)


def _check_length(length_s: float) -> None:
    if length_s < SHORTEST_S:
        msg = f"The recording is {written(length_s)} long, and ZenHire needs at least 3 minutes."
        raise InputError(msg)
    if length_s > LONGEST_S:
        msg = (
            f"The recording is {written(length_s)} long, and ZenHire takes 45 minutes at most: "
            "cut it, or send a part."
        )
        raise InputError(msg)


def check_request(request: SpeechRequest) -> None:
    """Refuse what ZenHire would refuse.

    Raises:
        InputError: a field is wrong; the sentence names it.
    """
    if not _LANGUAGE.fullmatch(request.language):
        msg = "language should be a code of two letters (ISO 639-1), such as en."
        raise InputError(msg)
    reference = request.reference
    if reference is not None and not 1 <= len(reference.strip()) <= _LONGEST_REFERENCE:
        msg = f"reference should have 1 to {_LONGEST_REFERENCE} letters, or be left out."
        raise InputError(msg)
    _check_texts("metadata", (part for pair in request.metadata.items() for part in pair))
    _check_texts("tags", request.tags)


def _check_texts(field: str, texts: Iterator[str] | tuple[str, ...]) -> None:
    for text in texts:
        if not text.strip() or not text.isprintable():
            msg = f"{field} should hold plain texts on one line that are not empty."
            raise InputError(msg)


def form(checked: CheckedRecording, request: SpeechRequest) -> Multipart:
    """Return the upload. The file gets a name of its own: people's files carry people's names."""
    upload = Upload(
        part="audio",
        name=f"recording.{checked.format}",
        content=checked.recording.content,
        media_type=checked.format.media_type,
    )
    return multipart(_fields(request), upload)


def _fields(request: SpeechRequest) -> Iterator[tuple[str, str]]:
    yield "language", request.language
    if request.reference is not None:
        yield "externalId", request.reference.strip()
    if request.metadata:
        yield "metadata", _json(request.metadata)
    for tag in dict.fromkeys(tag.strip() for tag in request.tags):
        yield "tags", tag


def _json(metadata: Mapping[str, str]) -> str:
    return json.dumps(dict(metadata), ensure_ascii=False)
