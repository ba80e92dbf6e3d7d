"""The colours of documents: those of the charts in their light twin, as plain values.

Services know no charts; a test holds these equal to components/charts/theme.py.
"""

TEXT = "#2F2D2B"
MUTED = "#5F5B57"
GRID = "#E4E2DD"
GROUND = "#FFFFFF"
FAINT = "#F5F4F2"
SERIES = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#5D5D5D")
"""Groups beside each other, in the order of the charts."""
SCORE = SERIES[0]
DOUBT = SERIES[1]
"""What asks for a second look; always together with a shape or a word."""
BAND = "#A6C8E2"
"""The ground of a score's band, light enough for the score to stand out on it."""
