"""The figures of one interview, the same on its page and in its report."""

from collections.abc import Mapping
from dataclasses import replace

from components.charts import (
    criteria_figure,
    criteria_sentence,
    criteria_table,
    forest_figure,
    forest_sentence,
    forest_table,
    is_doubtful,
    language_figure,
    language_sentence,
    language_table,
    latency_figure,
    latency_sentence,
    latency_table,
    timeline_figure,
    timeline_sentence,
    timeline_table,
)
from components.charts.flags import NO_REVIEWS
from components.documents.drawing import Drawing
from components.documents.explanations import Explained
from services.models.agents import Panel
from services.models.integrity import Disposition
from services.models.interview import Interview, Question
from services.models.language import LanguageProfile
from services.models.recording import LatencySummary, SignalKind
from services.models.score import Score, ScoreKind

_FEWEST = 2
_MOST = 8
"""So many scores leave room for words on a first page."""


def score_forest(
    interview: Interview, *, cut: float | None, compact: bool = False
) -> Drawing | None:
    """Return overall, domain, skill, rubric and coding scores; None where none has a value."""
    if all(score.value is None for score in interview.scores):
        return None
    grey = is_doubtful(interview.language)
    return Drawing(
        key="score-forest",
        title="Scores",
        figure=forest_figure(
            interview.scores,
            cut=cut,
            domain_skills=interview.domain_skills,
            grey=grey,
            compact=compact,
        ),
        alt=forest_sentence(interview.scores, cut=cut, grey=grey),
        table=forest_table(interview.scores, cut=cut, domain_skills=interview.domain_skills),
        explained=(Explained.SCORE, Explained.BAND, Explained.CUT),
    )


def score_summary(interview: Interview, *, cut: float | None) -> Drawing | None:
    """Return the overall score and those of the domains, for a first page.

    None where there is no more than one of them, or where these few are all that was scored.
    """
    shown = summary_scores(interview)
    if len(shown) < _FEWEST or len(shown) == len(interview.scores):
        return None
    few = score_forest(interview.model_copy(update={"scores": shown, "domain_skills": {}}), cut=cut)
    return replace(few, key="score-summary", title=_few_title(interview)) if few else None


def _few_title(interview: Interview) -> str:
    parts = _parts(interview)
    noun = "domain" if parts and parts[0].kind is ScoreKind.DOMAIN else "skill"
    more = f"the first {_MOST} of {len(parts)} {noun}s" if len(parts) > _MOST else f"the {noun}s"
    return f"Overall and {more}"


def summary_scores(interview: Interview) -> tuple[Score, ...]:
    """Return the overall score and those of the first domains; without domains, of skills."""
    overall = [each for each in interview.scores if each.kind is ScoreKind.OVERALL]
    return (*overall, *_parts(interview)[:_MOST])


def _parts(interview: Interview) -> list[Score]:
    kinds = (ScoreKind.DOMAIN, ScoreKind.SKILL)
    found = ([each for each in interview.scores if each.kind is kind] for kind in kinds)
    return next(filter(None, found), [])


def question_scores(question: Question, *, compact: bool = False) -> Drawing:
    """Return what was scored in one question."""
    scores = (question.score, *question.skills)
    return Drawing(
        key=_of_question("question-forest", question.index),
        title=f"Scores in question {question.index + 1}",
        figure=forest_figure(scores, compact=compact),
        alt=forest_sentence(scores),
        table=forest_table(scores),
        explained=(Explained.SCORE, Explained.BAND),
    )


def agent_criteria(
    panel: Panel, *, selected: tuple[str, str] | None = None, compact: bool = False
) -> Drawing:
    """Return what each agent gave for each criterion; `selected` is (agent's id, criterion)."""
    return Drawing(
        key=_of_question("agent-criteria", panel.question_index),
        title=f"Agents and criteria in question {panel.question_index + 1}",
        figure=criteria_figure(panel, selected=selected, compact=compact),
        alt=criteria_sentence(panel),
        table=criteria_table(panel),
        explained=(Explained.SHARE_OF_MAXIMUM,),
    )


def is_watched(interview: Interview) -> bool:
    """Tell whether any kind of signal was collected, or the recording has chapters."""
    return bool(interview.chapters) or len(interview.signals_not_collected) < len(SignalKind)


def is_recorded(interview: Interview) -> bool:
    """Tell whether anything is known of what happened when."""
    return bool(
        interview.signals or interview.chapters or interview.transcript or interview.latency
    )


def timeline(
    interview: Interview,
    *,
    reviewed: Mapping[str, Disposition] = NO_REVIEWS,
    playhead_s: float | None = None,
    compact: bool = False,
) -> Drawing:
    """Return the signals over the recording's time, with what holds for each flag by review."""
    return Drawing(
        key="timeline",
        title="Proctoring signals",
        figure=timeline_figure(
            interview, reviewed=reviewed, playhead_s=playhead_s, compact=compact
        ),
        alt=timeline_sentence(interview, reviewed=reviewed),
        table=timeline_table(interview, reviewed=reviewed),
        explained=(Explained.SIGNAL, Explained.REVIEWS),
    )


def answer_latency(summary: LatencySummary, *, compact: bool = False) -> Drawing:
    """Return how long each of the candidate's turns took to begin."""
    return Drawing(
        key="latency",
        title="Time until the candidate answers",
        figure=latency_figure(summary, compact=compact),
        alt=latency_sentence(summary),
        table=latency_table(summary),
        explained=(Explained.LATENCY,),
    )


def language_profile(profile: LanguageProfile, *, compact: bool = False) -> Drawing | None:
    """Return the dimensions on the vendor's scale; None where none has a value."""
    if all(score.value is None for score in profile.dimensions):
        return None
    return Drawing(
        key="language-profile",
        title="Language profile",
        figure=language_figure(profile, compact=compact),
        alt=language_sentence(profile),
        table=language_table(profile),
        explained=(Explained.SCORE, Explained.CEFR_LEVEL, Explained.SPEAKER_MATCH),
    )


def _of_question(key: str, index: int) -> str:
    """Return a key of its own for each question; the first one's is plain."""
    return f"{key}-{index + 1}" if index else key
