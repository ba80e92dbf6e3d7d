"""What the sandbox is asked to be: how many people, from which seed, and how unkind."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from services.sandbox.faults import Faults


def _this_midnight() -> datetime:
    return datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


@dataclass(frozen=True)
class WebhookTarget:
    """Where a vendor's webhooks go, and the secret that they are signed with."""

    url: str
    secret: str = field(repr=False)


@dataclass(frozen=True)
class SandboxOptions:
    """Equal options give the same bytes; `today` counts as an option."""

    seed: int = 7
    interviews: int = 60
    api_key: str = field(default="sandbox-key", repr=False)
    faults: Faults = field(default_factory=Faults)
    today: datetime = field(default_factory=_this_midnight)
    """UTC: the interviews lie in the fourteen months before it. Default: the last midnight."""
    requests_per_minute: float | None = None
    """How often a key may ask for interviews before it gets a 429; None means any number."""
    step_seconds: float | None = None
    """After how long a created interview takes its next step; None means only when told to."""
    compact: bool = False
    """Short interviews throughout, for measuring with thousands of them."""
    webhooks: Mapping[str, WebhookTarget] = field(default_factory=dict)
    """By the vendor's name; a vendor without a target sends none."""
