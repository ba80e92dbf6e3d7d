"""The table that a run ends with."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from benchmarks.figure import Basis, Chapter, Figure, Spread

_HEAD = ("", "measured", "target", "floor", "ratio", "verdict", "note")
_NUMBERS = ("measured", "floor", "ratio")


def show(chapters: Sequence[Chapter], *, machine: Mapping[str, object]) -> None:
    """Print all figures as one table, the machine below it."""
    cells = [_cells(figure) for chapter in chapters for figure in chapter.figures]
    widths = [max(map(len, column)) for column in zip(_HEAD, *cells, strict=True)]
    print("Scoreband benchmarks: median (lower and upper quartile)\n")
    print(_line(_HEAD, widths))
    for chapter in chapters:
        print(f"\n{chapter.title}")
        for line in _body(chapter, widths):
            print(line)
    print(f"\n{_sentence(machine)}")


def verdict(figure: Figure) -> str:
    """Say whether the target was met, or by how much it was missed; nothing without a target."""
    excess = figure.excess
    if excess is None:
        return ""
    if excess <= 1:
        return "met"
    return f"missed by {excess - 1:.0%}" if excess < 2 else f"missed {excess:.1f}x"


def digits(value: float) -> str:
    """Write a number with the three digits that count."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _body(chapter: Chapter, widths: Sequence[int]) -> Iterator[str]:
    for figure in chapter.figures:
        yield _line(_cells(figure), widths)
    if chapter.skipped:
        yield f"  {chapter.skipped}"


def _line(cells: Iterable[str], widths: Sequence[int]) -> str:
    padded = (
        cell.rjust(width) if name in _NUMBERS else cell.ljust(width)
        for cell, width, name in zip(cells, widths, _HEAD, strict=True)
    )
    return "  ".join(padded).rstrip()


def _cells(figure: Figure) -> tuple[str, ...]:
    floor = figure.floor
    return (
        f"  {figure.what}",
        f"{_spread(figure.measured)} {figure.unit}",
        _target(figure),
        digits(floor.spread.median) if floor else "",
        "" if figure.ratio is None else f"{digits(figure.ratio)}x",
        verdict(figure),
        "; ".join(filter(None, (floor and f"floor: {floor.what}", figure.note))),
    )


def _spread(spread: Spread) -> str:
    if spread.count == 1:
        return digits(spread.median)
    return f"{digits(spread.median)} ({digits(spread.low)}–{digits(spread.high)})"


def _target(figure: Figure) -> str:
    target = figure.target
    if target is None:
        return ""
    sign = "≥" if target.at_least else "≤"
    unit = "x floor" if target.basis is Basis.RATIO else ""
    return f"{sign} {digits(target.limit)}{unit}"


def _sentence(machine: Mapping[str, object]) -> str:
    versions = machine["versions"]
    told = ", ".join(f"{name} {one}" for name, one in dict(versions).items())
    return (
        f"{machine['system']}, {machine['cores']} cores, {machine['memory_gib']} GiB; load "
        f"{machine['load']} before and {machine['load_after']} after; {machine['seconds']} s in all"
        f"\n{told}"
    )
