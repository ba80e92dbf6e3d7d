"""Full-text search: which interviews hold the words, and how many there are."""

from sqlalchemy import Connection

from services.cache import query
from services.cache.sqlite.search import best_with, count_with, newest_with
from services.models.browse import Matches, SearchOrder


def search(connection: Connection, text: str, *, limit: int, order: SearchOrder) -> Matches:
    """Return the first interviews that hold every word; none for a text without words."""
    terms = query.terms(text)
    if not terms:
        return Matches()
    expression = query.all_of(terms)
    total = connection.execute(count_with(expression)).scalar_one()
    first = newest_with if order is SearchOrder.NEWEST else best_with
    ids = connection.execute(first(expression, limit=limit)).scalars().all()
    return Matches(ids=tuple(ids), total=total)
