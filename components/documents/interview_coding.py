"""Coding tasks as a table: the tests beside the vendor's verdict."""

from services.models import notation
from services.models.interview import CodeTask, Interview
from services.models.table import Cell, Table

_COLUMNS = (
    "Task",
    "Language",
    "Tests passed",
    "Vendor's verdict",
    "Run time",
    "Time to implement",
    "Memory",
    "Complexity",
)


def coding_table(interview: Interview) -> Table:
    """Return one row for each coding task; nothing is inferred from tests or verdict."""
    return Table(columns=_COLUMNS, rows=tuple(map(_row, interview.code_tasks)))


def _row(task: CodeTask) -> tuple[Cell, ...]:
    return (
        task.name,
        task.language,
        _tests(task),
        task.vendor_status,
        notation.with_unit(task.execution_s, "s"),
        None if task.implementation_s is None else notation.clock(task.implementation_s),
        notation.with_unit(task.memory_kb, "KB"),
        task.complexity,
    )


def _tests(task: CodeTask) -> str | None:
    if task.tests_passed is None or task.tests_total is None:
        return task.pass_rate_text
    return f"{task.tests_passed} of {task.tests_total}"
