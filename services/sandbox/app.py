"""The sandbox as one ASGI app: each vendor's API, their media, and the sandbox's own controls."""

from collections.abc import Callable
from datetime import UTC, datetime

from fastapi import FastAPI

from services.sandbox.control_routes import control_router
from services.sandbox.directory import sandboxes
from services.sandbox.disturbance import Disturbance
from services.sandbox.fault_book import FaultBook
from services.sandbox.media_routes import media_router
from services.sandbox.messenger import Messenger
from services.sandbox.options import SandboxOptions
from services.sandbox.vendor_api import Setting


def create_app(
    options: SandboxOptions, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> FastAPI:
    """Build the app; the clock moves created interviews along and fills the rate limits.

    Whoever ends the app closes `state.messenger`, so that no webhook is still on its way.
    """
    app = FastAPI(title="Scoreband sandbox", description="Synthetic interviews, on loopback only.")
    signs = {name: each.sign for name, each in sandboxes().items()}
    messenger = Messenger(options.webhooks, signs=signs, clock=clock)
    app.state.messenger = messenger
    setting = Setting(options, clock, messenger.tell)
    vendors = {name: each.build(setting) for name, each in sandboxes().items()}
    books = {name: FaultBook(options.faults, seed=options.seed) for name in vendors}
    app.include_router(control_router(vendors, books=books))
    app.include_router(media_router())
    for name, api in vendors.items():
        app.mount(f"/{name}", Disturbance(api.app, book=books[name], sandbox=sandboxes()[name]))
    return app
