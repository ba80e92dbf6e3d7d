"""The cohort report: who is compared, how they score, what differs, and how that went over time."""

from collections.abc import Iterator

from components.documents import cohorts_changes as changes
from components.documents import cohorts_measures as measures
from components.documents import cohorts_summary as summary
from components.documents import imprint
from components.documents.cohorts_blocks import changed, measured, over_time
from components.documents.explanations import Explained
from services.models.answered import CohortsAnswered, Edition
from services.models.content import About, Block, Content, Facts, Listing, Remark, Section, Tone

_LONGEST_TITLE = 120
_MOST_ON_SLIDES = 20
_ALWAYS = (*summary.SUMMARY_EXPLAINED, Explained.OVERALL_MEAN, Explained.COVERAGE)
_OF_DIFFERENCES = (
    *(Explained.MEAN_DIFFERENCE, Explained.HOLM, Explained.HEDGES_G),
    *(Explained.CLIFFS_DELTA, Explained.PASS_DIFFERENCE),
)


def cohorts_content(answered: CohortsAnswered, edition: Edition) -> Content:
    """Return the report of cohorts as the Cohorts page shows them."""
    answer = answered.answer
    return Content(
        title=_title([cohort.label for cohort in answer.cohorts]),
        subtitle="Do these groups differ, by how much, and could it be chance?",
        about=_about(answered, edition),
        sections=tuple(_sections(answered, edition)),
        stem=imprint.stem("cohorts", edition),
        meanings=imprint.meanings(_explained(answered)),
    )


def _title(labels: list[str]) -> str:
    named = f"Cohorts: {summary.listed(labels)}"
    return named if len(named) <= _LONGEST_TITLE else f"{len(labels)} cohorts side by side"


def _about(answered: CohortsAnswered, edition: Edition) -> About:
    answer = answered.answer
    return imprint.about(
        edition,
        filters=summary.filters_words(answer, titles=edition.titles),
        counted=summary.counted_words(answer),
        instruments=[
            imprint.instrument_words(each.vendor, each.version, edition)
            for each in summary.counted_instruments(answer)
        ],
        limits=(
            summary.level_sentence(answer),
            *measures.size_sentences(answer, range(len(answer.metrics))),
            *answer.warnings,
        ),
    )


def _sections(answered: CohortsAnswered, edition: Edition) -> Iterator[Section]:
    answer, trend = answered.answer, answered.trend
    yield Section("Who is compared", tuple(_who(answered, edition)))
    if summary.is_empty(answer) or not answer.metrics:
        return
    kind = measures.KINDS[answer.metrics[0].kind]
    yield Section(f"How they score: {kind}", tuple(measured(answered, edition)))
    if len(answer.cohorts) > 1:
        yield Section("What differs", tuple(changed(answered)))
    if trend and changes.have_periods(trend):
        yield Section("Over time", tuple(over_time(trend, edition)))


def _who(answered: CohortsAnswered, edition: Edition) -> Iterator[Block]:
    answer, titles = answered.answer, edition.titles
    if summary.is_empty(answer):
        yield Remark((summary.NOBODY,), Tone.WARNING)
    elif answer.warnings:
        yield Remark(answer.warnings, Tone.WARNING)
    rows = ((each.label, summary.cohort_words(each, titles=titles)) for each in answer.cohorts)
    yield Facts(tuple(rows))
    yield Listing(
        key=summary.SUMMARY_KEY,
        title=summary.SUMMARY_TITLE,
        table=summary.summary_table(answer),
        finding=f"Counted: {summary.counted_words(answer).removeprefix('n = ')}",
        remarks=(summary.level_sentence(answer), *summary.rate_refusals(answer)),
    )
    shared = summary.overlap_sentences(answer)
    if shared:
        yield Remark(shared)
    if len(answer.instruments) > 1:
        table = summary.instruments_table(answer, titles=titles)
        yield Listing(
            key="cohort-instruments",
            title="Whose results are counted",
            table=table,
            is_long=len(table.rows) > _MOST_ON_SLIDES,
        )


def _explained(answered: CohortsAnswered) -> Iterator[Explained]:
    """Return what the appendix explains: what stands in the report, and no more."""
    answer, trend = answered.answer, answered.trend
    yield from _ALWAYS
    if answer.metrics:
        yield from (Explained.MEDIAN, Explained.QUARTILES)
    if len(answer.cohorts) > 1:
        yield from _OF_DIFFERENCES
    if answered.ask.with_bands:
        yield from measures.HETEROGENEITY_EXPLAINED
    if trend and changes.have_periods(trend):
        yield Explained.TREND
