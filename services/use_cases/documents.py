"""Documents: a vendor's answer made ready for the cache, wherever it came from."""

from datetime import datetime

from services.models.document import Document
from services.vendors.vendor import Vendor


def document_of(
    vendor: Vendor,
    payload: bytes,
    *,
    at: datetime,
    asked_at: datetime | None = None,
    completes: bool = False,
) -> Document:
    """Read a payload of `vendor`; `asked_at` is None for what came from a file.

    One that `completes` what is kept is that answer with a part added.

    Raises:
        PayloadError: it is not what the vendor gives.
    """
    interview = vendor.parse(payload)
    substance = vendor.substance(payload)
    return Document(
        payload=payload,
        interview=interview,
        fetched_at=at,
        substance=None if substance is payload else substance,
        pauses=vendor.pauses,
        asked_at=asked_at,
        completes=completes,
    )
