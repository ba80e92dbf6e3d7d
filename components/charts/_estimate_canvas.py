"""What stands around rows of estimates: axis, margins, legend, and the words beside each row."""

from collections.abc import Sequence

from components.charts._canvas import Canvas, Margins, Part, rows_axis
from components.charts._estimate_rows import Sheet
from components.charts._estimate_words import more_words, sheet_words
from components.charts._zero_heads import NO_HEADS, Heads


def estimate_canvas(
    laid: Sheet,
    *,
    xaxis: Part,
    legend: Sequence[str],
    shapes: Sequence[Part],
    heads: Heads = NO_HEADS,
    rest: int = 0,
) -> Canvas:
    """Return the canvas; without any mark it has no axis, no legend and no `heads` above it.

    `rest` is how many rows more the table has.
    """
    marked = laid.has_axis
    return Canvas(
        rows_height=laid.height,
        margins=Margins(
            left=laid.left,
            right=laid.right,
            top=4 + (22 * laid.is_tall + heads.height) * marked,
            bottom=laid.foot + 22 * bool(rest),
        ),
        xaxis=xaxis if marked else xaxis | {"visible": False},
        yaxis=rows_axis(laid.height),
        legend=legend if marked else (),
        compact=laid.compact,
        annotations=[*sheet_words(laid), *heads.parts * marked, *more_words(rest, sheet=laid)],
        shapes=shapes,
    )
