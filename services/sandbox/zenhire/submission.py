"""A recording that was sent, with what was told about it: every documented rule, by hand."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil

from services.sandbox.zenhire.envelope import RefusalError
from services.sandbox.zenhire.sound import (
    LONGEST_SECONDS,
    SHORTEST_SECONDS,
    UnknownLengthError,
    kind_of,
    seconds_of,
)

_MOST_BYTES = 25_000_000
_MOST_SIGNS = 255
_LANGUAGES = frozenset(
    {
        *("ar", "bg", "bn", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he"),
        *("hi", "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "ms", "nl", "no", "pl", "pt"),
        *("ro", "ru", "sk", "sl", "sr", "sv", "sw", "ta", "th", "tl", "tr", "uk", "ur", "vi", "zh"),
    }
)


@dataclass(frozen=True)
class Submission:
    """What is scored, and to whom the result belongs."""

    seconds: int
    language: str
    external_id: str | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Form:
    """The parts of a multipart body, as they came."""

    audio: bytes | None
    fields: Mapping[str, str]
    tags: Sequence[str] = ()

    def read(self) -> Submission:
        """Check the parts in the order of the documents.

        Raises:
            RefusalError: 400 with the code of the first part that is wrong.
        """
        seconds = _seconds(self.audio)
        return Submission(
            seconds=ceil(seconds),
            language=_language(self.fields.get("language", "en")),
            external_id=_external_id(self.fields.get("externalId")),
            metadata=_metadata(self.fields.get("metadata", "{}")),
            tags=_tags(self.tags),
        )


def _seconds(audio: bytes | None) -> float:
    if not audio:
        raise RefusalError(400, "MISSING_AUDIO_FILE", "The part 'audio' is missing or empty.")
    if len(audio) > _MOST_BYTES:
        raise RefusalError(400, "FILE_TOO_LARGE", "The file is larger than 25 MB.")
    if kind_of(audio) is None:
        message = "Send MP3, WAV, M4A, WebM, OGG or FLAC."
        raise RefusalError(400, "UNSUPPORTED_FORMAT", message)
    try:
        seconds = seconds_of(audio)
    except UnknownLengthError as error:
        message = "The length of the recording could not be told."
        raise RefusalError(400, "AUDIO_DURATION_UNAVAILABLE", message) from error
    if seconds < SHORTEST_SECONDS:
        raise RefusalError(400, "AUDIO_TOO_SHORT", "The recording is shorter than 3 minutes.")
    if seconds > LONGEST_SECONDS:
        raise RefusalError(400, "AUDIO_TOO_LONG", "The recording is longer than 45 minutes.")
    return seconds


def _language(told: str) -> str:
    if told not in _LANGUAGES:
        message = f"'{told}' is no ISO 639-1 code that can be scored."
        raise RefusalError(400, "INVALID_LANGUAGE_CODE", message)
    return told


def _external_id(told: str | None) -> str | None:
    if told is not None and not 1 <= len(told) <= _MOST_SIGNS:
        message = "externalId has 1 to 255 characters."
        raise RefusalError(400, "INVALID_EXTERNAL_ID", message)
    return told


def _metadata(told: str) -> dict[str, str]:
    try:
        read = json.loads(told)
    except ValueError as error:
        raise RefusalError(400, "INVALID_METADATA", "metadata is not JSON.") from error
    if not isinstance(read, dict) or not all(isinstance(value, str) for value in read.values()):
        message = "metadata is an object whose values are texts."
        raise RefusalError(400, "INVALID_METADATA", message)
    return read


def _tags(told: Sequence[str]) -> tuple[str, ...]:
    """Return the tags trimmed, each once; they come one a part, as a JSON list, or by commas."""
    found: list[str] = []
    for part in told:
        try:
            read = json.loads(part)
        except ValueError:
            read = part.split(",")
        found += [str(tag).strip() for tag in (read if isinstance(read, list) else [read])]
    return tuple(dict.fromkeys(filter(None, found)))
