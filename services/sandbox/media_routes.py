"""The files that synthetic interviews link to; all share one recording that reads the time."""

import json
from collections.abc import Awaitable, Callable
from pathlib import Path

from fastapi import APIRouter, Response
from starlette.responses import FileResponse

from services.sandbox.clock import offset

_TYPES = {
    "recording.webm": "video/webm",
    "report.pdf": "application/pdf",
    "identity.png": "image/png",
}
_LENGTH_MINUTES = 45
_FOLDER = Path(__file__).parent / "media"


def media_router() -> APIRouter:
    """Return the routes below `/media`; files answer range requests, so that players can seek."""
    router = APIRouter(prefix="/media", tags=["Media"])

    @router.get("/chapter.json")
    async def chapter() -> Response:
        whole = {"title": "Synthetic recording", "start_time": offset(0)}
        chapters = [{**whole, "end_time": offset(60 * _LENGTH_MINUTES)}]
        return Response(json.dumps(chapters), media_type="application/json")

    for name, media_type in _TYPES.items():
        router.add_api_route(f"/{name}", _file(name, media_type), methods=["GET", "HEAD"])
    return router


def _file(name: str, media_type: str) -> Callable[[], Awaitable[FileResponse]]:
    async def answer() -> FileResponse:
        return FileResponse(_FOLDER / name, media_type=media_type)

    return answer
