"""Walking along an order: the depth of a page costs nothing, because no rows are sorted."""

from contextlib import contextmanager

import pytest
from sqlalchemy import event

from services.models.browse import Cut, InterviewFilter, PageRequest, Sort, SortColumn
from services.models.interview import Status
from tests.services.cache.conftest import an_interview, id_of, kept


@contextmanager
def plans_of_queries(store):
    """Collect how the database goes about each query that asks for interviews in an order."""
    plans = []

    def explain(_connection, cursor, statement, parameters, *_):
        if "ORDER BY" in statement:
            cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            plans.append([row[3] for row in cursor.fetchall()])

    event.listen(store._database.engine, "before_cursor_execute", explain)
    yield plans
    event.remove(store._database.engine, "before_cursor_execute", explain)


@pytest.mark.parametrize("cut", list(Cut))
@pytest.mark.parametrize("column", list(SortColumn))
def test_a_common_filters_page_goes_along_an_index(store, column, cut):
    """No query of a page sorts rows or reads the whole table."""
    kept(store, *(an_interview(f"i-{number}") for number in range(40)))
    wanted = InterviewFilter(roles=("Bridge Engineer",), statuses=(Status.REPORTED,))
    request = PageRequest(limit=5, anchor=id_of("i-20"), cut=cut)

    with plans_of_queries(store) as plans:
        page = store.page(wanted, Sort(column=column), request)

    steps = [step for plan in plans for step in plan]
    assert len(page.rows) == 5
    assert steps
    assert [step for step in steps if "TEMP B-TREE" in step or step == "SCAN interview"] == []


def test_a_rare_filters_page_starts_from_the_few_rows_that_match(store):
    """One match among many is found by the filter's index, not by going along the order."""
    kept(store, *(an_interview(f"i-{number}") for number in range(40)))
    kept(store, an_interview("rare", role="Lamplighter"))
    wanted = InterviewFilter(roles=("Lamplighter",))

    with plans_of_queries(store) as plans:
        page = store.page(wanted, Sort(), PageRequest(limit=5))

    assert [row.vendor_interview_id for row in page.rows] == ["rare"]
    assert "role_id=?" in plans[0][0]
