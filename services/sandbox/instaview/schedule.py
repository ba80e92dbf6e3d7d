"""Which planned interview is at which stage, and which is broken how; by number, at no cost."""

from services.sandbox.draw import identifier
from services.sandbox.instaview.broken_case import BrokenCase
from services.sandbox.instaview.stage import Stage
from services.sandbox.options import SandboxOptions

_LEAST = 12
_OTHER_ENDS = (
    Stage.SCHEDULED,
    Stage.CANCELLED,
    Stage.IN_PROGRESS,
    Stage.COMPLETED,
    Stage.CANCELLED,
    Stage.FAILED,
    Stage.SCHEDULED,
    Stage.NO_ANSWER,
)
_BROKEN_STAGES = {
    BrokenCase.PENDING_ZERO: Stage.COMPLETED,
    BrokenCase.ANALYSIS_FAILED: Stage.ANALYSIS_FAILED,
    BrokenCase.NO_ANSWER: Stage.NO_ANSWER,
}


def planned_count(options: SandboxOptions) -> int:
    """Return how many interviews are planned: a third of Qode's."""
    return max(_LEAST, options.interviews // 3)


def interview_id(seed: int, index: int) -> str:
    """Return the id of the interview with this number."""
    return identifier(seed, "instaview", "interview", index)


def broken_case(index: int) -> BrokenCase | None:
    """Return what is wrong with the interview with this number: all ten cases in the first twenty.

    Sixty interviews of Qode bring twenty of this vendor, and each case is to be met in them.
    """
    cases = tuple(BrokenCase)
    if index < 2 * len(cases):
        return cases[index // 2] if index % 2 else None
    return cases[index // 5 % len(cases)] if index % 5 == 2 else None


def planned_stage(index: int) -> Stage:
    """Return how far the interview with this number is: a quarter has no report."""
    if case := broken_case(index):
        return _BROKEN_STAGES.get(case, Stage.ANALYSIS_COMPLETED)
    if index % 4 == 2:
        return _OTHER_ENDS[index // 4 % len(_OTHER_ENDS)]
    return Stage.ANALYSIS_COMPLETED


def owner(index: int) -> int:
    """Return the number of the candidate of an interview: one in ten is somebody's second one."""
    return index - 4 if index % 10 == 8 else index
