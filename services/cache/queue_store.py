"""The cache's front for workers: what is due, whose turn it is, what went wrong."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection

from services.cache import circuit, gone, leases, listing, sources, tracked, turns
from services.cache.database import Database
from services.cache.dimensions import Dimensions, Numbering
from services.cache.freshness import Freshness
from services.models.tracking import (
    DueInterview,
    FetchFailure,
    ListingState,
    SourceState,
    VendorPause,
)


class QueueStore:
    """The queue, and what all workers on one database know of each vendor."""

    _database: Database
    _clock: Callable[[], datetime]
    _freshness: Freshness
    _dimensions: Dimensions

    def track(self, vendor: str, ids: Sequence[str]) -> int:
        """Queue a vendor's interviews to be fetched; return how many were not queued before."""
        with self._database.writing() as connection:
            number = self._number(connection, vendor)
            return tracked.track(connection, number, ids, now=self._clock())

    def due(
        self, vendor: str | None = None, *, limit: int | None = None, force: bool = False
    ) -> tuple[DueInterview, ...]:
        """Return what is to be fetched now, longest due first; with `force` all that is tracked."""
        with self._database.reading() as connection:
            return tracked.due(connection, vendor, now=self._clock(), limit=limit, force=force)

    def waiting(self) -> Mapping[str, int]:
        """Return how many interviews are due and in no worker's hands, by vendor."""
        with self._database.reading() as connection:
            return leases.waiting(connection, now=self._clock())

    def make_due(
        self, vendor: str, ids: Sequence[str] | None = None, *, not_since: datetime | None = None
    ) -> int:
        """Make tracked interviews due now, final or not: all, or those named; return how many.

        What was asked for after `not_since` is left alone.
        """
        with self._database.writing() as connection:
            number = self._number(connection, vendor)
            return leases.make_due(connection, number, ids, now=self._clock(), not_since=not_since)

    def lease(
        self,
        vendor: str,
        *,
        limit: int,
        seconds: float,
        due_by: datetime | None = None,
        not_since: datetime | None = None,
    ) -> tuple[DueInterview, ...]:
        """Take due interviews for one worker; no other gets them until the lease ends.

        It ends when the answer is written or its failure recorded, when it is released, or after
        so many seconds. Nothing is given while the vendor is left alone; after that one interview,
        and more when it was answered. What came due after `due_by` (now, if not given) or was
        asked for after `not_since` is left out.
        """
        now = self._clock()
        with self._database.writing() as connection:
            number = self._number(connection, vendor)
            claim = leases.Claim(
                vendor_id=number,
                vendor=vendor,
                limit=circuit.allowed(connection, number, limit=limit, now=now),
                until=now + timedelta(seconds=seconds),
                due_by=min(now, due_by or now),
                not_since=not_since,
            )
            taken = leases.take(connection, claim, now=now) if claim.limit else ()
            if taken:
                circuit.began(connection, number, now=now)
            return taken

    def release(self, vendor: str, items: Sequence[DueInterview]) -> None:
        """Give back what was leased and not asked for."""
        if items:
            with self._database.writing() as connection:
                number = self._number(connection, vendor)
                leases.give_back(connection, number, items)
                circuit.broken_off(connection, number)

    def last_asked(self, vendor: str, vendor_interview_id: str) -> datetime | None:
        """Return when a tracked interview was last asked for, with whatever result."""
        with self._database.reading() as connection:
            [number] = self._dimensions.vendor.numbers(connection, [vendor]) or [0]
            return leases.last_asked(connection, number, vendor_interview_id)

    def record_failure(self, failure: FetchFailure) -> None:
        """Note that a tracked interview could not be fetched; it is due again after a pause."""
        with self._database.writing() as connection:
            tracked.fail(connection, failure, self._freshness)

    def failure(self, vendor: str, vendor_interview_id: str) -> FetchFailure | None:
        """Return why the last fetch of a tracked interview failed; None if it did not."""
        with self._database.reading() as connection:
            return tracked.failure_of(connection, vendor, vendor_interview_id)

    def mark_gone(self, vendor: str, vendor_interview_id: str, at: datetime) -> str | None:
        """Note that the vendor has deleted an interview; its row stays, marked, and is not due.

        Returns its id with us, or None if it is not kept. An answer of the vendor ends the mark.
        """
        with self._database.writing() as connection:
            number = self._number(connection, vendor)
            return gone.mark_gone(connection, number, vendor_interview_id, at=at)

    def vendor_failed(self, vendor: str, problem: str) -> VendorPause | None:
        """Count a failure that shows the vendor down or busy; return the pause if there is one."""
        with self._database.writing() as connection:
            number = self._number(connection, vendor)
            return circuit.failed(connection, number, problem, now=self._clock())

    def vendor_refused(self, vendor: str, problem: str) -> VendorPause:
        """Note that the vendor refuses our key: it is not asked until `trust_key`."""
        with self._database.writing() as connection:
            return circuit.refused(connection, self._number(connection, vendor), problem)

    def vendor_answered(self, vendor: str, asked_at: datetime) -> None:
        """Note that the vendor is there, by an answer that is not written; writing notes it too."""
        with self._database.writing() as connection:
            circuit.answered(connection, self._number(connection, vendor), asked_at=asked_at)

    def trust_key(self, vendor: str) -> None:
        """Let a vendor that refused our key be asked again."""
        with self._database.writing() as connection:
            circuit.trust_key(connection, self._number(connection, vendor))

    def pause(self, vendor: str) -> VendorPause | None:
        """Return until when a vendor is left alone; None if it may be asked."""
        with self._database.reading() as connection:
            [number] = self._dimensions.vendor.numbers(connection, [vendor]) or [0]
            return circuit.pause_of(connection, number, now=self._clock())

    def reserve_turns(self, vendor: str, *, now_us: int, interval_us: int, count: int) -> int:
        """Reserve so many calls in a row for this worker; return the time of the first.

        Times are microseconds since 1970 in UTC.
        """
        with self._database.writing() as connection:
            number = self._number(connection, vendor)
            return turns.reserve(
                connection, number, now_us=now_us, interval_us=interval_us, count=count
            )

    def hold_turns(self, vendor: str, *, until_us: int) -> None:
        """Give no worker a turn at the vendor before that time."""
        with self._database.writing() as connection:
            turns.hold(connection, self._number(connection, vendor), until_us=until_us)

    def listing(self, vendor: str) -> ListingState:
        """Return how far the walk through a vendor's list is."""
        with self._database.reading() as connection:
            [number] = self._dimensions.vendor.numbers(connection, [vendor]) or [0]
            return listing.listing_of(connection, number)

    def track_listed(self, vendor: str, ids: Sequence[str], state: ListingState) -> int:
        """Queue what a step of the walk listed and keep where it is, both or neither.

        Returns how many were not queued before. A state without a cursor ends the walk.
        """
        now = self._clock()
        with self._database.writing() as connection:
            number = self._number(connection, vendor)
            listing.note_listing(connection, number, state, now=now)
            return tracked.track(connection, number, ids, now=now)

    def sources(self) -> tuple[SourceState, ...]:
        """Return how each vendor's data stands, by the vendor's name."""
        with self._database.reading() as connection:
            return sources.sources(connection, now=self._clock())

    def _number(self, connection: Connection, vendor: str) -> int:
        """Return the vendor's number, a new one if it has none; to be used within this write."""
        known = self._dimensions.vendor.numbers(connection, [vendor])
        return known[0] if known else Numbering(connection, self._dimensions.vendor)[vendor] or 0
