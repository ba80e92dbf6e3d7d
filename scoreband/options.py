"""Options that several commands share, and how they become settings."""

from contextlib import closing
from typing import Annotated

import typer
from pydantic import ValidationError

from services.bootstrap import Services, build_services
from services.config import Settings
from services.errors import ConfigurationError

Database = Annotated[
    str | None,
    typer.Option(
        "--database", metavar="URL", help="Where interviews are kept; else SCOREBAND_DATABASE_URL."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document, nothing else.")]
VendorName = Annotated[
    str | None, typer.Option("--vendor", metavar="NAME", help="One vendor only, such as qode.")
]


def settings_with(database: str | None) -> Settings:
    """Return the settings; a database named on the command line wins.

    Raises:
        ConfigurationError: a setting is wrong; the sentence names it, never its value.
    """
    try:
        return Settings(database_url=database) if database else Settings()
    except ValidationError as error:
        places = ", ".join(
            f"SCOREBAND_{str(problem['loc'][0]).upper()} ({problem['msg']})"
            for problem in error.errors(include_input=False, include_url=False)
        )
        msg = f"These settings cannot be used: {places}. See docs/settings.md."
        raise ConfigurationError(msg) from None


def open_services(database: str | None) -> closing[Services]:
    """Return the services, to be used in a `with` block that closes the database."""
    return closing(build_services(settings_with(database)))
