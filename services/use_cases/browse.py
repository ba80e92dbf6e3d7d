"""Use case: interviews as a list, and the places where searched words stand."""

from collections.abc import Mapping
from dataclasses import dataclass

from services.cache.store import Store
from services.errors import DatabaseError, PayloadError
from services.models.browse import (
    Facets,
    InterviewFilter,
    InterviewPage,
    Neighbours,
    PageRequest,
    Passage,
    SearchAnswer,
    SearchHit,
    SearchOrder,
    Sort,
)
from services.vendors.registry import read_as
from services.vendors.vendor import Vendor


@dataclass(frozen=True)
class Browse:
    """Answers from the cache alone; works with every vendor down."""

    store: Store
    vendors: Mapping[str, Vendor]

    def page(self, chosen: InterviewFilter, *, sort: Sort, request: PageRequest) -> InterviewPage:
        """Return one page of the interviews that `chosen` lets through."""
        return self.store.page(chosen, sort, request)

    def facets(self) -> Facets:
        """Return the values that the filters can be set to."""
        return self.store.facets()

    def titles(self) -> Mapping[str, str]:
        """Return what vendors are called, by their short name, and saved lists, by their id."""
        vendors = {vendor.name: vendor.title for vendor in self.vendors.values()}
        return vendors | {each.id: each.name for each in self.store.list_names()}

    def neighbours(self, interview_id: str, chosen: InterviewFilter, *, sort: Sort) -> Neighbours:
        """Return what stands before and after an interview in the list of `chosen`."""
        return self.store.neighbours(interview_id, chosen, sort)

    def search(
        self, text: str, *, limit: int = 25, order: SearchOrder = SearchOrder.NEWEST
    ) -> SearchAnswer:
        """Return the interviews in which all words of `text` stand, with the passages.

        The passages are found in the stored payloads of the hits of this one answer.
        """
        matches = self.store.search(text, limit=limit, order=order)
        return SearchAnswer(
            hits=tuple(
                SearchHit(row=row, passages=self._passages(row.id, text))
                for row in self.store.rows(matches.ids)
            ),
            total=matches.total,
        )

    def _passages(self, interview_id: str, text: str) -> tuple[Passage, ...]:
        try:
            stored = self.store.payload(interview_id)
            if stored is None:
                return ()
            interview = read_as(stored.vendor, stored.payload, self.vendors)
        except (DatabaseError, PayloadError):
            # One damaged document must not hide the other hits; its own page says what is wrong.
            return ()
        return self.store.passages(interview, text)
