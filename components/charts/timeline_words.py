"""The proctoring timeline in words: the data table, and the sentence for who cannot see it."""

from collections import Counter
from collections.abc import Mapping, Sequence

from components.charts import label
from components.charts._lanes import LANES, Event, Shape
from components.charts.flags import NO_REVIEWS, flags, review_words
from components.charts.timeline import clock_words
from services.models import notation
from services.models.integrity import Disposition
from services.models.interview import Interview
from services.models.recording import SignalKind
from services.models.table import Cell, Table

_COLUMNS = ("Signal", "When", "Begins (s)", "Ends (s)", "What it is", "Note", "Review")
_SHAPES = {
    Shape.MOMENT: "moment",
    Shape.RANGE: "from – to",
    Shape.OPEN: "end not given",
    Shape.BEFORE: "before the recording",
    Shape.AFTER: "after the end of the recording",
    Shape.TIMELESS: "time unknown",
}
_NAMED = 4


def timeline_table(
    interview: Interview, *, reviewed: Mapping[str, Disposition] = NO_REVIEWS
) -> Table:
    """Return one row for each event in the vendor's own seconds, and one for each empty lane."""
    found = flags(interview, reviewed)
    rows: list[tuple[Cell, ...]] = []
    for kind, name in LANES.items():
        lane = [event for event in found if event.signal.kind is kind]
        rows += [_row(event) for event in lane]
        if not lane:
            rows.append((name, None, None, None, _empty(kind, interview), None, None))
    return Table(columns=_COLUMNS, rows=tuple(rows))


def timeline_sentence(
    interview: Interview, *, reviewed: Mapping[str, Disposition] = NO_REVIEWS
) -> str:
    """Say what was seen when on each lane, what reviewers said, and what was not collected."""
    found = flags(interview, reviewed)
    clock = clock_words(interview)
    parts = [f"{clock[0].upper()}{clock[1:]}."]
    for kind, name in LANES.items():
        lane = [event for event in found if event.signal.kind is kind]
        parts.append(f"{name}: {_lane(lane) if lane else _empty(kind, interview)}.")
    return " ".join([*parts, "These are cues for a person to look at, not verdicts."])


def _row(event: Event) -> tuple[Cell, ...]:
    signal = event.signal
    return (
        *(LANES[signal.kind], event.when, signal.start_s, signal.end_s),
        *(_SHAPES[event.shape], signal.note, review_words(event.disposition)),
    )


def _empty(kind: SignalKind, interview: Interview) -> str:
    return "not collected" if kind in interview.signals_not_collected else "none seen"


def _lane(lane: Sequence[Event]) -> str:
    times = "; ".join(label.plain(event.when) for event in lane[:_NAMED])
    more = f" and {len(lane) - _NAMED} more" if len(lane) > _NAMED else ""
    return f"{notation.count(len(lane), 'event')} ({times}{more}{_reviews(lane)})"


def _reviews(lane: Sequence[Event]) -> str:
    """Say how many of a lane's flags were reviewed how; nothing where nobody looked at any."""
    met = Counter(event.disposition for event in lane)
    if set(met) == {None}:
        return ""
    said = [f"{met[each]} {review_words(each)}" for each in (*Disposition, None) if met[each]]
    return f"; by review {', '.join(said)}"
