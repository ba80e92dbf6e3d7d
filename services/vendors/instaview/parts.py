"""Parts: the candidate, the job and the agent that an interview names, each asked for once."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any

from services.errors import (
    InputError,
    NotFoundAtVendorError,
    VendorRejectedError,
    VendorScopeError,
)

Get = Callable[[str, str], bytes]
"""Asks for one thing: the resource's name in the path, and the id."""
PARTS: Mapping[str, tuple[str, str]] = {
    "candidate": ("candidateId", "candidates"),
    "job": ("jobId", "jobs"),
    "agent": ("agentId", "agents"),
}
"""Each part with the interview's field that names it, and its resource."""
_MOST = 2000


class Parts:
    """Remembers the bodies that were last used; safe to use from several threads.

    A part that is closed to the key or gone is left out, and remembered as such.
    """

    def __init__(self, get: Get, *, most: int = _MOST) -> None:
        self._get = get
        self._most = most
        self._lock = threading.Lock()
        self._known: OrderedDict[tuple[str, str], bytes | None] = OrderedDict()
        self._closed: set[str] = set()

    def of(self, interview: Mapping[str, Any]) -> dict[str, bytes]:
        """Return the bodies of the parts that the interview names and that can be read.

        Raises:
            VendorError: a part may be readable later; one of its kinds, see services/errors.py.
        """
        found: dict[str, bytes] = {}
        for part, (field, resource) in PARTS.items():
            named = interview.get(field)
            if isinstance(named, str) and named.strip():
                body = self._body(resource, named.strip())
                if body is not None:
                    found[part] = body
        return found

    def _body(self, resource: str, named: str) -> bytes | None:
        key = (resource, named)
        with self._lock:
            if resource in self._closed:
                return None
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]
        body = self._asked(resource, named)
        with self._lock:
            self._known[key] = body
            while len(self._known) > self._most:
                self._known.popitem(last=False)
        return body

    def _asked(self, resource: str, named: str) -> bytes | None:
        try:
            return self._get(resource, named)
        except VendorScopeError:
            # The key will not learn the scope while this client lives: no more asking.
            with self._lock:
                self._closed.add(resource)
        except (NotFoundAtVendorError, VendorRejectedError, InputError):
            return None  # gone, of another company, or no id at all: this one part alone
        return None
