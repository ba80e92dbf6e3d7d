"""The marks of a timeline's events: one trace for each shape, and wide areas to click on."""

from collections.abc import Sequence
from itertools import pairwise

from components.charts import label, theme
from components.charts._canvas import Part
from components.charts._lanes import LANES, Event, Shape
from components.charts._touch import steady, touch
from components.charts._track import Track

_BAR = 14
_OPACITY = 0.85
_TAPER = 20
"""An open end is drawn as this many steps, each thinner than the one before."""


def marks(events: Sequence[Event], *, track: Track) -> list[Part]:
    """Return the traces of all events; the last one is invisible and takes hover and click."""
    by_shape = {shape: [event for event in events if event.shape is shape] for shape in Shape}
    return [
        _ranges([*by_shape[Shape.RANGE], *by_shape[Shape.OPEN]], track=track),
        _moments(by_shape[Shape.MOMENT], track=track),
        _edges([*by_shape[Shape.BEFORE], *by_shape[Shape.AFTER]], track=track),
        _arrows(by_shape[Shape.OPEN], track=track),
        _timeless(by_shape[Shape.TIMELESS], track=track),
        _areas(events, track=track),
    ]


def hover(event: Event) -> str:
    """Return what an event is, when, and the vendor's note, as markup."""
    lines = [f"<b>{LANES[event.signal.kind]}</b>", event.when]
    if event.signal.note:
        lines.append(label.block(event.signal.note, room=300, lines=4))
    return "<br>".join(lines)


def _ranges(events: Sequence[Event], *, track: Track) -> Part:
    parts = [part for event in events for part in _segments(event, track=track)]
    return {
        "type": "bar",
        "name": "ranges",
        "orientation": "h",
        "base": [start for start, _, _, _ in parts],
        "x": [width for _, width, _, _ in parts],
        "y": [y for _, _, y, _ in parts],
        "width": [thickness for _, _, _, thickness in parts],
        "marker": {
            "color": theme.SCORE,
            "opacity": _OPACITY,
            "line": {"width": 0},
        },
        **steady(opacity=_OPACITY),
        "hoverinfo": "skip",
    }


def _segments(event: Event, *, track: Track) -> list[tuple[float, float, float, float]]:
    """Return (start, width, y, thickness) of a range's parts: an open end tapers off."""
    y = track.lane(event.signal.kind)
    width = max(event.end - event.start, track.pixels(4))
    if event.shape is Shape.RANGE:
        return [(event.start, width, y, _BAR)]
    step = width / _TAPER
    return [
        (event.start + step * index, step, y, _BAR * (1 - 0.85 * index / _TAPER))
        for index in range(_TAPER)
    ]


def _moments(events: Sequence[Event], *, track: Track) -> Part:
    return _points("moments", events, track=track) | {
        "x": [event.start for event in events],
        "marker": {"symbol": "diamond", "size": 12, "color": theme.SCORE, **_outline()},
    }


def _edges(events: Sequence[Event], *, track: Track) -> Part:
    late = [event.shape is Shape.AFTER for event in events]
    return _points("outside the recording", events, track=track) | {
        "mode": "markers+text",
        "x": [event.start for event in events],
        "marker": {
            "symbol": ["triangle-right" if is_late else "triangle-left" for is_late in late],
            "size": 13,
            "color": theme.DOUBT,
            **_outline(),
        },
        "text": [event.when for event in events],
        "textposition": ["middle left" if is_late else "middle right" for is_late in late],
        "textfont": theme.font(size=theme.SMALL),
        **steady(opacity=1, has_text=True),
    }


def _arrows(events: Sequence[Event], *, track: Track) -> Part:
    return _points("end not given", events, track=track) | {
        "x": [event.end for event in events],
        "marker": {
            "symbol": "triangle-right-open",
            "size": 11,
            "color": theme.SCORE,
            "line": {"width": 1.5, "color": theme.SCORE},
        },
    }


def _timeless(events: Sequence[Event], *, track: Track) -> Part:
    return _points("time unknown", events, track=track) | {
        "x": [_gutter_place(event, events, track=track) for event in events],
        "marker": {
            "symbol": "diamond-open",
            "size": 11,
            "color": theme.SCORE,
            "line": {"width": 1.5, "color": theme.SCORE},
        },
    }


def _gutter_place(event: Event, events: Sequence[Event], *, track: Track) -> float:
    """Return where in the gutter an event lies: those of one lane stand side by side."""
    siblings = [other for other in events if other.signal.kind is event.signal.kind]
    index = next(place for place, other in enumerate(siblings) if other is event)
    return -track.gutter * (1 - (index + 0.75) / (len(siblings) + 0.5))


def _points(name: str, events: Sequence[Event], *, track: Track) -> Part:
    return {
        "type": "scatter",
        "name": name,
        "mode": "markers",
        "y": [track.lane(event.signal.kind) for event in events],
        "cliponaxis": False,
        **steady(opacity=1),
        "hoverinfo": "skip",
    }


def _outline() -> Part:
    return {"opacity": 1, "line": {"width": 1.5, "color": theme.BACKGROUND}}


def _areas(events: Sequence[Event], *, track: Track) -> Part:
    """Return the invisible areas: at least 16 pixels wide, as far as the neighbours leave room."""
    places = [_extent(event, events, track=track) for event in events]
    starts = _bounds(events, places, track=track)
    return {
        "type": "bar",
        "name": "events",
        "orientation": "h",
        "base": [low for low, _ in starts],
        "x": [high - low for low, high in starts],
        "y": [track.lane(event.signal.kind) for event in events],
        "width": track.lane_height - 8,
        "marker": {"color": theme.BACKGROUND, "opacity": 0, "line": {"width": 0}},
        **steady(opacity=0),
        **touch(
            (hover(event) for event in events),
            ([str(event.signal.kind), event.second] for event in events),
        ),
    }


def _extent(event: Event, events: Sequence[Event], *, track: Track) -> tuple[float, float]:
    if event.shape is Shape.TIMELESS:
        timeless = [other for other in events if other.shape is Shape.TIMELESS]
        place = _gutter_place(event, timeless, track=track)
        return (place, place)
    return (event.start, event.end)


def _bounds(
    events: Sequence[Event], places: Sequence[tuple[float, float]], *, track: Track
) -> list[tuple[float, float]]:
    """Widen each place to 16 pixels, but not beyond the middle between it and its neighbours."""
    wide = [
        (
            min(low, (low + high) / 2 - track.pixels(8)),
            max(high, (low + high) / 2 + track.pixels(8)),
        )
        for low, high in places
    ]
    for (first, second), (here, there) in zip(
        pairwise(range(len(events))), pairwise(places), strict=True
    ):
        same_lane = events[first].signal.kind is events[second].signal.kind
        if same_lane and here[1] < there[0]:
            middle = (here[1] + there[0]) / 2
            wide[first] = (wide[first][0], min(wide[first][1], middle))
            wide[second] = (max(wide[second][0], middle), wide[second][1])
    return wide
