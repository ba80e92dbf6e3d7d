"""Decoding: the bytes of a Qode document to its wire model."""

import json
from collections.abc import Mapping

from services.errors import PayloadError
from services.vendors._decoding import Shape, decode
from services.vendors._doubts import Doubts
from services.vendors.qode.wire.document import QodeDocument

_HAND_IN = "Hand in the answer to “get interview details” as it came."
_SHAPE = Shape(QodeDocument, name="a Qode interview", required=("interview_id",), hand_in=_HAND_IN)
_RANGE = frozenset({"start", "end", "duration"})


def decoded(payload: bytes, doubts: Doubts) -> QodeDocument:
    """Return the document in `payload`; what is wrong in it is left out and noted.

    Raises:
        PayloadError: it is not JSON, not an object, or has no `interview_id`; the sentence says
            what it is, if it is a part of Qode's document.
    """
    try:
        return decode(payload, doubts, _SHAPE)
    except PayloadError as error:
        if _is_range_alone(payload):
            msg = (
                "This is one stretch of a recording, such as a black screen, without the Qode "
                f"interview that it belongs to. {_HAND_IN}"
            )
            raise PayloadError(msg) from error
        raise


def is_range(document: Mapping[str, object]) -> bool:
    """Tell an entry of Qode's lists of black screens by its fields: these and no others."""
    return document.keys() == _RANGE


def _is_range_alone(payload: bytes) -> bool:
    try:
        found = json.loads(payload)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and is_range(found)
