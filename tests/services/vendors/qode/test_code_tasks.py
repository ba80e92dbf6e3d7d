"""Code tasks: the tests that passed beside Qode's verdict."""

import pytest

from services.vendors.qode.parsing import parse


def test_a_task_keeps_everything(document):
    """Verdict, tests, times, memory, complexity."""
    task = parse(document("complete")).code_tasks[0]

    tests = (task.tests_passed, task.tests_total, task.pass_rate_text)

    assert tests == (3, 4, "75% (3/4)")
    assert task.vendor_status == "Failed"
    assert (task.execution_s, task.implementation_s, task.memory_kb) == (0.12, 301.5, 5120)
    assert (task.name, task.language) == ("Overlapping bookings", "Python (3.11)")


@pytest.mark.parametrize(
    ("rate", "tests", "noted"),
    [
        ("80% (4/5)", (4, 5), []),
        ("4 / 5", (4, 5), []),
        ("", (None, None), []),
        (None, (None, None), []),
        ("80%", (None, None), ["unknown_value"]),
        ("200% (8/4)", (8, 4), ["unknown_value"]),
        (f"{'9' * 40}/{'9' * 40}", (999_999_999, 999_999_999), []),
    ],
)
def test_the_pass_rate_is_taken_apart(read, codes, rate, tests, noted):
    """What does not tell the tests stays a text."""
    task = {"name": "Task", "testcase_passrate": rate}

    interview = read(code_task_result={"tasks": [task]})

    read_task = interview.code_tasks[0]
    assert (read_task.tests_passed, read_task.tests_total) == tests
    assert codes(interview) == noted
