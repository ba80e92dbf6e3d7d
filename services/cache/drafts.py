"""A document made ready to be written: all that needs no database, and no interview any more."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from services.cache.facts import Facts, facts_of
from services.cache.texts import Columns, columns_of
from services.models.document import Document
from services.models.identity import local_id
from services.models.tracking import Pauses


@dataclass(frozen=True, slots=True)
class Draft:
    """The bytes of a document with their fingerprint, and what its interview comes down to."""

    public_id: str
    vendor: str
    vendor_interview_id: str
    is_final: bool
    payload: bytes
    sha256: bytes
    substance_sha256: bytes | None
    """The fingerprint of what counts as the answer; None where that is the whole payload."""
    fetched_at: datetime
    asked_at: datetime | None
    """When the vendor was asked; None for what came from a file or from the cache itself."""
    completes: bool
    """Whether it is the answer that is kept with a part added."""
    pauses: Pauses
    facts: Facts
    texts: Columns

    @property
    def answer_sha256(self) -> bytes:
        """The fingerprint by which two answers are compared."""
        return self.substance_sha256 or self.sha256


def draft_of(document: Document) -> Draft:
    """Make a document ready, so that its interview, ten times as large, can be let go."""
    interview, substance = document.interview, document.substance
    return Draft(
        public_id=local_id(interview.vendor, interview.vendor_interview_id),
        vendor=interview.vendor,
        vendor_interview_id=interview.vendor_interview_id,
        is_final=interview.is_final,
        payload=document.payload,
        sha256=hashlib.sha256(document.payload).digest(),
        substance_sha256=None if substance is None else hashlib.sha256(substance).digest(),
        fetched_at=document.fetched_at,
        asked_at=document.asked_at,
        completes=document.completes,
        pauses=document.pauses,
        facts=facts_of(interview),
        texts=columns_of(interview),
    )
