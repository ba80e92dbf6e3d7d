"""The sentences of the Language page and of its document: what was counted, and its limits."""

from collections import Counter
from collections.abc import Iterator, Sequence

from services.models import notation
from services.models.cefr import LEVELS, CefrTable, LevelSource
from services.models.cohort import FEWEST_WITHOUT_A_WARNING
from services.models.ladder import LanguageAnswer, LanguageRow, LevelCount

NOBODY = (
    "No language result matches these filters. ZenHire scores speech, InstaView has language "
    "tests, and Qode scores the language of its business-analyst interviews."
)
ACCENT = "Accent is never a way to sort, filter or count people."
ORDER = "Newest first. A low speaker match means that perhaps somebody else was scored."
DISAGREE = "Tables disagree: a 75 is B2 in one, C1 in another and C2 in a third."
_ISSUED = (
    "A level is issued by the vendor itself or marked “derived”; each vendor's test has borders of "
    "its own, which are not published."
)
_ONE_PERSON = (
    "Each result counts once: somebody who was interviewed several times is in it several times."
)


def counted_words(answer: LanguageAnswer) -> str:
    """Write what was counted: "214 language results"."""
    return notation.count(answer.total, "language result")


def derived_words(table: CefrTable) -> str:
    """Say through which table levels were derived; its address is not in it."""
    parts = (f"Levels marked “derived” are read off {table.title}.", table.note or "", DISAGREE)
    return " ".join(part for part in parts if part)


def without_level_words(answer: LanguageAnswer, table: CefrTable | None) -> str:
    """Say how many have no level and why; empty where everybody has one."""
    nobody = sum(each.count for each in answer.counts if each.source is LevelSource.NONE)
    if not nobody:
        return ""
    have = "has" if nobody == 1 else "have"
    if table:
        return f"{nobody:,} {have} no level: none was issued, and {table.title} gives none."
    return f"{nobody:,} {have} a number or nothing, and no CEFR level was issued."


def levels_finding(answer: LanguageAnswer, requirement: str | None) -> str:
    """Say how many have a level, and which is the most frequent or how many reach the required."""
    placed = [each for each in answer.counts if each.rung is not None]
    count = sum(each.count for each in placed)
    if not count:
        return f"No CEFR level in {counted_words(answer)}."
    derived = sum(each.count for each in placed if each.source is LevelSource.DERIVED)
    apart = f" ({derived:,} of them derived)" if derived else ""
    said = _against(placed, requirement) if requirement in LEVELS else _most(placed)
    have = "has" if count == 1 else "have"
    return f"{count:,} of {counted_words(answer)} {have} a level{apart}: {said}."


def levels_of_all(answer: LanguageAnswer) -> Iterator[tuple[str, str]]:
    """Yield each level that somebody has, from the highest, with how many have it."""
    people: Counter[str | None] = Counter()
    derived: Counter[str | None] = Counter()
    for each in answer.counts:
        people[each.rung] += each.count
        derived[each.rung] += each.count if each.source is LevelSource.DERIVED else 0
    known = sorted((rung for rung in people if rung is not None), key=_height, reverse=True)
    for rung in (*known, *([None] if None in people else [])):
        share = notation.percent(people[rung] / max(answer.total, 1))
        apart = f", {derived[rung]:,} of them derived" if derived[rung] else ""
        yield rung or "No level", f"{people[rung]:,} of {answer.total:,} ({share} %){apart}"


def _height(rung: str) -> int:
    return LEVELS.index(rung) if rung in LEVELS else -1


def people_finding(answer: LanguageAnswer, rows: Sequence[LanguageRow], *, first: int) -> str:
    """Say which of the results are drawn, from the one behind `first`, and how many are doubted."""
    which = counted_words(answer)
    if first:
        which = f"{first + 1} to {first + len(rows)} of {which}, newest first"
    elif len(rows) < answer.total:
        which = f"The {len(rows):,} newest of {which}"
    doubtful = sum(row.is_doubtful for row in rows)
    return f"{which}: {doubtful or 'none'} with a low speaker match."


def language_limits(answer: LanguageAnswer, table: CefrTable | None) -> Iterator[str]:
    """Say what holds for every figure about levels."""
    if 0 < answer.total < FEWEST_WITHOUT_A_WARNING:
        yield f"n = {answer.total}: few results, which say little about a role."
    yield _ISSUED
    if table:
        yield derived_words(table)
    yield without_level_words(answer, table)
    yield from _doubts(answer)
    yield _ONE_PERSON
    yield ACCENT


def _doubts(answer: LanguageAnswer) -> Iterator[str]:
    doubtful = sum(row.is_doubtful for row in answer.rows)
    if doubtful:
        of = counted_words(answer)
        if len(answer.rows) < answer.total:
            of = f"the {len(answer.rows):,} newest results"
        yield (
            f"Speaker match low in {doubtful:,} of {of}: perhaps somebody else than the candidate "
            "was scored. They are marked among the people, and the levels by role count them too."
        )
    if any(row.entry.is_partial for row in answer.rows):
        partial = sum(row.entry.is_partial for row in answer.rows)
        yield f"In {notation.count(partial, 'result')} the vendor could score some skills only."


def _most(placed: Sequence[LevelCount]) -> str:
    rungs: Counter[str | None] = Counter()
    for each in placed:
        rungs[each.rung] += each.count
    most = max(rungs.values())
    names = [rung for rung in ("below A1", *LEVELS) if rungs[rung] == most]
    return f"most often {' and '.join(names)}, {most:,}{' each' if len(names) > 1 else ''}"


def _against(placed: Sequence[LevelCount], requirement: str) -> str:
    line = LEVELS.index(requirement)
    reach = [each for each in placed if each.rung in LEVELS[line:]]
    below = [each for each in placed if each not in reach]
    borderline = sum(each.borderline for each in below)
    said = (
        f"{sum(each.count for each in reach):,} at {requirement} or above, "
        f"{sum(each.count for each in below):,} below"
    )
    return f"{said}, of these {borderline:,} borderline to a higher level" if borderline else said
