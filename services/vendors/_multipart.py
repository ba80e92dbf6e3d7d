"""Multipart: a form with one file, as the bytes of a body and the header that goes with it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import httpx

_NOWHERE = "http://127.0.0.1/"


@dataclass(frozen=True)
class Upload:
    """The file of a form; `name` is what the vendor gets to see."""

    part: str
    """The name of the form's field."""
    name: str
    content: bytes = field(repr=False)
    media_type: str


@dataclass(frozen=True)
class Multipart:
    """A body with the headers that it needs."""

    body: bytes = field(repr=False)
    headers: dict[str, str]


def multipart(fields: Iterable[tuple[str, str]], file: Upload) -> Multipart:
    """Encode texts and a file as `multipart/form-data`; a field's name may occur several times."""
    data: dict[str, list[str]] = {}
    for name, text in fields:
        data.setdefault(name, []).append(text)
    files = {file.part: (file.name, file.content, file.media_type)}
    request = httpx.Request("POST", _NOWHERE, data=data, files=files)
    return Multipart(request.read(), {"Content-Type": request.headers["Content-Type"]})
