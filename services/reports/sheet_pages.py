"""Which columns of a wide sheet are printed beside each other, so that they can be read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from xlsxwriter.worksheet import Worksheet

SCALE: Final = 64
"""Percent: letters of 11 points are printed with 7."""
NAME: Final = 40
"""So wide is a column that names the rows of a wide table, at most: longer names are wrapped."""
_NAMES: Final = 60
"""So wide are the columns that are printed on every page, at most."""
_ONE_PAGE: Final = 220
"""So many digits wide is what A4 holds at that size."""
_ROOM: Final = 1_570
"""The same in the pixels of a spreadsheet at 100 percent, with some to spare."""
_DIGIT: Final = 7
_PADDING: Final = 5
"""Pixels of a digit, and of what a column has beside its digits."""
_BELONGS: Final = re.compile(r"\b(lower|upper|state|scale|level)\b|^n\b", re.IGNORECASE)
"""Says more of the column before it: a score is never printed without its band and its state."""


@dataclass(frozen=True, slots=True)
class Pages:
    """How a wide sheet is printed."""

    named: int
    """So many columns, from the first one on, are printed on every page."""
    breaks: tuple[int, ...]
    """The columns that begin another page."""

    def set_on(self, sheet: Worksheet) -> None:
        """Print the sheet like this."""
        # Fitting a sheet to pages would override where they end.
        sheet.set_print_scale(SCALE)
        sheet.repeat_columns(0, self.named - 1)
        sheet.set_v_pagebreaks(self.breaks)
        sheet.print_across()


def is_wide(widths: Sequence[float]) -> bool:
    """Tell whether one page cannot hold columns of these widths (in digits)."""
    return sum(widths) > _ONE_PAGE


def pages(names: Sequence[str], widths: Sequence[float], *, naming: int) -> Pages:
    """Return how columns are printed of which the first `naming` ones say whose row it is.

    The first column is on every page, and those after it as far as they leave room for others.
    """
    fitting = sum(total <= _NAMES for total in accumulate(widths[:naming]))
    named = max(1, fitting)
    repeated = sum(map(_pixels, widths[:named]))
    breaks: list[int] = []
    used = repeated
    for group in _groups(names, widths, first=named, room=_ROOM - repeated):
        needed = sum(_pixels(widths[place]) for place in group)
        if used > repeated and used + needed > _ROOM:
            breaks.append(group[0])
            used = repeated
        used += needed
    return Pages(named=named, breaks=tuple(breaks))


def _groups(
    names: Sequence[str], widths: Sequence[float], *, first: int, room: float
) -> Iterator[Sequence[int]]:
    """Yield the places of columns that stay together; what no page can hold, one by one."""
    group: list[int] = []
    for place in range(first, len(names)):
        if group and not _BELONGS.search(names[place]):
            yield from _held(group, widths, room=room)
            group = []
        group.append(place)
    if group:
        yield from _held(group, widths, room=room)


def _held(group: Sequence[int], widths: Sequence[float], *, room: float) -> list[Sequence[int]]:
    if sum(_pixels(widths[place]) for place in group) <= room:
        return [group]
    return [[place] for place in group]


def _pixels(width: float) -> float:
    return _DIGIT * width + _PADDING
