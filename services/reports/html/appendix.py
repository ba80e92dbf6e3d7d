"""What stands at the end: on paper the numbers behind the figures, and what numbers mean."""

from collections.abc import Sequence

from services.models.content import Chart, Content, Meaning
from services.models.table import Table
from services.reports.html.condensed import condensed
from services.reports.html.tables import table_element
from services.reports.html.text import breakable, escaped

_MOST_ROWS_ON_PAPER = 60
_LONGEST_NOTE = 400
"""What all rows share is a line or two below a table, not a page."""


def numbers(content: Content) -> str:
    """Return the figures' numbers for paper, where nobody can open them below the figure.

    Numbers that another figure has among its own are not repeated; tables that no page can hold
    are named together at the end.
    """
    charts = list(content.charts())
    told = [chart for chart in charts if not _is_within_another(chart, charts)]
    if not told:
        return ""
    held = [(chart.title, _held(chart.table)) for chart in told]
    parts = [_numbers(title, table) for title, table in held if table]
    left = _left_out([title for title, table in held if not table])
    return (
        '<section class="paper-only"><h2>Numbers behind the figures</h2>'
        f"{''.join(parts)}{left}</section>"
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


def _numbers(title: str, table: str) -> str:
    return f'<section class="small"><h3 dir="auto">{breakable(title)}</h3>{table}</section>'


def _left_out(titles: Sequence[str]) -> str:
    if not titles:
        return ""
    said = "Too wide or too long for paper, held by the workbook and the data formats"
    return f'<p class="none" dir="auto">{said}: {breakable("; ".join(titles))}.</p>'


def _held(table: Table) -> str:
    """Return a table as paper shows it; nothing where no page can hold it."""
    if len(table.rows) > _MOST_ROWS_ON_PAPER:
        return ""
    kept = condensed(table)
    said = "; ".join(f"{name}: {value}" for name, value in kept.shared)
    notes = [
        *([f"The same in every row: {said}."] if said else []),
        *([f"Nothing in: {', '.join(kept.empty)}."] if kept.empty else []),
    ]
    if kept.table is None or len(" ".join(notes)) > _LONGEST_NOTE:
        return ""
    below = f'<p class="none">{breakable(" ".join(notes))}</p>' if notes else ""
    return f"{table_element(kept.table)}{below}"


def _meaning(meaning: Meaning) -> str:
    parts = "".join(
        f"<div><dt>{escaped(heading)}</dt><dd>{breakable(text)}</dd></div>"
        for heading, text in meaning.parts
    )
    return f"<section><h3>{breakable(meaning.title)}</h3><dl>{parts}</dl></section>"
