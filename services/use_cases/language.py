"""Use case: at which CEFR level do these candidates speak, and by whose word?"""

from dataclasses import dataclass, field

from services.analysis.cefr import level_counts, reading, tables, tables_for
from services.cache.remembered import Remembered
from services.cache.store import Store
from services.errors import InputError
from services.models.browse import InterviewFilter
from services.models.cefr import CefrTable
from services.models.ladder import LanguageAnswer, LanguageEntry, LanguageRow, LevelCount
from services.models.language import OVERALL, may_rank
from services.models.score import PERCENT


@dataclass(frozen=True)
class Language:
    """Answers from the cache alone."""

    store: Store
    _remembered: Remembered = field(default_factory=Remembered)

    def levels(
        self,
        chosen: InterviewFilter,
        *,
        dimension: str = OVERALL,
        table_id: str | None = None,
        limit: int = 50,
        offset: int = 0,
    ) -> LanguageAnswer:
        """Return one page of results with their levels, and how many of the filter are at each.

        A level that the vendor did not issue is derived only through the table that is named.

        Raises:
            InputError: no such table, or a dimension that ranks nobody.
        """
        table = self._table(table_id)
        known = self.store.language_dimensions()
        choices = dict.fromkeys((OVERALL, *known))
        if not may_rank(dimension) or (known and dimension not in choices):
            msg = f"People are not shown by “{dimension}”. Choose one of: {', '.join(choices)}."
            raise InputError(msg)
        page = self.store.language_entries(chosen, limit=limit, offset=offset)
        return LanguageAnswer(
            rows=tuple(_row(entry, table) for entry in page.entries),
            total=page.total,
            dimension=dimension,
            dimensions=known,
            counts=self._counts(chosen, dimension, table),
        )

    def _counts(
        self, chosen: InterviewFilter, dimension: str, table: CefrTable | None
    ) -> tuple[LevelCount, ...]:
        """Return how many are at each level, read once until the next write."""
        edition = self.store.generation(), self.store.lists_behind(chosen)
        key = (*edition, chosen, dimension, table and table.id)
        return self._remembered.get(
            key, lambda: level_counts(self.store.level_groups(chosen, dimension=dimension), table)
        )

    @staticmethod
    def tables() -> tuple[CefrTable, ...]:
        """Return the published tables that can be chosen: those for scores from 0 to 100."""
        return tables_for(PERCENT)

    @staticmethod
    def _table(table_id: str | None) -> CefrTable | None:
        if not table_id:
            return None
        found = tables().get(table_id)
        if found is None:
            msg = f"There is no table “{table_id}”. Known: {', '.join(tables())}."
            raise InputError(msg)
        return found


def _row(entry: LanguageEntry, table: CefrTable | None) -> LanguageRow:
    return LanguageRow(
        entry=entry,
        readings={
            each.name: reading(each.cefr, each.score, table)
            for each in entry.dimensions
            if may_rank(each.name)
        },
    )
