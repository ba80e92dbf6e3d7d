"""The sandbox's own routes, below `/_sandbox`: no vendor has them, and they need no key."""

from typing import Annotated, Any

from fastapi import APIRouter, Body, Response

from services.sandbox.envelope import refusal
from services.sandbox.fault_book import FaultBook
from services.sandbox.faults import Faults
from services.sandbox.library import Library, StepError
from services.sandbox.status import Status


def control_router(library: Library, *, book: FaultBook) -> APIRouter:
    """Return the routes that list interviews, move them along, and switch faults."""
    router = APIRouter(prefix="/_sandbox", tags=["Sandbox"])

    @router.get("/interviews")
    async def interviews() -> list[dict[str, Any]]:
        return [
            {"interview_id": one.interview_id, "status": one.status, "broken_case": one.broken_case}
            for one in library.describe()
        ]

    @router.post("/interviews/{interview_id}/advance", response_model=None)
    async def advance(
        interview_id: str, target: Annotated[Status | None, Body(embed=True)] = None
    ) -> Response | dict[str, str]:
        if not library.knows(interview_id):
            return refusal(404, "Interview not found.")
        try:
            status = library.advance(interview_id, target)
        except StepError as error:
            return refusal(409, str(error))
        return {"interview_id": interview_id, "status": status}

    @router.post("/faults", response_model=None)
    async def put_faults(
        faults: Annotated[str, Body()], interview_id: Annotated[str | None, Body()] = None
    ) -> Response:
        try:
            book.put(Faults.parse(faults), interview_id=interview_id)
        except ValueError as error:
            return refusal(422, str(error))
        return Response(status_code=204)

    @router.delete("/faults")
    async def clear_faults() -> Response:
        book.clear()
        return Response(status_code=204)

    return router
