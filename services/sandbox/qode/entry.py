"""Entry: Qode as the sandbox serves it."""

import json
from collections.abc import Sequence

from starlette.types import ASGIApp

from services.sandbox.options import SandboxOptions
from services.sandbox.qode.distortion import STRUCTURAL, long_transcript, wrong_types
from services.sandbox.qode.envelope import refusal
from services.sandbox.qode.interview import BASE
from services.sandbox.qode.library import Library
from services.sandbox.qode.library import describe as planned
from services.sandbox.qode.routes import create_app
from services.sandbox.qode.status import Status
from services.sandbox.rate_limit import RateLimit
from services.sandbox.vendor_api import (
    Described,
    Distortions,
    Happening,
    Setting,
    StepError,
    VendorApi,
    VendorSandbox,
)


class QodeApi:
    """Qode's API while the sandbox runs."""

    def __init__(self, setting: Setting) -> None:
        options, clock = setting.options, setting.clock
        self._send = setting.tell
        self._library = Library(options, clock=clock)
        limit = RateLimit(options.requests_per_minute, clock=clock)
        self.app: ASGIApp = create_app(self._library, api_key=options.api_key, limit=limit)

    def describe(self) -> Sequence[Described]:
        """Return all interviews: the planned ones in order, then the created ones."""
        return self._library.describe()

    def knows(self, interview_id: str) -> bool:
        """Tell whether there is an interview of this id."""
        return self._library.knows(interview_id)

    def advance(self, interview_id: str, target: str | None = None) -> str:
        """Move an interview to its next status, or to the one told; return where it stands then.

        Raises:
            StepError: nothing follows, or not that.
        """
        if target is not None and target not in list(Status):
            msg = f"There is no status {target}. Choose from {', '.join(Status)}."
            raise StepError(msg)
        status = self._library.advance(interview_id, Status(target) if target else None)
        self._tell(interview_id, status)
        return status

    def _tell(self, interview_id: str, status: Status) -> None:
        """Send the interview's body: an assumption, as it names its event and the event's time.

        How the vendor signs is unknown, so it goes out as Standard Webhooks has it.
        """
        # No request is at hand, so the links of a webhook lead nowhere.
        body = self._library.body(interview_id, base_url=BASE)
        if body is not None:
            self._send(Happening("qode", status, json.loads(body)))


def _build(setting: Setting) -> VendorApi:
    return QodeApi(setting)


def _planned_ids(options: SandboxOptions) -> tuple[str, ...]:
    return tuple(one.interview_id for one in planned(options))


SANDBOX = VendorSandbox(
    name="qode",
    root="/api/v1",
    build=_build,
    planned_ids=_planned_ids,
    distortions=Distortions(long=long_transcript, wrong_types=wrong_types, structural=STRUCTURAL),
    refuse=refusal,
)
