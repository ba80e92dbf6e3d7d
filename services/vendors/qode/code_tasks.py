"""Code tasks: Qode's verdict beside the tests that passed; nothing is inferred from either."""

import re
from collections.abc import Iterator

from services.models.interview import CodeTask
from services.vendors._doubts import Doubts, shortened
from services.vendors.qode.wire.document import QodeDocument
from services.vendors.qode.wire.results import Task

_TESTS = re.compile(r"(\d{1,9})\s*/\s*(\d{1,9})", re.ASCII)


def code_tasks_of(document: QodeDocument, doubts: Doubts) -> Iterator[CodeTask]:
    """Yield the tasks in Qode's order. Seconds, seconds and KB are assumptions."""
    code = document.code_task_result
    for position, task in enumerate((code and code.tasks) or ()):
        passed, total = _tests(task, doubts, f"code_task_result.tasks[{position}]")
        yield CodeTask.model_construct(
            name=task.name or f"Task {position + 1}",
            language=task.language_name or None,
            tests_passed=passed,
            tests_total=total,
            pass_rate_text=task.testcase_passrate or None,
            execution_s=task.code_execution_time,
            implementation_s=task.implementation_time,
            memory_kb=task.ram_consumption,
            complexity=task.algorithm_complexity or None,
            vendor_status=task.status or None,
        )


def _tests(task: Task, doubts: Doubts, where: str) -> tuple[int | None, int | None]:
    """Return 4 and 5 of "80% (4/5)"; a percentage alone does not tell how many tests there are."""
    rate = task.testcase_passrate
    if not rate:
        return None, None
    found = _TESTS.search(rate)
    if found is None:
        text = f"“{shortened(rate, most=30)}” does not tell how many tests passed: kept as a text."
        doubts.unknown(text, f"{where}.testcase_passrate")
        return None, None
    passed, total = int(found[1]), int(found[2])
    if passed > total:
        text = f"{passed} of {total} tests passed, which cannot be; kept as given."
        doubts.unknown(text, f"{where}.testcase_passrate")
    return passed, total
