"""Questions: what was asked, joined from the agents' list and the meeting's list."""

from collections.abc import Iterator, Sequence

from services.models.interview import GraderNote, Question, Remark, RemarkKind
from services.models.score import Score, ScoreKind
from services.vendors._clock import seconds
from services.vendors._doubts import Doubts
from services.vendors._reading import checked, is_not_evaluated, reading
from services.vendors.qode.wire.agents import AgentResponse
from services.vendors.qode.wire.document import QodeDocument
from services.vendors.qode.wire.questions import Band, QuestionScore, QuestionSummary, SkillScore

_NO_NUMBERS = Band()
_UNSCORED = QuestionScore()


def questions_of(document: QodeDocument, doubts: Doubts) -> tuple[Question, ...]:
    """Return the agents' questions in their order, then those that no agent was asked about.

    The two lists are joined by the question's words; case and blanks do not matter.
    """
    meeting = document.meeting_data
    summaries = list(enumerate((meeting and meeting.question_summary) or ()))
    waiting: dict[str, list[int]] = {}
    for position, summary in summaries:
        waiting.setdefault(_key(summary.question), []).append(position)
    matched: list[tuple[str, int | None]] = []
    for response in document.agent_response_summary or ():
        text = _text(response)
        places = waiting.get(_key(text)) if text else None
        matched.append((text, places.pop(0) if places else None))
    taken = {position for _, position in matched}
    matched += [(s.question or "", p) for p, s in summaries if p not in taken]
    return tuple(_joined(matched, [summary for _, summary in summaries], doubts))


def _joined(
    matched: Sequence[tuple[str, int | None]], summaries: Sequence[QuestionSummary], doubts: Doubts
) -> Iterator[Question]:
    for index, (text, position) in enumerate(matched):
        if position is None:
            yield Question.model_construct(
                index=index, text=text, score=_question_score(index, None, doubts, "")
            )
        else:
            where = f"meeting_data.question_summary[{position}]"
            yield _question(index, text, summaries[position], doubts, where)


def _text(response: AgentResponse) -> str:
    return (response.question.text if response.question else None) or ""


def _key(text: str | None) -> str:
    return " ".join((text or "").split()).casefold()


def _question(
    index: int, text: str, summary: QuestionSummary, doubts: Doubts, where: str
) -> Question:
    verdict = (summary.question_score or _UNSCORED).agent_summary or None
    skills = summary.skills_score or ()
    return Question.model_construct(
        index=index,
        text=text,
        summary=summary.summary or None,
        verdict=verdict,
        start_s=_start(summary, doubts, where),
        score=_question_score(index, summary, doubts, where),
        skills=tuple(
            _skill_score(index, skill, verdict, doubts, f"{where}.skills_score[{position}]")
            for position, skill in enumerate(skills)
        ),
        skill_summaries=tuple(
            Remark.model_construct(
                kind=RemarkKind.SKILL_SUMMARY, name=_name(skill), text=skill.summary
            )
            for skill in skills
            if skill.summary
        ),
        grader_notes=tuple(_grader_notes(skills)),
    )


def _start(summary: QuestionSummary, doubts: Doubts, where: str) -> float | None:
    start = seconds(summary.timestamp)
    if start is None and summary.timestamp not in (None, ""):
        doubts.unknown("The time of a question is no time: read as missing.", f"{where}.timestamp")
    return start


def _question_score(
    index: int, summary: QuestionSummary | None, doubts: Doubts, where: str
) -> Score:
    given = (summary.question_score if summary else None) or _UNSCORED
    skills = (summary.skills_score if summary else None) or ()
    is_silent = not (given.agent_summary or any(_spoken(skill) for skill in skills))
    numbers = given.score or _NO_NUMBERS
    band = (numbers.ci_lower, numbers.ci_upper)
    found = reading(numbers.score, band, words=given.agent_summary, silent=is_silent)
    score = Score.model_construct(
        kind=ScoreKind.QUESTION,
        name=f"Question {index + 1}",
        state=found.state,
        value=found.value,
        lower=found.lower,
        upper=found.upper,
        parent=f"question:{index}",
    )
    if found.value and is_not_evaluated(given.agent_summary):
        text = f"{score.name} has the score {found.value:g} and the words “Not evaluated”."
        doubts.unknown(f"{text} The score is kept.", f"{where}.question_score")
    return checked(score, doubts, f"{where}.question_score")


def _skill_score(
    index: int, skill: SkillScore, verdict: str | None, doubts: Doubts, where: str
) -> Score:
    words = skill.summary or verdict
    is_silent = not (verdict or _spoken(skill))
    numbers = skill.score or _NO_NUMBERS
    band = (numbers.ci_lower, numbers.ci_upper)
    found = reading(numbers.score, band, words=words, silent=is_silent)
    score = Score.model_construct(
        kind=ScoreKind.QUESTION_SKILL,
        name=_name(skill),
        state=found.state,
        value=found.value,
        lower=found.lower,
        upper=found.upper,
        parent=f"question:{index}",
    )
    return checked(score, doubts, where)


def _spoken(skill: SkillScore) -> bool:
    """Whether anyone wrote a word about this skill."""
    return bool(skill.summary or any(grader.summary for grader in skill.agents or ()))


def _name(skill: SkillScore) -> str:
    return skill.name or "Skill without a name"


def _grader_notes(skills: Sequence[SkillScore]) -> Iterator[GraderNote]:
    """Return what the graders wrote; one who wrote nothing has no note."""
    for skill in skills:
        for grader in skill.agents or ():
            if grader.summary:
                name = grader.name or "Grader without a name"
                yield GraderNote.model_construct(skill=_name(skill), name=name, text=grader.summary)
