"""Proctoring timeline: what was seen when, one lane per signal, over chapters and questions."""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from components.charts import _signals, _talk, label, theme
from components.charts._canvas import (
    Canvas,
    Margins,
    Part,
    across,
    glyph,
    head,
    line,
    muted,
    rows_axis,
)
from components.charts._canvas import words as written
from components.charts._lanes import LANES, Event, Shape, length, spans
from components.charts._talk import Span
from components.charts._touch import steady
from components.charts._track import Track
from components.charts.flags import DISPOSITION_SIGNS, NO_REVIEWS, flags, review_words
from services.models import notation
from services.models.integrity import Disposition
from services.models.interview import Interview


def timeline_figure(
    interview: Interview,
    *,
    reviewed: Mapping[str, Disposition] = NO_REVIEWS,
    playhead_s: float | None = None,
    compact: bool = False,
) -> go.Figure:
    """Draw every signal on the recording's clock; a lane without any says why.

    A moment is a diamond, a range a bar; an open end tapers off, an event outside the recording is
    an arrow at its edge, one without a time stands at the left. A flag in `reviewed` has the sign
    of its disposition, a dismissed one is hollow. The last custom datum of an event, a chapter or a
    question is its second in the recording (None without a time), for a click; the second one of an
    event is its key.
    """
    end = length(interview)
    found = flags(interview, reviewed)
    asked = [question for question in interview.questions if question.start_s is not None]
    parts = spans(interview.chapters, end=end)
    track = Track(
        end=end,
        has_chapters=bool(parts),
        has_questions=bool(asked),
        has_timeless=any(event.shape is Shape.TIMELESS for event in found),
        compact=compact,
    )
    traces = [_not_collected(interview, track=track), *_signals.marks(found, track=track)]
    traces += [_talk.chapter_areas(parts, track=track)] if parts else []
    traces += [_talk.question_marks(asked, track=track)] if asked else []
    return _canvas(interview, found, parts=parts, track=track, playhead_s=playhead_s).figure(traces)


def _canvas(
    interview: Interview,
    found: Sequence[Event],
    *,
    parts: Sequence[Span],
    track: Track,
    playhead_s: float | None,
) -> Canvas:
    here, lines = _at_times(interview, track=track, playhead_s=playhead_s)
    return Canvas(
        rows_height=track.height,
        margins=Margins(left=track.left, right=12, top=22, bottom=26),
        xaxis=track.xaxis,
        yaxis=rows_axis(track.height),
        legend=_legend(interview, found, compact=track.compact),
        compact=track.compact,
        annotations=[
            *_lane_words(interview, track=track),
            *_talk.titles(parts, track=track),
            *here,
        ],
        shapes=[*_talk.chapter_bands(parts), *_separators(track), *lines],
    )


def _at_times(
    interview: Interview, *, track: Track, playhead_s: float | None
) -> tuple[list[Part], list[Part]]:
    """Return words and upright lines at single times: gutter, end by the clock, playhead."""
    annotations, shapes = [], []
    if track.has_timeless:
        annotations.append(_talk.at_top("time<br>unknown", x=-track.gutter / 2, track=track))
        shapes.append(line(x=0, color=theme.GRID))
    if interview.duration_s and interview.duration_s < track.end:
        shapes.append(line(x=interview.duration_s, dash="dash", color=theme.MUTED))
        annotations.append(head("end by the clock", x=interview.duration_s))
    if playhead_s is not None:
        second = min(max(playhead_s, 0), track.end)
        shapes.append(line(x=second, color=theme.TEXT))
        annotations.append(head(f"<b>{notation.clock(second)}</b>", x=second, color=theme.TEXT))
    return annotations, shapes


def clock_words(interview: Interview) -> str:
    """Say how long the recording is and which of the vendor's clocks says so."""
    if interview.duration_s is None:
        return "length of the recording not given"
    source = label.plain(interview.clock_source or "")
    shown = f"recording of {notation.clock(interview.duration_s)}"
    return f"{shown}, clock: “{source}”" if source else shown


def _not_collected(interview: Interview, *, track: Track) -> Part:
    """Return a hatched bar for each lane that the vendor did not collect and has no event in."""
    seen = {signal.kind for signal in interview.signals}
    kinds = [kind for kind in LANES if kind in interview.signals_not_collected and kind not in seen]
    low, high = track.reach
    return {
        "type": "bar",
        "name": "not collected",
        "orientation": "h",
        "base": [low for _ in kinds],
        "x": [high - low for _ in kinds],
        "y": [track.lane(kind) for kind in kinds],
        "width": 16 if track.compact else 20,
        "marker": {
            "color": theme.CLEAR,
            "line": {"width": 0},
            "pattern": theme.HATCHING,
        },
        **steady(opacity=1),
        "hoverinfo": "skip",
    }


def _lane_words(interview: Interview, *, track: Track) -> list[Part]:
    parts = []
    seen = [signal.kind for signal in interview.signals]
    for kind, name in LANES.items():
        y = track.lane(kind)
        above = y - 22 if track.compact else y
        parts.append(written(name, x=0, y=above, anchor="left", shift=-track.left))
        if kind in seen:
            continue
        state = "not collected" if kind in interview.signals_not_collected else "none seen"
        said = written(muted(state), x=0, y=y, anchor="left", shift=6)
        if state == "not collected":
            said["bgcolor"] = theme.BACKGROUND
        parts.append(said)
    return parts


def _separators(track: Track) -> list[Part]:
    tops = (track.first_lane + index * track.lane_height for index in range(len(LANES)))
    return [across(y=top, color=theme.GRID) for top in tops]


def _legend(interview: Interview, found: Sequence[Event], *, compact: bool) -> list[str]:
    shapes = {event.shape for event in found}
    room = theme.COMPACT if compact else theme.WIDE
    items = [label.block(clock_words(interview), room=room, lines=2, size=theme.SMALL)]
    if Shape.MOMENT in shapes:
        items.append(f"{glyph('◆', color=theme.SCORE)} moment")
    if shapes & {Shape.RANGE, Shape.OPEN}:
        items.append(f"{glyph('■', color=theme.SCORE)} from – to")
    if Shape.OPEN in shapes:
        items.append(f"{glyph('▷', color=theme.SCORE)} end not given")
    if shapes & {Shape.BEFORE, Shape.AFTER}:
        items.append(f"{glyph('▶', color=theme.DOUBT)} outside the recording")
    for disposition, sign in DISPOSITION_SIGNS.items():
        if any(event.disposition is disposition for event in found):
            hollow = "hollow, " if disposition is Disposition.DISMISS else ""
            shown = glyph(f"<b>{sign}</b>", color=theme.TEXT)
            items.append(f"{shown} {hollow}{review_words(disposition)}")
    return [*items, "cues for a person to look at, not verdicts"]
