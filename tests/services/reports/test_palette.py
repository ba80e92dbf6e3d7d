"""The palette of documents is that of the charts."""

from components.charts import theme
from services.reports import palette


def test_documents_and_charts_have_the_same_colours():
    """A document's own lines and bars look like the figures beside them."""
    light = theme.LIGHT

    assert tuple(light[token] for token in theme.CATEGORY[:7]) == palette.SERIES
    assert light[theme.SCORE] == palette.SCORE
    assert light[theme.DOUBT] == palette.DOUBT
    assert light[theme.SEQUENTIAL[3]] == palette.BAND
    assert tuple(
        light[token]
        for token in (theme.TEXT, theme.MUTED, theme.GRID, theme.BACKGROUND, theme.FAINT)
    ) == (palette.TEXT, palette.MUTED, palette.GRID, palette.GROUND, palette.FAINT)
