"""Pages of a list, in the two shapes that the vendor's pages print."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any, TypeVar

from services.sandbox.instaview.envelope import WrongFieldError

_MOST_PAGES = 10_000
_MOST_ROWS = 100
_ROWS = 20
Row = TypeVar("Row")


@dataclass(frozen=True)
class Page:
    """Which part of a list is asked for."""

    number: int = 1
    size: int = _ROWS

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "Page":
        """Read `page` and `limit` of a request.

        Raises:
            WrongFieldError: one is no whole number within its bounds.
        """
        return cls(
            _whole(query, "page", usual=1, most=_MOST_PAGES),
            _whole(query, "limit", usual=_ROWS, most=_MOST_ROWS),
        )

    def of(
        self, rows: Sequence[Row], body: Callable[[Row], dict[str, Any]]
    ) -> list[dict[str, Any]]:
        """Return the bodies of the rows on the page; the others are not made."""
        start = (self.number - 1) * self.size
        return [body(row) for row in rows[start : start + self.size]]

    def pages(self, total: int) -> int:
        """Return how many pages so many rows fill."""
        return ceil(total / self.size)


def as_reference(found: list[dict[str, Any]], page: Page, *, total: int) -> dict[str, Any]:
    """Return the shape of the reference: the rows are `data`, the counts beside them."""
    return {
        "data": found,
        "total": total,
        "page": page.number,
        "limit": page.size,
        "totalPages": page.pages(total),
    }


def as_guide(found: list[dict[str, Any]], page: Page, *, total: int) -> dict[str, Any]:
    """Return the shape of the guide, without its envelope: the counts lie one level deeper."""
    return {
        "items": found,
        "pagination": {
            "total": total,
            "page": page.number,
            "limit": page.size,
            "totalPages": page.pages(total),
            "hasNextPage": page.number < page.pages(total),
            "hasPreviousPage": page.number > 1,
        },
    }


def _whole(query: Mapping[str, str], name: str, *, usual: int, most: int) -> int:
    text = query.get(name, str(usual))
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= most):
        raise WrongFieldError(field=name, rule=f"Expected a whole number from 1 to {most}.")
    return int(text)
