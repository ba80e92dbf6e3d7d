"""Wiring: what every client is built with, whatever the vendor."""

from dataclasses import dataclass, field
from typing import Protocol

import httpx

from services.vendors._asked import Asked


class Turns(Protocol):
    """Lets calls through at a vendor's pace; safe to use from several threads."""

    def wait(self) -> None:
        """Wait until this call's turn has come."""
        ...

    def hold(self, seconds: float) -> None:
        """Let nothing through for so long: the vendor asked for a pause."""
        ...


@dataclass(frozen=True)
class Wiring:
    """A test passes its own transport and turns."""

    timeout_s: float = 20
    answer_limit: int = 32_000_000
    """Bytes of the largest answer that is read."""
    transport: httpx.BaseTransport | None = None
    turns: Turns | None = None
    """Shared by all workers on one database; None keeps the pace within this client alone."""
    asked: Asked = field(default_factory=Asked, compare=False, repr=False)
    """Shared by all clients of one program."""
