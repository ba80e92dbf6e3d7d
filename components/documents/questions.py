"""The report of the questions: which are hard, which tell candidates apart, and which changed."""

from collections.abc import Iterator
from dataclasses import replace

from components.charts import drift_ranges, has_drifted, label, telling_sentence
from components.documents import imprint
from components.documents import questions_figures as figures
from components.documents.drawing import chart
from components.documents.explanations import Explained
from components.documents.filter_words import filter_words
from services.models import notation
from services.models.answered import Edition, QuestionsAnswered
from services.models.content import About, Block, Chart, Content, Listing, Remark, Section, Tone
from services.models.question_health import QuestionHealth, QuestionsAnswer

MOST_DRIFTS = 12
_MOST_ON_SLIDES = 40
_NAME_ROOM = 460
_EXPLAINED = (
    *(Explained.DIFFICULTY, Explained.DISCRIMINATION, *figures.TABLE_EXPLAINED),
    *(Explained.DRIFT, Explained.CONFIDENCE_INTERVAL),
)
_NO_VERSIONS = "No question was scored often enough by two assessment versions."
_BY_THEMSELVES = (
    "Each interval is looked at by itself: the more questions there are, the more of them seem to "
    "have changed by chance alone."
)


def questions_content(answered: QuestionsAnswered, edition: Edition) -> Content:
    """Return the report of the questions as the Questions page shows them."""
    return Content(
        title="Questions",
        subtitle="Which questions are hard, which tell candidates apart, and did any change?",
        about=_about(answered, edition),
        sections=tuple(_sections(answered.answer)),
        stem=imprint.stem("questions", edition),
        meanings=imprint.meanings(_EXPLAINED),
    )


def _about(answered: QuestionsAnswered, edition: Edition) -> About:
    answer = answered.answer
    level = notation.number(100 * answer.level)
    return imprint.about(
        edition,
        filters=filter_words(answered.ask.wanted, titles=edition.titles),
        counted=f"n = {notation.count(answer.total, 'question')} of {_interviews(answer)}",
        instruments=[
            imprint.instrument_words(each.instrument.vendor, each.instrument.version, edition)
            for each in answer.measured
            if each.is_counted
        ],
        limits=(
            f"Intervals are at {level} %.",
            _sentence(figures.asked_words(answer)),
            *answer.warnings,
        ),
    )


def _interviews(answer: QuestionsAnswer) -> str:
    counted = sum(each.count for each in answer.measured if each.is_counted)
    return notation.count(counted, "interview")


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _sections(answer: QuestionsAnswer) -> Iterator[Section]:
    yield Section("How hard and how telling", tuple(_map(answer)))
    if answer.questions:
        yield Section("What changed between versions", tuple(_drifts(answer)))


def _map(answer: QuestionsAnswer) -> Iterator[Block]:
    yield Remark((_sentence(figures.asked_words(answer)),))
    if answer.warnings:
        yield Remark(answer.warnings, Tone.WARNING)
    if not answer.questions:
        yield Remark((figures.NOTHING_SCORED,))
        return
    if figures.has_nothing_to_draw(answer):
        yield Remark((figures.NOTHING_TO_DRAW,))
    else:
        drawing = figures.map_drawing(answer, compact=False)
        yield chart(drawing, finding=telling_sentence(answer))
    shown = len(answer.questions)
    more = answer.total - shown
    yield Listing(
        key=figures.TABLE_KEY,
        title=figures.TABLE_TITLE,
        table=figures.health_table(answer),
        finding=_sentence(figures.asked_words(answer)),
        remarks=(f"The {shown:,} asked most; {more:,} more are not listed.",) if more > 0 else (),
        is_long=shown > _MOST_ON_SLIDES,
    )


def drawn_drifts(answer: QuestionsAnswer) -> list[QuestionHealth]:
    """Return the questions whose change the report draws: those that changed, asked most first."""
    return [each for each in answer.questions if has_drifted(each)][:MOST_DRIFTS]


def _drifts(answer: QuestionsAnswer) -> Iterator[Block]:
    """Draw the questions that changed, those asked most first."""
    found = [each for each in answer.questions if each.drift]
    judged = [
        each for each in found if any(one.difference.estimate is not None for one in each.drift)
    ]
    drifted = [each for each in judged if has_drifted(each)]
    if not judged:
        yield Remark((_NO_VERSIONS,))
        return
    of = notation.count(len(judged), "question")
    some = f"{len(drifted)} of {of} {'has' if len(drifted) == 1 else 'have'}"
    said = f"{some if drifted else f'None of {of} has'} a change whose interval is clear of zero."
    seldom = len(found) - len(judged)
    few = f"{seldom} more were asked by two versions, too seldom for a figure." if seldom else ""
    yield Remark(tuple(filter(None, (said, few, _BY_THEMSELVES))))
    yield from map(_drift, drawn_drifts(answer))
    more = len(drifted) - MOST_DRIFTS
    if more > 0:
        left = notation.count(more, "question that changed is", plural="questions that changed are")
        yield Remark((f"{left} not drawn; the Questions page shows each.",))


def _drift(question: QuestionHealth) -> Chart:
    """Return one question's change; in a document its words are part of the title."""
    name = label.shortened(label.clean(question.text), room=_NAME_ROOM)
    drawing = replace(figures.drift_drawing(question, compact=False), title=f"Change of “{name}”")
    return chart(drawing, finding=drawing.alt, native=drift_ranges(question))
