"""What was talked about when: chapters as bands with titles, questions as numbered marks."""

from collections.abc import Sequence
from itertools import pairwise

from components.charts import label, theme
from components.charts._canvas import Part, head, muted
from components.charts._touch import steady, touch
from components.charts._track import Track
from services.models import notation
from services.models.interview import Question
from services.models.recording import Chapter

Span = tuple[Chapter, float, float]
"""A chapter with its start and end in seconds."""


def chapter_bands(parts: Sequence[Span]) -> list[Part]:
    """Return a quiet ground under every other chapter."""
    return [
        {
            "type": "rect",
            "xref": "x",
            "x0": start,
            "x1": stop,
            "yref": "paper",
            "y0": 0,
            "y1": 1,
            "fillcolor": theme.FAINT,
            "opacity": 0.7,
            "line": {"width": 0},
            "layer": "below",
        }
        for _, start, stop in parts[::2]
    ]


def titles(parts: Sequence[Span], *, track: Track) -> list[Part]:
    """Return the chapters' titles, cut to their width; the number alone where there is no room."""
    found = []
    for number, (chapter, start, stop) in enumerate(parts, start=1):
        room = track.room(stop - start) - 6
        text = muted(label.block(chapter.title, room=room, lines=2, size=theme.SMALL))
        if room < 34:
            text = muted(str(number)) if room > 8 else ""
        if text:
            found.append(at_top(text, x=(start + stop) / 2, track=track))
    return found


def at_top(text: str, *, x: float, track: Track) -> Part:
    """Return a text in the row of the titles."""
    y = max(track.head / 2, 10)
    return head(text, x=x) | {"yref": "y", "y": y, "yanchor": "middle", "yshift": 0}


def chapter_areas(parts: Sequence[Span], *, track: Track) -> Part:
    """Return the invisible areas over the chapters' titles: the full title, and a click."""
    return {
        "type": "bar",
        "name": "chapters",
        "orientation": "h",
        "base": [start for _, start, _ in parts],
        "x": [stop - start for _, start, stop in parts],
        "y": [track.head / 2 for _ in parts],
        "width": track.head,
        "marker": {"color": theme.BACKGROUND, "opacity": 0, "line": {"width": 0}},
        **steady(opacity=0),
        **touch(
            (
                f"<b>{label.block(chapter.title, room=300, lines=4)}</b><br>"
                f"chapter {number}, from {notation.clock(start)}"
                for number, (chapter, start, _) in enumerate(parts, start=1)
            ),
            (["chapter", start] for _, start, _ in parts),
        ),
    }


def _are_crowded(asked: Sequence[Question], *, track: Track) -> bool:
    starts = sorted(question.start_s or 0 for question in asked)
    return any(track.room(later - earlier) < 14 for earlier, later in pairwise(starts))


def question_marks(asked: Sequence[Question], *, track: Track) -> Part:
    """Return a numbered circle for each question, or a small one where they stand too close."""
    crowded = _are_crowded(asked, track=track)
    y = track.head + 12
    return {
        "type": "scatter",
        "name": "questions",
        "mode": "markers" if crowded else "markers+text",
        "x": [question.start_s for question in asked],
        "y": [y for _ in asked],
        "marker": {
            "symbol": "circle",
            "size": 7 if crowded else 18,
            "color": theme.BACKGROUND,
            "opacity": 1,
            "line": {"width": 1.2, "color": theme.MUTED},
        },
        "text": [str(question.index + 1) for question in asked],
        "textfont": theme.font(size=theme.SMALL),
        "cliponaxis": False,
        **steady(opacity=1, has_text=True),
        **touch(map(_hover, asked), (["question", question.start_s] for question in asked)),
    }


def _hover(question: Question) -> str:
    return (
        f"<b>Question {question.index + 1}</b>, {notation.clock(question.start_s or 0)}<br>"
        f"{label.block(question.text, room=300, lines=5)}"
    )
