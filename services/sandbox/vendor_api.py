"""What each vendor's sandbox gives to the whole: its routes, its interviews, its faults."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from starlette.responses import Response
from starlette.types import ASGIApp

from services.sandbox.options import SandboxOptions
from services.sandbox.signatures import Sign, standard_webhooks

Clock = Callable[[], datetime]
Body = dict[str, Any]


@dataclass(frozen=True)
class Described:
    """One interview (or speech run) in the sandbox's own list, which few vendors have."""

    interview_id: str
    status: str
    """In the vendor's own word."""
    broken_case: str | None = None


class StepError(Exception):
    """An interview cannot go to that status from where it is; the text says what can follow."""


@dataclass(frozen=True)
class Happening:
    """Something that a vendor tells to whoever registered a webhook with it."""

    vendor: str
    event: str
    """The vendor's own word for it, such as `interview_ended`."""
    body: Mapping[str, Any]
    """What is sent, before it is signed."""


Tell = Callable[[Happening], None]


@dataclass(frozen=True)
class Setting:
    """What a vendor's API is built from."""

    options: SandboxOptions
    clock: Clock
    tell: Tell
    """Sends a webhook to the receiver in the options; does nothing where there is none."""


class VendorApi(Protocol):
    """One vendor's API while the sandbox runs."""

    @property
    def app(self) -> ASGIApp:
        """Answers what comes below the vendor's part of the path."""
        ...

    def describe(self) -> Sequence[Described]:
        """Return all interviews: the planned ones in order, then the created ones."""
        ...

    def knows(self, interview_id: str) -> bool:
        """Tell whether there is an interview of this id."""
        ...

    def advance(self, interview_id: str, target: str | None = None) -> str:
        """Move an interview to its next status, or to the one told; return where it stands then.

        Raises:
            StepError: nothing follows, or not that.
        """
        ...


@dataclass(frozen=True)
class Distortions:
    """How sound bodies of one vendor are spoiled; each function takes and returns one object."""

    long: Callable[[Body], Body]
    """Make what was said longer than 100 KB."""
    wrong_types: Callable[[Body], Body]
    """Swap the types of some fields of each kind."""
    structural: frozenset[str]
    """Keys whose texts a program reads and no person does; hostile texts leave them sound."""


def last_part(path: str) -> str:
    """Return what follows the last slash: the id, for most routes."""
    return path.rpartition("/")[2]


class Refuse(Protocol):
    """Makes an error answer in the vendor's envelope."""

    def __call__(
        self, status: int, errors: str, /, *, headers: Mapping[str, str] | None = None
    ) -> Response:
        """Return the answer."""
        ...


@dataclass(frozen=True)
class VendorSandbox:
    """One vendor's sandbox; each package below this folder has one as `entry.SANDBOX`."""

    name: str
    """Such as `qode`: also the first part of the path that its API is served below."""
    root: str
    """The rest of the path of the API's root, such as `/api/v1`."""
    build: Callable[[Setting], VendorApi]
    planned_ids: Callable[[SandboxOptions], tuple[str, ...]]
    """The ids of the planned interviews, without making them."""
    distortions: Distortions
    refuse: Refuse
    subject: Callable[[str], str] = last_part
    """Which interview a path is about, for faults that strike one interview."""
    sign: Sign = standard_webhooks
    """How its webhooks are signed; where that is unknown, as Standard Webhooks has it."""
