"""Cohorts of invented interviews with figures worked out by hand, for the charts of cohorts."""

from services.models.browse import InterviewFilter
from services.models.cohort import (
    Census,
    CohortFigures,
    CohortSummary,
    Difference,
    Distribution,
    Metric,
    PassDifference,
)
from services.models.estimate import Estimate, RandomEffects, refused
from services.models.score import FIVE_POINTS, ScoreKind
from services.models.trend import Period, Trend, TrendAnswer, TrendPoint

OVERALL = Metric()
KAFKA = Metric(kind=ScoreKind.SKILL, name="Kafka")
FLUENCY = Metric(kind=ScoreKind.LANGUAGE, name="Fluency", scale=FIVE_POINTS)
HOSTILE = "<a href='https://example.com'>x</a> $x^2$ %{y}"


HALVES = (0, 50, 100)
"""The edges of two bins."""


def estimate(value, lower=None, upper=None, *, n=40, remark=""):
    return Estimate(
        estimate=value, lower=lower, upper=upper, level=0.95, n=n, method="mean", remark=remark
    )


def refusal(n=0, why="Too few scores for a figure."):
    return refused(why, level=0.95, n=n, method="mean")


def figures(mean=None, *, n=40, metric=OVERALL, values=(), bins=None, **more):
    """Make a metric's figures; without a mean they are refused. `bins` are (edges, counts)."""
    mean = mean or refusal(n)
    edges, counts = bins or ((), ())
    left_out = {name: more.pop(name, 0) for name in ("not_evaluated", "missing", "doubtful")}
    census = Census(members=n + sum(left_out.values()), scored=n, unscored=0, pending=0, **left_out)
    drawn = Distribution(values=values, edges=edges, counts=counts, beyond=more.pop("beyond", 0))
    effects = more.pop("with_bands", None) or refusal(n)
    return CohortFigures(
        metric=metric,
        census=census,
        distribution=drawn,
        mean=mean,
        median=more.pop("median", None) or refusal(n),
        random_effects=RandomEffects(mean=effects),
        **more,
    )


def cohort(*found, label="Backend"):
    return CohortSummary(
        label=label,
        wanted=InterviewFilter(),
        members=found[0].census.members,
        counted=found[0].census.members,
        instruments=(),
        passed=0,
        failed=0,
        undetermined=0,
        no_verdict=0,
        pass_rate=refusal(),
        notice_rate=refusal(),
        figures=found,
    )


def difference(found=None, corrected=(None, None), *, a="Backend", b="Data", **more):
    """Make a difference of means; without an estimate it is refused."""
    found = found or refusal(why="Data has too few scores.")
    return Difference(
        a=a,
        b=b,
        metric=more.get("metric", OVERALL),
        mean=found,
        p_value=0.01,
        p_holm=0.02,
        corrected_lower=corrected[0],
        corrected_upper=corrected[1],
        hedges_g=estimate(0.4, 0.1, 0.7),
        cliffs_delta=estimate(0.2, 0.0, 0.4),
        with_bands=refusal(),
        sentence=more.get("sentence", f"{b} is compared with {a}."),
    )


def pass_difference(found, corrected=(None, None), *, a="Backend", b="Data"):
    return PassDifference(
        a=a,
        b=b,
        difference=found,
        p_value=0.01,
        p_holm=0.02,
        corrected_lower=corrected[0],
        corrected_upper=corrected[1],
        sentence="Data passes more often.",
    )


def point(start_day, mean=None, *, n=40, **more):
    """Make a month; its pass rate is half, from 0.4 to 0.6."""
    given = {"is_partial": False, "begins_version": False, "versions": ("qode v3",)} | more
    few = n < 5
    return TrendPoint(
        label=start_day[:7],
        start_day=start_day,
        mean=refusal(n) if few or mean is None else mean,
        pass_rate=refusal(n) if few else estimate(0.5, 0.4, 0.6, n=n),
        **given,
    )


def trend(*points, label="All", undated=0):
    return Trend(label=label, points=points, undated=undated)


def answer(*trends, metric=OVERALL, period=Period.MONTH):
    return TrendAnswer(metric=metric, period=period, level=0.95, trends=trends)


def trace(figure, name):
    """Return the only trace of this name."""
    (found,) = [part for part in figure.data if part.name == name]
    return found


def names(figure):
    return [part.name for part in figure.data]


def records(table):
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def all_texts(figure):
    """Return every text of a figure: beside the marks, and on hover."""
    beside = [part.text for part in figure.layout.annotations]
    return [*beside, *(text for part in figure.data for text in part.hovertext or ())]
