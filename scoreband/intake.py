"""Commands that bring interviews into the cache: track, sync, import."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from scoreband import heap
from scoreband.options import AsJson, Database, VendorName, open_services
from scoreband.output import emit_json, progress_bar, tell_failures
from services.errors import InputError
from services.use_cases.importing import ImportReport
from services.use_cases.progress import Failure
from services.use_cases.sync import SyncReport


def add_commands(app: typer.Typer) -> None:
    """Add the commands that bring interviews in to `app`."""
    app.command()(track)
    app.command()(sync)
    app.command("import")(import_payloads)


def track(
    ids: Annotated[list[str] | None, typer.Argument(metavar="ID...")] = None,
    *,
    vendor: Annotated[str, typer.Option("--vendor", metavar="NAME", help="Such as qode.")] = "qode",
    file: Annotated[
        Path | None, typer.Option("--file", help="A file with one id a line; - for stdin.")
    ] = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Remember interviews to be fetched by the next sync."""
    wanted = [*(ids or []), *(_lines(file) if file else [])]
    if not wanted:
        msg = "Name at least one interview id, or a file of ids with --file."
        raise InputError(msg)
    with open_services(database) as services:
        added = services.sync.track(vendor, wanted)
    if as_json:
        emit_json({"vendor": vendor, "named": len(wanted), "added": added})
    else:
        typer.echo(f"{added} new, {len(wanted) - added} known before. Next: scoreband sync")


def sync(
    *,
    vendor: VendorName = None,
    force: Annotated[
        bool, typer.Option("--force", help="Fetch all that is tracked, final ones too.")
    ] = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Fetch what is tracked and due; stop it at any moment, the next run goes on."""
    heap.settle()
    with open_services(database) as services, progress_bar("Fetching", unit_known=True) as step:
        report = services.sync.run(vendor, force=force, listener=step)
    if as_json:
        emit_json(_counts(report) | {"changed_finals": list(report.changed_finals)})
    else:
        typer.echo(f"{len(report.stored)} stored, {len(report.unchanged)} unchanged.")
    tell_failures(report.failures)


def import_payloads(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Payloads, arrays, JSON Lines, folders, ZIPs, or -"),
    ],
    *,
    vendor: VendorName = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Import payloads from files; the vendor is recognised from the shape when not given."""
    heap.settle()
    with open_services(database) as services, progress_bar("Importing", unit_known=False) as step:
        found = services.imports.files.in_paths(
            [Path(path) for path in paths], standard_input=sys.stdin.buffer
        )
        report = services.imports.take(found, vendor=vendor, listener=step)
    if as_json:
        emit_json(_counts(report))
    else:
        typer.echo(f"{len(report.stored)} stored, {len(report.unchanged)} unchanged.")
    tell_failures(report.failures)


def _counts(report: ImportReport | SyncReport) -> dict[str, object]:
    return {
        "stored": list(report.stored),
        "unchanged": list(report.unchanged),
        "failures": [_failure(failure) for failure in report.failures],
    }


def _failure(failure: Failure) -> dict[str, str]:
    return {"item": failure.item, "sentence": failure.sentence}


def _lines(file: Path) -> list[str]:
    if str(file) == "-":
        return sys.stdin.read().split()
    try:
        return file.read_text(encoding="utf-8-sig").split()
    except (OSError, UnicodeDecodeError) as error:
        msg = f"{file} cannot be read as a text file of ids: check the path and save it as UTF-8."
        raise InputError(msg) from error
