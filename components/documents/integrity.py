"""The document of the Integrity page: what was seen, how often, and what people said about it."""

from collections.abc import Iterator
from dataclasses import replace

from components.charts import signal_rates_finding, signal_rates_ranges
from components.charts.flags import FLAG_NAMES
from components.documents import imprint, integrity_words
from components.documents.drawing import chart
from components.documents.explanations import Explained
from components.documents.filter_words import filter_words
from components.documents.harmless import HARMLESS
from components.documents.integrity_figures import (
    Per,
    awaiting_table,
    rates_drawing,
    reviews_table,
)
from components.documents.parts import numbered, parts
from services.models.answered import Edition, IntegrityAnswered
from services.models.cohort import FEWEST_WITHOUT_A_WARNING
from services.models.content import (
    About,
    Block,
    Content,
    Facts,
    Listing,
    Remark,
    Section,
    Tone,
    Words,
)
from services.models.integrity import IntegrityAnswer

_MOST = "Most often, of the"
_SHORT = 30
"""A longer list of interviews is no slide."""
_MOST_ROWS = 10
"""So many rows of a figure leave room on the first page, and can be read on a slide."""


def integrity_content(answered: IntegrityAnswered, edition: Edition) -> Content:
    """Return the document: rates of signals, then reviews, then who awaits one."""
    drawing = rates_drawing(answered.answer, per=answered.ask.per)
    sections = [Section(drawing.title, tuple(_rates(answered)))]
    if answered.answer.cohorts[0].interviews:
        sections += [
            Section(integrity_words.SAID, tuple(_reviews(answered))),
            Section(integrity_words.AWAITING, tuple(_awaiting(answered))),
            Section(integrity_words.HARMLESS_TITLE, (_harmless(),)),
        ]
    return Content(
        title="Integrity",
        subtitle="What was seen, how often, and what did people say about it? Cues for review, "
        "never verdicts.",
        about=_about(answered, edition),
        sections=tuple(sections),
        stem=imprint.stem("integrity", edition),
        meanings=imprint.meanings(
            (
                *(Explained.SIGNAL, *drawing.explained),
                *(Explained.REVIEWS, Explained.AWAITING_REVIEW),
            )
        ),
    )


def _about(answered: IntegrityAnswered, edition: Edition) -> About:
    answer = answered.answer
    began = answer.cohorts[0].interviews
    limits = [integrity_words.level_words(answer), integrity_words.NOT_COLLECTED]
    limits += [integrity_words.CUES, *answer.warnings]
    if 0 < began < FEWEST_WITHOUT_A_WARNING:
        limits.insert(0, f"n = {began}: few interviews, so that the intervals are wide.")
    return imprint.about(
        edition,
        filters=filter_words(answered.ask.wanted, titles=edition.titles),
        counted=f"n = {integrity_words.counted_words(answer)}",
        instruments=_instruments(answered, edition),
        limits=limits,
    )


def _instruments(answered: IntegrityAnswered, edition: Edition) -> tuple[str, ...]:
    """Return the vendors of the filter or of its parts; the answer knows no others."""
    cohorts = answered.answer.cohorts
    named = dict.fromkeys(name for each in cohorts for name in each.wanted.vendors)
    return tuple(edition.titles.get(name, name) for name in named) or ("all vendors",)


def _rates(answered: IntegrityAnswered) -> Iterator[Block]:
    answer, per = answered.answer, answered.ask.per
    if not answer.cohorts[0].interviews:
        yield Remark((integrity_words.NO_INTERVIEW,), Tone.WARNING)
        return
    # One line below each figure, so that two find room on a page.
    limits = (f"{integrity_words.level_words(answer)} {integrity_words.NOT_COLLECTED}",)
    more = (integrity_words.CUES, *answer.warnings)
    pieces = list(_pieces(answer))
    for part, piece in enumerate(pieces):
        drawing = numbered(rates_drawing(piece, per=per), part, of=len(pieces))
        yield chart(
            replace(drawing, title=_title(piece, drawing.title, of=len(pieces))),
            finding=_finding(piece, answer, per=per),
            native=signal_rates_ranges(piece) if per == "interview" else None,
            # What holds for all of them stands below the last one.
            remarks=(*limits, *(more if part == len(pieces) - 1 else ())),
        )


def _pieces(answer: IntegrityAnswer) -> Iterator[IntegrityAnswer]:
    """Return the answer in parts of so few kinds of signals that a page holds all their rows."""
    kinds = [rate.kind for rate in answer.cohorts[0].rates]
    for some in parts(kinds, most=max(1, _MOST_ROWS // len(answer.cohorts))):
        cohorts = (
            cohort.model_copy(
                update={"rates": tuple(rate for rate in cohort.rates if rate.kind in some)}
            )
            for cohort in answer.cohorts
        )
        yield answer.model_copy(update={"cohorts": tuple(cohorts)})


def _title(piece: IntegrityAnswer, title: str, *, of: int) -> str:
    """Return the title of a part: after its signal where it shows a single one."""
    kinds = _names(piece)
    whole = title.partition(" (")[0]
    return f"{whole}: {kinds[0].lower()}" if len(kinds) == 1 and of > 1 else title


def _names(piece: IntegrityAnswer) -> list[str]:
    return [FLAG_NAMES[rate.kind] for rate in piece.cohorts[0].rates]


def _finding(piece: IntegrityAnswer, answer: IntegrityAnswer, *, per: Per) -> str:
    if len(piece.cohorts[0].rates) == len(answer.cohorts[0].rates):
        return signal_rates_finding(answer, per=per)
    names, found = _names(piece), signal_rates_finding(piece, per=per)
    if len(names) == 1:
        # A single one cannot be the most frequent.
        return found.replace(_MOST, "Of the", 1) if found.startswith(_MOST) else found
    return f"Of {', '.join(names).lower()}: {found[:1].lower()}{found[1:]}"


def _harmless() -> Facts:
    return Facts(tuple((FLAG_NAMES[kind], " ".join(said)) for kind, said in HARMLESS.items()))


def _reviews(answered: IntegrityAnswered) -> Iterator[Block]:
    answer = answered.answer
    if not integrity_words.has_flags(answer):
        yield Words(integrity_words.NO_FLAG)
        return
    yield Listing(
        key="flag-dispositions",
        title=integrity_words.BY_LATEST_REVIEW,
        table=reviews_table(answer),
        finding=integrity_words.reviews_finding(answer),
    )


def _awaiting(answered: IntegrityAnswered) -> Iterator[Block]:
    answer = answered.answer
    if not integrity_words.has_flags(answer):
        yield Words(integrity_words.NO_FLAG)
    elif not answer.awaiting_total:
        yield Words(integrity_words.ALL_LOOKED_AT)
    else:
        left_out = answer.awaiting_total - len(answer.awaiting)
        yield Listing(
            key="awaiting-review",
            title="Interviews with flags to review",
            table=awaiting_table(answer),
            finding=integrity_words.awaiting_words(answer),
            remarks=(f"{left_out:,} older ones are not listed.",) if left_out else (),
            is_long=len(answer.awaiting) > _SHORT,
        )
