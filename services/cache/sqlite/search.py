"""SQLite's two full-text indexes: people by parts of their names, interviews by what was said.

Both tables are made by the migrations. `person_search` (trigrams, rowid = interview) keeps its
text; `text_search` (words, rowid = payload) keeps none, so a row can't be taken out of it: the
payloads that are not current any more are listed in `search_orphan` and left out of answers.
"""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import (
    BinaryExpression,
    Connection,
    Select,
    column,
    func,
    literal_column,
    select,
    table,
)

from services.cache.records import PayloadRecord, SearchOrphanRecord
from services.cache.tables import InterviewRecord, table_of

_TRIGRAM: Final = 3
_LATEST: Final = 2000

_person = table("person_search", column("rowid"), column("text"))
_texts = table("text_search", column("rowid"), column("rank"))
_interview = table_of(InterviewRecord)
_payload = table_of(PayloadRecord)
_orphan = table_of(SearchOrphanRecord)


def delete_people(connection: Connection, interview_ids: Sequence[int]) -> None:
    """Take people out of the search by name."""
    rows = [(number,) for number in interview_ids]
    connection.exec_driver_sql("DELETE FROM person_search WHERE rowid = ?", rows)


def add_people(connection: Connection, people: Sequence[tuple[Any, ...]]) -> None:
    """Add (interview's number, folded text) to the search by name."""
    sql = "INSERT INTO person_search (rowid, text) VALUES (?, ?)"
    connection.exec_driver_sql(sql, list(people))


def people_with(words: Sequence[str]) -> Select[int]:
    """Return the query for the numbers of interviews whose person's text holds all folded words.

    Words of three characters and more are found through the index of trigrams, shorter ones by
    looking at each person.
    """
    long = [word for word in words if len(word) >= _TRIGRAM]
    query: Select[int] = select(_person.c.rowid)
    if long:
        query = query.where(_matches("person_search", " AND ".join(quoted(word) for word in long)))
    for word in words:
        if len(word) < _TRIGRAM:
            query = query.where(_person.c.text.contains(word, autoescape=True))
    return query


def quoted(phrase: str) -> str:
    """Return a phrase so that FTS5 takes every character of it for text, none for syntax."""
    return '"' + phrase.replace('"', '""') + '"'


def add_texts(connection: Connection, texts: Sequence[tuple[Any, ...]]) -> None:
    """Add (payload's number, transcript, questions, summaries) to the full-text search."""
    sql = "INSERT INTO text_search (rowid, transcript, question, summary) VALUES (?, ?, ?, ?)"
    connection.exec_driver_sql(sql, list(texts))


def clear_texts(connection: Connection) -> None:
    """Empty the full-text search."""
    connection.exec_driver_sql("INSERT INTO text_search (text_search) VALUES ('delete-all')")


def count_with(expression: str) -> Select[int]:
    """Return the query that counts the interviews whose texts match."""
    return _current(select(func.count()).select_from(_texts), expression)


def newest_with(expression: str, *, limit: int) -> Select[str]:
    """Return the query for the public ids of matching interviews, newest first.

    Beyond two thousand matches only those fetched last are put in order: an order by date over
    all of them would look at every one.
    """
    latest = _current(select(_texts.c.rowid), expression)
    found = latest.order_by(_texts.c.rowid.desc()).limit(_LATEST).subquery()
    query = _with_interviews(found)
    order = _interview.c.happened_ms.desc().nulls_last(), _interview.c.id.desc()
    return query.order_by(*order).limit(limit)


def best_with(expression: str, *, limit: int) -> Select[str]:
    """Return the query for the public ids of matching interviews, most relevant first (BM25)."""
    best = _current(select(_texts.c.rowid, _texts.c.rank), expression)
    found = best.order_by(_texts.c.rank).limit(limit).subquery()
    return _with_interviews(found).order_by(found.c.rank)


def _with_interviews(found: Any) -> Select[str]:  # noqa: ANN401  (a subquery's columns)
    query: Select[str] = select(_interview.c.public_id).select_from(
        found.join(_payload, _payload.c.id == found.c.rowid).join(
            _interview, _interview.c.id == _payload.c.interview_id
        )
    )
    return query


def _current(query: Select[Any], expression: str) -> Select[Any]:
    orphans = select(_orphan.c.payload_id)
    return query.where(_matches("text_search", expression), _texts.c.rowid.not_in(orphans))


def _matches(name: str, expression: str) -> BinaryExpression[bool]:
    matches: BinaryExpression[bool] = literal_column(name).op("MATCH", is_comparison=True)(
        expression
    )
    return matches
