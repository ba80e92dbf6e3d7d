"""What a language profile comes down to: facts of the whole, and of each dimension but accent."""

from collections.abc import Iterator

from services.cache.cells import Tuple, Word, integer, measured
from services.cache.codes import MATCH_CODES
from services.models.interview import Interview, Status
from services.models.language import OVERALL, LanguageProfile, may_rank
from services.models.score import Score, ScoreKind

SpokenFacts = tuple[Word, Word, Word, Tuple]
"""Language, method and target; speaker match, seconds of audio and whether it is partial."""
LevelFacts = tuple[str, Word, Tuple, Word, int | None]
"""Dimension and issued level; state, value, band and scale; label; observations."""

_NO_SCORE: Tuple = (None,) * 6
_OF_LANGUAGE = frozenset({ScoreKind.OVERALL, ScoreKind.LANGUAGE})


def language_result(interview: Interview) -> LanguageProfile | None:
    """Return the language profile where there is a result, or where there should be one by now.

    A test that is only planned has a profile too: its language and the level that is asked for.
    """
    profile = interview.language
    if profile is None:
        return None
    is_told = (
        profile.cefr or profile.levels or any(one.value is not None for one in profile.dimensions)
    )
    return profile if is_told or interview.status is Status.REPORTED else None


def spoken_facts(interview: Interview) -> SpokenFacts | None:
    """Return the facts of a language result as a whole; None without one."""
    profile = language_result(interview)
    if profile is None:
        return None
    match = profile.detection.match if profile.detection else None
    cells = (match and MATCH_CODES[match], profile.audio_s, profile.is_partial)
    return profile.language, profile.method, profile.target, cells


def level_facts(interview: Interview) -> Iterator[LevelFacts]:
    """Yield each dimension that may be ranked, the whole first if the vendor gives it."""
    profile = language_result(interview)
    if profile is None:
        return
    issued = {level.name: level.cefr for level in profile.levels}
    cefr = profile.cefr or issued.get(OVERALL)
    overall = _overall(interview, profile)
    if cefr or overall:
        yield _fact(OVERALL, cefr, overall)
    scores = {score.name: score for score in profile.dimensions}
    for name in dict.fromkeys((*scores, *issued)):
        if name != OVERALL and may_rank(name):
            yield _fact(name, issued.get(name), scores.get(name))


def _overall(interview: Interview, profile: LanguageProfile) -> Score | None:
    """Return the overall score where it is the language's: where nothing else was measured.

    An interview on a trade may have a language profile beside it, and often on the same scale; its
    overall score says nothing about language. Only a vendor that tells how it measured speech, or
    whose voice it took, gives an overall score of speech.
    """
    overall = interview.overall
    if profile.method is None and profile.detection is None:
        return None
    is_all = all(score.kind in _OF_LANGUAGE for score in interview.all_scores)
    same_scale = all(score.scale == overall.scale for score in profile.dimensions)
    return overall if is_all and same_scale else None


def _fact(name: str, cefr: Word, score: Score | None) -> LevelFacts:
    if score is None:
        return name, cefr, _NO_SCORE, None, None
    return name, cefr, measured(score), score.label, integer(score.observations)
