"""The part `code_task_result`: programs, their tests and the vendor's verdict."""

from random import Random
from typing import Any

from services.sandbox.draw import stream
from services.sandbox.qode.plan import Plan

_LANGUAGES = ("Python (3.11.2)", "TypeScript (5.4)", "Java (21)", "Go (1.22)", "C++ (GCC 13)")
_COMPLEXITIES = ("O(n)", "O(n log n)", "O(n²)", "O(log n)", "O(n·k)")


def code_task_result(plan: Plan) -> dict[str, Any]:
    """Return two or three tasks; the coding score is the mean share of tests passed."""
    rng = stream(plan.key, "code")
    names = rng.sample(plan.role.tasks, 2 if plan.compact else rng.randint(2, 3))
    passed = [(rng.choice((5, 5, 8, 8, 10)), rng.choice((0.4, 0.6, 0.8, 1, 1, 1))) for _ in names]
    tasks = [
        _task(name, rng, passed=round(tests * share), tests=tests)
        for name, (tests, share) in zip(names, passed, strict=True)
    ]
    mean = sum(round(tests * share) / tests for tests, share in passed) / len(passed)
    return {"tasks": tasks, "coding_score": round(100 * mean)}


def _task(name: str, rng: Random, *, passed: int, tests: int) -> dict[str, Any]:
    return {
        "name": name,
        "language_name": rng.choice(_LANGUAGES),
        "testcase_passrate": f"{round(100 * passed / tests)}% ({passed}/{tests})",
        "code_execution_time": round(rng.uniform(0.01, 0.9), 3),
        "implementation_time": round(rng.uniform(120, 840), 1),
        "ram_consumption": rng.randint(3200, 38_000),
        "algorithm_complexity": rng.choice(_COMPLEXITIES),
        "status": "Passed" if passed == tests else "Failed",
    }
