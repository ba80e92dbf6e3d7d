"""Reports that were saved under their titles."""

import pytest
from sqlalchemy import text

from services.cache.store import Store
from services.errors import InputError
from services.models.ask import InterviewAsk, OperationsAsk
from services.models.plan import Pin, Printed, PrintedTable, ReportPlan
from services.models.table import Table
from tests.services.cache.conftest import NOON

PLAN = ReportPlan(
    title="Weekly, tuần này",
    pins=(
        Pin(ask=OperationsAsk(), block="funnel", note="Read the dropped ones first."),
        Pin(ask=InterviewAsk(interview="abcd")),
    ),
)


def test_a_saved_report_is_read_back_with_its_asks(store: Store):
    """Every pin's ask is of the kind that it was."""
    saved = store.save_report(PLAN)

    kept = store.saved_reports()

    assert [each.plan for each in kept] == [saved.plan]
    assert kept[0].plan.pins == PLAN.pins
    assert kept[0].plan.saved_as


def test_a_report_that_is_saved_again_takes_the_place_of_what_it_was(store: Store):
    """Also under another title; what it said before is kept."""
    saved = store.save_report(PLAN).plan
    store.report_printed(saved.saved_as, Printed(made_at=NOON, tables=()))

    store.save_report(saved.model_copy(update={"title": "Monthly", "pins": PLAN.pins[:1]}))

    kept = store.saved_reports()
    assert [(each.plan.title, len(each.plan.pins)) for each in kept] == [("Monthly", 1)]
    assert kept[0].printed == Printed(made_at=NOON, tables=())


def test_two_reports_of_one_title_are_refused(store: Store):
    """Nothing of the first is lost."""
    store.save_report(PLAN)

    with pytest.raises(InputError, match="already is one called"):
        store.save_report(PLAN)

    assert len(store.saved_reports()) == 1


def test_what_was_printed_is_kept_with_its_cells(store: Store):
    """Empty cells stay empty, numbers stay numbers."""
    saved = store.save_report(PLAN).plan
    table = Table(columns=("Cohort", "Mean"), rows=(("Nurse", None), ("Baker", 70.5)))
    printed = Printed(
        made_at=NOON, tables=(PrintedTable(key="means-1", title="Means", table=table),)
    )

    store.report_printed(saved.saved_as, printed)

    assert store.saved_reports()[0].printed == printed


def test_a_forgotten_report_is_gone_and_nothing_more(store: Store):
    """A second time there is nothing to forget."""
    kept = store.save_report(PLAN.model_copy(update={"title": "Kept"})).plan
    saved = store.save_report(PLAN).plan

    assert store.forget_report(saved.saved_as)
    assert not store.forget_report(saved.saved_as)

    assert [each.plan for each in store.saved_reports()] == [kept]


def test_a_report_of_another_version_is_left_out(store: Store):
    """The others are still of use."""
    store.save_report(PLAN)
    with store._database.writing() as connection:
        connection.execute(
            text("INSERT INTO saved_report VALUES ('x', 'Newer', '{\"pins\": 7}', 0, NULL)")
        )

    kept = store.saved_reports()

    assert [each.plan.title for each in kept] == [PLAN.title]
