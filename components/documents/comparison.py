"""The comparison of two to five interviews: what their bands can tell apart, and what not."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from components.documents import imprint
from components.documents.comparison_words import (
    assumption,
    comparison_drawing,
    facts_of,
    family_finding,
    names_of,
    not_asked_table,
    overall_finding,
    pairs_table,
    shared,
)
from components.documents.drawing import chart
from components.documents.explanations import Explained
from components.documents.interview_findings import LEVEL_NOT_STATED
from components.documents.labels import outcome_label, status_label
from components.documents.parts import numbered, part_key, parts
from components.documents.ranges import axis_of, ranges, score_range
from components.documents.sentences import short
from services.models import notation
from services.models.answered import ComparisonAnswered, Edition
from services.models.comparison import Comparison, Verdict
from services.models.content import (
    Block,
    Chart,
    Content,
    Listing,
    Range,
    Ranges,
    Remark,
    Section,
    Tone,
)
from services.models.score import ScoreKind
from services.models.table import Table

_PEOPLE = ("Candidate", "Role", "Date", "Measured by", "Status", "Outcome", "Overall score")
_MANY = 40
_MOST_LANES = 45
"""So many scores, asked or not, stand in one figure that fits a page."""
_OVERALL = "Overall"
_FAMILIES = {
    "": frozenset((ScoreKind.OVERALL, ScoreKind.DOMAIN, ScoreKind.SKILL)),
    "rubric": frozenset((ScoreKind.RUBRIC,)),
    "coding": frozenset((ScoreKind.CODING,)),
    "language": frozenset((ScoreKind.LANGUAGE,)),
}


def comparison_content(answered: ComparisonAnswered, edition: Edition) -> Content:
    """Return who is compared, what must not be read out of it, the figure, and pair by pair."""
    comparison = answered.answer
    rows = comparison.interviews
    instruments = dict.fromkeys(
        imprint.instrument_words(row.vendor, row.assessment_version, edition) for row in rows
    )
    explained = (Explained.SCORE, Explained.BAND, Explained.SEPARATION, Explained.OUTCOME)
    return Content(
        title="Comparison",
        subtitle=" · ".join(map(short, names_of(comparison).values())),
        about=imprint.about(
            edition,
            filters="Interviews chosen by hand",
            counted=notation.count(len(rows), "interview"),
            instruments=tuple(instruments),
            limits=tuple(_limits(comparison)),
        ),
        sections=tuple(_sections(comparison, edition)),
        stem=imprint.stem("comparison", edition),
        meanings=imprint.meanings(explained),
    )


def _limits(comparison: Comparison) -> Iterator[str]:
    yield from comparison.warnings
    level = notation.number(100 * comparison.level)
    yield f"Bands: vendor interval, level not stated; taken to be at {level} %."


def _sections(comparison: Comparison, edition: Edition) -> Iterator[Section]:
    first: list[Block] = [_people(comparison, edition)]
    if comparison.warnings:
        first.append(Remark(comparison.warnings, Tone.WARNING))
    yield Section("Who is compared", tuple(first))
    yield Section("Scores and bands", tuple(_figures(comparison)))
    pairs = pairs_table(comparison)
    if pairs.rows:
        yield Section("What can be told apart", (_pairs(pairs),))
    gaps = not_asked_table(comparison)
    if gaps.rows:
        yield Section("Not asked", (Listing("not-asked", "What was not asked of whom", gaps),))


def _figures(comparison: Comparison) -> Iterator[Chart]:
    """Yield one figure, or several where one would not fit a page: by family, then in parts."""
    found = shared(comparison)
    most = max(1, _MOST_LANES // len(found.interviews))
    families = _FAMILIES if len(found.rows) > most else {"": frozenset(ScoreKind)}
    for name, kinds in families.items():
        rows = tuple(row for row in found.rows if row.kind in kinds)
        cut = list(parts(rows, most=most))
        for part, held in enumerate(cut):
            family = found.model_copy(update={"rows": tuple(held)})
            yield _figure(comparison, family, name=name, place=(part, len(cut)))


def _figure(
    comparison: Comparison, family: Comparison, *, name: str, place: tuple[int, int]
) -> Chart:
    """Return the figure of some rows; `place` is which part of its family it is, of how many."""
    drawing = comparison_drawing(family)
    if name:
        key, title = part_key(drawing.key, name), f"{name.capitalize()} scores side by side"
        drawing = replace(drawing, key=key, title=title)
    part, many = place
    drawing = numbered(drawing, part, of=many)
    is_first = not name and part == 0
    return chart(
        drawing,
        finding=overall_finding(comparison)
        if is_first
        else family_finding(family, title=drawing.title),
        native=_native(family),
        remarks=(assumption(comparison), *comparison.warnings),
    )


def _pairs(pairs: Table) -> Listing:
    """Return the verdicts; of a long table, those that cannot be compared are counted only."""
    remarks = ["The difference is that of the first minus the second."]
    if len(pairs.rows) > _MANY:
        left_out = Counter(
            str(row[-1])
            for row in pairs.rows
            if row[3] == Verdict.NOT_COMPARABLE and row[0] != _OVERALL
        )
        kept = [row for row in pairs.rows if row[3] != Verdict.NOT_COMPARABLE or row[0] == _OVERALL]
        pairs = Table(columns=pairs.columns, rows=tuple(kept))
        remarks += [f"{count} more not comparable: {why}" for why, count in left_out.items()]
    is_long = len(pairs.rows) > _MANY
    return Listing("pair-by-pair", "Pair by pair", pairs, remarks=tuple(remarks), is_long=is_long)


def _people(comparison: Comparison, edition: Edition) -> Listing:
    names = names_of(comparison)
    rows = tuple(
        (
            names[row.id],
            *facts_of(row),
            imprint.instrument_words(row.vendor, row.assessment_version, edition),
            status_label(row.status),
            outcome_label(row.outcome),
            notation.on_its_scale(row.overall) + (", speaker match low" if row.is_doubtful else ""),
        )
        for row in comparison.interviews
    )
    remarks = (LEVEL_NOT_STATED,) if any(r.overall.has_band for r in comparison.interviews) else ()
    table = Table(columns=_PEOPLE, rows=rows)
    return Listing("people", "The interviews", table, remarks=remarks)


def _native(comparison: Comparison) -> Ranges | None:
    """Return each score of each interview in a row of its own, on the scale of the first."""
    names, found = names_of(comparison), shared(comparison)
    doubtful = {row.id for row in comparison.interviews if row.is_doubtful}
    scale = axis_of([score for row in found.rows for score in row.scores if score])
    rows: list[Range] = []
    for row in found.rows:
        for each, score in zip(comparison.interviews, row.scores, strict=True):
            named = f"{row.name} · {names[each.id]}"
            doubt = "speaker match low" if each.id in doubtful else ""
            rows.append(
                score_range(named, score, scale=scale, remark=doubt)
                if score
                else Range(label=named, words="not asked")
            )
    return ranges(rows, scale=scale)
