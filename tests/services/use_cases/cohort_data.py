"""Interviews to make cohorts of, written in a line each."""

from collections.abc import Iterable, Sequence

from services.models.document import Document
from services.models.interview import Interview, Outcome, Status
from services.models.language import LanguageProfile, SpeakerDetection, SpeakerMatch
from services.models.score import FIVE_POINTS, PERCENT, Scale, Score, ScoreKind, ScoreState
from tests.services.use_cases.conftest import NOON


def overall(
    value: float | None,
    *,
    state: ScoreState = ScoreState.SCORED,
    scale: Scale = PERCENT,
    half: float | None = 2,
) -> Score:
    """Return an overall score with a band of `half` to each side; None is not evaluated."""
    if value is None and state is ScoreState.SCORED:
        state = ScoreState.NOT_EVALUATED
    has_band = value is not None and half is not None
    return Score(
        kind=ScoreKind.OVERALL,
        name="Overall",
        state=state,
        value=value,
        lower=value - half if has_band else None,
        upper=value + half if has_band else None,
        scale=scale,
    )


def scored(
    values: Iterable[float | None],
    *,
    role: str = "Nurse",
    outcomes: Sequence[Outcome] = (Outcome.PASS,),
    scale: Scale = PERCENT,
    half: float | None = 2,
    **changed: object,
) -> list[dict[str, object]]:
    """Return reported interviews, one for each overall value; outcomes are taken in turn."""
    return [
        {
            "role": role,
            "status": Status.REPORTED,
            "outcome": outcomes[index % len(outcomes)],
            "assessment_version": "v1",
            "started_at": NOON,
            "scores": (overall(value, scale=scale, half=half),),
        }
        | changed
        for index, value in enumerate(values)
    ]


def spoken_by_another(value: float) -> dict[str, object]:
    """Return an interview whose scored voice was perhaps somebody else's."""
    detection = SpeakerDetection(match=SpeakerMatch.LOW)
    profile = LanguageProfile(detection=detection, dimensions=())
    return scored([value])[0] | {"language": profile}


def keep(store, interviews: Iterable[dict[str, object]]) -> None:
    """Write interviews of these fields; each gets an id of its own."""
    made = [
        Interview(**({"vendor": "toy", "vendor_interview_id": f"i-{number}"} | each))
        for number, each in enumerate(interviews)
    ]
    store.write([Document(b"%d" % number, each, NOON) for number, each in enumerate(made)])


__all__ = ["FIVE_POINTS", "keep", "overall", "scored", "spoken_by_another"]
