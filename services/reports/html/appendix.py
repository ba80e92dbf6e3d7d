"""What stands at the end: on paper the numbers behind the figures, and what numbers mean."""

from collections.abc import Sequence

from services.models import notation
from services.models.content import Chart, Content, Meaning
from services.reports.html.tables import paper_tables
from services.reports.html.text import breakable, escaped

_MOST_ROWS_ON_PAPER = 60


def numbers(content: Content) -> str:
    """Return the figures' numbers for paper, where nobody can open them below the figure."""
    parts = [_numbers(chart) for chart in content.charts()]
    if not parts:
        return ""
    return (
        f'<section class="paper-only"><h2>Numbers behind the figures</h2>{"".join(parts)}</section>'
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


def _numbers(chart: Chart) -> str:
    rows = len(chart.table.rows)
    if rows > _MOST_ROWS_ON_PAPER:
        held = (
            f'<p class="none">{notation.count(rows, "row")}, too many for paper: '
            "the workbook and the data formats hold them.</p>"
        )
    else:
        held = paper_tables(chart.table)
    return f'<section class="small"><h3 dir="auto">{breakable(chart.title)}</h3>{held}</section>'


def _meaning(meaning: Meaning) -> str:
    parts = "".join(
        f"<div><dt>{escaped(heading)}</dt><dd>{breakable(text)}</dd></div>"
        for heading, text in meaning.parts
    )
    return f"<section><h3>{breakable(meaning.title)}</h3><dl>{parts}</dl></section>"
