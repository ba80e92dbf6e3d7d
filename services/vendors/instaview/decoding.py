"""Decoding: a document in any of its forms to the wire model.

The forms: our bundle of an interview with its parts, an interview in its envelope, and a bare one.
"""

from collections.abc import Mapping

from pydantic_core import to_json

from services.errors import PayloadError
from services.vendors._decoding import Shape, decode
from services.vendors._doubts import Doubts
from services.vendors._words import words_of
from services.vendors.instaview.envelope import content, is_failure, loaded, without_time
from services.vendors.instaview.parts import PARTS
from services.vendors.instaview.wire.document import InstaViewDocument

_HAND_IN = "Hand in the answer to “get interview” as it came."
_SHAPE = Shape(InstaViewDocument, name="an InstaView interview", required=("id",), hand_in=_HAND_IN)


def decoded(payload: bytes, doubts: Doubts) -> InstaViewDocument:
    """Return the document in `payload`; what is wrong in it is left out and noted.

    Raises:
        PayloadError: it is not JSON, not an object, an error of InstaView's, or has no `id`.
    """
    return decode(_unwrapped(payload), doubts, _SHAPE)


def substance(payload: bytes) -> bytes:
    """Return the payload without the times at which its bodies were sent."""
    document = loaded(payload)
    if not isinstance(document, dict):
        return payload
    if not is_bundle(document):
        return payload if "success" not in document else _written(without_time(document))
    return _written({part: without_time(body) for part, body in document.items()})


def is_bundle(document: Mapping[str, object]) -> bool:
    """Tell whether this is an interview with its parts, as the client joins them."""
    return isinstance(document.get("interview"), dict)


def interview_in(document: Mapping[str, object]) -> object:
    """Return the interview's own fields, out of bundle and envelope."""
    return content(document["interview"] if is_bundle(document) else document)


def _unwrapped(payload: bytes) -> bytes:
    """Return the interview's fields with its parts among them; what is no object stays as it is.

    Raises:
        PayloadError: it is an error of InstaView's.
    """
    document = loaded(payload)
    if not isinstance(document, dict):
        return payload
    body = document["interview"] if is_bundle(document) else document
    if is_failure(body):
        msg = f"This is InstaView's error “{words_of(payload, key='')}”, no interview. {_HAND_IN}"
        raise PayloadError(msg)
    interview = interview_in(document)
    if not isinstance(interview, dict):
        return _written(interview)
    parts = {}
    if is_bundle(document):
        parts = {part: content(document.get(part)) for part in PARTS if document.get(part)}
    return _written({**interview, **parts})


def _written(value: object) -> bytes:
    return to_json(value, inf_nan_mode="constants")
