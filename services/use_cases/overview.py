"""Use case: one screen of what is new and what needs a look; every number opens its list."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from services.cache.remembered import Remembered
from services.cache.store import Store
from services.models.browse import InterviewFilter
from services.models.interview import Outcome, Status
from services.models.overview import Overview, Tile
from services.models.tracking import SourceState
from services.models.trend import TrendAnswer
from services.use_cases.operations import Operations
from services.use_cases.sources import Sources

_EVERYTHING = InterviewFilter()


@dataclass(frozen=True)
class Overviews:
    """Answers from the cache alone; what only a write can change is counted once until then."""

    store: Store
    operations: Operations
    sources: Sources
    trend: Callable[[], TrendAnswer | None]
    """Returns the overall score and the pass rate of everything by month."""
    awaiting: Callable[[], int]
    """Returns how many interviews have flags that nobody has looked at."""
    _remembered: Remembered = field(default_factory=Remembered)

    def overview(self, since: datetime) -> Overview:
        """Return the overview for a reader who last looked at `since` (UTC)."""
        new = InterviewFilter(arrived_since=since)
        return Overview(
            since=since,
            all=self._tile(_EVERYTHING),
            new=self._tile(new),
            new_results=self._tile(new.model_copy(update={"statuses": (Status.REPORTED,)})),
            with_notices=self._tile(InterviewFilter(has_notices=True)),
            undetermined=self._tile(InterviewFilter(outcomes=(Outcome.UNDETERMINED,))),
            unreviewed_flags=self.awaiting(),
            trend=self.trend(),
            funnel=self.operations.funnel(_EVERYTHING).whole,
            sources=self._states(),
        )

    def _tile(self, opens: InterviewFilter) -> Tile:
        """Count by the same conditions as the list that the number opens."""
        count = self._remembered.get(
            (self.store.generation(), opens), lambda: self.store.count(opens)
        )
        return Tile(count=count, opens=opens)

    def _states(self) -> tuple[SourceState, ...]:
        """Return the vendors that are connected or of which anything is kept."""
        return tuple(
            source.state
            for source in self.sources.all()
            if source.has_key or source.state.interviews or source.state.tracked
        )
