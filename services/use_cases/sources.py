"""Use case: which vendors are connected, and how their data stands."""

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass

from services.cache.store import Store
from services.models.tracking import SourceState
from services.vendors.registry import vendor_named
from services.vendors.vendor import Vendor, VendorClient


@dataclass(frozen=True)
class Source:
    """One vendor: whether a key is set, and what the cache holds of it."""

    name: str
    title: str
    has_key: bool
    key_variable: str
    state: SourceState
    lists: bool = False
    """Whether the vendor can be asked which interviews there are."""
    schedules: bool = False
    scores_speech: bool = False


@dataclass(frozen=True)
class Sources:
    """Tells of the vendors; only `check` asks one of them anything."""

    store: Store
    vendors: Mapping[str, Vendor]
    connect: Callable[[Vendor], VendorClient]
    has_key: Callable[[Vendor], bool]

    def all(self) -> tuple[Source, ...]:
        """Return every vendor, also those without data or key."""
        states = {state.vendor: state for state in self.store.sources()}
        return tuple(
            Source(
                name=vendor.name,
                title=vendor.title,
                has_key=self.has_key(vendor),
                key_variable=vendor.key_variable,
                state=states.get(vendor.name) or SourceState(vendor.name, 0, 0, 0, None),
                lists=vendor.lists,
                schedules=vendor.scheduling is not None,
                scores_speech=vendor.scores_speech,
            )
            for vendor in self.vendors.values()
        )

    def titles(self) -> Mapping[str, str]:
        """Return how each vendor spells its name, by its short name."""
        return {vendor.name: vendor.title for vendor in self.vendors.values()}

    def one(self, vendor: str) -> Source:
        """Return one vendor."""
        return next(source for source in self.all() if source.name == vendor)

    def check(self, vendor: str) -> str:
        """Ask the vendor whether the key is good; return a sentence that says so.

        Raises:
            ConfigurationError: no key is set.
            VendorError: the key is refused, or there is no usable answer.
        """
        with closing(self.connect(vendor_named(vendor, self.vendors))) as client:
            return client.check()
