"""How far a figure lies from zero: its intervals in the unit of the axis, and chance in words."""

from dataclasses import dataclass

from components.charts import _estimates
from services.models.estimate import Estimate

_TO_POINTS = 100


@dataclass(frozen=True, slots=True)
class Offset:
    """A difference or a deviation, drawn and written in the unit of the axis.

    Only an interval that counts all comparisons can say that chance alone is unlikely; of any
    other it is said where it lies.
    """

    estimate: Estimate
    could_be_chance: bool | None
    """Whether the interval that decides holds 0; None without one."""
    corrected: tuple[float, float] | None = None
    """Both ends after Holm's correction, in the unit of the axis."""
    factor: float = _TO_POINTS
    """What makes the estimate a number of the axis: shares become percentage points."""
    places: int = 1

    @property
    def value(self) -> float | None:
        """The figure in the unit of the axis; None where it was refused or rests on too few."""
        return _estimates.drawn_value(self.estimate, factor=self.factor)

    @property
    def ends(self) -> tuple[float, float] | None:
        """The plain interval in the unit of the axis; None without a figure."""
        if self.value is None:
            return None
        return _estimates.ends(self.estimate, factor=self.factor)

    @property
    def number(self) -> str:
        """The figure with its sign; empty where there is none."""
        return "" if self.value is None else _estimates.signed(self.value, places=self.places)

    @property
    def interval(self) -> str:
        """Both ends in words: "1.2 to 5.0"; empty without them."""
        return self.between(self.ends) if self.ends else ""

    @property
    def absence(self) -> str:
        """Why there is no figure; empty where there is one."""
        return _estimates.refusal(self.estimate) if self.value is None else ""

    @property
    def said(self) -> str:
        """The figure with its interval: "+3.1 (1.2 to 5.0)"; or why there is none."""
        if self.value is None:
            return self.absence
        ends = f" ({self.interval})" if self.interval else ", no interval"
        return f"{self.number}{ends}"

    @property
    def verdict(self) -> str:
        """Whether chance alone can make it, in words; empty where nothing can be said."""
        if self.could_be_chance is None:
            return ""
        if self.corrected is None:
            return "could be chance" if self.could_be_chance else "interval clear of 0"
        if not self.could_be_chance:
            return "unlikely to be chance alone"
        lower, upper = self.ends or (0.0, 0.0)
        return f"could be chance{' once corrected' * (not lower <= 0 <= upper)}"

    @property
    def reason(self) -> str:
        """Why nothing is said of chance, where a figure exists; empty where something is."""
        is_judged = self.value is None or self.could_be_chance is not None
        return "" if is_judged else self.estimate.remark.rstrip(". ")

    @property
    def chance(self) -> str:
        """The verdict, or why there is none, in one cell of a table."""
        return self.absence or self.verdict or self.reason

    def between(self, ends: tuple[float, float]) -> str:
        """Write two ends in the unit of the axis."""
        return " to ".join(_estimates.number(end, places=self.places) for end in ends)


def uncorrected(share: Estimate) -> Offset:
    """Return a difference of shares in percentage points, judged by its own interval alone."""
    found = Offset(share, could_be_chance=None)
    if found.ends is None:
        return found
    return Offset(share, could_be_chance=found.ends[0] <= 0 <= found.ends[1])
