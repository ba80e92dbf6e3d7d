"""The cards that a manager wants in a minute: outcome, certainty, what stands out."""

from components.charts import is_doubtful
from components.documents.interview_cards import Card, cards
from components.widgets._component import declare
from components.widgets.candidate_table import score_words
from components.widgets.chips import outcome_chip
from services.models.interview import Outcome
from services.models.report import InterviewReport
from services.models.score import Score

_VERDICT = declare("verdict")


def verdict(report: InterviewReport, *, cut: float | None) -> None:
    """Draw the cards of one interview."""
    interview = report.stored.interview
    said = interview.vendor_outcome
    drawn = [_drawn(card, said=said, cut=cut) for card in cards(report, cut=cut)]
    if is_doubtful(interview.language):
        drawn = [card | {"grey": True} for card in drawn]
    _VERDICT(key="verdict", data={"cards": drawn})


def _drawn(card: Card, *, said: str | None, cut: float | None) -> dict[str, object]:
    """Return what the browser draws of one card: a chip, a score on its band, or words."""
    lines = [card.figure, *card.lines] if card.figure else list(card.lines)
    data: dict[str, object] = {"label": card.label, "lines": lines}
    if isinstance(card.shown, Outcome):
        return data | {"chip": outcome_chip(card.shown, said).model_dump(mode="json")}
    if isinstance(card.shown, Score):
        data |= {"score": score_words(card.shown, cut=cut)}
    return data | {"big": card.big}
