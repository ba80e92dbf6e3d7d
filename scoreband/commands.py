"""All commands as one app; they lie in the modules beside this one."""

import os
from importlib.metadata import version
from typing import Annotated

import typer

from scoreband import exporting, intake, reading, reporting, serving, speech, stats, webhooks
from scoreband.options import Database

app = typer.Typer(
    help="AI-interview results with every score's band, evidence and source.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    epilog="Exit codes: 0 done, 1 something failed, 2 wrong usage or configuration, 130 Ctrl+C.",
)
serving.add_commands(app)
intake.add_commands(app)
reading.add_commands(app)
speech.add_commands(app)
webhooks.add_commands(app)
stats.add_commands(app)
reporting.add_commands(app)
exporting.add_commands(app)


@app.callback(invoke_without_command=True)
def scoreband(
    database: Database = None,
    show_version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,  # noqa: FBT002  (typer's declaration of a flag)
) -> None:
    """Browse AI-interview results, fetch them, and keep them in a local cache."""
    if database:
        os.environ["SCOREBAND_DATABASE_URL"] = database
    if show_version:
        typer.echo(version("scoreband"))
        raise typer.Exit
