"""Analysis: whether it is finished, its rating, and what it says in words."""

from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum

from services.models.interview import Remark, RemarkKind
from services.models.score import Score, ScoreKind, ScoreState
from services.vendors._doubts import Doubts, shortened
from services.vendors._reading import MISSING, NOT_EVALUATED, Reading, checked
from services.vendors.instaview.calls import folded
from services.vendors.instaview.wire.interview import General

_STATUS_AT = "analysis.general.status"
_RATING_AT = "analysis.general.overallRating"


class AnalysisStatus(IntEnum):
    """Where the analysis stands, with InstaView's numbers."""

    PENDING = 1
    PROCESSING = 2
    COMPLETED = 3
    FAILED = 4


def analysis_status(general: General | None, doubts: Doubts) -> AnalysisStatus | None:
    """Return where the analysis stands, told by its number or its word; None if it is not told."""
    told = general.status if general else None
    if told is None or told == "":
        return None
    for status in AnalysisStatus:
        if not isinstance(told, bool) and (told == status or _word(told) in _names(status)):
            return status
    text = f"Unknown status of the analysis, “{shortened(str(told))}”: read as not finished."
    doubts.unknown(text, _STATUS_AT)
    return AnalysisStatus.PENDING


def _word(told: object) -> str:
    return folded(told) if isinstance(told, str) else ""


def _names(status: AnalysisStatus) -> tuple[str, str]:
    return status.name, str(status.value)


def overall_of(general: General | None, status: AnalysisStatus | None, doubts: Doubts) -> Score:
    """Return the rating, 0 to 100 without a band.

    It is a score only when the analysis is finished. Where InstaView does not say so, a rating
    above 0 is taken as one, and a 0 is not (assumption).
    """
    found = _rating(general.overall_rating if general else None, status, doubts)
    score = Score.model_construct(
        kind=ScoreKind.OVERALL, name="Overall", state=found.state, value=found.value
    )
    return checked(score, doubts, _RATING_AT)


def _rating(value: float | None, status: AnalysisStatus | None, doubts: Doubts) -> Reading:
    if value is None:
        return MISSING
    if status is AnalysisStatus.COMPLETED or (status is None and value):
        return Reading(ScoreState.SCORED, value)
    if value:
        text = f"A rating of {value:g} stands beside an analysis that is not finished: not a score."
        doubts.unknown(text, _RATING_AT)
    return NOT_EVALUATED


_LISTS: Sequence[tuple[RemarkKind, str]] = (
    (RemarkKind.STRENGTH, "strong_points"),
    (RemarkKind.WEAKNESS, "weak_points"),
    (RemarkKind.EVALUATION, "evaluation"),
)


def remarks_of(general: General | None) -> tuple[Remark, ...]:
    """Return the strong points, the weak points and the evaluation, a sentence each."""
    return tuple(_remarks(general)) if general else ()


def _remarks(general: General) -> Iterator[Remark]:
    for kind, field in _LISTS:
        for sentence in getattr(general, field) or ():
            if sentence.strip():
                yield Remark.model_construct(kind=kind, name=sentence.strip())


_FITS = frozenset({"LOW", "MEDIUM", "HIGH"})


def company_fit_of(general: General | None, doubts: Doubts) -> str | None:
    """Return InstaView's word on how well the person fits; None where it has none."""
    told = general.company_fit_rating if general else None
    fit = folded(told)
    if not told or fit in ("", "UNDEFINED"):
        return None
    if fit in _FITS:
        return fit
    where = "analysis.general.companyFitRating"
    doubts.unknown(f"Unknown company fit “{shortened(told)}”: kept as InstaView's word.", where)
    return told.strip()


_EDUCATION: Mapping[str, str | None] = {
    "UNDEFINED": None,
    "PRIMARY_EDUCATION": "Primary education",
    "SECONDARY_SCHOOL_STUDENT": "Secondary school student",
    "SECONDARY_WITHOUT_DIPLOMA": "Secondary school without diploma",
    "SECONDARY_WITH_DIPLOMA": "Secondary school with diploma",
    "POST_SECONDARY_VOCATIONAL": "Post-secondary vocational education",
    "UNIVERSITY_STUDENT": "University student",
    "BACHELOR_LEVEL": "Bachelor level",
    "MASTER_LEVEL": "Master level",
    "POSTGRADUATE": "Postgraduate",
}
_EXPERIENCE: Mapping[str, str | None] = {
    "UNDEFINED": None,
    "NO_EXPERIENCE": "No experience",
    "LESS_THAN_1_YEAR": "Less than 1 year",
    "ONE_TO_3_YEARS": "1 to 3 years",
    "THREE_TO_5_YEARS": "3 to 5 years",
    "FIVE_TO_10_YEARS": "5 to 10 years",
    "TEN_TO_15_YEARS": "10 to 15 years",
    "MORE_THAN_15_YEARS": "More than 15 years",
}


def education_of(general: General | None) -> str | None:
    """Return the education in readable words; what is in no list is kept as it came."""
    return _in_words(general.education if general else None, _EDUCATION)


def experience_of(general: General | None) -> str | None:
    """Return the experience in readable words; what is in no list is kept as it came."""
    return _in_words(general.experience if general else None, _EXPERIENCE)


def _in_words(told: str | None, words: Mapping[str, str | None]) -> str | None:
    """Read an enumeration that also holds free text, so that an unknown text is no doubt."""
    text = (told or "").strip()
    return words.get(folded(text), text) or None
