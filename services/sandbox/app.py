"""The sandbox as one ASGI app: the vendor's API, its media, and the sandbox's own controls."""

from collections.abc import Callable
from datetime import UTC, datetime

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from services.sandbox.control_routes import control_router
from services.sandbox.disturbance import Disturbance
from services.sandbox.envelope import refusal
from services.sandbox.fault_book import FaultBook
from services.sandbox.library import Library
from services.sandbox.media_routes import media_router
from services.sandbox.options import SandboxOptions
from services.sandbox.rate_limit import RateLimit
from services.sandbox.vendor_routes import vendor_router


def create_app(
    options: SandboxOptions, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> FastAPI:
    """Build the app; the clock moves created interviews along and fills the rate limit."""
    app = FastAPI(title="Scoreband sandbox", description="Synthetic interviews, on loopback only.")
    library = Library(options, clock=clock)
    book = FaultBook(options.faults, seed=options.seed)
    limit = RateLimit(options.requests_per_minute, clock=clock)
    app.include_router(vendor_router(library, api_key=options.api_key, limit=limit))
    app.include_router(control_router(library, book=book))
    app.include_router(media_router())
    app.add_middleware(Disturbance, book=book)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _not_understood)
    return app


async def _refused(_request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        return refusal(500, "Something went wrong.")
    return refusal(error.status_code, str(error.detail), headers=error.headers)


async def _not_understood(_request: Request, error: Exception) -> Response:
    issues = error.errors() if isinstance(error, RequestValidationError) else ()
    sentences = "; ".join(f"{issue['loc'][-1]}: {issue['msg']}" for issue in issues)
    return refusal(422, f"The body is not what this route takes. {sentences}")
