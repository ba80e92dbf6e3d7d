"""Where in an interview the searched words stand, found by the very rules of the search itself.

A line is looked at by a small full-text table in memory, so a passage is shown exactly when the
index would have found it: case, accents, phrases and beginnings of words included.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing

from services.cache import query
from services.cache.folding import storable
from services.cache.texts import Line, lines
from services.models.browse import Passage
from services.models.interview import Interview

_MARKS = ("\x01", "\x02")


def passages(interview: Interview, text: str, *, limit: int) -> tuple[Passage, ...]:
    """Return the first lines of the interview that hold any of the searched words."""
    terms = query.terms(text)
    if not terms:
        return ()
    return tuple(_matching(tuple(lines(interview)), query.any_of(terms), limit))


def _matching(candidates: Sequence[Line], expression: str, limit: int) -> Iterator[Passage]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(
            "CREATE VIRTUAL TABLE line USING fts5"
            " (text, tokenize = 'unicode61 remove_diacritics 2')"
        )
        connection.executemany(
            "INSERT INTO line (rowid, text) VALUES (?, ?)",
            (
                (number, query.spaced(_same_length(line.text)))
                for number, line in enumerate(candidates)
            ),
        )
        found = connection.execute(
            "SELECT rowid, highlight(line, 0, ?, ?) FROM line WHERE line MATCH ?"
            " ORDER BY rowid LIMIT ?",
            (*_MARKS, expression, limit),
        )
        for number, marked in found:
            line = candidates[number]
            yield Passage(
                field=line.field,
                speaker=line.speaker,
                text=line.text,
                start_s=line.start_s,
                highlights=tuple(_spans(_same_length(line.text), marked)),
            )


def _same_length(text: str) -> str:
    """Return `text` without marks, without NUL (which ends a text), and fit to be stored."""
    return storable(text.translate({0: " ", 1: " ", 2: " "}))


def _spans(text: str, marked: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) in `text` of what is marked; `marked` may hold more blanks."""
    place = start = 0
    for character in marked:
        if character == _MARKS[0]:
            start = place
        elif character == _MARKS[1]:
            yield start, place
        elif place < len(text) and character == text[place]:
            place += 1
