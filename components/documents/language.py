"""The document of the Language page: at which CEFR level people speak, and by whose word."""

from collections.abc import Iterator
from dataclasses import replace

from components.documents import imprint
from components.documents.drawing import chart
from components.documents.explanations import Explained
from components.documents.filter_words import filter_words
from components.documents.language_figures import (
    ladder_drawing,
    levels_bars,
    levels_drawing,
    people_table,
)
from components.documents.language_words import (
    NOBODY,
    ORDER,
    counted_words,
    language_limits,
    levels_finding,
    levels_of_all,
    people_finding,
    without_level_words,
)
from components.documents.parts import part_key
from services.models.answered import Edition, LanguageAnswered
from services.models.content import (
    About,
    Block,
    Chart,
    Content,
    Facts,
    Listing,
    Remark,
    Section,
    Tone,
)
from services.models.ladder import LanguageEntry

DRAWN = 40
"""So many people stand in the figures; the table holds all of the answer."""
ON_A_SLIDE = 10
"""So many of them in each: what can be read on a slide."""
_SHORT = 60
"""A longer list of people is no slide."""


def language_content(answered: LanguageAnswered, edition: Edition) -> Content:
    """Return the document: how levels were read, how many are at each, then who."""
    read = tuple(_read(answered))
    if answered.answer.total:
        everybody = Facts(tuple(levels_of_all(answered.answer)))
        sections = [Section("Levels by role", (*read, everybody, *_levels(answered)))]
    else:
        sections = [Section("How levels were read", read)]
    if answered.answer.rows:
        sections.append(Section("Each candidate", tuple(_people(answered, edition))))
    return Content(
        title="Language",
        subtitle="At which CEFR level do these candidates speak, and by whose word?",
        about=_about(answered, edition),
        sections=tuple(sections),
        stem=imprint.stem("language", edition),
        meanings=imprint.meanings(
            (Explained.CEFR_LEVEL, Explained.DERIVED_LEVEL, Explained.SPEAKER_MATCH)
        ),
    )


def _about(answered: LanguageAnswered, edition: Edition) -> About:
    answer = answered.answer
    instruments = dict.fromkeys(_instrument(row.entry, edition) for row in answer.rows)
    limits = list(language_limits(answer, answered.table))
    if len(answer.rows) < answer.total:
        limits.append(f"The instruments are those of the {len(answer.rows):,} newest results.")
    if len(instruments) > 1:
        limits.append("Levels of several instruments stand side by side: no two tests are equal.")
    return imprint.about(
        edition,
        filters=filter_words(answered.ask.wanted, titles=edition.titles),
        counted=f"n = {counted_words(answer)}",
        instruments=tuple(instruments),
        limits=filter(None, limits),
    )


def _instrument(entry: LanguageEntry, edition: Edition) -> str:
    method = f"method {entry.method}" if entry.method else None
    return imprint.instrument_words(entry.vendor, method, edition)


def _read(answered: LanguageAnswered) -> Iterator[Block]:
    table = answered.table
    facts = [
        ("Skill", answered.answer.dimension),
        ("Required level", answered.ask.requirement or "none"),
        ("Derived through", table.title if table else "no table: none is derived"),
    ]
    yield Facts((*facts, *([("Published at", table.source)] if table else [])))
    if not answered.answer.total:
        yield Remark((NOBODY,), Tone.WARNING)


def _levels(answered: LanguageAnswered) -> Iterator[Block]:
    answer, requirement = answered.answer, answered.ask.requirement
    said = without_level_words(answer, answered.table)
    yield chart(
        levels_drawing(answer, requirement=requirement),
        finding=levels_finding(answer, requirement),
        native=levels_bars(answer),
        remarks=(said,) if said else (),
    )


def _people(answered: LanguageAnswered, edition: Edition) -> Iterator[Block]:
    answer, titles = answered.answer, edition.titles
    yield from _ladders(answered, edition)
    left_out = answer.total - len(answer.rows)
    yield Listing(
        key="language-people",
        title=f"{answer.dimension} level: {counted_words(answer)}",
        table=people_table(answer.rows, dimension=answer.dimension, titles=titles),
        remarks=(ORDER, *([f"{left_out:,} older ones are not listed."] if left_out else [])),
        is_long=len(answer.rows) > _SHORT,
    )


def _ladders(answered: LanguageAnswered, edition: Edition) -> Iterator[Chart]:
    """Return the newest people in figures that fit a page each; the first has the page's key."""
    answer, requirement = answered.answer, answered.ask.requirement
    for first in range(0, min(DRAWN, len(answer.rows)), ON_A_SLIDE):
        rows = answer.rows[first : first + ON_A_SLIDE]
        drawing = ladder_drawing(answer, rows, requirement=requirement, titles=edition.titles)
        if first:
            more = f"{drawing.title}, {first + 1} to {first + len(rows)}"
            drawing = replace(drawing, key=part_key(drawing.key, first + 1), title=more)
        finding = people_finding(answer, rows, first=first)
        yield chart(drawing, finding=finding, remarks=(ORDER,))
