"""Language: what a language test says, as far as a tolerant reader can tell, beside its target.

Only the key `pronunciationScores` is public. That it holds numbers from 0 to 100, that a negative
one means "not evaluated", and that keys ending in `cefr` or `cefrLevel` hold issued levels is
assumed; the names and the maximum are settings.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from services.models.language import OVERALL, IssuedLevel, LanguageProfile
from services.models.score import Scale, Score, ScoreKind, ScoreState
from services.vendors._clock import number
from services.vendors._doubts import Doubts
from services.vendors._reading import MISSING, NOT_EVALUATED, Reading, checked
from services.vendors.instaview.calls import folded
from services.vendors.instaview.levels import Level, is_level, levels_in
from services.vendors.instaview.settings import InstaViewSettings
from services.vendors.instaview.spelling import dimension
from services.vendors.instaview.wire.document import AgentFields, InstaViewDocument, JobFields

_AT = "analysis.specific"
_TEST = "LANGUAGE_TEST"
_INNER = ("score", "value")


class Heard(NamedTuple):
    """What is known around a language test."""

    is_analysed: bool
    """Whether its numbers are results; those of an unfinished analysis are not."""
    audio_s: float | None


def language_of(
    document: InstaViewDocument, heard: Heard, settings: InstaViewSettings, doubts: Doubts
) -> LanguageProfile | None:
    """Return the profile; None where the agent tested no language and no scores are given."""
    agent = document.agent or AgentFields()
    given = document.analysis.specific if document.analysis else None
    specific = given if isinstance(given, dict) else {}
    scores = tuple(_scores(specific, heard, settings, doubts))
    levels = _levels(specific, heard, settings, doubts)
    if folded(agent.focus) != _TEST and not (scores or levels):
        return None
    overall = [level.cefr for level in levels if level.name == OVERALL]
    return LanguageProfile.model_construct(
        language=(agent.language or "").strip().lower() or None,
        dimensions=scores,
        cefr=overall[0] if overall else None,
        levels=tuple(
            IssuedLevel.model_construct(name=level.name, cefr=level.cefr)
            for level in levels
            if level.name != OVERALL
        ),
        target=_target(agent, document.job or JobFields()),
        audio_s=heard.audio_s,
    )


def _target(agent: AgentFields, job: JobFields) -> str | None:
    """Return the level that the agent tests for, else the one that the job asks for."""
    if agent.cefr_level and agent.cefr_level.strip():
        return agent.cefr_level.strip()
    for asked in job.language_requirements or ():
        if agent.language and folded(asked.language) == folded(agent.language):
            return (asked.proficiency or "").strip() or None
    return None


def _levels(
    specific: Mapping[str, Any], heard: Heard, settings: InstaViewSettings, doubts: Doubts
) -> list[Level]:
    found = levels_in(specific, settings.level_keys, doubts, _AT)
    return found if heard.is_analysed else []


def _scores(
    specific: Mapping[str, Any], heard: Heard, settings: InstaViewSettings, doubts: Doubts
) -> Iterator[Score]:
    names: set[str] = set()
    for container in settings.pronunciation_keys:
        given = specific.get(container)
        for key, value in given.items() if isinstance(given, dict) else ():
            where = f"{_AT}.{container}.{key}"
            found = None if is_level(key, settings.level_keys) else _reading(value, doubts, where)
            if found is None:
                continue
            name = dimension(key, whole="Pronunciation")
            name = f"{name} ({key})" if name in names else name
            names.add(name)
            if not heard.is_analysed and found.state is ScoreState.SCORED:
                found = NOT_EVALUATED
            scale = Scale(low=0, high=settings.pronunciation_maximum)
            yield checked(_score(name, found, scale), doubts, where)


def _score(name: str, found: Reading, scale: Scale) -> Score:
    return Score.model_construct(
        kind=ScoreKind.LANGUAGE, name=name, state=found.state, value=found.value, scale=scale
    )


def _reading(value: object, doubts: Doubts, where: str) -> Reading | None:
    """Read a number, or an object with one; None for what is no score at all."""
    if isinstance(value, dict):
        inner = [value[key] for key in _INNER if key in value]
        if not inner or isinstance(inner[0], dict):
            return None
        value = inner[0]
    if value is None:
        return MISSING
    amount = number(value)
    if amount is None:
        doubts.unknown(f"“{where}” should be a number: read as missing.", where)
        return MISSING
    return NOT_EVALUATED if amount < 0 else Reading(ScoreState.SCORED, amount)
