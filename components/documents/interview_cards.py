"""What a manager wants of an interview in a minute: outcome, certainty, strength, gap, level."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.documents.labels import outcome_label
from components.documents.sentences import joined
from services.models import notation
from services.models.interview import Interview, Outcome
from services.models.language import LanguageProfile
from services.models.report import InterviewReport
from services.models.score import PERCENT, Score, ScoreState
from services.models.standing import Standing, standing

_STANDINGS = {
    Standing.ABOVE: "The whole band lies above the cut of {cut}.",
    Standing.BELOW: "The whole band lies below the cut of {cut}.",
    Standing.TOO_CLOSE: "Too close to call: the band holds the cut of {cut}.",
    Standing.UNKNOWN: "No band to judge the cut of {cut} by.",
}
_NAMED = 2
_NO_VERDICT = "The vendor gave no verdict."
_STATES = {
    ScoreState.UNSCORED: "This vendor scores nothing: read and hear the answers themselves.",
}


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to know first, with the lines that stand below it."""

    label: str
    big: str
    figure: str = ""
    """The number with its band, where `big` is the name of what it belongs to."""
    lines: tuple[str, ...] = ()
    shown: Outcome | Score | None = None
    """What a page draws as a chip, or on its band, beside the words."""

    @property
    def sentence(self) -> str:
        """All of it in a row, for a document."""
        if _NO_VERDICT in self.lines:
            return joined(*self.lines)
        big = f"{self.big[:1].upper()}{self.big[1:]}" if self.shown else self.big
        return joined(f"{big}: {self.figure}" if self.figure else big, *self.lines)


def cards(report: InterviewReport, *, cut: float | None) -> tuple[Card, ...]:
    """Return what there is to know first, the outcome and the overall score always.

    `cut` is a number on 0 to 100; the vendors' bands alone decide on which side of it a score is.
    """
    interview, found = report.stored.interview, report.standouts
    told = [_outcome(interview), _overall(interview, cut=cut)]
    if interview.language and (interview.language.cefr or interview.language.levels):
        told.append(_level(interview.language))
    if found.compared > 1:
        told.append(_skills("Top strength", found.strongest))
        told.append(_skills("Top gap", found.weakest))
    elif found.without_band > 1:
        untold = "The vendor gave no bands: whether these skills differ cannot be told."
        told.append(Card("Strengths and gaps", "Not known", lines=(untold,)))
    return tuple(told)


def against_the_cut(score: Score, cut: float | None) -> str:
    """Say in a sentence where the whole band lies; nothing where there is nothing to judge."""
    if score.value is None or cut is None or score.scale != PERCENT:
        return ""
    return _STANDINGS[standing(score, cut)].format(cut=notation.number(cut))


def _outcome(interview: Interview) -> Card:
    said = interview.vendor_outcome
    lines = [f"The vendor says: {said}" if said else _NO_VERDICT]
    coverage = interview.coverage
    if coverage and coverage.core_domains is not None:
        covered = "unknown" if coverage.covered is None else str(coverage.covered)
        lines.append(f"Core domains covered: {covered} of {coverage.core_domains}")
    if coverage and coverage.uncovered:
        lines.append(f"Listed as not covered: {', '.join(coverage.uncovered)}")
    outcome = interview.outcome
    return Card("Outcome", outcome_label(outcome), lines=tuple(lines), shown=outcome)


def _overall(interview: Interview, *, cut: float | None) -> Card:
    score = interview.overall
    low, high = notation.number(score.scale.low), notation.number(score.scale.high)
    lines = (
        _STATES.get(score.state),
        "Vendor interval, level not stated" if score.has_band else None,
        f"The vendor calls it “{score.label}”." if score.label else None,
        interview.reliability,
        against_the_cut(score, cut),
    )
    unscored = score.state is ScoreState.UNSCORED
    return Card(
        "Overall score" if unscored else f"Overall score, {low} to {high}",
        notation.in_words(score),
        lines=tuple(line for line in lines if line),
        shown=score,
    )


def _level(profile: LanguageProfile) -> Card:
    lines = [", ".join(f"{one.name} {one.cefr}" for one in profile.levels)]
    if profile.target:
        lines.append(f"Required for the role: {profile.target}")
    if profile.detection:
        lines.append(f"Speaker match: {profile.detection.match}")
    return Card(
        "CEFR level, as issued",
        profile.cefr or "No overall",
        lines=tuple(line for line in lines if line),
    )


def _skills(label: str, scores: Sequence[Score]) -> Card:
    if not scores:
        none = "The bands of all scored skills overlap: they cannot be separated."
        return Card(label, "None stands out", lines=(none,))
    first, *others = scores
    lines: tuple[str, ...] = ()
    if others:
        named = ", ".join(f"{score.name} {notation.with_band(score)}" for score in others[:_NAMED])
        more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
        lines = (f"Cannot be separated from {named}{more}: the bands overlap.",)
    return Card(label, first.name, figure=notation.with_band(first), lines=lines)
