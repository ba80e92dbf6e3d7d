"""Language: the profile of one run, with whose voice was scored and what is missing."""

from collections.abc import Mapping

from services.models.language import (
    Explanation,
    LanguageProfile,
    SpeakerDetection,
    SpeakerMatch,
)
from services.models.notice import NoticeCode
from services.vendors._doubts import Doubts, shortened
from services.vendors.zenhire.scores import SpeechScores, in_words
from services.vendors.zenhire.status import Standing
from services.vendors.zenhire.wire import Audio, Explainability, PollResponse

_METHODS = frozenset({"ml_hybrid", "gpt_multilingual"})
_MATCHES: Mapping[str, SpeakerMatch] = {
    "high": SpeakerMatch.HIGH,
    "medium": SpeakerMatch.MEDIUM,
    "low": SpeakerMatch.LOW,
}


def language_of(
    document: PollResponse, scores: SpeechScores, standing: Standing, doubts: Doubts
) -> LanguageProfile | None:
    """Return the profile; None while ZenHire has told nothing about the recording."""
    if not any((document.scores, document.audio, document.candidate_detection)):
        return None
    audio = document.audio or Audio()
    return LanguageProfile.model_construct(
        language=audio.language_code or None,
        requested_language=audio.requested_language or None,
        dimensions=scores.dimensions,
        percents=scores.percents,
        cefr=scores.cefr,
        levels=scores.levels,
        explanations=_explanations(document.explainability or Explainability()),
        detection=_detection(document, doubts),
        method=method_of(document),
        audio_s=audio_s(document),
        is_partial=_is_partial(scores, standing, doubts),
    )


def method_of(document: PollResponse) -> str | None:
    """Return the scoring method, which is the instrument: two methods are two instruments."""
    return (document.scoring_method or "").strip() or None


def note_unknown_method(document: PollResponse, doubts: Doubts) -> None:
    """Note a scoring method that is not documented."""
    method = method_of(document)
    if method and method not in _METHODS:
        text = f"Unknown scoring method “{shortened(method)}”: another instrument."
        doubts.unknown(text, "scoringMethod")


def audio_s(document: PollResponse) -> float | None:
    """Return how long the recording is, in seconds; 0 is no length."""
    length = document.audio.duration_ms if document.audio else None
    return length / 1000 if length and length > 0 else None


def _explanations(given: Explainability) -> tuple[Explanation, ...]:
    told = (("Vocabulary", given.vocab), ("Fluency", given.fluency))
    return tuple(
        Explanation.model_construct(name=name, text=text.strip())
        for name, text in told
        if text and text.strip()
    )


def _detection(document: PollResponse, doubts: Doubts) -> SpeakerDetection | None:
    given = document.candidate_detection
    if given is None:
        return None
    word = (given.confidence or "").strip()
    match = _MATCHES.get(word.casefold(), SpeakerMatch.UNKNOWN)
    where = "candidateDetection.confidence"
    if word and match is SpeakerMatch.UNKNOWN:
        doubts.unknown(f"Unknown confidence “{shortened(word)}” in the speaker match.", where)
    if match is SpeakerMatch.LOW:
        text = (
            "ZenHire is not sure that it scored the candidate's voice: perhaps the interviewer was "
            "scored. Listen before you use any of these scores."
        )
        doubts.add(NoticeCode.SPEAKER_MATCH_LOW, text, where)
    return SpeakerDetection.model_construct(
        match=match,
        vendor_match=word or None,
        label=given.speaker_label or given.speaker or None,
        reason=given.reason or None,
        words=given.word_count or None,
        speakers=(document.audio.speaker_count if document.audio else None) or None,
    )


def _is_partial(scores: SpeechScores, standing: Standing, doubts: Doubts) -> bool:
    """Tell whether something could not be scored, and say what."""
    if not standing.is_final or not standing.has_results:
        return False
    missing = scores.without_score
    is_empty = len(missing) == len(scores.dimensions) + 1
    if is_empty:
        doubts.unknown(f"The status is “{standing.word}”, but there is no score.", "scores")
    elif missing:
        text = f"A partial result: ZenHire gives no score for {in_words(missing)}."
        doubts.add(NoticeCode.PARTIAL_RESULT, text, "scores")
    elif standing.is_partial:
        text = "ZenHire calls the result partial, though no score is missing."
        doubts.add(NoticeCode.PARTIAL_RESULT, text, "status")
    return standing.is_partial or bool(missing and not is_empty)
