"""Answer: what a vendor sent back, and what its status means to us."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic_core import from_json

from services.errors import (
    NotFoundAtVendorError,
    VendorAnswerError,
    VendorBusyError,
    VendorDownError,
    VendorError,
    VendorRefusedError,
    VendorRejectedError,
)
from services.vendors._access import Access, Meaning
from services.vendors._words import names_fields, words_of

_PASSING = frozenset({408, 429, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, read to its end."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class PassingFaultError(Exception):
    """A fault that may be over in a moment; `error` is what it is called when it is not."""

    def __init__(self, error: VendorError) -> None:
        super().__init__(str(error))
        self.error = error


def refuse(answer: Answer, access: Access) -> None:
    """Let an answer of success through.

    Raises:
        PassingFaultError: trying again may help.
        VendorError: what the status means.
    """
    if 200 <= answer.status < 300:
        return
    words = words_of(answer.body, key=access.key.get_secret_value().strip())
    meaning = _meaning(answer, access)
    error = _error(answer, access, meaning, words)
    if meaning.passes:
        raise PassingFaultError(error)
    raise error


def _error(answer: Answer, access: Access, meaning: Meaning, words: str) -> VendorError:
    if answer.status == 404 and _is_web_page(answer):
        return VendorAnswerError(access.title, _what_instead(answer, access))
    sentence = meaning.what.format(
        status=answer.status, key=access.key_variable, address=access.url_variable
    )
    said = f" {access.title} says: “{words}”" if words else ""
    return meaning.error(access.title, f"{sentence}{said}")


def _meaning(answer: Answer, access: Access) -> Meaning:
    own = access.meaning(answer.status, answer.body)
    if own is not None:
        return own
    status = 422 if answer.status == 403 and names_fields(answer.body) else answer.status
    error, what = _MEANINGS.get(status) or _by_range(status)
    return Meaning(error, what, passes=status in _PASSING)


_REFUSED = (VendorRefusedError, "the key is refused ({status}): check {key}.")
_NOT_FOUND = (NotFoundAtVendorError, "there is no such interview (any more): check its id.")
_REJECTED = (VendorRejectedError, "what we sent is rejected ({status}).")
_BUSY = (VendorBusyError, "we ask too often ({status}), even after waiting. Try again later.")
_DOWN = (VendorDownError, "the service is out of order ({status}). Try again later.")
_REDIRECT = (VendorAnswerError, "a redirect ({status}) instead of an answer: check {address}.")
_ODD = (VendorAnswerError, "an answer that is not documented ({status}): check {address}.")

_Usual = tuple[type[VendorError], str]
_MEANINGS: Mapping[int, _Usual] = {
    400: _REJECTED,
    401: _REFUSED,
    403: _REFUSED,
    404: _NOT_FOUND,
    408: _DOWN,
    409: _REJECTED,
    410: _NOT_FOUND,
    422: _REJECTED,
    429: _BUSY,
}


def _by_range(status: int) -> _Usual:
    if status >= 500:
        return _DOWN
    return _REDIRECT if 300 <= status < 400 else _ODD


def checked_json(answer: Answer, access: Access) -> bytes:
    """Return the body when it is sound JSON.

    Raises:
        VendorAnswerError: it is a web page, cut short, or something else.
    """
    try:
        _decode(answer.body)
    except (ValueError, RecursionError) as error:
        raise VendorAnswerError(access.title, _what_instead(answer, access)) from error
    return answer.body


def _decode(body: bytes) -> None:
    try:
        from_json(body)
    except ValueError:
        json.loads(body.decode())  # more lenient about halves of a character, as parsing is


def _what_instead(answer: Answer, access: Access) -> str:
    if _is_web_page(answer):
        return (
            "a web page instead of JSON, perhaps of a proxy or a login: check "
            f"{access.url_variable} and the network."
        )
    if answer.body.lstrip().startswith((b"{", b"[")):
        return "the answer is cut short or damaged: it is not sound JSON. Try again later."
    return "the answer is not JSON. Try again later."


def _is_web_page(answer: Answer) -> bool:
    start = answer.body[:200].lstrip().lower()
    is_called_html = "html" in answer.headers.get("content-type", "").lower()
    return is_called_html or start.startswith((b"<!doctype", b"<html"))
