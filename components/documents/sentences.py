"""Pieces of text set in a row as sentences, and foreign names in them."""

from components.charts import label

_ROOM = 600
_ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "؟", "۔")


def short(text: str) -> str:
    """Return a foreign text for a title or a finding: one line, cut where it would drown the rest.

    What would turn the letters around it is replaced by a sign that something stood there.
    """
    return label.shortened(label.clean(text), room=_ROOM)


def joined(*parts: str | None) -> str:
    """Return the parts as sentences, each ended; empty ones are left out."""
    told = (part.strip() for part in parts if part)
    return " ".join(part if part.endswith(_ENDS) else f"{part}." for part in told if part)
