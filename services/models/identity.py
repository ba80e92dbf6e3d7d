"""The local id of an interview: opaque, the same on every machine, safe in a URL."""

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
