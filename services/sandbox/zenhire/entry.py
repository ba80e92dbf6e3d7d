"""Entry: ZenHire as the sandbox serves it."""

from collections.abc import Sequence

from starlette.types import ASGIApp

from services.sandbox.options import SandboxOptions
from services.sandbox.rate_limit import RateLimit
from services.sandbox.vendor_api import (
    Described,
    Distortions,
    Setting,
    VendorApi,
    VendorSandbox,
)
from services.sandbox.zenhire.distortion import STRUCTURAL, long_transcript, wrong_types
from services.sandbox.zenhire.envelope import refusal
from services.sandbox.zenhire.plan import planned_count, run_id
from services.sandbox.zenhire.routes import create_app
from services.sandbox.zenhire.run_book import RunBook


class ZenHireApi:
    """ZenHire's API while the sandbox runs."""

    def __init__(self, setting: Setting) -> None:
        options, clock = setting.options, setting.clock
        self._book = RunBook(setting)
        limit = RateLimit(options.requests_per_minute, clock=clock)
        self.app: ASGIApp = create_app(
            self._book, api_key=options.api_key, limit=limit, clock=clock
        )

    def describe(self) -> Sequence[Described]:
        """Return all runs: the planned ones in order, then the sent ones."""
        return self._book.describe()

    def knows(self, interview_id: str) -> bool:
        """Tell whether there is a run of this id."""
        return self._book.knows(interview_id)

    def advance(self, interview_id: str, target: str | None = None) -> str:
        """Move a run to its next status, or to the one told; return where it stands then.

        Raises:
            StepError: nothing follows, or not that.
        """
        return self._book.advance(interview_id, target)


def _build(setting: Setting) -> VendorApi:
    return ZenHireApi(setting)


def _planned_ids(options: SandboxOptions) -> tuple[str, ...]:
    return tuple(run_id(options.seed, index) for index in range(planned_count(options)))


SANDBOX = VendorSandbox(
    name="zenhire",
    root="/api/v1",
    build=_build,
    planned_ids=_planned_ids,
    distortions=Distortions(long=long_transcript, wrong_types=wrong_types, structural=STRUCTURAL),
    refuse=refusal,
)
