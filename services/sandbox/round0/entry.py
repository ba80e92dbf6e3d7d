"""Entry: round0 as the sandbox serves it."""

from collections.abc import Sequence

from starlette.types import ASGIApp

from services.sandbox.options import SandboxOptions
from services.sandbox.round0.audio import AudioLinks
from services.sandbox.round0.distortion import STRUCTURAL, long_transcript, wrong_types
from services.sandbox.round0.envelope import refusal
from services.sandbox.round0.library import Library
from services.sandbox.round0.plan import interview_id, planned_count
from services.sandbox.round0.quota import Quota
from services.sandbox.round0.routes import create_app
from services.sandbox.signatures import timestamped
from services.sandbox.vendor_api import (
    Described,
    Distortions,
    Setting,
    VendorApi,
    VendorSandbox,
    last_part,
)


class Round0Api:
    """round0's API while the sandbox runs."""

    def __init__(self, setting: Setting) -> None:
        options, clock = setting.options, setting.clock
        self._library = Library(setting)
        self.app: ASGIApp = create_app(
            self._library,
            options=options,
            quota=Quota(options.requests_per_minute, clock=clock),
            links=AudioLinks(f"{options.seed}/{options.api_key}", clock=clock),
        )

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
        return self._library.advance(interview_id, target)


def _build(setting: Setting) -> VendorApi:
    return Round0Api(setting)


def _planned_ids(options: SandboxOptions) -> tuple[str, ...]:
    return tuple(interview_id(options.seed, index) for index in range(planned_count(options)))


def _subject(path: str) -> str:
    """Return the interview's id, which its questions' path does not end with."""
    return last_part(path.removesuffix("/questions"))


SANDBOX = VendorSandbox(
    name="round0",
    root="/api/v1",
    build=_build,
    planned_ids=_planned_ids,
    distortions=Distortions(long=long_transcript, wrong_types=wrong_types, structural=STRUCTURAL),
    refuse=refusal,
    subject=_subject,
    sign=timestamped("X-Webhook-Signature"),
)
