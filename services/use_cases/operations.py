"""Use case: how far interviews get, and how the others end."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from services.analysis.funnel import funnel
from services.cache.remembered import Remembered
from services.cache.store import Store
from services.models.browse import InterviewFilter
from services.models.funnel import FunnelAnswer, Split


@dataclass(frozen=True)
class Operations:
    """Answers from the cache alone."""

    store: Store
    titles: Mapping[str, str] = field(default_factory=dict)
    """How each vendor spells its name, by its short name."""
    _remembered: Remembered = field(default_factory=Remembered)

    def funnel(self, chosen: InterviewFilter, *, by: Split | None = None) -> FunnelAnswer:
        """Return the funnel of the filter's interviews, whatever their status, and its parts."""
        wanted = chosen.model_copy(update={"statuses": (), "started": None})
        return self._remembered.get(
            (self.store.generation(), self.store.lists_behind(wanted), wanted, by),
            lambda: funnel(self.store.status_counts(wanted), wanted, by=by, titles=self.titles),
        )
