"""Questions: the list of what was asked, joined with what was answered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from services.models.interview import Question
from services.models.notice import NoticeCode
from services.models.score import Score, ScoreKind, ScoreState
from services.vendors._clock import utc, written
from services.vendors._doubts import Doubts
from services.vendors.round0.decoding import Decoded
from services.vendors.round0.wire import AskedQuestion, QuestionsBody, Response

_CUSTOM = "custom-"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question with its answer; either of the two may be missing, never both."""

    asked: AskedQuestion | None
    response: Response | None
    where: str
    """The answer's place in the payload; empty without one."""

    @property
    def id(self) -> str:
        """The question's id, as round0 gives it."""
        return (self.asked and self.asked.id) or (self.response and self.response.question_id) or ""

    @property
    def text(self) -> str:
        """What was asked: the answer's own telling of it goes before the list's."""
        told = self.response and self.response.question_text
        return told or (self.asked and self.asked.question_text) or ""


def exchanges_of(document: Decoded, doubts: Doubts) -> tuple[Exchange, ...]:
    """Return the listed questions by their `order`, each with its answer; other answers follow."""
    listed = _listed(document, doubts)
    at = f"{document.at}responses"
    given = list(enumerate(document.interview.responses or ()))
    answers = dict(given)
    joined = list(_joined(listed, answers, at))
    # What was joined has been taken out: these are the answers to anything else.
    for place, response in answers.items():
        if listed:
            text = "An answer belongs to no listed question: it follows the others."
            doubts.unknown(text, f"{at}[{place}].question_id")
        joined.append(Exchange(None, response, f"{at}[{place}]"))
    return tuple(joined)


def _joined(
    listed: Sequence[AskedQuestion], answers: dict[int, Response], at: str
) -> Iterator[Exchange]:
    """Yield each listed question with the first answer to it, which is taken out of `answers`."""
    places: dict[str, int] = {}
    for at_place, response in answers.items():
        places.setdefault(response.question_id or "", at_place)
    for asked in listed:
        place = places.pop(asked.id, None) if asked.id else None
        if place is None:
            yield Exchange(asked, None, "")
        else:
            yield Exchange(asked, answers.pop(place), f"{at}[{place}]")


def _listed(document: Decoded, doubts: Doubts) -> list[AskedQuestion]:
    if document.questions is None:
        _note_missing(document, doubts)
        return []
    body = document.questions
    if body.interview_id and body.interview_id != document.interview.id:
        text = "The list of questions is another interview's: it is not used."
        doubts.add(NoticeCode.PART_NOT_READABLE, text, "questions.interview_id")
        return []
    questions = body.questions or []
    _note_count(body, len(questions), doubts)
    # Sorting is stable: what has no order keeps its place behind those that have one.
    return sorted(questions, key=lambda each: (each.order is None, each.order or 0))


def _note_missing(document: Decoded, doubts: Doubts) -> None:
    if document.is_bundle:
        text = (
            "round0 gave no list of questions: what was asked but not answered is not known, nor "
            "are the time limits."
        )
        doubts.add(NoticeCode.PART_NOT_READABLE, text, "questions")


def _note_count(body: QuestionsBody, listed: int, doubts: Doubts) -> None:
    total = body.total_questions
    if total is not None and total != listed:
        text = f"round0 counts {total} questions but lists {listed}: some may not be shown here."
        doubts.unknown(text, "questions.total_questions")


def questions_of(exchanges: Sequence[Exchange], doubts: Doubts) -> tuple[Question, ...]:
    """Return the questions; round0 scores none of them, so each is unscored and never a 0."""
    for exchange in exchanges:
        _note_silence(exchange, doubts)
    return tuple(_question(index, exchange) for index, exchange in enumerate(exchanges))


def _question(index: int, exchange: Exchange) -> Question:
    asked, response = exchange.asked or AskedQuestion(), exchange.response or Response()
    return Question.model_construct(
        index=index,
        text=exchange.text,
        score=unscored(ScoreKind.QUESTION, f"Question {index + 1}", parent=f"question:{index}"),
        kind=asked.question_type or response.question_type or None,
        is_custom=_is_custom(exchange),
        time_limit_s=asked.time_limit_seconds,
        duration_s=response.duration_seconds,
        answered_at=utc(response.answered_at),
    )


def _is_custom(exchange: Exchange) -> bool | None:
    """Tell by the mark or by the id's prefix; an answer alone cannot tell that it is not."""
    if exchange.id.startswith(_CUSTOM):
        return True
    return bool(exchange.asked.is_custom) if exchange.asked else None


def unscored(kind: ScoreKind, name: str, *, parent: str | None = None) -> Score:
    """Return what round0 says about any score: nothing, which is not a 0."""
    return Score.model_construct(kind=kind, name=name, state=ScoreState.UNSCORED, parent=parent)


def _note_silence(exchange: Exchange, doubts: Doubts) -> None:
    response = exchange.response
    if response and response.duration_seconds and not (response.transcript or "").strip():
        text = (
            f"An answer of {written(response.duration_seconds)} has no transcript: "
            "what was said cannot be read or searched here."
        )
        doubts.add(NoticeCode.PART_NOT_READABLE, text, f"{exchange.where}.transcript")
