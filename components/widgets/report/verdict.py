"""What a manager wants in a minute: outcome, certainty, what stands out, what is in doubt."""

from collections.abc import Sequence

from components.charts import is_doubtful
from components.widgets._component import declare
from components.widgets.candidate_table import score_words
from components.widgets.chips import outcome_chip
from services.models import notation
from services.models.interview import Interview
from services.models.language import LanguageProfile
from services.models.report import InterviewReport
from services.models.score import PERCENT, Score, ScoreState
from services.models.standing import Standing, standing

_VERDICT = declare("verdict")
_STANDINGS = {
    Standing.ABOVE: "The whole band lies above the cut of {cut}.",
    Standing.BELOW: "The whole band lies below the cut of {cut}.",
    Standing.TOO_CLOSE: "Too close to call: the band holds the cut of {cut}.",
    Standing.UNKNOWN: "No band to judge the cut of {cut} by.",
}
_NAMED = 2
_STATES = {
    ScoreState.UNSCORED: "This vendor scores nothing: read and hear the answers themselves.",
}


def verdict(report: InterviewReport, *, cut: float | None) -> None:
    """Draw the cards of one interview."""
    interview = report.stored.interview
    cards = [_outcome(interview), _overall(interview, cut=cut)]
    if interview.language and (interview.language.cefr or interview.language.levels):
        cards.append(_level(interview.language))
    found = report.standouts
    if found.compared > 1:
        cards.append(_skills("Top strength", found.strongest))
        cards.append(_skills("Top gap", found.weakest))
    elif found.without_band > 1:
        untold = "The vendor gave no bands: whether these skills differ cannot be told."
        cards.append({"label": "Strengths and gaps", "big": "Not known", "lines": [untold]})
    if is_doubtful(interview.language):
        cards = [card | {"grey": True} for card in cards]
    _VERDICT(key="verdict", data={"cards": cards})


def _outcome(interview: Interview) -> dict[str, object]:
    said = interview.vendor_outcome
    lines = [f"The vendor says: {said}"] if said else ["The vendor gave no verdict."]
    if interview.coverage and interview.coverage.core_domains is not None:
        covered = interview.coverage.covered
        count = "unknown" if covered is None else str(covered)
        lines.append(f"Core domains covered: {count} of {interview.coverage.core_domains}")
    if interview.coverage and interview.coverage.uncovered:
        lines.append(f"Listed as not covered: {', '.join(interview.coverage.uncovered)}")
    chip = outcome_chip(interview.outcome).model_dump(mode="json")
    return {"label": "Outcome", "chip": chip, "lines": lines}


def _overall(interview: Interview, *, cut: float | None) -> dict[str, object]:
    score = interview.overall
    low, high = notation.number(score.scale.low), notation.number(score.scale.high)
    lines = [_STATES[score.state]] if score.state in _STATES else []
    if score.has_band:
        lines.append("Vendor interval, level not stated")
    if score.label:
        lines.append(f"The vendor calls it “{score.label}”.")
    if interview.reliability:
        lines.append(interview.reliability)
    if score.value is not None and cut is not None and score.scale == PERCENT:
        place = _STANDINGS[standing(score, cut)]
        lines.append(place.format(cut=notation.number(cut)))
    unscored = score.state is ScoreState.UNSCORED
    return {
        "label": "Overall score" if unscored else f"Overall score, {low} to {high}",
        "big": notation.in_words(score),
        "score": score_words(score, cut=cut),
        "lines": lines,
    }


def _level(profile: LanguageProfile) -> dict[str, object]:
    levels = ", ".join(f"{one.name} {one.cefr}" for one in profile.levels)
    lines = [levels] if levels else []
    if profile.target:
        lines.append(f"Required for the role: {profile.target}")
    if profile.detection:
        lines.append(f"Speaker match: {profile.detection.match}")
    return {"label": "CEFR level, as issued", "big": profile.cefr or "No overall", "lines": lines}


def _skills(label: str, scores: Sequence[Score]) -> dict[str, object]:
    if not scores:
        none = "The bands of all scored skills overlap: they cannot be separated."
        return {"label": label, "big": "None stands out", "lines": [none]}
    first, *others = scores
    lines = [notation.with_band(first)]
    if others:
        named = ", ".join(f"{score.name} {notation.with_band(score)}" for score in others[:_NAMED])
        more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
        lines.append(f"Cannot be separated from {named}{more}: the bands overlap.")
    return {"label": label, "big": first.name, "lines": lines}
