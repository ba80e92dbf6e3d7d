"""Use case: walk through a vendor's own list of interviews, and track all that is in it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass

from services.cache.store import Store
from services.errors import InputError, NotFoundAtVendorError, VendorError, VendorRejectedError
from services.models.tracking import ListingState
from services.use_cases.progress import Listener, Progress, nobody
from services.vendors.registry import vendor_named
from services.vendors.vendor import Listed, ListingClient, Vendor, VendorClient


@dataclass(frozen=True)
class DiscoveryReport:
    """What a walk found; one that was broken off goes on where it was."""

    seen: int
    """Interviews that were listed in this run."""
    added: int
    """Those of them that were not tracked before: the next sync fetches them."""
    finished: bool
    """Whether the walk came to its end."""
    problem: str | None = None
    """The sentence that says why it did not."""


@dataclass(frozen=True)
class Discovery:
    """Asks the vendors that can tell what they have; keeps its place after every step."""

    store: Store
    vendors: Mapping[str, Vendor]
    connect: Callable[[Vendor], VendorClient]
    has_key: Callable[[Vendor], bool]

    def possible(self) -> tuple[Vendor, ...]:
        """Return the vendors that have a list, and a key to ask for it."""
        found = (vendor for vendor in self.vendors.values() if vendor.lists)
        return tuple(vendor for vendor in found if self.has_key(vendor))

    def run(self, vendor: str, *, listener: Listener = nobody) -> DiscoveryReport:
        """Walk on through one vendor's list, or from its begin if the last walk was finished.

        A vendor that gives no answer ends the walk for now, with a sentence in the report.

        Raises:
            InputError: the vendor is unknown, or has no list of its interviews.
            ConfigurationError: there is no key, or none that can be used.
            StorageError: the cache cannot take any more; the walk goes on from there next time.
        """
        chosen = vendor_named(vendor, self.vendors)
        with closing(self.connect(chosen)) as client:
            if not isinstance(client, ListingClient):
                msg = (
                    f"{chosen.title} cannot be asked which interviews there are. Name their ids "
                    f"with “scoreband track --vendor {chosen.name}”."
                )
                raise InputError(msg)
            return _Walk(self.store, chosen, client, listener).report()


@dataclass
class _Walk:
    """One walk, as far as it gets."""

    store: Store
    vendor: Vendor
    client: ListingClient
    listener: Listener
    seen: int = 0
    added: int = 0
    last: ListingState | None = None

    def report(self) -> DiscoveryReport:
        try:
            for step in self._steps():
                self._keep(step)
        except VendorError as error:
            problem = f"{error} What was listed so far is kept; the next walk goes on from there."
            return DiscoveryReport(self.seen, self.added, finished=False, problem=problem)
        if self.last is None or self.last.cursor is not None:
            # A list without anything in it, or one that ended before it said so.
            self._keep(Listed((), None, self.last.done if self.last else 0, None))
        return DiscoveryReport(self.seen, self.added, finished=True)

    def _steps(self) -> Iterator[Listed]:
        """Yield the steps from where the last walk was broken off."""
        cursor = self.store.listing(self.vendor.name).cursor
        try:
            yield from self.client.listing(cursor)
        except (VendorRejectedError, NotFoundAtVendorError):
            if cursor is None or self.seen:
                raise
            # The place that was kept is no more; what is tracked already is not tracked twice.
            yield from self.client.listing()

    def _keep(self, step: Listed) -> None:
        ids = step.vendor_interview_ids
        state = ListingState(done=step.done, total=step.total, cursor=step.cursor)
        self.added += self.store.track_listed(self.vendor.name, ids, state)
        self.seen += len(ids)
        self.last = state
        self.listener(Progress(step.done, step.total, f"{self.vendor.title}: {self.seen} listed"))
