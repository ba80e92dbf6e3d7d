"""Builders of language results of invented people."""

from typing import Any

from services.models.interview import Interview
from services.models.language import IssuedLevel, LanguageProfile, SpeakerDetection, SpeakerMatch
from services.models.score import FIVE_POINTS, PERCENT, Scale, Score, ScoreKind, ScoreState
from tests.services.cache.conftest import an_interview


def spoken_score(name: str, value: float | None, *, scale: Scale = FIVE_POINTS) -> Score:
    """Return the score of one dimension, missing without a value."""
    state = ScoreState.MISSING if value is None else ScoreState.SCORED
    kind = ScoreKind.OVERALL if name == "Overall" else ScoreKind.LANGUAGE
    return Score(kind=kind, name=name, state=state, value=value, scale=scale)


def a_speech_test(own_id: str = "s-1", **fields: Any) -> Interview:
    """Return a language test on 0 to 5 with issued levels; accent is among its dimensions."""
    names = {"Fluency": 3.5, "Accent": 4.5, "Vocabulary": None}
    profile: dict[str, Any] = {
        "language": "en",
        "dimensions": tuple(spoken_score(name, value) for name, value in names.items()),
        "cefr": "B2",
        "levels": (
            IssuedLevel(name="Fluency", cefr="B1"),
            IssuedLevel(name="Accent", cefr="C1"),
            IssuedLevel(name="Reading", cefr="C2"),
        ),
        "detection": SpeakerDetection(match=SpeakerMatch.LOW),
        "method": "hybrid",
        "audio_s": 200.0,
        "is_partial": True,
    }
    own = fields.pop("profile", {})
    values = {
        "vendor": "zenhire",
        "scores": (spoken_score("Overall", 3.8),),
        "language": LanguageProfile(**(profile | own)),
    }
    return an_interview(own_id, **(values | fields))


def a_trade_interview(own_id: str = "t-1", **fields: Any) -> Interview:
    """Return an interview on a trade that has language scores beside, all from 0 to 100."""
    names = {"Fluency": 81.0, "Grammar": 64.0}
    dimensions = tuple(spoken_score(name, value, scale=PERCENT) for name, value in names.items())
    return an_interview(own_id, **({"language": LanguageProfile(dimensions=dimensions)} | fields))
