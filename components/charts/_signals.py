"""The marks of a timeline's events: one trace for each shape, and wide areas to click on."""

from collections.abc import Sequence
from itertools import pairwise

from components.charts import label, theme
from components.charts._canvas import Part
from components.charts._lanes import LANES, Event, Shape
from components.charts._touch import steady, touch
from components.charts._track import Track
from components.charts.flags import DISPOSITION_SIGNS, review_words

_BAR = 14
_NARROWEST = 4
"""How many pixels a range is wide at the least."""
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
        _reviews(events, track=track),
        _areas(events, track=track),
    ]


def hover(event: Event) -> str:
    """Return what an event is, when, the vendor's note and the latest review, as markup."""
    lines = [f"<b>{LANES[event.signal.kind]}</b>", event.when]
    if event.signal.note:
        lines.append(label.block(event.signal.note, room=300, lines=4))
    if event.disposition:
        lines.append(f"{DISPOSITION_SIGNS[event.disposition]} {review_words(event.disposition)}")
    return "<br>".join(lines)


def _ranges(events: Sequence[Event], *, track: Track) -> Part:
    parts = [(event, *part) for event in events for part in _segments(event, track=track)]
    hollow = [event.is_dismissed for event, *_ in parts]
    return {
        "type": "bar",
        "name": "ranges",
        "orientation": "h",
        "base": [start for _, start, _, _, _ in parts],
        "x": [width for _, _, width, _, _ in parts],
        "y": [y for _, _, _, y, _ in parts],
        "width": [thickness for _, _, _, _, thickness in parts],
        "marker": {
            "color": [theme.CLEAR if is_hollow else theme.SCORE for is_hollow in hollow],
            "opacity": _OPACITY,
            "line": {"width": [1.5 * is_hollow for is_hollow in hollow], "color": theme.SCORE},
        },
        **steady(opacity=_OPACITY),
        "hoverinfo": "skip",
    }


def _segments(event: Event, *, track: Track) -> list[tuple[float, float, float, float]]:
    """Return (start, width, y, thickness) of a range's parts: an open end tapers off.

    A hollow one does not: an outline of many steps would be a ladder. Its arrow says the same.
    """
    y = track.lane(event.signal.kind)
    width = max(event.end - event.start, track.pixels(_NARROWEST))
    if event.shape is Shape.RANGE or event.is_dismissed:
        return [(event.start, width, y, _BAR)]
    step = width / _TAPER
    return [
        (event.start + step * index, step, y, _BAR * (1 - 0.85 * index / _TAPER))
        for index in range(_TAPER)
    ]


def _moments(events: Sequence[Event], *, track: Track) -> Part:
    return _points("moments", events, track=track) | {
        "x": [event.start for event in events],
        "marker": _diamonds(events),
    }


def _edges(events: Sequence[Event], *, track: Track) -> Part:
    late = [event.shape is Shape.AFTER for event in events]
    symbols = ["triangle-right" if is_late else "triangle-left" for is_late in late]
    return _points("outside the recording", events, track=track) | {
        "mode": "markers+text",
        "x": [event.start for event in events],
        "marker": {
            "symbol": [
                f"{symbol}{_open(event)}" for symbol, event in zip(symbols, events, strict=True)
            ],
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
        "marker": _diamonds(events),
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


def _open(event: Event) -> str:
    """Return what makes a symbol hollow: a dismissed flag's."""
    return "-open" if event.is_dismissed else ""


def _reviews(events: Sequence[Event], *, track: Track) -> Part:
    """Return the sign of each review, over its mark; under it where the lane's name is above."""
    reviewed = [event for event in events if event.disposition]
    aside = 13 if track.compact else -13
    places = [_middle(event, events, track=track) for event in reviewed]
    return _points("reviews", reviewed, track=track) | {
        "mode": "text",
        "x": places,
        "y": [track.lane(event.signal.kind) + aside for event in reviewed],
        "text": [
            f"<b>{DISPOSITION_SIGNS[event.disposition]}</b>"
            for event in reviewed
            if event.disposition
        ],
        "textfont": theme.font(size=theme.SMALL),
        **steady(opacity=1, has_text=True),
    }


def _middle(event: Event, events: Sequence[Event], *, track: Track) -> float:
    low, high = _extent(event, events, track=track)
    if event.shape in {Shape.RANGE, Shape.OPEN}:
        high = max(high, low + track.pixels(_NARROWEST))
    return (low + high) / 2


def _diamonds(events: Sequence[Event]) -> Part:
    return {
        "symbol": [f"diamond{_open(event)}" for event in events],
        # A hollow one has no outline in the ground's colour that takes from its size.
        "size": [10 if event.is_dismissed else 12 for event in events],
        "color": theme.SCORE,
        **_outline(),
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
            ([str(event.signal.kind), event.key, event.second] for event in events),
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
