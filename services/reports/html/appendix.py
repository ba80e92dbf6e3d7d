"""What stands at the end: on paper the numbers behind the figures, and what numbers mean."""

from collections.abc import Mapping, Sequence
from itertools import accumulate

from services.models.content import Chart, Content, Listing, Meaning
from services.models.table import Cell, Table
from services.reports.html.condensed import condensed, of_columns
from services.reports.html.tables import table_element
from services.reports.html.text import breakable, escaped

_MOST_ROWS_ON_PAPER = 60
_LONG_TEXT = 40
_LONGEST_NOTE = 400
"""What all rows share is a line or two below a table, not a page."""


def numbers(content: Content) -> str:
    """Return the figures' numbers for paper, where nobody can open them below the figure.

    Figures with the same columns share one table. Numbers that another figure has among its own
    are not repeated, nor are texts that a table of the document holds; what no page can hold is
    named at the end.
    """
    charts = list(content.charts())
    printed = _printed_texts(content)
    alike: dict[tuple[str, ...], list[Chart]] = {}
    left: list[str] = []
    for chart in charts:
        if _is_within_another(chart, charts):
            continue
        if len(chart.table.rows) > _MOST_ROWS_ON_PAPER:
            left.append(chart.title)
        else:
            alike.setdefault(chart.table.columns, []).append(chart)
    if not (alike or left):
        return ""
    parts = []
    for charts_alike in alike.values():
        shown = _numbers(charts_alike, printed)
        single = [] if shown else [(each, _numbers([each], printed)) for each in charts_alike]
        parts += [shown, *(table for _, table in single)]
        left += [each.title for each, table in single if not table]
    return (
        '<section class="paper-only"><h2>Numbers behind the figures</h2>'
        f"{''.join(parts)}{_left_out(left)}</section>"
    )


def meanings(told: Sequence[Meaning]) -> str:
    """Return what each number means."""
    if not told:
        return ""
    parts = "".join(map(_meaning, told))
    return (
        '<section id="meanings"><h2>What these numbers mean</h2>'
        f'<div class="meanings">{parts}</div></section>'
    )


def _is_within_another(chart: Chart, charts: Sequence[Chart]) -> bool:
    own = set(chart.table.rows)
    return any(
        own < set(other.table.rows) and chart.table.columns == other.table.columns
        for other in charts
    )


def _printed_texts(content: Content) -> list[set[Cell]]:
    """Return the columns of texts that the document's own tables print."""
    tables = [
        block.table
        for section in content.sections
        for block in section.blocks
        if isinstance(block, Listing)
    ]
    return [set(cells) for table in tables for cells in zip(*table.rows, strict=True)]


def _numbers(charts: Sequence[Chart], printed: Sequence[set[Cell]]) -> str:
    """Return the numbers of figures with the same columns; nothing where no page can hold them."""
    rows = tuple(row for chart in charts for row in chart.table.rows)
    whole = Table(columns=charts[0].table.columns, rows=rows)
    elsewhere = _told_elsewhere(whole, printed)
    kept = [place for place in range(len(whole.columns)) if place not in elsewhere]
    starts = accumulate((len(chart.table.rows) for chart in charts), initial=0)
    named = {start: chart.title for start, chart in zip(starts, charts, strict=False)}
    heads = named if len(charts) > 1 else {}
    names = [whole.columns[place] for place in elsewhere]
    notes = [f"In the tables above: {', '.join(names)}."] if names else []
    table = _held(of_columns(whole, kept), heads, notes)
    if not table:
        return ""
    heading = "" if heads else f'<h3 dir="auto">{breakable(charts[0].title)}</h3>'
    return f'<section class="small">{heading}{table}</section>'


def _told_elsewhere(table: Table, printed: Sequence[set[Cell]]) -> list[int]:
    """Return the places of columns of long texts that stand in another table.

    The texts before the first number say whose numbers these are: they stay.
    """
    found = []
    is_naming = True
    for place, cells in enumerate(zip(*table.rows, strict=True)):
        texts = {cell for cell in cells if isinstance(cell, str) and cell}
        is_naming = is_naming and bool(texts)
        is_long = any(len(text) > _LONG_TEXT for text in texts)
        if not is_naming and is_long and any(texts <= column for column in printed):
            found.append(place)
    return found


def _left_out(titles: Sequence[str]) -> str:
    if not titles:
        return ""
    said = "Too wide or too long for paper, held by the workbook and the data formats"
    return f'<p class="none" dir="auto">{said}: {breakable("; ".join(titles))}.</p>'


def _held(table: Table, heads: Mapping[int, str], notes: Sequence[str]) -> str:
    """Return a table as paper shows it; nothing where no page can hold it."""
    kept = condensed(table, turns=not heads)
    said = "; ".join(f"{name}: {value}" for name, value in kept.shared)
    told = " ".join(
        [
            *([f"The same in every row: {said}."] if said else []),
            *([f"Nothing in: {', '.join(kept.empty)}."] if kept.empty else []),
            *notes,
        ]
    )
    if kept.table is None or len(told) > _LONGEST_NOTE:
        return ""
    below = f'<p class="none">{breakable(told)}</p>' if told else ""
    return f"{table_element(kept.table, heads=heads)}{below}"


def _meaning(meaning: Meaning) -> str:
    parts = "".join(
        f"<div><dt>{escaped(heading)}</dt><dd>{breakable(text)}</dd></div>"
        for heading, text in meaning.parts
    )
    return f"<section><h3>{breakable(meaning.title)}</h3><dl>{parts}</dl></section>"
