"""The `scoreband` command: its commands lie in the modules beside this one."""

import logging
import os
import sys
from importlib.metadata import version
from typing import Annotated

import typer

from scoreband import exporting, intake, reading, reporting, serving, speech, stats, webhooks
from scoreband.options import Database
from scoreband.output import one_line
from services.errors import ConfigurationError, InputError, ScorebandError

app = typer.Typer(
    help="AI-interview results with every score's band, evidence and source.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    epilog="Exit codes: 0 done, 1 some items failed, 2 wrong usage or configuration.",
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


def main() -> None:
    """Run the command; a deliberate error is one sentence on stderr and never a traceback."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        app()
    except (ConfigurationError, InputError) as error:
        _leave(error, 2)
    except ScorebandError as error:
        _leave(error, 1)
    except BrokenPipeError:
        # The reader of our output (head, less) has left; nothing more to say to it.
        sys.stderr.close()
        sys.exit(0)


def _leave(error: ScorebandError, code: int) -> None:
    sys.stderr.write(f"{one_line(str(error))}\n")
    sys.exit(code)
