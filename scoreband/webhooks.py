"""The command that receives webhooks, in a process of its own."""

import logging
import signal
from contextlib import suppress
from typing import Annotated

import typer

from scoreband.addresses import free_port, page_address
from scoreband.options import Database, open_services
from scoreband.output import errors
from services.errors import ConfigurationError
from services.use_cases.webhooks import Webhooks


def add_commands(app: typer.Typer) -> None:
    """Add the command that receives webhooks to `app`."""
    app.command()(webhooks)


def webhooks(
    *,
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="The port to use.")] = 8602,
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    database: Database = None,
) -> None:
    """Receive the vendors' webhooks and fetch what they are about."""
    if free_port(preferred=port, host=host) != port:
        msg = f"Port {port} is taken: choose another with --port."
        raise ConfigurationError(msg)
    with open_services(database) as services:
        if services.store.is_read_only:
            msg = "The database may only be read: no webhook could be kept. Make it writable."
            raise ConfigurationError(msg)
        _tell_addresses(services.webhooks, page_address(host, port))
        _serve(services.webhooks, host=host, port=port)


def _tell_addresses(receiving: Webhooks, root: str) -> None:
    errors.print("Register these addresses with the vendors, behind https (docs/webhooks.md):")
    for sender in receiving.senders():
        state = "" if sender.has_secret else f"  (no secret yet: set {sender.secret_variable})"
        errors.print(f"  {sender.title}: {root}/webhooks/{sender.name}{state}", soft_wrap=True)
    errors.print("Stop it with Ctrl+C.")


def _serve(receiving: Webhooks, *, host: str, port: int) -> None:
    # The web framework takes half a second to load; the other commands don't wait for it.
    from scoreband.receiver import serve  # noqa: PLC0415  (see above)

    # One line a delivery; the program's other parts only speak when something is wrong.
    for name in ("scoreband.receiver", "services.use_cases.worker"):
        logging.getLogger(name).setLevel(logging.INFO)
    # Ended by SIGTERM as by Ctrl+C: in good order, and the database is closed.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with suppress(KeyboardInterrupt):
        serve(receiving, host=host, port=port)
