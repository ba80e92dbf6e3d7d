"""Page: one page of a list, in both of the shapes that InstaView documents."""

from dataclasses import dataclass
from typing import Any

from services.vendors._clock import number

LAST_PAGE = 10_000
"""InstaView counts pages up to here."""
_DEEPEST = 3


@dataclass(frozen=True)
class Page:
    """What a page holds, and whether one follows."""

    items: tuple[dict[str, Any], ...]
    total: int | None
    has_next: bool


def page_of(answer: object, *, page: int, limit: int) -> Page | None:
    """Return the page in `{data: {items, pagination}}` or in `{data, total, page, ...}`.

    None where there is no list. Without a word about pages, a full one has a successor.
    """
    told: dict[str, Any] = {}
    listed = answer
    for _ in range(_DEEPEST):
        if not isinstance(listed, dict):
            break
        pagination = listed.get("pagination")
        told |= listed | (pagination if isinstance(pagination, dict) else {})
        listed = listed.get("items", listed.get("data"))
    if not isinstance(listed, list):
        return None
    return Page(
        items=tuple(item for item in listed if isinstance(item, dict)),
        total=_count(told.get("total")),
        has_next=bool(listed)
        and page < LAST_PAGE
        and _has_next(told, page, is_full=len(listed) >= limit),
    )


def _has_next(told: dict[str, Any], page: int, *, is_full: bool) -> bool:
    says = told.get("hasNextPage")
    if isinstance(says, bool):
        return says
    pages = _count(told.get("totalPages"))
    return is_full if pages is None else page < pages


def _count(value: object) -> int | None:
    amount = number(value)
    return int(amount) if amount is not None and amount >= 0 else None
