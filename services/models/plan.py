"""A report of a reader's own: figures and tables pinned on pages, in an order, with notes."""

from datetime import datetime

from services.models.ask import Ask
from services.models.export import Format, Paper
from services.models.table import Cell, Table
from services.models.value import Value

CHANGES = "changes"
"""The key of the table that says what changed, which is never compared with itself."""
MOST_PINS = 60
LONGEST_TITLE = 300
LONGEST_REPORT_TITLE = 100
"""What a report can be saved under: as long as every saved name."""
LONGEST_NOTE = 4_000


class Pin(Value):
    """One figure or table of what was asked; without a block, the whole document."""

    ask: Ask
    block: str | None = None
    """The key of a `Chart` or a `Listing`."""
    title: str = ""
    """In place of the figure's own, which is kept where this is empty."""
    note: str = ""
    """The reader's words under it."""


class ReportPlan(Value):
    """Everything that is needed to make the same report again."""

    saved_as: str = ""
    """The id of the saved report that it is; empty: it was never saved."""
    title: str = "Report"
    pins: tuple[Pin, ...] = ()
    format: Format = Format.PDF
    paper: Paper | None = None
    """None: the usual one of the format."""
    masked: bool = False


class PrintedTable(Value):
    """The numbers behind one figure as they were printed."""

    key: str
    """That of the block in the assembled document: equal when the same was asked."""
    title: str
    table: Table


class Printed(Value):
    """What a saved report said when it was last made."""

    made_at: datetime
    masked: bool = False
    tables: tuple[PrintedTable, ...]


class SavedReport(Value):
    """A plan that was saved under its title; `plan.saved_as` is its id."""

    plan: ReportPlan
    saved_at: datetime
    printed: Printed | None = None


class Change(Value):
    """One cell that is not what it was when the report was last made."""

    where: str
    """The title of the figure or table."""
    row: str
    """What the row is of, in the words of its first columns."""
    column: str
    before: Cell
    now: Cell


class Changes(Value):
    """What is different since a report was last made."""

    since: datetime
    cells: tuple[Change, ...]
    """The first of them."""
    total: int
    """How many cells differ in all."""
    missing: tuple[str, ...] = ()
    """Titles of what was printed then and is not there now."""
    added: tuple[str, ...] = ()
    """Titles of what is there now and was not printed then."""
