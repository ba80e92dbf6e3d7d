"""Use case: what a vendor's webhook says is checked, kept, and fetched soon after."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from services.cache.store import Store
from services.config import VendorSettings
from services.errors import NothingFoundError
from services.models.delivery import Delivery, WebhookRequest
from services.use_cases.progress import Listener, nobody
from services.use_cases.sync import Sync, SyncReport
from services.vendors.vendor import Vendor


@dataclass(frozen=True)
class Receipt:
    """A delivery that is kept for good."""

    delivery: Delivery
    is_new: bool
    """False for a repetition of one that was kept before; nothing more comes of it."""


@dataclass(frozen=True)
class Sender:
    """A vendor that sends webhooks, and whether its secret is set."""

    name: str
    title: str
    has_secret: bool
    secret_variable: str


@dataclass(frozen=True)
class Webhooks:
    """Receives from any number of threads; keeps first, works later, so that a crash loses none."""

    store: Store
    vendors: Mapping[str, Vendor]
    settings: Callable[[Vendor], VendorSettings]
    sync: Sync
    clock: Callable[[], datetime]

    def senders(self) -> tuple[Sender, ...]:
        """Return every vendor whose webhooks can be read."""
        return tuple(
            self._sender(vendor) for vendor in self.vendors.values() if vendor.read_webhook
        )

    def knows(self, vendor: str) -> bool:
        """Tell whether a vendor of exactly this name sends webhooks."""
        return vendor in self.vendors and self.vendors[vendor].read_webhook is not None

    def accept(self, vendor: str, headers: Mapping[str, str], body: bytes) -> Receipt:
        """Check a webhook and keep it; it may be answered once this returns.

        Raises:
            NothingFoundError: no vendor of this name sends webhooks.
            WebhookUnsignedError: it was not signed with the vendor's secret.
            WebhookRefusedError: it is too old, or not what this vendor sends.
            ConfigurationError: no secret is set; the sentence names the setting.
            StorageError: it could not be kept; the vendor should send it again.
        """
        chosen, now = self.vendors.get(vendor), self.clock()
        if chosen is None or chosen.read_webhook is None:
            msg = "No vendor of this name sends webhooks."
            raise NothingFoundError(msg)
        request = WebhookRequest({name.lower(): text for name, text in headers.items()}, body, now)
        delivery = chosen.read_webhook(request, self.settings(chosen))
        return Receipt(delivery, self.store.receive(delivery, now))

    def pass_on(self) -> int:
        """Let the queue know of all deliveries that wait; return how many these were."""
        total = 0
        while handled := self.store.drain():
            total += handled
        return total

    def with_work(self) -> tuple[str, ...]:
        """Return the vendors of which something is due, whose key is set, and that may be asked.

        A vendor that is down is left alone for a while by the queue's own rule.
        """
        waiting = self.store.waiting()
        return tuple(
            vendor.name
            for vendor in self.vendors.values()
            if vendor.name in waiting
            and self.sync.has_key(vendor)
            and self.store.pause(vendor.name) is None
        )

    def fetch(self, vendor: str, *, listener: Listener = nobody) -> SyncReport:
        """Fetch what is due of one vendor; what fails is due again by the queue's own rule."""
        return self.sync.run(vendor, attended=False, listener=listener)

    def _sender(self, vendor: Vendor) -> Sender:
        secret = self.settings(vendor).webhook_secret
        return Sender(
            name=vendor.name,
            title=vendor.title,
            has_secret=secret is not None and bool(secret.get_secret_value().strip()),
            secret_variable=vendor.settings.variable("webhook_secret"),
        )
