"""Use case: reports that readers put together, saved to be made again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from services.analysis.changes import changes
from services.cache.store import Store
from services.errors import InputError
from services.models.content import Content
from services.models.plan import (
    CHANGES,
    LONGEST_NOTE,
    LONGEST_TITLE,
    MOST_PINS,
    Changes,
    Pin,
    Printed,
    PrintedTable,
    ReportPlan,
    SavedReport,
)

_MOST_ROWS = 500
"""So many rows of each table are kept to be compared with: beyond, nobody reads what changed."""


@dataclass(frozen=True)
class ReportPlans:
    """Keeps plans, and what a saved one said when it was last made."""

    store: Store
    clock: Callable[[], datetime]

    def save(self, plan: ReportPlan) -> SavedReport:
        """Save a plan under its title; titles and notes that are too long are cut.

        Raises:
            InputError: nothing is pinned, too much is, or the title is empty or taken.
        """
        if not 1 <= len(plan.pins) <= MOST_PINS:
            msg = f"A report holds 1 to {MOST_PINS} figures and tables; there are {len(plan.pins)}."
            raise InputError(msg)
        pins = tuple(map(_short, plan.pins))
        return self.store.save_report(plan.model_copy(update={"pins": pins}))

    def all(self) -> tuple[SavedReport, ...]:
        """Return every saved report, by title."""
        return self.store.saved_reports()

    def forget(self, id_: str) -> None:
        """Remove a saved report."""
        self.store.forget_report(id_)

    def changes(self, plan: ReportPlan, content: Content) -> Changes | None:
        """Return what is different since a saved report was last made; None before that.

        A masked and an unmasked printing are not compared: that would name people.
        """
        before = self._printed(plan)
        return changes(before, _tables(content)) if before else None

    def printed(self, plan: ReportPlan, content: Content) -> None:
        """Keep what a saved report says now; an unsaved one or a read-only cache keeps nothing."""
        if plan.saved_as and not self.store.is_read_only:
            printed = Printed(made_at=self.clock(), masked=plan.masked, tables=_tables(content))
            self.store.report_printed(plan.saved_as, printed)

    def _printed(self, plan: ReportPlan) -> Printed | None:
        kept = (each for each in self.all() if each.plan.saved_as == plan.saved_as)
        saved = next(kept, None) if plan.saved_as else None
        printed = saved.printed if saved else None
        return printed if printed and printed.masked == plan.masked else None


def _short(pin: Pin) -> Pin:
    return pin.model_copy(
        update={"title": pin.title[:LONGEST_TITLE], "note": pin.note[:LONGEST_NOTE]}
    )


def _tables(content: Content) -> tuple[PrintedTable, ...]:
    return tuple(
        PrintedTable(
            key=key,
            title=title,
            table=table.model_copy(update={"rows": table.rows[:_MOST_ROWS]}),
        )
        for key, title, table in content.tables()
        if key != CHANGES
    )
