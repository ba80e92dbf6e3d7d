"""Local ids of interviews and candidates: opaque, the same on every machine, safe in a URL."""

import base64
import hashlib

_BYTES = 10


def local_id(vendor: str, vendor_interview_id: str) -> str:
    """Return the 16-character id that Scoreband gives to a vendor's interview.

    It is a hash, so that a link holds neither a vendor's id nor a person's, and a database made
    anew answers to the same links.
    """
    digest = hashlib.sha256(f"{vendor}\n{vendor_interview_id}".encode()).digest()
    return base64.b32encode(digest[:_BYTES]).decode().lower()


def candidate_id(
    vendor: str, vendor_interview_id: str, *, given_id: str | None, address: str | None
) -> str:
    """Return the id that Scoreband gives to a vendor's candidate.

    It follows from the vendor's own id of the candidate, or else from the e-mail address (as it is
    compared), or else from the interview: then each interview has a candidate of its own.
    """
    if given_id:
        return local_id(vendor, f"candidate\n{given_id}")
    if address:
        return local_id(vendor, f"address\n{address}")
    return local_id(vendor, f"interview\n{vendor_interview_id}")
