"""The cache's front, its columns: all interviews in memory, for figures over many of them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Final

import numpy as np
from sqlalchemy import Table, select

from services.cache import meta
from services.cache.browsing import Browser
from services.cache.database import Database
from services.cache.frame.columns import Frame, Mask, Whole
from services.cache.frame.keeper import Keeper
from services.cache.frame.loading import FrameLoader
from services.cache.frame.masks import mask_of, named_part
from services.cache.tables import InterviewRecord, table_of
from services.models.browse import InterviewFilter

_interview: Table = table_of(InterviewRecord)
_AT_ONCE: Final = 10_000
"""Numbers in one question; SQLite takes three times as many."""


class FrameStore:
    """A part of `Store`, whose promises on errors hold here too."""

    _database: Database
    _browser: Browser
    _keeper: Keeper

    def frame(self) -> Frame:
        """Return the columns of all interviews; one frame serves the whole process.

        After a write it is read anew, unless that takes long and was done a short while ago: then
        the older frame stays, and its `read_at` says since when.
        """
        with self._database.reading() as connection:
            generation = meta.generation(connection)
        return self._keeper.frame(generation)

    def members(self, frame: Frame, wanted: InterviewFilter) -> Mask:
        """Return which of the frame's interviews the filter means, one truth value each."""
        part = named_part(wanted)
        return mask_of(frame, wanted, named=None if part is None else self._numbers(part))

    def public_ids(self, numbers: Sequence[int]) -> Mapping[int, str]:
        """Return our ids of these interviews, without those that are not kept any more."""
        found: dict[int, str] = {}
        query = select(_interview.c.id, _interview.c.public_id)
        with self._database.reading() as connection:
            for first in range(0, len(numbers), _AT_ONCE):
                part = [int(number) for number in numbers[first : first + _AT_ONCE]]
                rows = connection.execute(query.where(_interview.c.id.in_(part)))
                found.update((row.id, row.public_id) for row in rows)
        return found

    def question_samples(self, keys: Sequence[int]) -> Mapping[int, tuple[str, int]]:
        """Return for each key of a question's words (our id, number) of one that has them.

        Where the words of a question stand is known by its key; the words are in the payload only.
        Of several interviews it is the one stored last for the first time.
        """
        frame = self.frame()
        asked = frame.questions
        places = np.flatnonzero(np.isin(asked.text, np.array(keys, np.int64)))[::-1]
        found, first = np.unique(asked.text[places], return_index=True)
        numbers = frame.interviews.number[asked.row[places[first]]]
        ids = self.public_ids(numbers.tolist())
        return {
            int(key): (ids[int(number)], int(place))
            for key, number, place in zip(found, numbers, asked.number[places[first]], strict=True)
            if int(number) in ids
        }

    def _numbers(self, part: InterviewFilter) -> Whole:
        with self._database.reading() as connection:
            held = self._browser.conditions(connection, part)
            found = connection.execute(select(_interview.c.id).where(*held)).scalars()
            return np.fromiter(found, np.int64)


def keeper_of(database: Database, clock: Callable[[], datetime]) -> Keeper:
    """Return what holds the frame of a database."""
    return Keeper(FrameLoader(database, clock=clock).load)
