"""One interview in sentences that its page and its report share."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from components.charts import label
from components.charts.flags import FLAG_NAMES, review_words
from services.models import notation
from services.models.agents import AgentAssessment
from services.models.integrity import Disposition, signal_keys
from services.models.interview import Interview, Question
from services.models.language import LanguageProfile
from services.models.recording import LatencySummary, SignalKind
from services.models.report import LatencyFigures

CUES = (
    "Signals are cues for a person to look, never verdicts: a tab change may be a task's own link, "
    "a face out of view a dropped pen."
)
_ROLE_ROOM, _KIND_ROOM = 320, 140
OWN_VERDICTS = "Tests and verdict are the vendor's own and may disagree; nothing is inferred."


def headline(interview: Interview) -> str:
    """Say in a line which sitting it was: the role, the kind, when, and how long.

    Long foreign words give way, so that the time stays whole.
    """
    happened = when(interview)
    length = interview.duration_s
    parts = (
        label.shortened(label.clean(role(interview)), room=_ROLE_ROOM),
        label.shortened(label.clean(interview.interview_type or ""), room=_KIND_ROOM),
        notation.moment(happened) if happened else None,
        None if length is None else notation.clock(length),
    )
    return " · ".join(part for part in parts if part)


def role(interview: Interview) -> str:
    """Return the role, and what it was mapped to where that differs."""
    named = interview.role or "Role not given"
    if interview.mapped_role and interview.mapped_role != interview.role:
        return f"{named} (mapped to {interview.mapped_role})"
    return named


def when(interview: Interview) -> datetime | None:
    """Return the time nearest to the sitting."""
    return moment_of(interview)[1]


def moment_of(interview: Interview) -> tuple[str, datetime | None]:
    """Return what the time nearest to the sitting is, such as "Scheduled", and the time."""
    moments = {
        "Started": interview.started_at,
        "Scheduled": interview.scheduled_at,
        "Created": interview.created_at,
        "Reported": interview.reported_at,
        "Last event": interview.event_at,
    }
    return next(((name, time) for name, time in moments.items() if time), ("When", None))


def question_facts(question: Question) -> str:
    """Say in a line when a question was asked, of which kind it is, and how long it took."""
    facts = (
        None if question.start_s is None else f"Asked at {notation.clock(question.start_s)}",
        question.kind,
        "added by the customer" if question.is_custom else None,
        _length("answer", question.duration_s),
        _length("time limit", question.time_limit_s),
    )
    return " · ".join(fact for fact in facts if fact)


def _length(name: str, seconds: float | None) -> str | None:
    return None if seconds is None else f"{name} {notation.clock(seconds)}"


def written_about(question: Question) -> list[tuple[str, str | None]]:
    """Return what was written about the skills in a question, as (name, text)."""
    notes = [(f"{note.name} on {note.skill}", note.text) for note in question.grader_notes]
    return [*((one.name, one.text) for one in question.skill_summaries), *notes]


def agent_name(agent: AgentAssessment) -> str:
    """Return what an agent is called, with its role."""
    return " · ".join(part for part in (agent.name, agent.role) if part) or agent.agent_id


def language_facts(profile: LanguageProfile) -> list[str]:
    """Return what is known of the recording and of the voice that was scored."""
    found = profile.detection
    parts = (
        profile.language and f"Language {profile.language}",
        profile.requested_language and f"asked for {profile.requested_language}",
        profile.target and f"required level {profile.target} (a target, not a result)",
        profile.audio_s is not None and f"audio {notation.clock(profile.audio_s)}",
        found and f"speaker match {found.match}",
        found and found.label and f"taken for the candidate: {found.label}",
        found and found.words is not None and notation.count(found.words, "word"),
        found and found.speakers is not None and f"{notation.count(found.speakers, 'voice')} heard",
        profile.method and f"scoring method {profile.method}",
    )
    return [part for part in parts if isinstance(part, str) and part]


def latency_words(summary: LatencySummary, found: LatencyFigures) -> str:
    """Say the figures over the candidate's turns, and the vendor's own, which mix others in."""
    return (
        f"Over {notation.count(found.turns, 'candidate turn')}: median "
        f"{notation.number(found.median_s)} s, longest {notation.number(found.longest_s)} s."
        f"{_vendors_latency(summary)}"
    )


def _vendors_latency(summary: LatencySummary) -> str:
    told = {
        "median": summary.vendor_median_s,
        "mean": summary.vendor_mean_s,
        "mean without outliers": summary.vendor_clean_mean_s,
    }
    given = [f"{name} {notation.number(s)} s" for name, s in told.items() if s is not None]
    if not given:
        return ""
    return f" The vendor's own figures mix the interviewer's turns in: {', '.join(given)}."


def signals_finding(interview: Interview, holds: Mapping[str, Disposition]) -> str:
    """Say how many signals of which kind came up, what reviewers said, what was not collected."""
    met = Counter(signal.kind for signal in interview.signals)
    kinds = [f"{FLAG_NAMES[kind].lower()} {met[kind]}" for kind in FLAG_NAMES if met[kind]]
    seen = f"{notation.count(len(interview.signals), 'signal')} to look at: {', '.join(kinds)}"
    parts = [seen if kinds else "No signal was seen"]
    if kinds:
        parts.append(_reviewed(signal_keys(interview.signals), holds))
    silent = len(set(interview.signals_not_collected))
    if silent:
        of = f"{silent} of {len(SignalKind)} kinds"
        parts.append(f"{of} {'was' if silent == 1 else 'were'} not collected")
    return f"{'; '.join(parts)}."


def _reviewed(keys: Sequence[str], holds: Mapping[str, Disposition]) -> str:
    met = Counter(holds.get(key) for key in keys)
    if set(met) == {None}:
        return "none is reviewed yet"
    said = [f"{met[each]} {review_words(each)}" for each in (*Disposition, None) if met[each]]
    return f"by review {', '.join(said)}"
