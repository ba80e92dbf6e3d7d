"""What is to be seen in the figures of one interview, in a sentence with numbers and bands each."""

from collections.abc import Sequence

from components.charts.language import level_words
from components.documents.interview_cards import against_the_cut
from components.documents.sentences import joined, short
from services.models import notation
from services.models.agents import AgentAssessment, Panel
from services.models.interview import Interview, Question
from services.models.language import LanguageProfile, may_rank
from services.models.score import PERCENT, Score, ScoreKind

LEVEL_NOT_STATED = "Bands: vendor interval, level not stated."
VOICE_IN_DOUBT = "Speaker match low: perhaps somebody else than the candidate was scored."


def scores_finding(interview: Interview, *, cut: float | None) -> str:
    """Say the overall score and where it stands against the cut, or else what is scored."""
    overall = interview.overall
    if overall.value is not None:
        return joined(f"Overall {said(overall)}", against_the_cut(overall, cut))
    rest = [score for score in interview.scores if score.value is not None]
    return f"Overall {notation.value(overall)}; {_spread(rest)}."


def domains_finding(scores: Sequence[Score]) -> str:
    """Say how far the scores of domains or of skills reach."""
    noun = "domain" if all(score.kind is ScoreKind.DOMAIN for score in scores) else "skill"
    words = _spread([score for score in scores if score.value is not None], noun=noun)
    return f"{words[:1].upper()}{words[1:]}."


def question_finding(question: Question) -> str:
    """Say what a question was scored, and how far its skills reach."""
    skills = [score for score in question.skills if score.value is not None]
    own = f"Question {question.index + 1}: {said(question.score)}"
    return f"{own}; {_spread(skills, noun='skill')}." if skills else f"{own}."


def criteria_finding(panel: Panel) -> str:
    """Say how far the agents' totals reach, as shares of the maximum."""
    where = f"Question {panel.question_index + 1}, {notation.count(len(panel.agents), 'agent')}"
    totals = sorted((agent.share, _who(agent)) for agent in panel.agents if agent.share is not None)
    if not totals:
        return f"{where}: no totals given."
    (low, lowest), (high, highest) = totals[0], totals[-1]
    if low == high:
        return f"{where}: total {notation.percent(low)} % of the maximum."
    return (
        f"{where}: totals from {notation.percent(low)} % ({lowest}) to "
        f"{notation.percent(high)} % ({highest}) of the maximum."
    )


def language_finding(profile: LanguageProfile) -> str:
    """Say which level was issued, and how far the dimensions reach."""
    scored = [
        score for score in profile.dimensions if score.value is not None and may_rank(score.name)
    ]
    level = level_words(profile)
    return f"{level[0].upper()}{level[1:]}; {_spread(scored, noun='dimension')}."


def said(score: Score) -> str:
    """Write a score for a finding: "72, between 70 and 75", "3.5 of 5, no band given"."""
    return notation.in_words(score) if score.scale == PERCENT else notation.on_its_scale(score)


def _spread(scores: Sequence[Score], *, noun: str = "score") -> str:
    """Say the lowest and the highest of one scale; scores of two scales are only counted."""
    ranked = sorted(scores, key=lambda score: score.value or 0)
    if not ranked:
        return f"no {noun} with a value"
    counted = notation.count(len(ranked), noun)
    if len({score.scale for score in ranked}) > 1:
        return counted
    if len(ranked) == 1:
        return _named(ranked[0])
    return f"{counted} from {_named(ranked[0])} to {_named(ranked[-1])}"


def _named(score: Score) -> str:
    return f"{short(score.name)} {notation.on_its_scale(score)}"


def _who(agent: AgentAssessment) -> str:
    return short(agent.name or agent.agent_id)
