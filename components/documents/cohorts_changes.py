"""What differs between cohorts, in words and figures, and how each went over time."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from components.charts import (
    differences_figure,
    differences_sentence,
    differences_table,
    pass_differences_figure,
    pass_differences_sentence,
    pass_differences_table,
    trend_figure,
    trend_sentence,
    trend_table,
)
from components.documents.cohorts_bands_words import banded_sentence
from components.documents.drawing import Drawing
from components.documents.explanations import Explained
from services.models import notation
from services.models.cohort import CohortAnswer, Corrected, Difference, PassDifference
from services.models.estimate import Estimate
from services.models.score import PERCENT
from services.models.trend import TrendAnswer

MOST_SENTENCES = 12
ONE_ONLY = "Add a second cohort to see what differs."
What = Literal["mean", "pass_rate"]
TRENDS: tuple[What, ...] = ("mean", "pass_rate")


def found_sentences(answer: CohortAnswer) -> tuple[str, ...]:
    """Say every difference that could be computed, as the services word it."""
    return tuple(sentence for estimate, sentence in _all(answer) if estimate.estimate is not None)


def refusal_sentences(answer: CohortAnswer) -> tuple[str, ...]:
    """Say what was not compared; pairs that are refused for one reason share a sentence."""
    refusals = Counter(
        estimate.refusal for estimate, _ in _all(answer) if estimate.estimate is None
    )
    return tuple(
        f"{notation.count(pairs, 'comparison is', plural='comparisons are')} not made: {refusal}"
        for refusal, pairs in refusals.items()
    )


def rest_sentence(answer: CohortAnswer) -> str:
    """Say how many differences are not said one by one; empty where all are."""
    more = len(found_sentences(answer)) - MOST_SENTENCES
    return f"{more} more are in the figures and their tables." if more > 0 else ""


def have_means(answer: CohortAnswer) -> bool:
    """Tell whether any difference of means could be computed."""
    return any(each.mean.estimate is not None for each in answer.differences)


def have_pass_rates(answer: CohortAnswer) -> bool:
    """Tell whether any difference of pass rates could be computed."""
    return any(each.difference.estimate is not None for each in answer.pass_differences)


def differences_drawing(found: Sequence[Difference], *, compact: bool) -> Drawing:
    """Return pairs' differences of means."""
    return Drawing(
        key=f"differences{_scale_key(found)}",
        title=f"Differences of means{_scale_words(found)}",
        figure=differences_figure(found, compact=compact),
        alt=differences_sentence(found),
        table=differences_table(found),
        explained=(
            *(Explained.MEAN_DIFFERENCE, Explained.HOLM, Explained.HEDGES_G),
            Explained.CLIFFS_DELTA,
        ),
    )


def with_bands_drawing(found: Sequence[Difference], *, compact: bool) -> Drawing:
    """Return the differences of `counting_bands`."""
    return Drawing(
        key=f"differences-with-bands{_scale_key(found)}",
        title=f"Differences of means that count each score’s band{_scale_words(found)}",
        figure=differences_figure(found, compact=compact),
        alt=differences_sentence(found),
        table=differences_table(found),
        explained=(Explained.RANDOM_EFFECTS, Explained.MEAN_DIFFERENCE),
    )


def counting_bands(answer: CohortAnswer) -> tuple[Difference, ...]:
    """Return the differences with those that count the scores' bands in the place of the plain."""
    return tuple(
        each.model_copy(
            update={
                # What was left out stands in the table of the bands, once for each cohort.
                "mean": each.with_bands.model_copy(update={"remark": ""}),
                "corrected_lower": None,
                "corrected_upper": None,
                # The test is that of the plain means.
                "p_value": None,
                "p_holm": None,
                "sentence": banded_sentence(each),
            }
        )
        for each in answer.differences
    )


def pass_differences_drawing(found: Sequence[PassDifference], *, compact: bool) -> Drawing:
    """Return pairs' differences of pass rates."""
    return Drawing(
        key="pass-differences",
        title="Differences of pass rates",
        figure=pass_differences_figure(found, compact=compact),
        alt=pass_differences_sentence(found),
        table=pass_differences_table(found),
        explained=(Explained.PASS_DIFFERENCE, Explained.HOLM),
    )


def chance_words(found: Sequence[Corrected], *, what: str) -> str:
    """Count what could be chance: "1 of 3 differences of means is unlikely to be chance alone"."""
    verdicts = [each.could_be_chance for each in found]
    clear, unknown = verdicts.count(False), verdicts.count(None)
    judged = len(verdicts) - unknown
    if not judged:
        return f"No difference of {what} can be judged"
    rest = f"; {unknown} cannot be judged" if unknown else ""
    if not clear:
        return f"No difference of {what} is clear of chance, of {judged} judged{rest}"
    of = f"{clear} of {notation.count(judged, 'difference')} of {what}"
    return f"{of} {'is' if clear == 1 else 'are'} unlikely to be chance alone{rest}"


def lowered(words: str) -> str:
    """Return a sentence of ours as it goes on behind a colon."""
    return words[:1].lower() + words[1:]


def have_periods(answer: TrendAnswer | None) -> bool:
    """Tell whether any period has a result."""
    return answer is not None and any(trend.points for trend in answer.trends)


def trend_drawing(
    answer: TrendAnswer, what: What, *, cut: float | None, compact: bool
) -> Drawing | None:
    """Return means or pass rates over time; None where no period has enough results."""
    points = (point for trend in answer.trends for point in trend.points)
    if all(getattr(point, what).estimate is None for point in points):
        return None
    shown_cut = cut if what == "mean" else None
    return Drawing(
        key=f"trend-{what.replace('_', '-')}",
        title=trend_title(answer, what),
        figure=trend_figure(answer, what=what, cut=shown_cut, compact=compact),
        alt=trend_sentence(answer, what=what, cut=shown_cut),
        table=trend_table(answer, what=what),
        explained=(Explained.TREND, Explained.CONFIDENCE_INTERVAL),
    )


def trend_title(answer: TrendAnswer, what: What) -> str:
    """Name what is followed over time: "Overall: mean by month"."""
    name = f"{answer.metric.name}: mean" if what == "mean" else "Pass rate"
    return f"{name} by {answer.period}"


def no_trend_sentence(answer: TrendAnswer, what: What) -> str:
    """Say why nothing is drawn."""
    return f"{trend_title(answer, what)}: no period has five results or more."


def undated_sentence(answer: TrendAnswer) -> str:
    """Say how many scored interviews are in no period; empty where all are in one."""
    undated = sum(trend.undated for trend in answer.trends)
    if not undated:
        return ""
    return f"{notation.count(undated, 'scored interview')} without a usable date: in no period."


def _all(answer: CohortAnswer) -> list[tuple[Estimate, str]]:
    found = [(each.mean, each.sentence) for each in answer.differences]
    return [*found, *((each.difference, each.sentence) for each in answer.pass_differences)]


def _scale_words(found: Sequence[Difference]) -> str:
    """Name the scale where it is one and not the usual one: ", 0–5"."""
    scales = {each.metric.scale for each in found}
    if len(scales) != 1 or PERCENT in scales:
        return ""
    scale = scales.pop()
    return f", {notation.number(scale.low)}–{notation.number(scale.high)}"


def _scale_key(found: Sequence[Difference]) -> str:
    """Return the same for the key of a part: the page shows all scales as one figure."""
    return _scale_words(found).replace(", ", "--").replace("–", "-").replace(".", "-")
