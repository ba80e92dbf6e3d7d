"""Rows of the levels figure: the people of all roles, then of each, on a track for each source."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.charts import _rungs
from services.models.cefr import LevelSource
from services.models.ladder import LevelCount

ALL_ROLES = "All roles"
NO_ROLE = "No role given"
_MOST_ROLES = 12
_HEAD = 22
"""Pixels for the name above the circles of a compact row."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The people of one row on one rung by one source; without a rung there is no source."""

    rung: str | None
    source: LevelSource
    count: int
    borderline: int


@dataclass(frozen=True, slots=True)
class Crowd:
    """One row: a role with its people, from the lowest rung up, and its place in pixels."""

    role: str
    is_whole: bool
    """Whether it holds all roles."""
    cells: tuple[Cell, ...]
    top: float = 0
    marks_top: float = 0
    bottom: float = 0

    @property
    def tracks(self) -> tuple[LevelSource, ...]:
        """The sources that have a track of their own: issued above, derived below."""
        found = {cell.source for cell in self.cells}
        return tuple(each for each in (LevelSource.ISSUED, LevelSource.DERIVED) if each in found)

    @property
    def words_at(self) -> float:
        """Where the name stands: above the circles, or beside them."""
        if self.marks_top > self.top:
            return self.top + _HEAD / 2 + 2
        return (self.top + self.bottom) / 2

    def middle(self, cell: Cell) -> float:
        """Return where a cell's circle lies; people without a level stand between the tracks."""
        if cell.source not in self.tracks:
            return (self.marks_top + self.bottom) / 2
        track = (self.bottom - self.marks_top) / len(self.tracks)
        return self.marks_top + track * (self.tracks.index(cell.source) + 0.5)


def crowds(counts: Sequence[LevelCount], *, compact: bool = False) -> list[Crowd]:
    """Return all roles, then each role from the largest down; beyond twelve the rest as one."""
    if not counts:
        return []
    roles = _ranked(counts)
    kept, rest = roles[:_MOST_ROLES], roles[_MOST_ROLES:]
    parts: list[tuple[str, bool, list[LevelCount]]] = [(ALL_ROLES, True, list(counts))]
    parts += [(role or NO_ROLE, False, _of(counts, [role])) for role in kept]
    if rest:
        more = f"{len(rest)} more role{'s' if len(rest) > 1 else ''}"
        parts.append((more, False, _of(counts, rest)))
    found: list[Crowd] = []
    top = 4.0
    for role, is_whole, members in parts:
        found.append(_placed(Crowd(role, is_whole, _cells(members)), top=top, compact=compact))
        top = found[-1].bottom
    return found


def _placed(crowd: Crowd, *, top: float, compact: bool) -> Crowd:
    marks_top = top + (_HEAD if compact else 0)
    bottom = marks_top + (32 if compact else 34) * max(len(crowd.tracks), 1) + 4
    return replace(crowd, top=top, marks_top=marks_top, bottom=bottom)


def _ranked(counts: Sequence[LevelCount]) -> list[str]:
    sizes: dict[str, int] = {}
    for each in counts:
        sizes[each.role or ""] = sizes.get(each.role or "", 0) + each.count
    return sorted(sizes, key=lambda role: (-sizes[role], role))


def _of(counts: Sequence[LevelCount], roles: Sequence[str]) -> list[LevelCount]:
    return [each for each in counts if (each.role or "") in roles]


def _cells(counts: Sequence[LevelCount]) -> tuple[Cell, ...]:
    """Sum up what shares a rung and a source; a text that is no level is no level either."""
    found: dict[tuple[str | None, LevelSource], list[int]] = {}
    for each in counts:
        is_placed = _rungs.place(each.rung) is not None
        key = (each.rung, each.source) if is_placed else (None, LevelSource.NONE)
        numbers = found.setdefault(key, [0, 0])
        numbers[0] += each.count
        numbers[1] += each.borderline if is_placed else 0
    cells = [Cell(*key, *numbers) for key, numbers in found.items() if numbers[0]]
    return tuple(sorted(cells, key=_order))


def _order(cell: Cell) -> tuple[float, str]:
    at = _rungs.place(cell.rung)
    return (_rungs.NOBODY if at is None else at, "" if cell.source is LevelSource.ISSUED else "x")
