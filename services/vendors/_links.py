"""Links: the addresses in a vendor's answer, let through only when they lead to the web."""

import re

from services.vendors._doubts import Doubts

_WEB = re.compile(r"https?://[^\s<>\"'\\\x00-\x1f\x7f]+", re.IGNORECASE)


def link(address: str | None, doubts: Doubts, where: str) -> str | None:
    """Return a web address as it is; anything else (`javascript:`, a path) is noted, not linked."""
    if not address or not address.strip():
        return None
    if _WEB.fullmatch(address.strip()):
        return address.strip()
    doubts.unknown(f"“{where}” is not a web address: not linked.", where)
    return None
