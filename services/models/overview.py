"""The overview: what a manager reads first on a Monday; every number opens its list."""

from datetime import datetime

from services.models.browse import InterviewFilter
from services.models.funnel import FunnelGroup
from services.models.tracking import SourceState
from services.models.trend import TrendAnswer
from services.models.value import Value


class Tile(Value):
    """One number; the list that it opens holds exactly so many interviews."""

    count: int
    opens: InterviewFilter


class Overview(Value):
    """One screen."""

    since: datetime
    """What counts as new arrived after this."""
    all: Tile
    new: Tile
    """Arrived since, or got a new answer since."""
    new_results: Tile
    """Of these, reported."""
    with_notices: Tile
    undetermined: Tile
    unreviewed_flags: int
    """Interviews with flags that nobody has looked at."""
    trend: TrendAnswer | None
    """Score and pass rate by month; None without any score."""
    funnel: FunnelGroup
    sources: tuple[SourceState, ...]
