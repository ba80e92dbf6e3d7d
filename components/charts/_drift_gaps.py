"""A question's changes from version to version as the difference forest needs them."""

from components.charts import _estimates
from components.charts._gaps import Gap
from services.models.estimate import Estimate
from services.models.question_health import QuestionHealth


def drift_gaps(question: QuestionHealth) -> list[Gap]:
    """Return the changes in the order given, in percentage points."""
    return [
        Gap(
            a=each.before,
            b=each.after,
            metric=f"Mean share, n = {each.difference.n:,}",
            key=question.key,
            scale=None,
            difference=each.difference,
            corrected=None,
            could_be_chance=_could_be_chance(each.difference),
        )
        for each in question.drift
    ]


def _could_be_chance(difference: Estimate) -> bool | None:
    """Return whether the interval holds 0; None without one."""
    ends = _estimates.ends(difference)
    return None if ends is None else ends[0] <= 0 <= ends[1]
