"""CEFR levels: read as issued, or derived through a published table that somebody chose by name."""

import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from services.models.cefr import LEVELS, CefrRow, CefrTable, LevelReading, LevelSource
from services.models.ladder import LevelCount, LevelGroup
from services.models.score import Scale, Score

BELOW = "below A1"
"""The place under the ladder: what scales call A0, Pre-A1 or <A1."""
RUNGS = (BELOW, *LEVELS)
_FOLDER = "cefr_tables"
_LEVEL = re.compile(r"(?:pre-?|<\s*)A1|[ABC][0-2]\+?", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:-|–|/|to)\s*")
_UNDER = frozenset({"a0", "a0+", "prea1", "pre-a1", "<a1", "< a1"})


@cache
def tables() -> Mapping[str, CefrTable]:
    """Return every published table that comes with the program, by its id."""
    found = [
        _table(each.name.removesuffix(".toml"), each.read_text(encoding="utf-8"))
        for each in files(f"{__package__}.{_FOLDER}").iterdir()
        if each.name.endswith(".toml")
    ]
    return MappingProxyType({table.id: table for table in sorted(found, key=_by_title)})


def tables_for(scale: Scale) -> tuple[CefrTable, ...]:
    """Return the tables whose scores run as `scale` does; no score is ever converted for one."""
    return tuple(table for table in tables().values() if table.scale == scale)


def reading(cefr: str | None, score: Score | None, table: CefrTable | None) -> LevelReading:
    """Return the level as the vendor issued it, else as `table` derives it, else none.

    A derived level is borderline where the score's band begins on one rung and ends on another.
    """
    if cefr:
        lowest, highest = rungs_in(cefr)
        return LevelReading(
            source=LevelSource.ISSUED, text=cefr, lowest=lowest, highest=highest, score=score
        )
    derived = _derived(score, table) if score and table else None
    return derived or LevelReading(source=LevelSource.NONE, score=score)


def rungs_in(text: str) -> tuple[str | None, str | None]:
    """Return the lowest and the highest rung that a level's text names; None for no CEFR level.

    "B1+" stands on B1, "B1-B2" and "B1/B2" on both, "Pre-A1" and "A0" below A1.
    """
    parts = [_rung(part) for part in _split(text)]
    known = [part for part in parts if part is not None]
    if not known or len(known) < len(parts):
        return None, None
    return min(known, key=RUNGS.index), max(known, key=RUNGS.index)


def meets(found: LevelReading, required: str) -> bool | None:
    """Tell whether a level reaches the required one; None where it cannot be told.

    A borderline level that reaches it with its upper end only cannot be told.
    """
    if found.lowest is None or found.highest is None:
        return None
    wanted = RUNGS.index(required)
    if RUNGS.index(found.lowest) >= wanted:
        return True
    return None if RUNGS.index(found.highest) >= wanted else False


def level_counts(groups: Iterable[LevelGroup], table: CefrTable | None) -> tuple[LevelCount, ...]:
    """Count people by role, rung and source; a borderline one stands on its lower rung."""
    found: Counter[tuple[str | None, str | None, LevelSource]] = Counter()
    borderline: Counter[tuple[str | None, str | None, LevelSource]] = Counter()
    for group in groups:
        level = reading(group.cefr, group.score, table)
        key = (group.role, level.lowest, level.source)
        found[key] += group.count
        borderline[key] += group.count if level.is_borderline else 0
    return tuple(
        LevelCount(role=role, rung=rung, source=source, count=count, borderline=borderline[key])
        for key, count in found.items()
        for role, rung, source in [key]
    )


def _derived(score: Score, table: CefrTable) -> LevelReading | None:
    level = _level_at(score.value, table) if score.scale == table.scale else None
    if level is None:
        return None
    ends = [_level_at(end, table) or level for end in (score.lower, score.upper)]
    lowest, highest = rungs_in(f"{ends[0]}-{ends[1]}")
    text = level if lowest == highest else f"{lowest}–{highest}"
    return LevelReading(
        source=LevelSource.DERIVED,
        text=text,
        lowest=lowest,
        highest=highest,
        table_id=table.id,
        score=score,
    )


def _level_at(value: float | None, table: CefrTable) -> str | None:
    """Return the level of a score; between two rows of whole numbers, that of the lower one."""
    if value is None or not math.isfinite(value):
        return None
    if not table.scale.low <= value <= table.scale.high:
        return None
    return next((row.level for row in reversed(table.rows) if value >= row.lower), None)


def _rung(part: str) -> str | None:
    folded = part.strip().lower()
    if folded in _UNDER:
        return BELOW
    plain = folded.removesuffix("+").upper()
    return plain if plain in LEVELS else None


def _split(text: str) -> list[str]:
    parts, rest = [], text.strip()
    while found := _LEVEL.match(rest):
        parts.append(found.group())
        rest = rest[found.end() :]
        if not rest:
            return parts
        between = _BETWEEN.match(rest)
        if not between or not between.group():
            break
        rest = rest[between.end() :]
    return [text]


def _by_title(table: CefrTable) -> str:
    return table.title


def _table(id_: str, text: str) -> CefrTable:
    found = tomllib.loads(text)
    return CefrTable(
        id=id_,
        title=found["title"],
        source=found["source"],
        scale=Scale(low=found["low"], high=found["high"]),
        rows=tuple(CefrRow(lower=low, upper=up, level=level) for low, up, level in found["rows"]),
        note=found.get("note"),
    )
