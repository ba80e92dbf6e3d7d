"""A computed figure with its interval: never without its level, its n and its method."""

from typing import Self

from pydantic import model_validator

from services.models.value import Value


class Estimate(Value):
    """One figure, or the sentence that stands in its place.

    `estimate` is None exactly when `refusal` says why. The ends are in the unit of the estimate;
    both are None where a figure exists and its interval does not (one value, say), and `remark`
    then says why.
    """

    estimate: float | None
    lower: float | None = None
    upper: float | None = None
    level: float
    """Of the interval, such as 0.95."""
    n: int
    """How many observations the figure rests on."""
    method: str
    """Names the method as docs/methods.md does."""
    refusal: str = ""
    remark: str = ""

    @model_validator(mode="after")
    def _a_figure_or_a_sentence(self) -> Self:
        if (self.estimate is None) != bool(self.refusal):
            msg = f"{self.method}: estimate {self.estimate} does not go with “{self.refusal}”"
            raise ValueError(msg)
        return self

    @property
    def has_interval(self) -> bool:
        """Whether both ends are known."""
        return self.lower is not None and self.upper is not None


def refused(refusal: str, *, level: float, n: int, method: str) -> Estimate:
    """Return the sentence in the place of a figure."""
    return Estimate(estimate=None, level=level, n=n, method=method, refusal=refusal)


class Tested(Value):
    """A difference of two groups with the p-value of "there is none"; None where refused."""

    difference: Estimate
    p_value: float | None = None


class RandomEffects(Value):
    """A mean that counts each interview's own band, and how far interviews differ beyond it."""

    mean: Estimate
    tau_squared: float | None = None
    """Variance between interviews beyond their bands, in squared score units."""
    i_squared: float | None = None
    """Share of all variance that is between interviews, 0 to 1."""
    left_out: int = 0
    """Scores without a usable band: none given, zero width, reversed, or not around it."""
