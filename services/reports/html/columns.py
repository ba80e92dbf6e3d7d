"""How wide a table's columns are, in letters: short ones in one line, long ones what is left."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from services.reports.html.text import width

_LONGEST_WORD = 16
_ONE_LINE = 24
"""Texts of up to so many letters should stand in one line."""
_WIDEST = 90
_SHORT = 12
"""A column of so short texts (dates, numbers, states) is never narrower than them."""
_BOLD = 1.2
"""How much wider the letters of a heading are."""
_PADDING = 3
_AFTER_NUMBERS = 3
"""More room before a text that follows a number, which ends where the text begins."""

_PHONE = 44
_PAGE = 110
_DENSE = 1.15 * _PAGE
"""The same page in smaller letters."""
_TINY = 1.45 * _PAGE
_SLIM = 0.6 * _PAGE
_REPEATED = 34
_MOST = 0.9
"""A column likes so many of its texts in one line: a rare long one takes room from no other."""


@dataclass(frozen=True, slots=True)
class Column:
    """What one column would take, in letters."""

    need: int
    """Its longest word, if that is not too long."""
    like: int
    """Most of its texts in one line, if they are short."""
    want: int
    """Its texts in one line, if they are not very long."""
    is_short: bool = False
    """Whether none of its texts is broken into lines."""


def measured(heading: str, texts: Sequence[str], *, after_numbers: bool) -> Column:
    """Return what a column takes that holds these texts under its heading."""
    room = _PADDING + (_AFTER_NUMBERS if after_numbers else 0)
    bold = max((_BOLD * width(word) for word in heading.split()), default=1)
    word = max((width(word) for text in texts for word in text.split()), default=1)
    word = max(word, math.ceil(bold))
    lines = sorted(map(_line, texts)) or [0]
    told = lines[-1]
    usual = lines[math.ceil(_MOST * len(lines)) - 1]
    line = max(told, _line(heading))
    is_short = told <= _SHORT
    need = max(min(word, _LONGEST_WORD), told if is_short else 0)
    like = max(need, min(max(usual, _line(heading)), _ONE_LINE))
    return Column(
        need=need + room,
        like=like + room,
        want=max(like, min(line, _WIDEST)) + room,
        is_short=is_short,
    )


def _line(text: str) -> int:
    """Return how wide the longest line of a text is, in letters."""
    return max(map(width, text.split("\n")))


def size(columns: Sequence[Column]) -> str:
    """Return the class of a table: how small its letters are, and whether it fills the page."""
    likes = sum(column.like for column in columns)
    if likes > _DENSE:
        return "tiny"
    if likes > _PAGE:
        return "dense"
    if sum(column.want for column in columns) <= _PAGE / 2:
        return "half"
    return "many" if sum(column.need for column in columns) > _PHONE else "full"


def is_slim(columns: Sequence[Column]) -> bool:
    """Tell whether two such tables stand side by side in small letters."""
    return sum(column.want for column in columns) <= _SLIM


def shares(columns: Sequence[Column]) -> list[float]:
    """Return each column's part of the width, in percent."""
    wide = letters(columns)
    return [100 * each / (sum(wide) or 1) for each in wide]


def letters(columns: Sequence[Column]) -> list[float]:
    """Return how many letters each column has room for on a page."""
    room = {"tiny": _TINY, "dense": _DENSE}.get(size(columns), _PAGE)
    wide = [float(column.need) for column in columns]
    for goal in ([column.like for column in columns], [column.want for column in columns]):
        missing = [want - have for want, have in zip(goal, wide, strict=True)]
        part = min(1, max(0, room - sum(wide)) / (sum(missing) or 1))
        wide = [have + part * more for have, more in zip(wide, missing, strict=True)]
    return wide


def pages(columns: Sequence[Column]) -> list[list[int]]:
    """Return which columns stand beside each other on paper, by their places.

    What no page can hold stands below each other; the first column or two begin each part.
    """
    needs = [column.need for column in columns]
    if sum(needs) <= _TINY:
        return [list(range(len(columns)))]
    first = 2 if sum(needs[:2]) <= _REPEATED else 1
    parts: list[list[int]] = [[]]
    for place in range(first, len(columns)):
        taken = sum(needs[:first]) + sum(needs[each] for each in parts[-1])
        if parts[-1] and taken + needs[place] > _PAGE:
            parts.append([])
        parts[-1].append(place)
    return [[*range(first), *part] for part in parts]
