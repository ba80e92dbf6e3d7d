"""`scoreband export`: whole lists as data, however long, written without the dashboard."""

from typing import Annotated

import typer

from scoreband.delivery import add_document
from scoreband.filter_option import known, parse_filter, parse_sort
from scoreband.report_options import Chosen
from services.bootstrap import Services
from services.models.ask import Ask, InterviewsAsk
from services.models.export import Format

export = typer.Typer(help="Export lists: XLSX, CSV, Parquet, JSON and more.", no_args_is_help=True)


def add_commands(app: typer.Typer) -> None:
    """Add the `export` commands to `app`."""
    app.add_typer(export, name="export")


@export.callback()
def _group() -> None:
    """Export lists: XLSX, CSV, Parquet, JSON and more."""


@add_document(export, "interviews", usual=Format.XLSX)
def interviews(
    services: Services,
    *,
    chosen: Chosen = None,
    sort: Annotated[
        str, typer.Option("--sort", metavar="COLUMN", help="Such as score, or -date to reverse.")
    ] = "-date",
) -> Ask:
    """Write all interviews of a filter; PDF, HTML and PPTX hold the first thousand."""
    wanted = parse_filter(chosen or (), known(services))
    return InterviewsAsk(wanted=wanted, sort=parse_sort(sort))
