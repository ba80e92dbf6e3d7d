"""What a vendor is to the program: a reader of its documents and a client of its API."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any, Protocol, runtime_checkable

from services.config import VendorSettings
from services.models.delivery import Delivery, WebhookRequest
from services.models.downloaded import Downloaded
from services.models.interview import Interview
from services.models.scheduling import NewInterviewRequest, ScheduledInterview, Scheduling
from services.models.speech import Recording, SpeechEstimate, SpeechRequest, SpeechRun
from services.models.tracking import Pauses
from services.vendors.wiring import Wiring


class VendorClient(Protocol):
    """Speaks to one vendor's API; safe to use from several threads."""

    def fetch(self, vendor_interview_id: str) -> bytes:
        """Return one interview's document, byte for byte as the vendor sent it.

        A document that lies at several addresses comes as one object whose members are the bodies.

        Raises:
            VendorError: one of its kinds, see services/errors.py.
        """
        ...

    def check(self) -> str:
        """Ask the vendor whether the key is good; return a sentence that says so.

        Raises:
            VendorError: the key is refused, or the vendor gives no usable answer.
        """
        ...

    def close(self) -> None:
        """Let go of the connections."""
        ...


@dataclass(frozen=True)
class Listed:
    """One step of a walk through everything that a vendor has."""

    vendor_interview_ids: tuple[str, ...]
    cursor: str | None
    """Where a walk that was broken off goes on; None when this was the last step."""
    done: int
    total: int | None
    """Steps of the walk, if the vendor tells how many there are."""


@runtime_checkable
class ListingClient(Protocol):
    """A client whose vendor can be asked which interviews there are."""

    def listing(self, cursor: str | None = None) -> Iterator[Listed]:
        """Walk through the vendor's interviews, from the cursor on.

        Raises:
            VendorError: one of its kinds, see services/errors.py.
        """
        ...


@runtime_checkable
class SchedulingClient(Protocol):
    """A client whose vendor makes interviews."""

    def schedule(self, request: NewInterviewRequest) -> ScheduledInterview:
        """Make an interview; sent once, never again by itself.

        Raises:
            VendorError: one of its kinds, see services/errors.py.
        """
        ...


@runtime_checkable
class SpeechClient(Protocol):
    """A client whose vendor scores recordings."""

    def estimate(self, recording: Recording) -> SpeechEstimate:
        """Check a recording against the vendor's rules and say what it will cost.

        Raises:
            InputError: too short, too long, too large, or of a format that the vendor refuses.
            VendorError: one of its kinds, see services/errors.py.
        """
        ...

    def submit(self, recording: Recording, request: SpeechRequest) -> SpeechRun:
        """Send a recording; sent once, never again by itself.

        Raises:
            InputError: a rule is broken; nothing was sent.
            VendorError: one of its kinds, see services/errors.py.
        """
        ...

    def credits(self) -> int | None:
        """Return how many credits are left; None where the vendor does not tell.

        Raises:
            VendorError: one of its kinds, see services/errors.py.
        """
        ...


class Recorder(Protocol):
    """Downloads what a vendor's links lead to; safe to use from several threads."""

    def download(self, url: str, sink: IO[bytes]) -> Downloaded:
        """Write a recording into `sink`, from its beginning.

        Raises:
            VendorError: the link is not allowed or has died, or there is no usable answer.
        """
        ...

    def close(self) -> None:
        """Let go of the connections."""
        ...


def whole(payload: bytes) -> bytes:
    """Return all of a payload: nothing in it changes without meaning."""
    return payload


@dataclass(frozen=True)
class Parts:
    """What a vendor keeps of one interview at several addresses."""

    interview_of: Callable[[Mapping[str, object]], str | None]
    """Return the vendor's id of the interview that a decoded object is a part of, if it is one."""
    join: Callable[[bytes, bytes], bytes]
    """Return a kept payload with the part added, both byte for byte; the kept one if it has it."""


@dataclass(frozen=True)
class Vendor:
    """One vendor; each package below this folder has one as `entry.VENDOR`."""

    name: str
    """The short name in commands, URLs and the database: `qode`."""
    title: str
    """The vendor's own spelling: `Qode`."""
    parse: Callable[[bytes], Interview]
    """Read a document. Raises PayloadError with a sentence; never anything else."""
    recognises: Callable[[Mapping[str, object]], bool]
    """Tell from the shape of a decoded JSON object whether it is this vendor's."""
    settings: type[VendorSettings]
    connect: Callable[[Any, Wiring], VendorClient]
    """Make a client from an object of `settings`. Raises ConfigurationError without a key."""
    substance: Callable[[bytes], bytes] = whole
    """Return what of a payload counts as its answer, without what differs at every asking (a
    signed link, the time of the answer): two payloads of equal substance say the same."""
    parts: Parts | None = None
    """How a part of an interview that was exported alone is joined to the rest."""
    pauses: Pauses = ()
    """The pace at which the vendor wants to be asked for a running result; empty: our own."""
    least_pause_s: float = 0
    """The vendor refuses to be asked about one interview again within this time."""
    lists: bool = False
    """Whether the client is a ListingClient."""
    scheduling: Scheduling | None = None
    """The form that makes an interview; the client is a SchedulingClient then."""
    scores_speech: bool = False
    """Whether the client is a SpeechClient."""
    recorder: Callable[[Any, Wiring], Recorder | None] | None = None
    """Makes, from an object of `settings`, what keeps recordings whose links die; it returns None
    while archiving is switched off."""
    read_webhook: Callable[[WebhookRequest, Any], Delivery] | None = None
    """Check and read a webhook, given an object of `settings`. Raises WebhookRefusedError."""

    @property
    def key_variable(self) -> str:
        """The environment variable that holds the key."""
        return self.settings.variable("api_key")
