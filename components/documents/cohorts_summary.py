"""Who is in cohorts, in words and tables: how many, whose results are counted, what is left out."""

from collections.abc import Iterator, Mapping, Sequence

from components.documents.explanations import Explained
from components.documents.filter_words import filter_words
from components.documents.sentences import short
from services.models import notation
from services.models.cohort import CohortAnswer, CohortSummary, Instrument
from services.models.estimate import Estimate
from services.models.table import Cell, Table

NOBODY = "No interview matches any of these cohorts."
SUMMARY_KEY = "cohort-summary"
SUMMARY_TITLE = "Cohorts"
SUMMARY_EXPLAINED = (Explained.PASS_RATE, Explained.NOTICE_RATE, Explained.CONFIDENCE_INTERVAL)
_COLUMNS = (
    *("Cohort", "Interviews", "Counted", "Passed", "Failed", "Undetermined", "No verdict"),
    *("Pass rate", "With notices"),
)


def is_empty(answer: CohortAnswer) -> bool:
    """Tell whether no interview is in any cohort."""
    return not any(cohort.members for cohort in answer.cohorts)


def summary_table(answer: CohortAnswer) -> Table:
    """Return one row for each cohort: how many, how many of them counted, verdicts, notices."""
    return Table(columns=_COLUMNS, rows=tuple(map(_row, answer.cohorts)))


def level_sentence(answer: CohortAnswer) -> str:
    """Say of what level the intervals are, and who is in no rate."""
    level = notation.number(100 * answer.level)
    return (
        f"Intervals are at {level} % (SCOREBAND_INTERVAL_LEVEL). Undetermined is no fail and in no "
        "rate."
    )


def rate_refusals(answer: CohortAnswer) -> tuple[str, ...]:
    """Say why a cohort has no rate, cohorts of one reason together; empty where all have one."""
    counted = [each for each in answer.cohorts if each.counted]
    return (
        *_refusals("Pass rate", [(each.label, each.pass_rate) for each in counted]),
        *_refusals("Rate of notices", [(each.label, each.notice_rate) for each in counted]),
    )


def overlap_sentences(answer: CohortAnswer) -> tuple[str, ...]:
    """Say which cohorts share interviews, and how many."""
    return tuple(
        f"{each.a} and {each.b} share {notation.count(each.shared, 'interview')}, counted in both."
        for each in answer.overlaps
    )


def instruments_table(answer: CohortAnswer, *, titles: Mapping[str, str]) -> Table:
    """Return one row for each cohort and instrument: how many results, and whether they count."""
    return Table(
        columns=("Cohort", "Vendor", "Assessment version", "Interviews with a result", "Counted"),
        rows=tuple(
            (
                cohort.label,
                titles.get(each.instrument.vendor, each.instrument.vendor),
                short(each.instrument.version or "none named"),
                each.count,
                "yes" if each.is_counted else "no, left out",
            )
            for cohort in answer.cohorts
            for each in cohort.instruments
        ),
    )


def counted_instruments(answer: CohortAnswer) -> tuple[Instrument, ...]:
    """Return the instruments that have results in the figures; without any, those chosen."""
    found = tuple(each.instrument for each in answer.instruments if each.is_counted)
    return found or answer.chosen


def filters_words(answer: CohortAnswer, *, titles: Mapping[str, str]) -> str:
    """Say what each cohort lets through: "Role: Nurse; Autumn (since 2026-09-01)"."""
    return "; ".join(
        _own_words(cohort.label, filter_words(cohort.wanted, titles=titles))
        for cohort in answer.cohorts
    )


def _own_words(name: str, words: str) -> str:
    """Return the name with the filter; the filter alone where it says the name already."""
    return words if words in (name, f"{words.split(':')[0]}: {name}") else f"{name} ({words})"


def counted_words(answer: CohortAnswer) -> str:
    """Say how many interviews the figures rest on: "n = 214 interviews in 2 cohorts"."""
    counted = notation.count(sum(cohort.counted for cohort in answer.cohorts), "interview")
    shared = ", those in two cohorts counted in both" if answer.overlaps else ""
    return f"n = {counted} in {notation.count(len(answer.cohorts), 'cohort')}{shared}"


def cohort_words(cohort: CohortSummary, *, titles: Mapping[str, str]) -> str:
    """Say what one cohort lets through, and how many of its interviews are counted."""
    words = filter_words(cohort.wanted, titles=titles)
    members = notation.count(cohort.members, "interview")
    return f"{words} · {members}, {cohort.counted:,} counted"


def listed(names: Sequence[str], *, most: int = 3) -> str:
    """Name the first few: "Nurse", "Nurse and Baker", "Nurse, Baker, Cook and 5 more"."""
    if len(names) > most:
        return f"{', '.join(names[:most])} and {len(names) - most} more"
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _row(cohort: CohortSummary) -> tuple[Cell, ...]:
    return (
        cohort.label,
        cohort.members,
        cohort.counted,
        cohort.passed,
        cohort.failed,
        cohort.undetermined,
        cohort.no_verdict,
        notation.rate(cohort.pass_rate),
        notation.rate(cohort.notice_rate),
    )


def _refusals(what: str, rates: Sequence[tuple[str, Estimate]]) -> Iterator[str]:
    reasons: dict[str, list[str]] = {}
    for label, rate in rates:
        if rate.refusal:
            reasons.setdefault(rate.refusal, []).append(label)
    for reason, labels in reasons.items():
        yield f"{what} of {listed(labels, most=len(labels))}: {reason[:1].lower()}{reason[1:]}"
