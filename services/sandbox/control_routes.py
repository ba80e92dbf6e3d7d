"""The sandbox's own routes, below `/_sandbox`: no vendor has them, and they need no key."""

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Body, Response
from starlette.responses import JSONResponse

from services.sandbox.fault_book import FaultBook
from services.sandbox.faults import Faults
from services.sandbox.vendor_api import StepError, VendorApi


def control_router(
    vendors: Mapping[str, VendorApi], *, books: Mapping[str, FaultBook]
) -> APIRouter:
    """Return the routes that list interviews, move them along, and switch faults."""
    router = APIRouter(prefix="/_sandbox", tags=["Sandbox"])

    @router.get("/interviews")
    async def interviews() -> list[dict[str, Any]]:
        return [
            {
                "vendor": name,
                "interview_id": one.interview_id,
                "status": one.status,
                "broken_case": one.broken_case,
            }
            for name, api in vendors.items()
            for one in api.describe()
        ]

    @router.post("/interviews/{interview_id}/advance", response_model=None)
    async def advance(
        interview_id: str, target: Annotated[str | None, Body(embed=True)] = None
    ) -> Response | dict[str, str]:
        api = next((each for each in vendors.values() if each.knows(interview_id)), None)
        if api is None:
            return _refusal(404, "No vendor has an interview of this id.")
        try:
            status = api.advance(interview_id, target)
        except StepError as error:
            return _refusal(409, str(error))
        return {"interview_id": interview_id, "status": status}

    _add_fault_routes(router, books)
    return router


def _add_fault_routes(router: APIRouter, books: Mapping[str, FaultBook]) -> None:
    @router.post("/faults", response_model=None)
    async def put_faults(
        faults: Annotated[str, Body()],
        interview_id: Annotated[str | None, Body()] = None,
        vendor: Annotated[str | None, Body()] = None,
    ) -> Response:
        if vendor is not None and vendor not in books:
            return _refusal(422, f"There is no vendor {vendor}. Choose from {', '.join(books)}.")
        try:
            for name in [vendor] if vendor else books:
                books[name].put(Faults.parse(faults), interview_id=interview_id)
        except ValueError as error:
            return _refusal(422, str(error))
        return Response(status_code=204)

    @router.delete("/faults")
    async def clear_faults() -> Response:
        for book in books.values():
            book.clear()
        return Response(status_code=204)


def _refusal(status: int, sentence: str) -> Response:
    return JSONResponse({"status": status, "errors": sentence}, status)
