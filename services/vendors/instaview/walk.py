"""Walk: through all candidates to their interviews, since no list holds every interview."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from services.errors import NotFoundAtVendorError, VendorRejectedError
from services.vendors.instaview.page import Page
from services.vendors.vendor import Listed

PAGE_SIZE = 100
_CURSOR = re.compile(r"([1-9]\d{0,4}):(\d{1,3})", re.ASCII)


@dataclass(frozen=True)
class Walk:
    """Asks page by page; a step is one candidate."""

    candidates: Callable[[int], Page]
    interviews: Callable[[str, int], Page]

    def steps(self, cursor: str | None) -> Iterator[Listed]:
        """Yield each candidate's interviews, from the cursor on; a cursor of no walk begins anew.

        The cursor is "<page>:<position>". Where candidates came or went since, some are listed
        twice or only by the next walk.
        """
        page, position = _place(cursor)
        while True:
            found = self.candidates(page)
            done = (page - 1) * PAGE_SIZE
            for index in range(position, len(found.items)):
                after = _after(page, index + 1, found)
                ids = self._interviews_of(found.items[index])
                yield Listed(ids, after, done + index + 1, found.total)
            if position >= len(found.items) and not found.has_next:
                yield Listed((), None, done + len(found.items), found.total)
            if not found.has_next:
                return
            page, position = page + 1, 0

    def _interviews_of(self, candidate: dict[str, Any]) -> tuple[str, ...]:
        """Return the ids; none for a candidate that is closed to our key or gone by now."""
        named = candidate.get("id")
        if not isinstance(named, str) or not named.strip():
            return ()
        try:
            return tuple(dict.fromkeys(self._ids(named)))
        except (VendorRejectedError, NotFoundAtVendorError):
            return ()

    def _ids(self, candidate_id: str) -> Iterator[str]:
        page = 1
        while True:
            found = self.interviews(candidate_id, page)
            ids = (item.get("id") for item in found.items)
            yield from (each for each in ids if isinstance(each, str) and each.strip())
            if not found.has_next:
                return
            page += 1


def _place(cursor: str | None) -> tuple[int, int]:
    told = _CURSOR.fullmatch(cursor or "")
    return (int(told[1]), int(told[2])) if told else (1, 0)


def _after(page: int, position: int, found: Page) -> str | None:
    if position < len(found.items):
        return f"{page}:{position}"
    return f"{page + 1}:0" if found.has_next else None
