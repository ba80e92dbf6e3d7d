"""Which interviews have a tag, a value of the metadata, or a place on a saved list.

Each answer is a query for the interviews' numbers, so that every index on interviews serves.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Select, Table, select

from services.cache.folding import storable
from services.cache.saved_tables import SavedListMemberRecord
from services.cache.tables import InterviewRecord, table_of
from services.cache.trait_tables import TraitRecord
from services.cache.traits import TAG, trait_text
from services.models.browse import InterviewFilter

_interview: Table = table_of(InterviewRecord)
_trait: Table = table_of(TraitRecord)
_member: Table = table_of(SavedListMemberRecord)


def memberships(wanted: InterviewFilter) -> Iterator[Select[Any]]:
    """Yield queries for numbers of interviews: what the filter means is in the answer to each."""
    if wanted.tags:
        yield _with_trait(TAG, wanted.tags)
    values: defaultdict[str, list[str]] = defaultdict(list)
    for key, value in wanted.metadata:
        values[trait_text(key)].append(value)
    for key, any_of in values.items():
        # A key without a name is nobody's; it must not be taken for a tag.
        yield _with_trait(key, any_of if key else ())
    if wanted.lists:
        yield _listed(wanted.lists)


def _with_trait(name: str, values: Sequence[str]) -> Select[Any]:
    texts = [trait_text(value) for value in values]
    of_name = select(_trait.c.interview_id).where(_trait.c.name == name)
    return of_name.where(_trait.c.value.in_(texts))


def _listed(lists: Sequence[str]) -> Select[Any]:
    ids = [storable(each) for each in lists]
    joined = _member.join(_interview, _interview.c.public_id == _member.c.public_id)
    return select(_interview.c.id).select_from(joined).where(_member.c.list_id.in_(ids))
