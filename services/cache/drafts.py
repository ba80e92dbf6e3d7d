"""A document made ready to be written: all that needs no database, and no interview any more."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from services.cache.facts import Facts, facts_of
from services.cache.texts import Columns, columns_of
from services.models.document import Document
from services.models.identity import local_id


@dataclass(frozen=True, slots=True)
class Draft:
    """The bytes of a document with their fingerprint, and what its interview comes down to."""

    public_id: str
    vendor: str
    vendor_interview_id: str
    is_final: bool
    payload: bytes
    sha256: bytes
    fetched_at: datetime
    facts: Facts
    texts: Columns


def draft_of(document: Document) -> Draft:
    """Make a document ready, so that its interview, ten times as large, can be let go."""
    interview = document.interview
    return Draft(
        public_id=local_id(interview.vendor, interview.vendor_interview_id),
        vendor=interview.vendor,
        vendor_interview_id=interview.vendor_interview_id,
        is_final=interview.is_final,
        payload=document.payload,
        sha256=hashlib.sha256(document.payload).digest(),
        fetched_at=document.fetched_at,
        facts=facts_of(interview),
        texts=columns_of(interview),
    )
