"""The cohort report's blocks: its figures in parts that a page holds, with what each shows."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from components.charts import (
    differences_ranges,
    distribution_bars,
    means_ranges,
    pass_differences_ranges,
    trend_finding,
    trend_lines,
)
from components.documents import cohorts_changes as changes
from components.documents import cohorts_measures as measures
from components.documents.cohorts_bands_words import banded_finding
from components.documents.drawing import Drawing, chart
from components.documents.parts import numbered, part_key, parts
from services.models import notation
from services.models.answered import CohortsAnswered, Edition
from services.models.cohort import CohortAnswer, Corrected, Difference, PassDifference
from services.models.content import Block, Chart, Listing, NativeChart, Remark, Words
from services.models.score import Scale, ScoreKind
from services.models.trend import TrendAnswer

_MOST_LANES = 30
_MOST_PAIRS = 16
"""As many rows as a page holds."""
_MOST_FIGURES = 4

Pair = TypeVar("Pair", bound=Corrected)


def measured(answered: CohortsAnswered, edition: Edition) -> Iterator[Block]:
    """Return the means, how one metric's scores lie, and how far they differ beyond bands."""
    answer, with_bands = answered.answer, answered.ask.with_bands
    index = measures.metric_index(answer, answered.ask.metric)
    has_means = len(answer.metrics) > 1 or len(answer.cohorts) > 1 or with_bands
    if has_means:
        for scale in measures.scales(answer):
            if measures.have_means(answer, scale):
                yield from _means(answered, scale, edition)
            else:
                yield Remark(measures.size_sentences(answer, measures.indices_on(answer, scale)))
        if measures.hidden_sentence(answer):
            yield Remark((measures.hidden_sentence(answer),))
    said = measures.medians_words if has_means else measures.means_words
    yield chart(
        measures.distribution_drawing(answer, index, cut=edition.cut, compact=False),
        finding=said(answer, index),
        native=distribution_bars(answer.cohorts, index=index),
        remarks=measures.remark_sentences(answer, index),
    )
    if with_bands:
        yield Listing(
            key=measures.HETEROGENEITY_KEY,
            title=f"{measures.HETEROGENEITY_TITLE}: {answer.metrics[index].name}",
            table=measures.heterogeneity_table(answer, index),
            remarks=measures.band_refusals(answer, index),
        )


def changed(answered: CohortsAnswered) -> Iterator[Block]:
    """Return what differs: sentences first, then the differences that could be computed."""
    answer = answered.answer
    said = changes.found_sentences(answer)[: changes.MOST_SENTENCES]
    if said:
        yield Words("\n".join(said))
    rest = (changes.rest_sentence(answer), *changes.refusal_sentences(answer))
    if any(rest):
        yield Remark(tuple(filter(None, rest)))
    yield from _mean_pairs(answer.differences, changes.differences_drawing, say=_means_said)
    if answered.ask.with_bands:
        counted = changes.counting_bands(answer)
        yield from _mean_pairs(counted, changes.with_bands_drawing, say=banded_finding)
    yield from _pairs(
        [each for each in answer.pass_differences if each.difference.estimate is not None],
        changes.pass_differences_drawing,
        pass_differences_ranges,
        say=_rates_said,
    )


def over_time(trend: TrendAnswer, edition: Edition) -> Iterator[Block]:
    """Return means and pass rates over time, or why there are none."""
    undated = changes.undated_sentence(trend)
    for what in changes.TRENDS:
        drawing = changes.trend_drawing(trend, what, cut=edition.cut, compact=False)
        if drawing is None:
            yield Remark((changes.no_trend_sentence(trend, what),))
        else:
            finding = trend_finding(trend, what=what)
            yield chart(
                drawing,
                finding=finding,
                native=trend_lines(trend, what=what, cut=edition.cut),
                remarks=(undated,) if undated else (),
            )


def _means(answered: CohortsAnswered, scale: Scale, edition: Edition) -> Iterator[Chart]:
    answer, with_bands = answered.answer, answered.ask.with_bands
    # A second mean under each makes a lane half as high again.
    lanes = len(answer.cohorts) * (1.5 if with_bands else 1)
    most = max(1, int(_MOST_LANES / max(1, lanes)))
    found = list(parts(measures.indices_on(answer, scale), most=most))
    bands = (measures.bands_sentence(answer),) if with_bands else ()
    for part, indices in enumerate(found):
        drawing = measures.means_drawing(
            answer, indices, with_bands=with_bands, cut=edition.cut, compact=False
        )
        first = answer.metrics[indices[0]]
        if len(indices) == 1 and first.kind is not ScoreKind.OVERALL:
            # The rows of a figure of one metric name cohorts only.
            drawing = replace(drawing, title=f"{drawing.title} of {first.name}")
        yield chart(
            numbered(drawing, part, of=len(found)),
            finding=_means_finding(answer, indices),
            native=means_ranges(answer.cohorts, indices=indices),
            remarks=(*bands, *measures.size_sentences(answer, indices)),
        )


def _means_finding(answer: CohortAnswer, indices: Sequence[int]) -> str:
    if len(indices) == 1:
        return measures.means_words(answer, indices[0])
    kind = measures.KINDS[answer.metrics[0].kind]
    shown = {answer.metrics[index] for index in indices}
    pairs = [each for each in answer.differences if each.metric in shown]
    if any(each.mean.estimate is not None for each in pairs):
        return f"{kind}: {changes.lowered(changes.chance_words(pairs, what='means'))}"
    return f"{kind}: {len(indices)} metrics in {notation.count(len(answer.cohorts), 'cohort')}"


def _means_said(piece: Sequence[Difference]) -> str:
    return _said(piece, what="means")


def _rates_said(piece: Sequence[PassDifference]) -> str:
    return _said(piece, what="pass rates")


def _said(piece: Sequence[Corrected], *, what: str) -> str:
    return piece[0].sentence if len(piece) == 1 else changes.chance_words(piece, what=what)


def _mean_pairs(
    differences: Sequence[Difference],
    draw: Callable[..., Drawing],
    *,
    say: Callable[[Sequence[Difference]], str],
) -> Iterator[Block]:
    """Return the differences of means that could be computed: two scales share no figure."""
    found = [each for each in differences if each.mean.estimate is not None]
    for scale in dict.fromkeys(each.metric.scale for each in found):
        here = [each for each in found if each.metric.scale == scale]
        yield from _pairs(here, draw, differences_ranges, say=say)


def _pairs(
    found: Sequence[Pair],
    draw: Callable[..., Drawing],
    native: Callable[[Sequence[Pair]], NativeChart | None],
    *,
    say: Callable[[Sequence[Pair]], str],
) -> Iterator[Block]:
    """Return the differences in parts; those beyond the last figure are a table."""
    drawn = found[: _MOST_PAIRS * _MOST_FIGURES]
    pieces = list(parts(drawn, most=_MOST_PAIRS))
    for part, piece in enumerate(pieces):
        drawing = draw(piece, compact=False)
        yield chart(
            numbered(drawing, part, of=len(pieces)),
            finding=say(piece),
            native=native(piece),
        )
    more = found[len(drawn) :]
    if more:
        rest = draw(more, compact=False)
        title = f"{rest.title}: {len(more)} more"
        yield Listing(key=part_key(rest.key, "more"), title=title, table=rest.table, is_long=True)
