"""What a vendor is to the program: a reader of its documents and a client of its API."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

import httpx

from services.config import Settings
from services.models.interview import Interview


class VendorClient(Protocol):
    """Speaks to one vendor's API; safe to use from several threads."""

    def fetch(self, vendor_interview_id: str) -> bytes:
        """Return one interview's document, byte for byte as the vendor sent it.

        Raises:
            VendorError: one of its kinds, see services/errors.py.
        """
        ...

    def check(self) -> str:
        """Ask the vendor whether the key is good; return a sentence that says so.

        Raises:
            VendorError: the key is refused, or the vendor gives no usable answer.
        """
        ...

    def close(self) -> None:
        """Let go of the connections."""
        ...


@dataclass(frozen=True)
class Vendor:
    """One vendor; `registry.py` lists them all."""

    name: str
    """The short name in commands, URLs and the database: `qode`."""
    title: str
    """The vendor's own spelling: `Qode`."""
    parse: Callable[[bytes], Interview]
    """Read a document. Raises PayloadError with a sentence; never anything else."""
    recognises: Callable[[Mapping[str, object]], bool]
    """Tell from the shape of a decoded JSON object whether it is this vendor's."""
    has_key: Callable[[Settings], bool]
    key_variable: str
    """The environment variable that holds the key."""
    connect: Callable[[Settings, httpx.BaseTransport | None], VendorClient]
    """Make a client; a test passes its own transport. Raises ConfigurationError without a key."""
