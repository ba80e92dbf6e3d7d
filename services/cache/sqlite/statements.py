"""Statements in SQLite's dialect: inserting tuples in bulk, and steering past an index.

Each text is written once and kept: writing it anew for each batch would cost as much as the rows.
"""

from functools import cache
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, bindparam, select
from sqlalchemy.dialects.sqlite import dialect, insert
from sqlalchemy.sql.expression import UnaryExpression
from sqlalchemy.sql.operators import custom_op


@cache
def insert_sql(table: Table) -> str:
    """Return the statement that inserts tuples in the table's order of columns."""
    return str(insert(table).compile(dialect=dialect()))


@cache
def upsert_sql(table: Table) -> str:
    """Return the statement that inserts tuples, or rewrites the row of the same `id`."""
    statement = insert(table)
    rewritten = {
        column.name: statement.excluded[column.name] for column in table.c if column.name != "id"
    }
    upsert = statement.on_conflict_do_update(index_elements=["id"], set_=rewritten)
    return str(upsert.compile(dialect=dialect()))


@cache
def insert_new_sql(table: Table, columns: tuple[str, ...]) -> str:
    """Return the statement that inserts tuples of `columns`, and leaves alone what is there."""
    statement = insert(table).on_conflict_do_nothing()
    return str(statement.compile(dialect=dialect(), column_keys=list(columns)))


@cache
def number_sql(table: Table) -> str:
    """Return the statement that asks for the number behind a name."""
    query = select(table.c.id).where(table.c.name == bindparam("name"))
    return str(query.compile(dialect=dialect()))


def unindexed(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return the column's value in such a way that no index on it is used."""
    return UnaryExpression(column, operator=custom_op("+"), type_=column.type)


@cache
def delete_sql(column: Column[Any]) -> str:
    """Return the statement that deletes the rows of a table by the value of one column."""
    return str(column.table.delete().where(column == bindparam("value")).compile(dialect=dialect()))


@cache
def update_sql(table: Table, columns: tuple[str, ...]) -> str:
    """Return the statement that sets `columns` (in this order) of the row of the `id` after."""
    values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in columns}
    statement = table.update().where(table.c.id == bindparam("number"))
    return str(statement.ordered_values(*values.items()).compile(dialect=dialect()))
