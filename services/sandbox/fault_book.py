"""Which faults are in force now: for all interviews, and for single ones."""

from collections import Counter
from random import Random

from services.sandbox.draw import stream
from services.sandbox.faults import Faults


class FaultBook:
    """Holds the faults in force and counts requests, so that chance repeats from run to run."""

    def __init__(self, faults: Faults, *, seed: int) -> None:
        self._of_the_run = faults
        self._now = faults
        self._of_one: dict[str, Faults] = {}
        self._asked: Counter[str] = Counter()
        self._seed = seed

    def put(self, faults: Faults, *, interview_id: str | None) -> None:
        """Put faults in force for all interviews, or for one; a new burst begins."""
        if interview_id is None:
            self._now = faults
            self._asked.clear()
        else:
            self._of_one[interview_id] = faults
            del self._asked[interview_id]

    def clear(self) -> None:
        """Go back to the faults that the run began with."""
        self._now = self._of_the_run
        self._of_one.clear()
        self._asked.clear()

    def of(self, interview_id: str) -> Faults:
        """Return the faults in force for an interview."""
        return self._of_one.get(interview_id, self._now)

    def ask(self, interview_id: str) -> tuple[int, Random]:
        """Count a request; return its number, from 1, and the chance that belongs to it."""
        self._asked[interview_id] += 1
        number = self._asked[interview_id]
        return number, stream(self._seed, interview_id, number)

    def strikes_interview(self, share: float, *, fault: str, interview_id: str) -> bool:
        """Tell whether a fault that strikes by interview strikes this one."""
        return stream(self._seed, fault, interview_id).random() < share
