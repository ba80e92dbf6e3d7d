"""Messenger: sends a vendor's webhooks to whoever is registered for them, signed as it signs."""

from collections.abc import Callable, Mapping
from datetime import datetime

from services.sandbox.options import WebhookTarget
from services.sandbox.vendor_api import Happening


class Messenger:
    """Sends in the background, once, and counts what was answered."""

    def __init__(
        self, targets: Mapping[str, WebhookTarget], *, clock: Callable[[], datetime]
    ) -> None:
        self._targets = targets
        self._clock = clock

    def tell(self, happening: Happening) -> None:
        """Send what happened to the vendor's target, if it has one."""
        raise NotImplementedError
