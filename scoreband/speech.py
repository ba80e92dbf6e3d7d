"""Commands that have a recording scored: speech submit, speech credits."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from scoreband.options import AsJson, Database, open_services
from scoreband.output import emit_json
from services.errors import InputError
from services.models.notation import clock, count
from services.models.speech import Recording, SpeechEstimate, SpeechRequest

_LARGEST_READ = 100_000_000
"""Bytes that are read of a file at most; what each vendor takes is less."""
_Scorer = Annotated[
    str, typer.Option("--vendor", metavar="NAME", help="Who scores it, such as zenhire.")
]


def add_commands(app: typer.Typer) -> None:
    """Add the commands about recordings to `app`, below `speech`."""
    speech = typer.Typer(no_args_is_help=True, help="Have a recording scored by a vendor.")
    speech.command()(submit)
    speech.command("credits")(left)
    app.add_typer(speech, name="speech")


def submit(  # noqa: PLR0913  (each argument is an option of the command)
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A recording of 3 to 45 minutes.")],
    *,
    vendor: _Scorer = "zenhire",
    language: Annotated[str, typer.Option("--language", help="ISO 639-1, such as en.")] = "en",
    reference: Annotated[
        str | None,
        typer.Option("--reference", metavar="ID", help="The interview that it belongs to."),
    ] = None,
    metadata: Annotated[
        list[str] | None,
        typer.Option("--metadata", metavar="KEY=VALUE", help="Comes back with the result."),
    ] = None,
    tag: Annotated[list[str] | None, typer.Option("--tag", help="Comes back as well.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Send without asking.")] = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Say what a recording costs, ask, send it, and track its result for the next sync."""
    recording = Recording(file.name, _content(file))
    request = SpeechRequest(
        language=language,
        reference=reference,
        metadata=_pairs(metadata or ()),
        tags=tuple(tag or ()),
    )
    with open_services(database) as services:
        estimate = services.speech.estimate(vendor, recording)
        _agree(estimate, vendor, yes=yes)
        run = services.speech.submit(vendor, recording, request)
    if as_json:
        emit_json({"estimate": estimate.model_dump(), "run": run.model_dump()})
        return
    place = "" if run.queue_position is None else f", at place {run.queue_position} of the queue"
    typer.echo(f"Taken as {run.vendor_interview_id}{place}. Next: scoreband sync")


def left(
    *, vendor: _Scorer = "zenhire", as_json: AsJson = False, database: Database = None
) -> None:
    """Say how many credits are left."""
    with open_services(database) as services:
        balance = services.speech.credits(vendor)
    if as_json:
        emit_json({"vendor": vendor, "credits": balance})
    else:
        typer.echo("The vendor does not tell." if balance is None else count(balance, "credit"))


def _agree(estimate: SpeechEstimate, vendor: str, *, yes: bool) -> None:
    """Tell the cost and ask on stderr, so that stdout holds the answer alone.

    Raises:
        InputError: the credits do not suffice, or there is nobody to ask.
    """
    cost, balance = count(estimate.cost, "credit"), estimate.balance
    known = "how many are left is not known" if balance is None else f"{balance:,} are left"
    typer.echo(f"{clock(estimate.duration_s)} of sound cost {cost}; {known}.", err=True)
    if balance is not None and balance < estimate.cost:
        msg = f"The credits do not suffice: buy more at {vendor}, or send a shorter recording."
        raise InputError(msg)
    if yes:
        return
    if not sys.stdin.isatty():
        msg = "Nothing was sent: there is nobody to ask here, so add --yes if you mean it."
        raise InputError(msg)
    if not typer.confirm(f"Send it to {vendor}?", err=True):
        typer.echo("Nothing was sent.", err=True)
        raise typer.Exit(1)


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(_LARGEST_READ)
    except OSError as error:
        msg = f"{file} cannot be read: check the path."
        raise InputError(msg) from error


def _pairs(texts: Sequence[str]) -> dict[str, str]:
    pairs = dict(text.partition("=")[::2] for text in texts)
    if "" in pairs or not all("=" in text for text in texts):
        msg = "--metadata wants KEY=VALUE, such as role=analyst."
        raise InputError(msg)
    return pairs
