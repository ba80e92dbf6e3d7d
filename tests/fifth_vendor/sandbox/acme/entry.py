"""Entry: Acme as the sandbox serves it."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from fastapi import FastAPI, Header
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp

from services.sandbox.options import SandboxOptions
from services.sandbox.vendor_api import (
    Body,
    Described,
    Distortions,
    Setting,
    StepError,
    VendorSandbox,
)


class AcmeApi:
    """Acme's API while the sandbox runs."""

    def __init__(self, setting: Setting) -> None:
        self._talks = {each["talk_no"]: each for each in _talks(setting.options)}
        app = FastAPI()

        @app.get("/v9/talks/{talk_no}")
        async def talk(talk_no: str, authorization: str = Header("")) -> Response:
            if authorization != f"Bearer {setting.options.api_key}":
                return refusal(401, "Who are you?")
            found = self._talks.get(talk_no)
            return JSONResponse(found) if found else refusal(404, "No such talk.")

        self.app: ASGIApp = app

    def describe(self) -> Sequence[Described]:
        """Return all talks."""
        return [Described(number, each["state"]) for number, each in self._talks.items()]

    def knows(self, interview_id: str) -> bool:
        """Tell whether there is a talk of this number."""
        return interview_id in self._talks

    def advance(self, interview_id: str, target: str | None = None) -> str:
        """Move a talk on; none ever moves."""
        msg = f"Nothing follows for {interview_id}, not even {target}."
        raise StepError(msg)


def _talks(options: SandboxOptions) -> Sequence[dict[str, Any]]:
    people = ("Ngozi Brightwater", "Ольга Лугова", "青山 はるか")
    return [
        {
            "talk_no": f"T-{number}",
            "state": "done",
            "who": name,
            "post": "Glazier",
            "began": (options.today - timedelta(days=number + 1)).isoformat(),
            "stars": [{"name": "Overall", "given": 6.5 + number, "from": 6 + number, "to": 9.5}],
            "said": [f"I set {number + 1} windows in an afternoon."],
        }
        for number, name in enumerate(people)
    ]


def refusal(status: int, errors: str, *, headers: Mapping[str, str] | None = None) -> Response:
    """Return an error answer."""
    return JSONResponse({"problem": errors}, status, headers)


def _as_it_is(body: Body) -> Body:
    return body


SANDBOX = VendorSandbox(
    name="acme",
    root="/v9",
    build=AcmeApi,
    planned_ids=lambda _options: tuple(f"T-{number}" for number in range(3)),
    distortions=Distortions(long=_as_it_is, wrong_types=_as_it_is, structural=frozenset()),
    refuse=refusal,
)
