"""Entry: InstaView as the sandbox serves it.

Its own register of webhooks is left out: receivers are told in the sandbox's options, because
the vendor takes https addresses only and the sandbox sends to this machine alone.
"""

from collections.abc import Sequence

from starlette.types import ASGIApp

from services.sandbox.instaview.distortion import STRUCTURAL, long_analysis, wrong_types
from services.sandbox.instaview.envelope import refusal
from services.sandbox.instaview.happening import happening
from services.sandbox.instaview.library import Library
from services.sandbox.instaview.plan import Plan
from services.sandbox.instaview.routes import create_app
from services.sandbox.instaview.schedule import interview_id, planned_count
from services.sandbox.instaview.stage import Stage
from services.sandbox.options import SandboxOptions
from services.sandbox.signatures import plain_hex
from services.sandbox.vendor_api import (
    Described,
    Distortions,
    Setting,
    StepError,
    VendorApi,
    VendorSandbox,
)


class InstaViewApi:
    """InstaView's API while the sandbox runs."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._library = Library(setting.options, clock=setting.clock, on_stage=self._tell)
        self.app: ASGIApp = create_app(setting.options, library=self._library, clock=setting.clock)

    def describe(self) -> Sequence[Described]:
        """Return all interviews: the planned ones in order, then the created ones."""
        return self._library.describe()

    def knows(self, interview_id: str) -> bool:
        """Tell whether there is an interview of this id."""
        return self._library.knows(interview_id)

    def advance(self, interview_id: str, target: str | None = None) -> str:
        """Move an interview to its next stage, or to the one told; return where it stands then.

        Raises:
            StepError: nothing follows, or not that.
        """
        if target is not None and target not in list(Stage):
            msg = f"There is no stage {target}. Choose from {', '.join(Stage)}."
            raise StepError(msg)
        self._library.catch_up()
        return self._library.advance(interview_id, Stage(target) if target else None)

    def _tell(self, plan: Plan) -> None:
        # No request is at hand, so the links of a webhook lead nowhere.
        news = happening(plan, now=self._setting.clock(), base_url="http://sandbox.invalid")
        if news:
            self._setting.tell(news)


def _build(setting: Setting) -> VendorApi:
    return InstaViewApi(setting)


def _planned_ids(options: SandboxOptions) -> tuple[str, ...]:
    return tuple(interview_id(options.seed, index) for index in range(planned_count(options)))


SANDBOX = VendorSandbox(
    name="instaview",
    root="",
    build=_build,
    planned_ids=_planned_ids,
    distortions=Distortions(long=long_analysis, wrong_types=wrong_types, structural=STRUCTURAL),
    refuse=refusal,
    sign=plain_hex("X-InstaView-Signature"),
)
