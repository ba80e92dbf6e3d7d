"""Section: coding tasks, the tests beside the vendor's verdict."""

import streamlit as st

from components.widgets.plain_table import plain_table
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


def coding_section(interview: Interview) -> None:
    """Draw the coding tasks; nothing without any."""
    if not interview.code_tasks:
        return
    st.header("Coding tasks", anchor=False, divider="gray")
    rows = tuple(_row(task) for task in interview.code_tasks)
    plain_table(Table(columns=_COLUMNS, rows=rows), title="Coding tasks", key="code-tasks")
    st.caption("Tests and verdict are the vendor's own and may disagree; nothing is inferred.")


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
