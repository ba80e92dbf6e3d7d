"""Language results: the newest of a filter with their dimensions, and how many share a level."""

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any, Final

from sqlalchemy import Connection, Row, Table, and_, exists, func, select

from services.cache.codes import MATCH_CODES, STATE_CODES, meaning
from services.cache.dimensions import Dimensions
from services.cache.filtering import Condition
from services.cache.rows import moment
from services.cache.spoken_tables import LevelRecord, SpokenRecord
from services.cache.sqlite.statements import unindexed
from services.cache.tables import InterviewRecord, WordRecord, table_of
from services.models.ladder import LanguageEntry, LevelGroup, SpokenDimension
from services.models.language import OVERALL
from services.models.score import Scale, Score, ScoreKind

_interview: Table = table_of(InterviewRecord)
_spoken: Table = table_of(SpokenRecord)
_level: Table = table_of(LevelRecord)
_word: Table = table_of(WordRecord)
_results = _spoken.join(_interview, _interview.c.id == _spoken.c.interview_id)
_MATCHES, _STATES = meaning(MATCH_CODES), meaning(STATE_CODES)
_MEASURED: Final = tuple(
    _level.c[name] for name in ("state", "value", "lower", "upper", "low", "high")
)


def count_results(connection: Connection, held: Sequence[Condition]) -> int:
    """Return how many interviews of the filter have a language result."""
    query = select(func.count()).select_from(_interview).where(_interview.c.has_language, *held)
    return connection.execute(query).scalar_one()


def entries(
    connection: Connection,
    held: Sequence[Condition],
    dimensions: Dimensions,
    *,
    limit: int,
    offset: int,
) -> tuple[LanguageEntry, ...]:
    """Return language results of the filter, newest first, those without a time last."""
    newest = (
        select(_interview.c.id)
        .where(_interview.c.has_language, *held)
        .order_by(_interview.c.happened_ms.desc(), _interview.c.id.desc())
        .limit(limit)
        .offset(offset)
    )
    numbers = connection.execute(newest).scalars().all()
    columns = ("public_id", "vendor_id", "candidate_name", "role_id", "happened_ms")
    of_interview = (_interview.c[name].label(f"of_{name}") for name in columns)
    query = select(_spoken, *of_interview).select_from(_results)
    found = connection.execute(query.where(_spoken.c.interview_id.in_(numbers)))
    rows = {row.interview_id: row for row in found}
    spoken = _dimensions(connection, numbers, dimensions)
    return tuple(
        _entry(connection, rows[number], dimensions, spoken.get(number, ()))
        for number in numbers
        if number in rows
    )


def groups(
    connection: Connection, held: Sequence[Condition], dimensions: Dimensions, *, dimension: str
) -> tuple[LevelGroup, ...]:
    """Return how many results share role, vendor, level and score in one dimension.

    A result without that dimension counts as one without level and score.
    """
    number = next(iter(dimensions.word.numbers(connection, [dimension])), -1)
    of_dimension = and_(
        _level.c.interview_id == _interview.c.id, unindexed(_level.c.name_id) == number
    )
    shared = (_interview.c.role_id, _interview.c.vendor_id, _level.c.cefr_id, *_MEASURED)
    query = (
        select(*shared, func.count())
        .select_from(_interview.outerjoin(_level, of_dimension))
        .where(_interview.c.has_language, *held)
        .group_by(*shared)
    )
    role, vendor = dimensions.role.names(connection), dimensions.vendor.names(connection)
    word = dimensions.word.names(connection)
    return tuple(
        LevelGroup.model_construct(
            role=role[role_id],
            vendor=vendor[vendor_id] or "",
            cefr=word[cefr_id],
            score=_score(dimension, measured),
            count=count,
        )
        for role_id, vendor_id, cefr_id, *measured, count in connection.execute(query)
    )


def names(connection: Connection) -> tuple[str, ...]:
    """Return the dimensions that any result has, the whole first, the others by alphabet."""
    has_level = exists(select(_level.c.name_id).where(_level.c.name_id == _word.c.id))
    found = connection.execute(select(_word.c.name).where(has_level)).scalars()
    return tuple(sorted(found, key=lambda name: (name != OVERALL, name)))


def _dimensions(
    connection: Connection, numbers: Sequence[int], dimensions: Dimensions
) -> dict[int, tuple[SpokenDimension, ...]]:
    query = select(_level).where(_level.c.interview_id.in_(numbers))
    found = connection.execute(query.order_by(_level.c.interview_id, _level.c.position)).all()
    return {
        number: tuple(_dimension(connection, row, dimensions) for row in rows)
        for number, rows in groupby(found, attrgetter("interview_id"))
    }


def _dimension(connection: Connection, row: Row[Any], dimensions: Dimensions) -> SpokenDimension:
    word = dimensions.word
    name = word.name(connection, row.name_id) or ""
    measured = (row.state, row.value, row.lower, row.upper, row.low, row.high)
    score = _score(name, measured)
    if score is not None:
        more = {"label": word.name(connection, row.label_id), "observations": row.observations}
        score = score.model_copy(update=more)
    return SpokenDimension(name=name, score=score, cefr=word.name(connection, row.cefr_id))


def _score(name: str, measured: Sequence[Any]) -> Score | None:
    """Return the score of the cells of `_MEASURED`; None where there are none."""
    state, value, lower, upper, low, high = measured
    if state is None:
        return None
    return Score.model_construct(
        kind=ScoreKind.OVERALL if name == OVERALL else ScoreKind.LANGUAGE,
        name=name,
        state=_STATES[state],
        value=value,
        lower=lower,
        upper=upper,
        scale=Scale.model_construct(low=low, high=high),
    )


def _entry(
    connection: Connection,
    row: Row[Any],
    dimensions: Dimensions,
    spoken: tuple[SpokenDimension, ...],
) -> LanguageEntry:
    word, happened = dimensions.word, row.of_happened_ms
    return LanguageEntry(
        id=row.of_public_id,
        vendor=dimensions.vendor.name(connection, row.of_vendor_id) or "",
        candidate_name=row.of_candidate_name,
        role=dimensions.role.name(connection, row.of_role_id),
        happened_at=None if happened is None else moment(happened),
        language=word.name(connection, row.language_id),
        method=word.name(connection, row.method_id),
        target=word.name(connection, row.target_id),
        audio_s=row.audio_s,
        match=None if row.speaker_match is None else _MATCHES[row.speaker_match],
        is_partial=row.is_partial,
        dimensions=spoken,
    )
