"""What a cohort's figures rest on, in words: how many were scored, and who was left out and why."""

from math import isfinite

from components.charts import _estimates, label
from services.models.cohort import FEWEST_FOR_A_SUMMARY, Census, CohortFigures
from services.models.score import Scale


def coverage(census: Census) -> str:
    """Write how many scores there are, and which share of the results that is."""
    share = census.coverage
    known = "" if share is None else f", coverage {percent(share, n=census.members)}"
    return f"n = {census.scored:,}{known}"


def percent(share: float, *, n: int) -> str:
    """Write a share in percent; what is not all is never 100 %, what is not none never 0 %."""
    places = _estimates.rate_places(n)
    step = 10.0**-places
    written = min(max(100 * share, step), 100 - step) if 0 < share < 1 else 100 * share
    return f"{_estimates.number(written, places=places)} %"


def left_out(census: Census) -> tuple[str, ...]:
    """Name everybody who is in no figure, each by the reason; reasons nobody met are left out."""
    counts = {
        "not evaluated": census.not_evaluated,
        "missing": census.missing,
        "not scored by the vendor": census.unscored,
        "with a doubtful speaker": census.doubtful,
        "without a result": census.pending,
    }
    return tuple(f"{count:,} {words}" for words, count in counts.items() if count)


def warnings(figures: CohortFigures) -> tuple[str, ...]:
    """Say what a reader must know before the mean: few results, scores beyond the scale."""
    n = figures.census.scored
    said = ["few results"] if n >= FEWEST_FOR_A_SUMMARY and _estimates.is_few(n) else []
    beyond = beyond_scale(figures)
    return (*said, *([f"{beyond:,} beyond the scale"] if beyond else []))


def beyond_scale(figures: CohortFigures) -> int:
    """Return how many scores lie outside the metric's scale."""
    drawn = figures.distribution
    outside = sum(1 for value in finite(figures) if not is_on(value, figures.metric.scale))
    return max(drawn.beyond, outside)


def is_on(value: float, scale: Scale) -> bool:
    """Tell whether a value lies on the scale."""
    return scale.low <= value <= scale.high


def finite(figures: CohortFigures) -> tuple[float, ...]:
    """Return the single values that are numbers."""
    return tuple(value for value in figures.distribution.values if isfinite(value))


def median_words(figures: CohortFigures) -> tuple[str, ...]:
    """Write the median with its interval, and the quartiles; nothing where they are not drawn."""
    places = _estimates.places(figures.metric.scale)
    if _estimates.drawn_value(figures.median) is None:
        return ()
    found = quartiles(figures)
    middle = f"middle half {_estimates.interval(*found, places=places)}" if found else ""
    median = f"median {_estimates.in_words(figures.median, places=places)}"
    return tuple(part for part in (median, middle) if part)


def quartiles(figures: CohortFigures) -> tuple[float, float] | None:
    """Return both quartiles where a summary may be drawn and both are known."""
    lower, upper = figures.lower_quartile, figures.upper_quartile
    if lower is None or upper is None or figures.census.scored < FEWEST_FOR_A_SUMMARY:
        return None
    return (lower, upper) if isfinite(lower) and isfinite(upper) else None


def mean_words(figures: CohortFigures) -> str:
    """Write the mean with its interval, or why there is none."""
    n = figures.census.scored
    if n < FEWEST_FOR_A_SUMMARY:
        return _estimates.few(n)
    places = _estimates.places(figures.metric.scale)
    said = _estimates.in_words(figures.mean, places=places)
    return said if _estimates.drawn_value(figures.mean) is None else f"mean {said}"


def plain_lines(texts: tuple[str, ...], *, room: float, lines: int, size: float) -> tuple[str, ...]:
    """Return the texts as one flow of commas, wrapped."""
    return label.wrapped(", ".join(texts), room=room, lines=lines, size=size) if texts else ()
