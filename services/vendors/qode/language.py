"""Language: Qode's eight dimensions from 0 to 100, and no CEFR level, since it issues none."""

from collections.abc import Sequence

from services.models.language import LanguageProfile
from services.models.score import Score, ScoreKind, ScoreState
from services.vendors._doubts import Doubts
from services.vendors._reading import MISSING, NOT_EVALUATED, Reading, checked
from services.vendors.qode.wire.document import QodeDocument
from services.vendors.qode.wire.results import Language

_DIMENSIONS: Sequence[str] = (
    "Coherence",
    "Fluency",
    "Grammar",
    "Vocabulary",
    "Pronunciation",
    "Prosody",
    "Accuracy",
    "Completeness",
)


def language_of(document: QodeDocument, doubts: Doubts) -> LanguageProfile | None:
    """Return the profile; None when Qode gave neither a score nor a summary."""
    given = document.language_proficiency_scores
    if given is None:
        return None
    dimensions = tuple(_dimension(name, given, doubts) for name in _DIMENSIONS)
    if not given.summary and all(score.state is ScoreState.MISSING for score in dimensions):
        return None
    return LanguageProfile.model_construct(
        language=given.language or None, dimensions=dimensions, summary=given.summary or None
    )


def _dimension(name: str, given: Language, doubts: Doubts) -> Score:
    field = f"{name.lower()}_score"
    found = _reading(getattr(given, field))
    score = Score.model_construct(
        kind=ScoreKind.LANGUAGE, name=name, state=found.state, value=found.value
    )
    return checked(score, doubts, f"language_proficiency_scores.{field}")


def _reading(value: float | None) -> Reading:
    """Read a negative score as not evaluated, as the speech services of this kind mean it."""
    if value is None:
        return MISSING
    return NOT_EVALUATED if value < 0 else Reading(ScoreState.SCORED, value)
