"""The document of the Funnel page: how far interviews get, and how the others end."""

from collections.abc import Iterator
from dataclasses import replace

from components.documents import imprint, operations_words
from components.documents.drawing import chart
from components.documents.explanations import Explained
from components.documents.filter_words import filter_words
from components.documents.operations_figures import (
    TITLE,
    VENDOR_WORDS,
    bars_table,
    funnel_bars,
    funnel_drawing,
    groups_bars,
    groups_drawing,
    vendor_words_table,
)
from services.models import notation
from services.models.answered import Edition, OperationsAnswered
from services.models.content import About, Block, Content, Listing, Remark, Section, Tone, Words


def operations_content(answered: OperationsAnswered, edition: Edition) -> Content:
    """Return the document: the whole funnel, then its parts, then the vendors' own words."""
    sections = [Section(TITLE, tuple(_whole(answered, edition)))]
    if answered.answer.groups:
        by = answered.ask.by
        sections.append(Section(f"By {by}", tuple(_groups(answered))))
        sections.append(Section(VENDOR_WORDS, tuple(_words(answered, edition))))
    return Content(
        title="Funnel",
        subtitle="How far do interviews get, and how do the others end?",
        about=_about(answered, edition),
        sections=tuple(sections),
        stem=imprint.stem("operations", edition),
        meanings=imprint.meanings((Explained.FUNNEL_STAGE,)),
    )


def _about(answered: OperationsAnswered, edition: Edition) -> About:
    answer = answered.answer
    limits = (
        operations_words.left_out_words(answered.ask.wanted),
        operations_words.COUNTING,
        operations_words.unknown_words(answer),
        operations_words.NO_JUDGEMENT,
    )
    return imprint.about(
        edition,
        filters=filter_words(answer.whole.stages[0].opens, titles=edition.titles),
        counted=f"n = {operations_words.counted_words(answer)}",
        instruments=operations_words.vendors_of(answer.whole, edition.titles),
        limits=filter(None, limits),
    )


def _whole(answered: OperationsAnswered, edition: Edition) -> Iterator[Block]:
    group = answered.answer.whole
    if not group.stages[0].count:
        yield Remark((operations_words.NO_INTERVIEW,), Tone.WARNING)
        return
    unknown = operations_words.unknown_words(answered.answer)
    drawing = funnel_drawing(group, titles=edition.titles)
    yield chart(
        replace(drawing, table=bars_table(group)),
        finding=operations_words.funnel_finding(group),
        native=funnel_bars(group),
        remarks=tuple(filter(None, (operations_words.COUNTING, unknown))),
    )


def _groups(answered: OperationsAnswered) -> Iterator[Block]:
    groups, by = answered.answer.groups, answered.ask.by
    if len(groups) < 2:
        yield Words(operations_words.one_group_words(groups, by))
        return
    more = operations_words.more_groups_words(groups, by)
    yield chart(
        groups_drawing(groups, key="funnel-groups", title=f"By {by}"),
        finding=operations_words.groups_finding(groups, by),
        native=groups_bars(groups),
        remarks=(more,) if more else (),
    )


def _words(answered: OperationsAnswered, edition: Edition) -> Iterator[Block]:
    table = vendor_words_table(answered.answer.whole, edition.titles)
    yield Listing(
        key="vendor-words",
        title=VENDOR_WORDS,
        table=table,
        finding=f"The vendors use {notation.count(len(table.rows), 'word')} for these ends.",
        is_long=len(table.rows) > 30,
    )
